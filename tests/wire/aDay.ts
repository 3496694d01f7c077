import { anIdea } from '../builders/idea.ts';
import { aPng } from '../builders/pictures.ts';
import { allSteps } from '../builders/portfolio.ts';
import {
  type Answered,
  type ApiWorld,
  type Ask,
  anApiWorld,
  aProject,
  idOf,
} from '../worlds/api/apiWorld.ts';
import { linking } from './chainDay.ts';
import { planning } from './planDay.ts';
import { meetingQuarterly } from './quarterDay.ts';
import { visitingUnits } from './visitDay.ts';

/** One call, and what came back. */
export type Called = {
  readonly as: string | null;
  readonly call: string;
  readonly body?: unknown;
  readonly answered: Answered;
};

// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came back.
type Body = any;
type Given = Omit<Ask, 'as'>;

const story = 'aaaaaaaa-0000-4000-8000-000000000001';
const enquiry = 'aaaaaaaa-0000-4000-8000-000000000002';
const told = 'Før gik der en time med at vente. Nu går døren op med det samme. Alle sover bedre.';

const beforeGate2 = (id: string, title: string, askOre: number) =>
  aProject({
    ...{ id, title, askOre, phase: 'investigation', recommendedOutcome: 'trial' },
    shares: [{ pool: 'area:omsorg', ore: askOre }],
    runningCostsOre: [1_00, 1_00, 1_00, 1_00],
  });

/** A world with a project before gate 1, three before gate 2, one that lacks all, one in operation, one that is spread. */
export const aDaysWorld = async (): Promise<ApiWorld> => {
  const world = anApiWorld();
  const { projects, steps, people } = world.deps.stores;
  const it = { id: idOf('it'), name: 'Arkitekt, IT', upn: 'it@viborg.example', area: null };
  people.put({
    ...it,
    roles: ['it'],
    deputyFor: null,
    deputyFrom: null,
    deputyTo: null,
    absences: [],
    standing: null,
    unit: '',
  });
  projects.put(
    { ...beforeGate2('p2', 'Skærmbesøg', 10_000_00), operationPayer: 'Omsorgs driftsbudget' },
    aProject({ id: 'p3', title: 'Lys om natten', leadArea: null, efficiency: null }),
    aProject({ id: 'p4', title: 'Sansegynge', status: 'operating', phase: 'operation' }),
    beforeGate2('p5', 'Digital træning', 5_000_00),
    beforeGate2('p6', 'Loftlifte', 900_000_00),
    anIdea({ id: 'p7', createdById: idOf('nobody'), origin: 'staff' }),
    aProject({ id: 'p8', title: 'Skærmopkald', phase: 'spread', status: 'operating' }),
  );
  steps.put(...['p2', 'p5', 'p6'].flatMap((id) => allSteps(id, 'gate2')));
  await world.app.ready();
  return world;
};

type Say = (as: string | null, call: string, body?: unknown, given?: Given) => Promise<Body>;

const reading = async (say: Say): Promise<void> => {
  await say(null, 'GET /api/me');
  for (const as of ['chef-omsorg', 'consultant', 'nobody']) await say(as, 'GET /api/me');
  await say('consultant', 'GET /api/people');
  await say('nobody', 'GET /api/board');
  await say('lead', 'GET /api/board/export?grupper=omraade&sorter=navn');
  await say('consultant', 'GET /api/aside');
  await say('nobody', 'GET /api/aside');
  await say('lead', 'GET /api/projects/p1');
  await say('nobody', 'GET /api/projects/p4');
  await say('lead', 'GET /api/projects/p9');
};

const editing = async (say: Say): Promise<void> => {
  await say('nobody', 'POST /api/projects', { title: 'Varme hænder', leadArea: 'omsorg' });
  await say('nobody', 'POST /api/projects', { title: '' });
  await say('consultant', 'POST /api/projects', { title: 'Smutvej', phase: 'trial' });
  await say('nobody', 'POST /api/ideas/alike', { title: 'Varme hænder til alle' });
  await say('nobody', 'POST /api/ideas/alike', { title: 'x'.repeat(256) });
  const { revision } = await say('lead', 'GET /api/projects/p1');
  const patch = (as: string, changes: unknown) =>
    say(as, 'PATCH /api/projects/p1', { revision, changes });
  await patch('lead', { title: 'Døre uden nøgler', nextStep: 'Aftale med IT' });
  await patch('owner', { title: 'Nøglefri hverdag' });
  await patch('nobody', { title: 'Noget andet' });
  await patch('lead', { unknown: true });
  const step = 'PUT /api/projects/p1/steps/ideaDescription';
  await say('lead', step, { done: true });
  await say('lead', step, { done: true, link: 'https://viborg.example/ny.docx', minutes: 4 });
  await say('nobody', step, { done: false });
  await say('lead', 'PUT /api/projects/p1/steps/unknown', { done: true });
};

