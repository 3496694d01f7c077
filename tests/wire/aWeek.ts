import { messageAbout } from '#shared/domain/message.ts';
import { defaultRhythm } from '#shared/domain/rhythm.ts';
import { tellByClock } from '#shared/useCases/matters/registry.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import { watchReach } from '#shared/useCases/outbox/reach.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { bindUseCases } from '../../bot/turn/useCases.ts';
import { type ApiWorld, idOf } from '../worlds/api/apiWorld.ts';
import { aDaysWorld, callsOfADay } from './aDay.ts';

/** All that a server does by itself, as often as it takes. */
const byTheClock = async ({ deps, teams }: ApiWorld, at: string): Promise<void> => {
  deps.clock.at = at;
  for (let round = 0; round < 4; round += 1) {
    await sweep(deps, 'start');
    await tellByClock(deps);
    await watchReach(deps);
    while ((await deliver(deps, teams)) > 0) await deps.settle();
    await deps.settle();
  }
};

const chefs = ['chef-social', 'chef-sundhed', 'chef-omsorg'];

const did = async (world: ApiWorld, as: string, path: string, body: unknown): Promise<void> => {
  const { status, raw } = await world.call('POST', path, { as, body });
  if (status >= 300) throw new Error(`${path}: ${raw}`);
};

/** The chefgruppe takes a project further, and what viborg.dk says of it is old. */
const becomesOld = async (world: ApiWorld): Promise<void> => {
  const description = { key: 'aaaaaaaa-old', kind: 'description', projectId: 'p5', text: 'Om p5.' };
  await did(world, 'communications', '/api/stories', description);
  await did(world, 'communications', '/api/stories/viborgdk-p5/moves', {
    ...{ type: 'published', revision: 1, channel: 'viborgDk', link: 'https://viborg.dk/p5' },
    day: world.deps.clock.day(),
  });
  for (const as of chefs)
    await did(world, as, '/api/requests/p5-gate2-2/answer', { outcome: 'trial' });
};

const copies = async ({ deps }: ApiWorld): Promise<void> => {
  const mine = { personId: idOf('chef-omsorg'), conversationId: 'a:omsorg', revision: 1 };
  const { keepCopy } = bindUseCases(deps);
  await keepCopy({
    ...{ ...mine, activityId: 'f:1', kind: 'ask' },
    ...messageAbout.request('p6-gate2-2', null),
  });
  await keepCopy({
    ...{ ...mine, activityId: 'f:2', kind: 'storyAsk' },
    ...messageAbout.story('aaaaaaaa-late', '2'),
  });
};

/** A story that nobody answers. */
const asksInVain = async (world: ApiWorld): Promise<void> => {
  const key = 'aaaaaaaa-late';
  const text = 'Før gik der en time. Nu går døren op med det samme. Alle sover bedre.';
  const story = { key, kind: 'microStory', projectId: 'p1', title: 'Døren', text };
  await did(world, 'digitek', '/api/stories', story);
  const asked = { type: 'asked', revision: 1, comment: '' };
  await did(world, 'digitek', `/api/stories/${key}/moves`, asked);
};

/** A chef who is asked which pool pays, and does not answer. */
const asksChefInVain = async (world: ApiWorld): Promise<void> => {
  const path = '/api/chef-comments/p3:ideaChef';
  const revision = world.deps.stores.chefComments.all().length;
  await did(world, 'lead', `${path}/moves`, { type: 'asked', revision });
};

/** An idea that nobody says whether they want. */
const asksInterestInVain = async (world: ApiWorld): Promise<void> => {
  const revision = world.deps.stores.interests.all().length;
  const asked = { type: 'asked', revision, askedId: null };
  await did(world, 'digitek', '/api/interests/p7:interest/moves', asked);
};

/** The minutes that a chef wanted otherwise are put right, and everybody signs. */
const signsMinutes = async (world: ApiWorld): Promise<void> => {
  const path = '/api/quarters/2027-01-14/moves';
  const move = (as: string, given: object) =>
    did(world, as, path, { seen: world.deps.stores.meetings.all().length, given });
  await move('consultant', { type: 'correct', point: 'pools', text: 'Rækker til sommer.' });
  for (const as of chefs) await move(as, { type: 'approve', version: 2 });
};

/** The town hall reads its mornings late in the day here, so that what is nudged is nudged by itself. */
const readsLate = ({ deps }: ApiWorld): void => {
  const value = JSON.stringify({ ...defaultRhythm, digestTime: '16:30' });
  deps.stores.settings.put({ id: 'rhythm', value, lastChange: null });
};

