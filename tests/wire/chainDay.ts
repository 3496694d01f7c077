// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came back.
type Say = (as: string | null, call: string, body?: unknown) => Promise<any>;

const uuid = (number: number): string => `cccccccc-0000-4000-8000-00000000000${number}`;

/** The effect chain of a project is made, by two at once, and looked at as it was and as a document. */
export const linking = async (say: Say): Promise<void> => {
  const chain = '/api/projects/p5/chain';
  await say('nobody', `GET ${chain}`);
  await say('nobody', 'GET /api/projects/p999/chain');
  let keys = 0;
  const edit = (as: string, given: object, key?: string) => {
    keys += 1;
    const own = key ?? `dddddddd-0000-4000-8000-0000000000${String(keys).padStart(2, '0')}`;
    return say(as, `POST ${chain}`, { key: own, given });
  };
  const link = (number: number, column: string, text: string) => ({
    ...{ id: uuid(number), column, text },
  });
  const added = (number: number, column: string, text: string, from: number[] = []) => ({
    ...{ type: 'added', link: link(number, column, text) },
    edges: from.map((one) => ({ from: uuid(one), to: uuid(number) })),
  });
  await edit('nobody', added(1, 'situation', 'Telefonkø'));
  await edit('lead', added(1, 'situation', 'Telefonkø'));
  await edit('lead', added(2, 'ability', 'Borgeren kan selvbooke', [1]));
  await edit('lead', added(3, 'behaviour', 'Tage telefonen hele dagen', [2]));
  await edit('lead', {
    type: 'detailed',
    id: uuid(3),
    details: { stops: true, who: 'Visitationen' },
  });
  await edit('lead', added(4, 'benefit', 'Kortere ventetid', [3]));
  await edit('lead', { type: 'joined', edge: { from: uuid(4), to: uuid(1) } });
  await edit('lead', { type: 'written', id: uuid(1), text: ' ', seen: [] });
  await edit('lead', { type: 'written', id: uuid(1), text: '20 min. i telefonkø', seen: [] });
  await edit('owner', { type: 'written', id: uuid(1), text: 'Kø hver morgen', seen: [] });
  await edit('lead', { type: 'written', id: uuid(9), text: 'Væk', seen: [] });
  await edit('lead', { type: 'somethingElse' });
  await edit('lead', { type: 'arranged', rows: { [uuid(2)]: 4 } });
  await edit('lead', { type: 'parted', edge: { from: uuid(3), to: uuid(4) } });
  await edit('lead', { type: 'removed', id: uuid(3) }, 'eeeeeeee-0000-4000-8000-000000000001');
  await edit('lead', { type: 'undone', of: 'eeeeeeee-0000-4000-8000-000000000001' });
  await edit('owner', { type: 'undone', of: 'eeeeeeee-0000-4000-8000-000000000001' });
  await edit('lead', { type: 'moved', id: uuid(2), column: 'situation' });
  await edit('lead', { type: 'moved', id: uuid(2), column: 'ability', row: 4 });
  await edit('lead', { type: 'moved', id: uuid(9), column: 'ability' });
  await edit('lead', { type: 'kept', version: 'trial' });
  await say('lead', `GET ${chain}`);
  await say('lead', `GET ${chain}/versions/trial`);
  await say('lead', `GET ${chain}/versions/operation`);
  await say('lead', `GET ${chain}/word`);
};