/** A document at a step, one under the same name, and some that are refused. */
const documents = async (say: Say): Promise<void> => {
  const sent = (as: string, name: string, raw: string) =>
    say(as, `POST /api/projects/p5/steps/draftContract/files?name=${name}`, undefined, {
      raw: Buffer.from(raw),
      headers: { 'content-type': 'application/pdf' },
    });
  await sent('lead', 'Aftale.pdf', '%PDF-1.7 udkast');
  await sent('owner', 'Aftale.pdf', '%PDF-1.7 rettet');
  await sent('lead', '..%2FAftale.pdf', '%PDF-1.7');
  await sent('lead', 'Aftale.docx', '%PDF-1.7');
  await sent('nobody', 'Aftale.pdf', '%PDF-1.7');
  const off = 'POST /api/projects/p5/steps/draftContract/removals';
  await say('nobody', off, { name: 'Aftale.pdf' });
  await say('owner', off, { name: 'Aftale.pdf' });
  await say('lead', off, { name: 'Ukendt.pdf' });
  const plan = 'POST /api/projects/p5/steps/schedule';
  await say('lead', `${plan}/files?name=Plan.pdf`, undefined, {
    raw: Buffer.from('%PDF-1.7 plan'),
    headers: { 'content-type': 'application/pdf' },
  });
  await say('owner', `${plan}/removals`, { name: 'Plan.pdf' });
};

/** Who does a step, by when; somebody is reminded of theirs, and sees what they have to do. */
const tasks = async (say: Say): Promise<void> => {
  const step = 'PATCH /api/projects/p5/steps/schedule';
  await say('lead', step, { responsibleId: idOf('owner'), due: '2026-11-20' });
  await say('lead', step, { responsibleId: 'nobody-we-know' });
  await say('lead', step, { unknown: true });
  await say('lead', 'PATCH /api/projects/p5/steps/finalServiceDesign', { responsible: 'IT' });
  const nudge = 'POST /api/projects/p5/steps/schedule/nudge';
  await say('lead', nudge, {});
  await say('lead', nudge, {});
  await say('nobody', nudge, {});
  await say('lead', 'POST /api/projects/p5/steps/draftContract/nudge', {});
  for (const as of ['lead', 'owner', 'chef-omsorg', 'nobody']) await say(as, 'GET /api/tasks');
  for (const as of ['digitek', 'nobody']) await say(as, 'GET /api/meeting');
  for (const [as, day] of [
    ['digitek', '2026-11-22'],
    ['nobody', '2026-11-22'],
    ['nobody', 'i går'],
  ] as const)
    await say(as, `GET /api/past/${encodeURIComponent(day)}`);
};

/** How it goes: a draft, what it lacks, and the status itself. */
const reports = async (say: Say): Promise<void> => {
  const put = 'PUT /api/projects/p5/reports/1';
  const words = { time: 'green', money: 'green', benefits: null, said: '', next: '', help: '' };
  await say('lead', put, { revision: null, words, publish: true });
  await say('nobody', put, { revision: null, words, publish: false });
  const said = { ...words, benefits: 'yellow', said: 'Det går godt.' };
  await say('lead', put, { revision: null, words: said, publish: true });
  await say('lead', put, { revision: null, words, publish: false });
};

/** A chef is away, the consultant sets it for one who is ill, and it is ended. */
const away = async (say: Say): Promise<void> => {
  const absence = { key: 'absence-0001', personId: idOf('chef-social'), deputyId: idOf('owner') };
  const days = { from: '2026-11-24', to: '2026-11-25' };
  await say('chef-social', 'POST /api/absences', { ...absence, ...days });
  await say('chef-social', 'POST /api/absences', { ...absence, ...days, key: 'absence-0002' });
  await say('nobody', 'POST /api/absences', { ...absence, ...days });
  await say('lead', 'POST /api/absences', { unknown: true });
  const ill = { ...absence, key: 'absence-0003', personId: idOf('chef-sundhed') };
  await say('consultant', 'POST /api/absences', { ...ill, ...days });
  for (const as of ['chef-social', 'owner', 'consultant', 'nobody'])
    await say(as, 'GET /api/absences');
  const standing = 'POST /api/absences/standing';
  const always = { personId: idOf('chef-social'), deputyId: idOf('owner') };
  await say('chef-social', standing, always);
  await say('lead', standing, always);
  await say('chef-social', standing, { ...always, deputyId: idOf('chef-social') });
  await say('chef-social', 'GET /api/absences');
  await say('chef-social', standing, { ...always, deputyId: '' });
  const end = 'POST /api/absences/absence-0003/end';
  await say('nobody', end, { personId: idOf('chef-sundhed') });
  await say('consultant', end, { personId: idOf('chef-sundhed') });
  await say('consultant', 'POST /api/absences/absence-0009/end', {
    personId: idOf('chef-sundhed'),
  });
};

const asking = async (say: Say): Promise<void> => {
  const gate1 = { gate: 'gate1' };
  await say('lead', 'POST /api/projects/p3/requests', gate1);
  await say('nobody', 'POST /api/projects/p1/requests', gate1);
  await say('lead', 'POST /api/projects/p1/requests', gate1);
  await say('consultant', 'POST /api/projects/p1/requests', gate1);
  await say('lead', 'POST /api/projects/p1/requests', { gate: 'gate9' });
  await say('chef-omsorg', 'GET /api/requests');
  await say('chef-omsorg', 'GET /api/requests/p1-gate1-1');
  await say('nobody', 'GET /api/requests/p1-gate1-1');
  await say('lead', 'GET /api/requests/p9-gate1-1');
  await say('chef-omsorg', 'GET /api/me');
};

