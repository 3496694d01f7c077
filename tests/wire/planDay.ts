// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came back.
type Say = (as: string | null, call: string, body?: unknown) => Promise<any>;

const first = { start: '2026-12', end: '2027-03', hours: 90 };
const later = { start: '2027-01', end: '2027-04', hours: 90 };

/** A project is planned, moved by two at once, proposed by its owner; and the year is looked at. */
export const planning = async (say: Say): Promise<void> => {
  await say('nobody', 'GET /api/plan');
  const save = (as: string, seen: object | null, to: object | null, added: object[] = []) =>
    say(as, 'POST /api/plan', { moves: [{ id: 'p5', seen, to }], added });
  await save('nobody', null, first);
  await save('consultant', null, { ...first, end: '2026-11' });
  await save('consultant', null, first);
  await save('digitek', null, later);
  await say('consultant', 'POST /api/plan', { moves: [{ id: 'p5' }] });
  await save('digitek', first, later, [
    {
      ...{ key: 'skal0001', title: 'EcoKnow', area: 'social', due: '2027-04-01' },
      plan: { start: '2026-12', end: '2027-03', hours: 390 },
    },
  ]);
  const proposals = 'POST /api/plan/proposals';
  const propose = { type: 'propose', moves: [{ id: 'p5', seen: later, to: first }], why: 'Ferie' };
  await say('nobody', proposals, propose);
  await say('owner', proposals, propose);
  await say('nobody', proposals, { type: 'decline', id: 'p5', why: '' });
  await say('consultant', proposals, { type: 'decline', id: 'p5', why: 'Der er ikke plads' });
  await say('consultant', proposals, { type: 'unknown' });
  await say('chef-omsorg', 'GET /api/plan');
  await say('consultant', 'GET /api/plan/then');
  await say('consultant', 'GET /api/plan/export');
  await say('nobody', 'GET /api/year/2027');
  await say('nobody', 'GET /api/year/nu');
};
