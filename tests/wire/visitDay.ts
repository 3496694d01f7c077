import { idOf } from '../worlds/api/apiWorld.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came back.
type Say = (as: string | null, call: string, body?: unknown) => Promise<any>;

const id = 'visit-aaaaaaaa-0000-4000-8000-000000000001';
const days = {
  ...{ expectations: '2026-11-23', introduction: null, practice: '2026-11-23' },
  ...{ overview: null, selection: null, startup: null },
};
const terms = {
  ...{
    area: 'omsorg',
    unit: 'Nattevagten',
    lederId: idOf('owner'),
    employees: 32,
    chosen: 3,
    days,
  },
  consultantIds: [idOf('consultant'), idOf('digitek')],
};

const note = (number: number, text: string) => ({
  ...{ key: `aaaaaaaa-0000-4000-8000-00000000010${number}`, number, text, group: 'Uro' },
  notedAt: '2026-11-23T08:30:00Z',
});

/** A visit is planned, agreed, noted in and grouped, and one group becomes an idea. */
export const visitingUnits = async (say: Say): Promise<void> => {
  const move = (as: string, body: object, of = id) => say(as, `POST /api/visits/${of}/moves`, body);
  await say('nobody', 'GET /api/visits');
  await say('consultant', `GET /api/visits/${id}`);
  await move('nobody', { type: 'planned', revision: 0, terms });
  await move('consultant', { type: 'planned', revision: 0, terms: { ...terms, chosen: 9 } });
  await move('consultant', { type: 'planned', revision: 0, terms });
  await move('consultant', { type: 'asked', revision: 1 }, 'visit-1');
  await move('consultant', { type: 'asked', revision: 1 });
  await move('digitek', { type: 'asked', revision: 2 });
  const step = { type: 'stepped', step: 'expectations', seen: 0, day: '2026-11-23', done: true };
  await move('digitek', step);
  const answer = { type: 'answered', ask: 2, revision: 2, comment: '' };
  await move('owner', { ...answer, answer: 'no' });
  await move('lead', { ...answer, answer: 'yes' });
  await move('owner', { ...answer, answer: 'yes' });
  await move('digitek', step);
  const keeps = (as: string, body: object) => say(as, `POST /api/visits/${id}/notes`, body);
  await keeps('owner', note(1, 'Fra kl. 15 går fire frem og tilbage.'));
  await keeps('consultant', note(1, 'Fra kl. 15 går fire frem og tilbage.'));
  await keeps('consultant', note(1, 'Fra kl. 15 går fire frem og tilbage.'));
  await keeps('digitek', note(2, 'Borger 070761-4285 råbte.'));
  await keeps('digitek', { ...note(2, 'Lyset er det samme.'), key: 'min' });
  await keeps('digitek', { ...note(3, 'Lyset er det samme.'), group: '' });
  const { key } = note(3, '');
  await move('digitek', { type: 'grouped', note: key, group: 'Lys' });
  await move('digitek', { type: 'becameIdea', group: 'Uro' });
  const worth = { seen: 0, value: 'high', effort: 'low', isChosen: true, comment: '' };
  await move('digitek', { type: 'valued', group: 'Uro', name: 'Uro kl. 15', ...worth });
  await move('digitek', { type: 'becameIdea', group: 'Uro kl. 15' });
  await move('digitek', { type: 'dropped', note: key });
  for (const as of ['consultant', 'owner', 'nobody']) await say(as, `GET /api/visits/${id}`);
  await say('consultant', 'GET /api/visits');
  await move('digitek', { type: 'withdrawn', revision: 4, comment: 'Enheden lukker.' });
};