const answering = async (say: Say): Promise<void> => {
  const answer = 'POST /api/requests/p1-gate1-1/answer';
  await say('chef-omsorg', answer, { type: 'ask', comment: '' });
  await say('chef-omsorg', answer, { type: 'ask', comment: 'Er aftenvagterne med?' });
  const { requests } = await say('lead', 'GET /api/requests');
  const question = requests[0].view.questions[0].question.id;
  const reply = 'POST /api/requests/p1-gate1-1/reply';
  await say('nobody', reply, { question, comment: 'Ja' });
  await say('lead', reply, { question, comment: '' });
  await say('lead', reply, { question, comment: 'Ja, fra første uge.' });
  await say('chef-social', answer, { outcome: 'investigate' });
  await say('chef-omsorg', answer, { outcome: 'stop' });
  await say('chef-omsorg', answer, { outcome: 'grant' });
  await say('chef-omsorg', answer, { outcome: 'fastTrack', comment: 'Kendt løsning' });
  await say('chef-omsorg', answer, { outcome: 'investigate', comment: 'God idé.' });
  await say('chef-omsorg', answer, { outcome: 'stop', comment: 'Alligevel ikke' });
  await say('chef-omsorg', 'GET /api/requests');
  await say('lead', 'GET /api/projects/p1');
  await say('lead', 'GET /api/projects/p1/history');
  await say('lead', 'GET /api/projects/p9/history');
};

const steering = async (say: Say): Promise<void> => {
  const send = (id: string) => say('lead', `POST /api/projects/${id}/requests`, { gate: 'gate2' });
  await send('p2');
  const first = '/api/requests/p2-gate2-1';
  await say('nobody', `POST ${first}/withdraw`, { comment: 'Nej' });
  await say('lead', `POST ${first}/withdraw`, { comment: 'Tallene skal ses efter' });
  await say('lead', `POST ${first}/withdraw`, { comment: 'Igen' });
  await send('p2');
  const second = 'POST /api/requests/p2-gate2-2';
  await say('chef-omsorg', `${second}/reroute`, { to: 'social', comment: 'Ikke min' });
  await say('consultant', `${second}/agenda`, { comment: 'Til mødet' });
  await say('consultant', `${second}/reroute`, { to: 'chefgruppe', comment: 'Berører alle' });
  const third = 'POST /api/requests/p2-gate2-3';
  await say('consultant', `${third}/reroute`, { to: 'nowhere', comment: 'Til ingen' });
  await say('chef-social', `${third}/answer`, { outcome: 'trial', revision: 0 });
  await say('lead', `${third}/agenda`, { comment: '' });
  await say('consultant', `${third}/agenda`, { comment: 'Til mødet' });
  await say('chef-social', 'GET /api/requests');
  await say('lead', `${third}/meeting`, { outcome: 'trial', comment: '' });
  await say('consultant', `${third}/meeting`, { outcome: 'trial', comment: 'Begynd i Nord.' });
  for (const id of ['p5', 'p6']) await send(id);
  await say('chef-omsorg', 'POST /api/requests/p5-gate2-1/answer', { type: 'lift', comment: '' });
  const short = 'POST /api/requests/p6-gate2-1/answer';
  await say('chef-omsorg', short, { outcome: 'trial' });
  await say('chef-omsorg', short, { type: 'meeting', comment: '' });
  await say('chef-omsorg', short, { type: 'toCommonPool', comment: 'Søg dér' });
  await say('consultant', 'GET /api/requests');
  await say('consultant', 'GET /api/board');
};

const paying = async (say: Say): Promise<void> => {
  const { pools } = await say('consultant', 'GET /api/economy');
  await say('nobody', 'GET /api/economy');
  const poolRow = '2026:area:omsorg';
  const post = (as: string, more: object) =>
    say(as, 'POST /api/economy/postings', { poolRow, text: 'Låse', ...more });
  const spent = { type: 'spending', requestId: 'p1-gate1-1', ore: 40_000_00 };
  await post('chef-omsorg', { ...spent, key: 'aaaaaaaa-1' });
  await post('consultant', { ...spent, key: 'aaaaaaaa-1' });
  await post('consultant', { ...spent, key: 'aaaaaaaa-2', ore: 44_000_00 });
  await post('consultant', { type: 'purchase', key: 'aaaaaaaa-3', ore: 70_000_00 });
  const { postings } = await say('consultant', `GET /api/economy?year=2026&pool=${poolRow}`);
  const corrects = postings[0].id;
  await post('consultant', { type: 'correction', key: 'aaaaaaaa-4', corrects, ore: -200_00 });
  const rest = { type: 'release', requestId: 'p1-gate1-1', ore: 5_000_00 };
  await post('consultant', { ...rest, key: 'aaaaaaaa-5' });
  const { pool, revision } = pools[0];
  const budget = (as: string, budgetOre: number) =>
    say(as, `PATCH /api/economy/pools/${pool.id}`, { revision, budgetOre });
  await budget('lead', 250_000_00);
  await budget('consultant', 250_000_00);
  await budget('consultant', 260_000_00);
  for (const year of [2027, 2031]) await say('consultant', 'POST /api/economy/years', { year });
  await say('consultant', 'GET /api/economy');
  await say('consultant', 'GET /api/economy/export?year=2026');
};

const picture = async (say: Say): Promise<string> => {
  const png = aPng(320, 200);
  const sent = (as: string, raw: Buffer) =>
    say(as, 'POST /api/stories/pictures', undefined, {
      raw,
      headers: { 'content-type': 'image/png' },
    });
  const { id } = await sent('digitek', png);
  await sent('digitek', Buffer.from('not a picture'));
  await sent('nobody', png);
  await say(null, `GET /pictures/${id}`);
  await say(null, `GET /pictures/${'0'.repeat(64)}.png`);
  return id;
};