/** IT, who does not answer. */
const asksItInVain = async (world: ApiWorld): Promise<void> => {
  const asked = { type: 'asked', revision: 0, askedId: null, comment: 'Er log ind i orden?' };
  await did(world, 'lead', '/api/inquiries/p6:it:serviceDesign/moves', asked);
};

const promise = async (world: ApiWorld, key: string, ownerId: string | null): Promise<string> => {
  const path = `/api/benefits/p4:benefit:aaaaaaaa-0000-4000-8000-00000000000${key}/moves`;
  const terms = {
    ...{ title: 'Færre fald', measure: 'countAYear', unitName: 'fald', baseline: '40' },
    ...{ target: '25', ownerId, startsOn: '2026-08-20' },
  };
  await did(world, 'lead', path, { type: 'written', revision: 0, terms });
  return path;
};

/** Three benefits: one whose owner asks back and answers, one that nobody answers, one that nobody owns. */
const followsBenefits = async (world: ApiWorld): Promise<void> => {
  const asked = await promise(world, 'c', idOf('owner'));
  await promise(world, 'd', idOf('owner'));
  await promise(world, 'e', null);
  await byTheClock(world, '2026-11-23T10:02:00Z');
  const seen = { ask: 2, revision: 2 };
  await did(world, 'owner', asked, { type: 'question', ...seen, comment: 'Er natten med?' });
  await byTheClock(world, '2026-11-23T10:03:00Z');
  await did(world, 'lead', asked, { type: 'reply', question: 3, comment: 'Ja, hele døgnet.' });
  await byTheClock(world, '2026-11-23T10:04:00Z');
  await did(world, 'owner', asked, { type: 'answered', ask: 2, revision: 4, value: '31' });
};

/** Two visits: one whose leder asks back and says yes, one that nobody answers. */
const visitsUnits = async (world: ApiWorld): Promise<void> => {
  const planned = async (key: string): Promise<string> => {
    const path = `/api/visits/visit-aaaaaaaa-0000-4000-8000-00000000000${key}/moves`;
    const dates = { introduction: null, practice: '2027-02-02', overview: null };
    const days = { expectations: '2027-01-12', ...dates, selection: null, startup: null };
    const terms = {
      ...{ area: 'omsorg', unit: 'Nattevagten', lederId: idOf('owner'), employees: 32, chosen: 3 },
      ...{ consultantIds: [idOf('consultant'), idOf('digitek')], days },
    };
    await did(world, 'digitek', path, { type: 'planned', revision: 0, terms });
    await did(world, 'digitek', path, { type: 'asked', revision: 1 });
    return path;
  };
  const asked = await planned('3');
  await planned('4');
  await byTheClock(world, '2026-11-23T10:02:30Z');
  const seen = { ask: 2, revision: 2 };
  await did(world, 'owner', asked, { type: 'question', ...seen, comment: 'Er natten med?' });
  await byTheClock(world, '2026-11-23T10:03:30Z');
  await did(world, 'digitek', asked, { type: 'reply', question: 3, comment: 'Ja, hele døgnet.' });
  await byTheClock(world, '2026-11-23T10:04:30Z');
  const yes = { type: 'answered', ask: 2, revision: 4, answer: 'yes' };
  await did(world, 'owner', asked, yes);
};

/** A paper that is changed after the owner's yes, and that nobody answers for. */
const changesPaper = async (world: ApiWorld): Promise<void> => {
  const link = 'https://viborg.example/lys-3.docx';
  const body = { done: true, link, version: 'version 3' };
  await world.call('PUT', '/api/projects/p3/steps/ideaDescription', { as: 'lead', body });
};

/**
 * The lists after a day through the API and all that follows from it by the clock: an answer that
 * does not come, somebody without the app, a description that has grown old, a year not opened.
 */
export const listsAfterAWeek = async (): Promise<ApiWorld['deps']['stores']> => {
  const world = await aDaysWorld();
  await callsOfADay(world);
  await byTheClock(world, '2026-11-23T10:00:00Z');
  world.teams.shut.set(idOf('chef-omsorg'), 'blocked');
  await asksInVain(world);
  await becomesOld(world);
  await asksChefInVain(world);
  await asksInterestInVain(world);
  await asksItInVain(world);
  await changesPaper(world);
  await signsMinutes(world);
  await copies(world);
  await followsBenefits(world);
  await visitsUnits(world);
  readsLate(world);
  for (const at of [
    '2026-11-23T10:05:00Z',
    '2026-11-23T15:40:00Z',
    '2026-11-24T08:05:00Z',
    '2026-11-24T15:05:00Z',
    '2026-11-25T09:00:00Z',
    '2026-11-30T08:05:00Z',
    '2027-12-06T15:45:00Z',
  ])
    await byTheClock(world, at);
  return world.deps.stores;
};