const telling = async (say: Say): Promise<void> => {
  const id = await picture(say);
  const begin = (as: string, more: object) =>
    say(as, 'POST /api/stories', { kind: 'microStory', projectId: 'p1', ...more });
  const begun = await begin('digitek', { key: story, title: 'Døren går op', text: told });
  await begin('nobody', { key: `${story}-9` });
  const { about } = begun.view.now;
  const move = (as: string, body: object) => say(as, `POST /api/stories/${story}/moves`, body);
  const pictures = [{ id, alt: 'En dør med en lås', people: false, consent: '' }];
  await move('digitek', {
    ...{
      type: 'saved',
      revision: 1,
      about,
      content: { text: `${told} CPR 0102034444.`, pictures },
    },
  });
  const save = (revision: number, text: string) =>
    move('digitek', { type: 'saved', revision, about, content: { text, pictures, files: [] } });
  await save(1, '');
  await move('digitek', { type: 'asked', revision: 2, comment: '' });
  await save(2, told);
  await save(2, `${told} Og en gang til.`);
  await move('digitek', { type: 'planned', revision: 3, plannedFor: '2026-12-01' });
  await move('digitek', { type: 'asked', revision: 4, comment: 'Sig til.' });
  await say('chef-omsorg', `GET /api/stories/${story}`);
  await say('chef-omsorg', 'GET /api/requests');
  await move('chef-social', { type: 'approved', ask: 5, comment: '' });
  await move('chef-omsorg', { type: 'suggested', ask: 5, text: `${told} Tak.` });
  await move('digitek', { type: 'accepted', revision: 6 });
  const out = { type: 'published', channel: 'official', day: '2026-11-23' };
  await move('digitek', { ...out, revision: 7, link: 'ikke et link' });
  await move('digitek', { ...out, revision: 7, link: 'https://www.linkedin.com/posts/1' });
  const press = { kind: 'press', title: 'TV2 Midtvest', text: 'Hvad koster det?' };
  await begin('communications', { ...press, key: enquiry, lederId: idOf('leder') });
  await say('communications', `POST /api/stories/${enquiry}/moves`, {
    ...{ type: 'asked', revision: 1, comment: '' },
  });
  await say('leder', `POST /api/stories/${enquiry}/moves`, { type: 'taken', ask: 2, comment: '' });
  await begin('communications', { key: `${story}-3`, kind: 'description' });
  await begin('digitek', { key: `${story}-4`, kind: 'article', lederId: idOf('leder') });
  for (const as of ['communications', 'consultant', 'nobody']) await say(as, 'GET /api/stories');
  await say('communications', 'GET /api/stories/export?year=2026');
  await say('communications', 'GET /api/stories/unknown-story');
};

const fixedPoints = async (say: Say): Promise<void> => {
  await say('digitek', 'GET /api/settings/year-points');
  const { revision } = await say('consultant', 'GET /api/settings/year-points');
  const write = (as: string, day: string) =>
    say(as, 'PATCH /api/settings/year-points', {
      revision,
      points: [{ id: 'dialog', title: 'Strategisk dialog', day, area: 'omsorg', link: '' }],
    });
  await write('digitek', '03-15');
  await write('consultant', '02-30');
  await write('consultant', '03-15');
  await write('consultant', '03-16');
};

const settling = async (say: Say): Promise<void> => {
  const { settings } = await say('consultant', 'GET /api/stories?year=2026');
  const { revision, closingDays, communication } = settings;
  const words = (as: string, storyDays: number) =>
    say(as, 'PATCH /api/settings/communication', {
      ...{ revision, closingDays, communication: { ...communication, storyDays } },
    });
  await words('digitek', 2);
  await words('consultant', -1);
  await words('consultant', 2);
  await words('consultant', 3);
  const { stuckLimits } = await say('consultant', 'GET /api/board');
  const limits = (as: string, gate: number) =>
    say(as, 'PATCH /api/settings/stuck', {
      ...{ seen: stuckLimits, limits: { ...stuckLimits, gate } },
    });
  await limits('lead', 9);
  await limits('consultant', -9);
  await limits('consultant', 9);
  await limits('consultant', 8);
  await say('digitek', 'GET /api/settings/import-words');
  const seen = await say('consultant', 'GET /api/settings/import-words');
  const teach = (word: string) => {
    const area = { ...seen.words.area, omsorg: [...(seen.words.area.omsorg ?? []), word] };
    return say('consultant', 'PATCH /api/settings/import-words', {
      ...{ revision: seen.revision, words: { ...seen.words, area } },
    });
  };
  await teach('Socialområdet');
  await teach('Ældre og sundhed');
  await teach('Plejen');
  await fixedPoints(say);
  const again = `POST /api/people/${idOf('chef-omsorg')}/send-again`;
  await say('consultant', again, {});
  await say('nobody', again, {});
  await say('consultant', 'POST /api/people/unknown/send-again', {});
};

const vouching = async (say: Say): Promise<void> => {
  const approval = '/api/approvals/p3:ideaOwner';
  const move = (as: string, body: object) => say(as, `POST ${approval}/moves`, body);
  const paper = (version: string) =>
    say('lead', 'PUT /api/projects/p3/steps/ideaDescription', {
      ...{ done: true, link: 'https://viborg.example/lys.docx', version, minutes: 3 },
    });
  await move('lead', { type: 'asked', revision: 0 });
  await paper('version 1');
  await move('nobody', { type: 'asked', revision: 0 });
  await move('lead', { type: 'asked', revision: 0 });
  await move('consultant', { type: 'asked', revision: 1 });
  await say('owner', 'GET /api/requests?waitingFor=me');
  await say('owner', 'GET /api/me');
  await say('owner', `GET ${approval}`);
  await say('owner', 'GET /api/approvals/p3:ideaChef');
  await say('owner', 'POST /api/approvals/p9:ideaOwner/moves', { type: 'asked', revision: 0 });
  await move('owner', { type: 'question', ask: 1, comment: '' });
  await move('owner', { type: 'question', ask: 1, comment: 'Hvem tænder lyset?' });
  await say('lead', 'GET /api/requests?waitingFor=me');
  await move('nobody', { type: 'reply', question: 2, comment: 'Det gør jeg' });
  await move('lead', { type: 'reply', question: 2, comment: 'Det gør det selv, når nogen går.' });
  await move('owner', { type: 'sentBack', ask: 1, comment: 'Skriv det ind.' });
  await say('lead', 'GET /api/projects/p3');
  await paper('version 2');
  await say('owner', 'GET /api/requests?waitingFor=me');
  await move('owner', { type: 'approved', ask: 1, comment: '' });
  const { view } = await say('owner', `GET ${approval}`);
  await move('chef-omsorg', { type: 'approved', ask: view.now.ask.seq, comment: '' });
  await move('owner', { type: 'approved', ask: view.now.ask.seq, comment: 'Godt.' });
  await move('owner', { type: 'approved', ask: view.now.ask.seq, comment: 'Godt.' });
  await move('owner', { type: 'sentBack', ask: view.now.ask.seq, comment: 'Alligevel ikke' });
  await say('lead', 'GET /api/projects/p3');
  await say('lead', 'GET /api/projects/p3/history');
};

/** A paper is written by two, saved as a version twice, and asked otherwise by the consultant. */
const writing = async (say: Say): Promise<void> => {
  const paper = '/api/projects/p4/papers/evaluation';
  const write = (as: string, field: string, revision: string, value: object) =>
    say(as, `PUT ${paper}/fields/${field}`, { revision, value });
  const save = (as: string, seen: number) => say(as, `POST ${paper}/versions`, { seen });
  const what = { text: 'Lys, der tænder, når nogen rejser sig.' };
  await say('nobody', `GET ${paper}`);
  await say('lead', 'GET /api/projects/p4/papers/nonsense');
  await say('lead', 'GET /api/projects/p99/papers/evaluation');
  await save('lead', 0);
  await write('nobody', 'what', 'none', what);
  await write('lead', 'nonsense', 'none', what);
  await write('lead', 'what', 'none', { text: 'Fru Berg, 010150-1234' });
  await write('lead', 'what', 'none', what);
  await write('owner', 'what', 'none', { text: 'Lys ved sengen.' });
  const row = { what: 'Færre fald', before: '12 om måneden', goal: '6', after: '7' };
  await write('owner', 'results', 'none', { rows: [row] });
  await write('owner', 'results', 'none', { answer: 'perhaps' });
  await save('nobody', 0);
  await save('lead', 0);
  await save('lead', 0);
  await say('lead', `GET ${paper}`);
  await say('owner', `GET ${paper}/versions/1`);
  await say('owner', `GET ${paper}/versions/7`);
  await say('owner', `GET ${paper}/versions/1/word`);
  await say('owner', `GET ${paper}/versions/7/word`);
  const { revision, templates } = await say('consultant', 'GET /api/settings/papers');
  const ideaDescription = { headings: { what: 'Hvad går I med?' }, helps: {}, off: ['rolePlayed'] };
  const asked = { ...templates, ideaDescription };
  const change = (as: string, given: object) =>
    say(as, 'PATCH /api/settings/papers', { revision, templates: given });
  await change('lead', asked);
  await change('consultant', {
    ...asked,
    evaluation: { ...ideaDescription, headings: { what: 'x'.repeat(121) } },
  });
  await change('consultant', { ...asked, evaluation: { ...ideaDescription, off: ['recommend'] } });
  await change('consultant', {
    ...asked,
    ideaDescription: {
      ...{ ...ideaDescription, own: { ownText1: 'idea' }, order: { idea: ['citizen', 'what'] } },
      headings: { ownText1: 'Hvem skal høres?' },
    },
  });
  await change('consultant', templates);
  await say('consultant', 'GET /api/settings/papers/changes');
};

/** The steps of a phase: named, left out, their own; what a rule rests on, and two who change one. */
const makingSteps = async (say: Say): Promise<void> => {
  const { templates: seen } = await say('consultant', 'GET /api/settings/steps');
  const make = (as: string, steps: object) =>
    say(as, 'PATCH /api/settings/steps', { seen, templates: { steps, order: {} } });
  const own = { name: 'Spørg pårørenderådet', off: false, link: '' };
  await make('lead', { trialOwn: own });
  await make('consultant', { evaluation: { name: '', off: true, link: '' } });
  await make('consultant', { schedule: { name: '', off: false, link: 'http://viborg.example' } });
  await make('consultant', { trialOwn: own, schedule: { name: '', off: true, link: '' } });
  await make('consultant', { trialOwn: { ...own, name: 'Tag fotos' } });
  await say('lead', 'PUT /api/projects/p3/steps/schedule', { done: true });
  await say('consultant', 'GET /api/settings/steps/changes');
  const now = await say('consultant', 'GET /api/settings/steps');
  await say('consultant', 'PATCH /api/settings/steps', { seen: now.templates, templates: seen });
};

/** The chef before the gate: a pool, another pool, a word alone, and what is no business of theirs. */
const commenting = async (say: Say): Promise<void> => {
  const comment = '/api/chef-comments/p3:ideaChef';
  const move = (as: string, body: object) => say(as, `POST ${comment}/moves`, body);
  const { project, revision } = await say('lead', 'GET /api/projects/p3');
  const ore = project.askOre;
  const tick = (as: string, done: boolean, note: string) =>
    say(as, 'PUT /api/projects/p3/steps/ideaChef', { done, note });
  await say('lead', 'GET /api/chef-comments/p3:ideaOwner');
  await move('lead', { type: 'asked', revision: 0 });
  await say('lead', 'PATCH /api/projects/p3', { revision, changes: { leadArea: 'omsorg' } });
  await move('nobody', { type: 'asked', revision: 0 });
  await move('lead', { type: 'asked', revision: 0 });
  await move('consultant', { type: 'asked', revision: 1 });
  const seen = { ask: 1, revision: 1 };
  await say('chef-omsorg', 'GET /api/requests?waitingFor=me');
  await say('chef-omsorg', `GET ${comment}`);
  await say('nobody', `GET ${comment}`);
  await move('chef-omsorg', { type: 'question', ...seen, comment: 'Kan tandplejen være med?' });
  await move('lead', { type: 'reply', question: 2, comment: 'Ja, fra marts.' });
  await move('chef-omsorg', { type: 'commented', ...seen, ore, comment: '' });
  await move('chef-omsorg', { type: 'commented', ...seen, ore, comment: 'God idé.' });
  await move('chef-social', { type: 'chosen', ...seen, ore, choice: 'common', comment: '' });
  await move('chef-omsorg', { type: 'chosen', ...seen, ore: 1, choice: 'own', comment: '' });
  await move('chef-omsorg', { type: 'chosen', ...seen, ore, choice: 'several', comment: '' });
  await move('chef-omsorg', { type: 'chosen', ...seen, ore, choice: 'own', comment: '' });
  await move('chef-omsorg', { type: 'chosen', ...seen, ore, choice: 'own', comment: '' });
  await move('chef-omsorg', { type: 'chosen', ...seen, ore, choice: 'common', comment: '' });
  const { view } = await say('chef-omsorg', `GET ${comment}`);
  const now = { ask: 1, revision: view.now.revision };
  await move('chef-omsorg', { type: 'chosen', ...now, ore, choice: 'common', comment: 'Hellere.' });
  await say('lead', 'GET /api/projects/p3');
  await tick('nobody', false, '');
  await tick('consultant', false, '');
  await tick('consultant', true, '');
  await tick('consultant', true, 'Sagt i telefonen.');
  await tick('consultant', false, '');
  await say('lead', 'GET /api/projects/p3/history');
};

/** An idea on its way in: asked about, answered, and what is no business of theirs. */
const wanting = async (say: Say): Promise<void> => {
  const interest = '/api/interests/p7:interest';
  const move = (as: string, body: object) => say(as, `POST ${interest}/moves`, body);
  const seen = (revision: number) => ({ ask: 1, revision });
  await say('nobody', 'GET /api/ideas');
  await say('digitek', 'GET /api/interests/p7:ideaChef');
  await move('nobody', { type: 'asked', revision: 0, askedId: null });
  await move('digitek', { type: 'asked', revision: 0, askedId: idOf('leder') });
  await move('digitek', { type: 'asked', revision: 0, askedId: null });
  await move('consultant', { type: 'asked', revision: 1, askedId: null });
  await say('chef-omsorg', 'GET /api/requests?waitingFor=me');
  await say('chef-omsorg', `GET ${interest}`);
  await move('chef-omsorg', { type: 'question', ...seen(1), comment: 'Hvor mange borgere?' });
  await say('nobody', 'GET /api/ideas');
  await move('nobody', { type: 'reply', question: 2, comment: 'Cirka 40.' });
  await move('chef-omsorg', { type: 'no', ...seen(3), comment: '' });
  await move('chef-omsorg', { type: 'yes', ...seen(3), priority: 'veryHigh', comment: '' });
  await move('chef-social', { type: 'yes', ...seen(3), priority: 'high', comment: '' });
  await move('chef-omsorg', { type: 'yes', ...seen(3), priority: 'high', comment: 'God idé.' });
  await move('chef-omsorg', { type: 'owner', ...seen(4), ownerId: 'unknown' });
  await move('chef-omsorg', { type: 'owner', ...seen(4), ownerId: idOf('leder') });
  await say('digitek', 'GET /api/ideas');
  await say('digitek', 'GET /api/projects/p7');
  const tick = (as: string, done: boolean, note: string) =>
    say(as, 'PUT /api/projects/p7/steps/interest', { done, note });
  await say('digitek', 'PUT /api/projects/p7/steps/ownerAppointed', { done: false });
  await tick('nobody', false, '');
  await tick('digitek', false, '');
  await tick('digitek', true, '');
  await tick('digitek', true, 'Sagt i telefonen.');
  await say('digitek', 'GET /api/projects/p7/history');
};

/** The people of a project ask each other, and IT at a step. */
const inquiring = async (say: Say): Promise<void> => {
  const talk = '/api/inquiries/p2:talk:aaaaaaaa-0000-4000-8000-00000000000a';
  const it = '/api/inquiries/p5:it:serviceDesign';
  const asked = { type: 'asked', revision: 0 };
  const seen = { ask: 1, revision: 1 };
  await say('lead', 'GET /api/inquiries/p5:it:evaluation');
  await say('lead', 'GET /api/projects/p2');
  const comment = 'Holder aftalen med vagtplanen?';
  await say('nobody', `POST ${talk}/moves`, { ...asked, askedId: idOf('owner'), comment });
  await say('lead', `POST ${talk}/moves`, { ...asked, askedId: idOf('nobody'), comment });
  await say('lead', `POST ${talk}/moves`, { ...asked, askedId: idOf('lead'), comment });
  await say('lead', `POST ${talk}/moves`, { ...asked, askedId: idOf('owner'), comment: '' });
  await say('lead', `POST ${talk}/moves`, { ...asked, askedId: idOf('owner'), comment });
  await say('lead', `POST ${talk}/moves`, { ...asked, askedId: idOf('owner'), comment });
  await say('owner', 'GET /api/requests?waitingFor=me');
  await say('owner', `GET ${talk}`);
  const words = { ...seen, type: 'answered', answer: 'said' };
  await say('lead', `POST ${talk}/moves`, { ...words, comment: 'Ja.' });
  await say('owner', `POST ${talk}/moves`, { ...words, answer: 'fine', comment: 'Ja.' });
  await say('owner', `POST ${talk}/moves`, { ...words, comment: 'Ja, fra marts.' });
  await say('lead', `POST ${talk}/moves`, { type: 'withdrawn', revision: 2 });
  await say('owner', `POST ${it}/moves`, { ...asked, askedId: null, comment });
  await say('lead', `POST ${it}/moves`, { ...asked, askedId: null, comment: 'Se på log ind.' });
  await say('it', `GET ${it}`);
  await say('it', `POST ${it}/moves`, { type: 'question', ...seen, comment: 'Hvilken version?' });
  await say('lead', `POST ${it}/moves`, { type: 'reply', question: 2, comment: 'Den nye.' });
  const answer = { type: 'answered', ask: 1, revision: 3 };
  await say('it', `POST ${it}/moves`, { ...answer, answer: 'fineIf', comment: '' });
  await say('it', `POST ${it}/moves`, { ...answer, answer: 'fine', comment: '' });
  await say('nobody', 'GET /api/projects/p2');
  await say('lead', 'GET /api/projects/p5');
  await say('lead', 'GET /api/projects/p5/history');
};

/** By which rules people are asked: read by everybody, changed by one. */
const ruling = async (say: Say): Promise<void> => {
  const { values } = await say('nobody', 'GET /api/settings/rules');
  const change = (as: string, changes: object) =>
    say(as, 'PATCH /api/settings/rules', { seen: values, values: { ...values, ...changes } });
  await change('consultant', { talkDays: 3, until: '16:00' });
  await change('consultant', { talkDays: 0 });
  await change('consultant', { talkDays: 4 });
  await change('lead', { talkDays: 2 });
  await say('consultant', 'GET /api/settings/rules');
  await say('consultant', 'GET /api/settings/rules/changes');
  await say('consultant', 'PATCH /api/settings/rules', {
    ...{ seen: { ...values, talkDays: 3, until: '16:00' }, values },
  });
};

/** Something that is to be bought. */
const purchasing = async (say: Say): Promise<void> => {
  const idea = await say('nobody', 'POST /api/projects', {
    title: 'To tablets',
    leadArea: 'omsorg',
  });
  const { id } = idea.project;
  const move = (as: string, subject: string, body: object) =>
    say(as, `POST /api/inquiries/${id}:${subject}/moves`, body);
  const asked = { type: 'asked', revision: 0, askedId: null, comment: 'To tablets.' };
  const money = { ore: 8_000_00, payer: 'area:omsorg' };
  await move('nobody', 'screening', asked);
  await move('digitek', 'purchase', { ...asked, ...money });
  await move('digitek', 'screening', asked);
  await say('digitek', 'GET /api/ideas');
  const answer = { type: 'answered', ask: 1, revision: 1, comment: '' };
  await move('consultant', 'screening', { ...answer, answer: 'buy' });
  await move('consultant', 'screening', { ...answer, answer: 'fine' });
  await move('digitek', 'purchase', { ...asked, ...money, ore: 0 });
  await move('digitek', 'purchase', { ...asked, ...money, payer: 'area:ukendt' });
  await move('digitek', 'purchase', { ...asked, ...money, payer: 'noget' });
  await move('digitek', 'purchase', { ...asked, ...money });
  await say('digitek', `GET /api/projects/${id}`);
  await say('chef-omsorg', 'GET /api/requests?waitingFor=me');
  const bought = { type: 'bought', revision: 2, ...money };
  await move('digitek', 'purchase', bought);
  await move('digitek', 'purchase', { ...bought, payer: 'common' });
  await move('chef-omsorg', 'purchase', { ...answer, answer: 'buy' });
  await say('digitek', 'GET /api/ideas');
  await move('nobody', 'purchase', bought);
  await move('digitek', 'purchase', { ...bought, payer: 'common' });
  await move('digitek', 'purchase', { ...bought, ore: 8_000_01 });
  await move('digitek', 'purchase', bought);
  await say('digitek', `GET /api/projects/${id}/history`);
};

/** What a project in operation has promised, and what became of it. */
const followingUp = async (say: Say): Promise<void> => {
  const id = 'p4:benefit:aaaaaaaa-0000-4000-8000-00000000000b';
  const move = (as: string, body: object) => say(as, `POST /api/benefits/${id}/moves`, body);
  const terms = {
    ...{ title: 'Sparet kørsel', measure: 'hoursAYear', indicator: 'Kørebogen' },
    ...{ target: '3.400', uncertainty: '400', ownerId: idOf('owner'), startsOn: '2026-08-24' },
  };
  const written = { type: 'written', revision: 0, terms };
  await say('nobody', 'GET /api/lessons');
  await say('nobody', 'GET /api/fairness');
  await say('consultant', 'GET /api/fairness');
  await say('nobody', 'GET /api/pace');
  await say('nobody', 'GET /api/benefits');
  await say('lead', 'GET /api/benefits/p4:benefit:1');
  await move('nobody', written);
  await move('lead', { ...written, terms: { ...terms, target: '1.5' } });
  await move('lead', { ...written, terms: { ...terms, title: ' ' } });
  await move('lead', { ...written, terms: { ...terms, measure: 'kilo' } });
  await move('lead', written);
  await say('owner', `GET /api/benefits/${id}`);
  await move('consultant', { ...written, terms: { ...terms, target: '3.000' } });
  const answer = { type: 'answered', ask: 0, revision: 1, value: '1.250,5', comment: 'Skøn.' };
  await move('lead', { ...answer, value: '9-10' });
  await move('lead', answer);
  await move('owner', { type: 'notYet', ask: 1, revision: 2, until: '2026-12-07' });
  await move('lead', { type: 'owner', revision: 1, ownerId: 'somebody' });
  await move('lead', { type: 'owner', revision: 1, ownerId: idOf('lead') });
  await say('consultant', 'GET /api/benefits');
  await say('nobody', 'POST /api/benefits/ask', {});
  await say('consultant', 'POST /api/benefits/ask', {});
  await say('lead', 'GET /api/benefits/export');
  await move('lead', { type: 'withdrawn', revision: 3, comment: '' });
  await move('lead', { type: 'withdrawn', revision: 3, comment: 'Målt i et andet projekt.' });
  await say('lead', 'GET /api/projects/p4');
  await say('lead', 'GET /api/projects/p4/history');
};

/** Somebody has had the same idea. */
const following = async (say: Say): Promise<void> => {
  const follow = (as: string, id: string, title: string) =>
    say(as, `POST /api/projects/${id}/followers`, { title, purpose: 'Så fryser ingen' });
  await follow('nobody', 'p7', 'Varme hænder');
  await follow('nobody', 'p9', 'Varme hænder');
  await follow('nobody', 'p7', 'CPR 0102034444');
  await say('nobody', 'POST /api/projects/p7/followers', { title: ' ' });
  await follow('owner', 'p7', 'Varme hænder');
  await say('owner', 'GET /api/ideas');
};

/** To which units it is spread, and what is no business of theirs. */
const spreading = async (say: Say): Promise<void> => {
  const units = '/api/projects/p8/units';
  const add = (as: string, name: string) => say(as, `POST ${units}`, { name, month: '2026-12-01' });
  await add('nobody', 'Distrikt Nord');
  await say('lead', 'POST /api/projects/p1/units', { name: 'Nord', month: '2026-12-01' });
  await say('lead', `POST ${units}`, { name: 'Nord', month: 'december' });
  await add('lead', 'Distrikt Nord');
  await add('consultant', 'distrikt nord');
  const { units: both } = await add('lead', 'Distrikt Syd');
  const [north, south] = both;
  const put = (as: string, unit: Body, change: object) =>
    say(as, `PUT ${units}/${unit.id}`, { revision: unit.revision, change });
  await put('nobody', north, { type: 'start', on: '2026-11-23' });
  await put('lead', north, { type: 'start', on: '2026-11-24' });
  await put('lead', north, { type: 'start', on: '2026-11-23' });
  await put('consultant', north, { type: 'giveUp', reason: 'Ingen leder' });
  await put('lead', south, { type: 'giveUp', reason: '' });
  await put('lead', { ...south, id: 'p8:none' }, { type: 'name', name: 'Syd' });
  const { units: moved } = await put('lead', south, { type: 'plan', month: '2027-02-01' });
  await say('nobody', 'GET /api/projects/p8');
  const again = moved.find((unit: Body) => unit.id === south.id);
  await put('lead', again, { type: 'giveUp', reason: 'Borgerne kommer til os.' });
  await say('lead', 'GET /api/projects/p8/history');
};

const wrong = async (say: Say): Promise<void> => {
  await say('lead', 'GET /api/nothing');
  await say('lead', 'DELETE /api/board');
  await say('lead', 'POST /api/projects', undefined, { raw: '{' });
  await say('lead', 'POST /api/projects', undefined, {
    ...{ raw: '<a/>', headers: { 'content-type': 'text/xml' } },
  });
  await say('lead', 'POST /api/projects', { title: 'x'.repeat(210_000) });
  for (const page of ['/health', '/metrics']) await say(null, `GET ${page}`);
};

/** A day of work through the API: every route, and a refusal of each kind that is cheap to come by. */
export const callsOfADay = async (world: ApiWorld): Promise<readonly Called[]> => {
  const calls: Called[] = [];
  const say: Say = async (as, call, body, given = {}) => {
    const [method = '', url = ''] = call.split(' ');
    const asked = { ...(as === null ? {} : { as }), ...(body === undefined ? {} : { body }) };
    const answered = await world.call(method, url, { ...asked, ...given });
    calls.push({ as, call, ...(body === undefined ? {} : { body }), answered });
    return answered.body;
  };
  const parts = [
    reading,
    editing,
    asking,
    answering,
    steering,
    paying,
    telling,
    settling,
    vouching,
    commenting,
    wanting,
    inquiring,
    purchasing,
    followingUp,
    visitingUnits,
    documents,
    ruling,
    tasks,
    reports,
    away,
    spreading,
    following,
    writing,
    makingSteps,
    meetingQuarterly,
    planning,
    linking,
    wrong,
  ];
  for (const part of parts) await part(say);
  // A server that has only just begun.
  world.freshness.ready = () => false;
  for (const page of ['/api/me', '/health']) await say('lead', `GET ${page}`);
  world.freshness.ready = () => true;
  return calls;
};
