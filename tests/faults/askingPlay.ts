import { approvalIdOf } from '#shared/domain/approvals/approval.ts';
import { chefCommentIdOf } from '#shared/domain/chefComments/chefComment.ts';
import { interestIdOf } from '#shared/domain/interest/interest.ts';
import type { Message, MessageKind } from '#shared/domain/message.ts';
import type { Person } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import type { Picture } from '../worlds/processes/eyes.ts';
import type { World } from '../worlds/processes/world.ts';
import { type Act, type Json, type Plot, sent } from './killedActs.ts';
import { doubledIn, historyFault, playKilled, pressed, unsentFault } from './killedPlay.ts';
import type { Result } from './play.ts';

/* Interest, the owner's approval and the chef's comment before a gate, on servers that are killed. */

const approvalOf = (project: string): string => approvalIdOf(project, 'ideaOwner');
const interestOf = (project: string): string => interestIdOf(project);
const commentOf = (project: string): string => chefCommentIdOf(project, 'ideaChef');

export const seedOf = (world: World, project: string): Project => {
  const seed = world.seeds.get(project);
  if (!seed) throw new Error(`Nobody made ${project}.`);
  return seed;
};

export const personOf = (world: World, id: string | null): Person => {
  const person = world.cast.rows.find((one) => one.id === id);
  if (!person) throw new Error('Somebody is not in the cast.');
  return person;
};

const ownerOf = (world: World, project: string): Person =>
  personOf(world, seedOf(world, project).ownerId);
const leadOf = (world: World, project: string): Person =>
  personOf(world, seedOf(world, project).leadId);
const chefOf = (world: World, project: string): Person => {
  const { leadArea } = seedOf(world, project);
  const chef = world.cast.chefs.find(({ area }) => area === leadArea);
  if (!chef) throw new Error(`No chef for ${project}.`);
  return chef;
};
const oreOf = (world: World, project: string): number => seedOf(world, project).askOre ?? 0;

const approvalEvents = (picture: Picture, project: string) =>
  picture.approvals.filter(({ approvalId }) => approvalId === approvalOf(project));
const commentEvents = (picture: Picture, project: string) =>
  picture.chefComments.filter(({ chefCommentId }) => chefCommentId === commentOf(project));
const interestEvents = (picture: Picture, project: string) =>
  picture.interests.filter(({ interestId }) => interestId === interestOf(project));
const eventsOf = (picture: Picture, project: string) => [
  ...interestEvents(picture, project),
  ...approvalEvents(picture, project),
  ...commentEvents(picture, project),
];
const eventsIn = (picture: Picture, project: string): number => eventsOf(picture, project).length;

/** What a message must be about to be of this play. */
const isOfPlay = (
  one: Pick<Message, 'interestId' | 'approvalId' | 'chefCommentId'>,
  project: string,
): boolean =>
  one.interestId === interestOf(project) ||
  one.approvalId === approvalOf(project) ||
  one.chefCommentId === commentOf(project);

/** The card in the chat of whoever is asked. */
const cardOf =
  (wanted: MessageKind) =>
  (message: Message, project: string): boolean =>
    message.kind === wanted && isOfPlay(message, project);

/** When it is stored there are so many events. */
const atLeastEvents =
  (count: number) =>
  (picture: Picture, project: string): boolean =>
    eventsIn(picture, project) >= count;

const asked = (name: string, path: (project: string) => string, more: Json = {}): Act => ({
  name,
  perform: (world, project, at) =>
    sent(
      world,
      leadOf(world, project).upn,
      `${path(project)}/moves`,
      { type: 'asked', revision: 0, ...more },
      at,
    ),
});

const acts: readonly Act[] = [
  asked('interest is asked', (project) => `/api/interests/${interestOf(project)}`, {
    askedId: null,
  }),
  pressed({
    ...{ name: 'the chef wants it', who: chefOf, verb: 'wantIdea' },
    isCard: cardOf('interestAsk'),
    data: (_, project) => ({
      ...{ interestId: interestOf(project), ask: 1, revision: 1, priority: 'low', comment: '' },
    }),
    isStored: atLeastEvents(2),
  }),
  asked('the owner is asked', (project) => `/api/approvals/${approvalOf(project)}`),
  pressed({
    ...{ name: 'the owner approves', who: ownerOf, verb: 'approvePaper' },
    isCard: cardOf('approvalAsk'),
    data: (_, project) => ({ approvalId: approvalOf(project), ask: 1, revision: 1, comment: '' }),
    isStored: atLeastEvents(4),
  }),
  asked('the chef is asked', (project) => `/api/chef-comments/${commentOf(project)}`),
  pressed({
    ...{ name: 'the chef picks the common pool', who: chefOf, verb: 'choosePayer' },
    isCard: cardOf('chefAsk'),
    data: (world, project) => ({
      ...{
        chefCommentId: commentOf(project),
        ask: 1,
        revision: 1,
        comment: 'Alle har brug for den.',
      },
      ...{ choice: 'common', ore: oreOf(world, project) },
    }),
    isStored: atLeastEvents(6),
  }),
  {
    name: 'the chef picks the own pool instead',
    perform: (world, project, at) =>
      sent(
        world,
        chefOf(world, project).upn,
        `/api/chef-comments/${commentOf(project)}/moves`,
        {
          ...{ type: 'chosen', ask: 1, revision: 2, comment: '' },
          ...{ choice: 'own', ore: oreOf(world, project) },
        },
        at,
      ),
  },
];

const kinds = ['asked', 'yes', 'asked', 'approved', 'asked', 'chosen', 'chosen'] as const;

const messagesDue = (world: World, project: string, count: number): readonly string[] => {
  const [owner, chef, lead] = [ownerOf, chefOf, leadOf].map((one) => one(world, project).id);
  const due: readonly (readonly [number, string])[] = [
    [1, `${interestOf(project)}:interestAsk:1:${chef}`],
    [2, `${interestOf(project)}:interestTold:2:${lead}`],
    [3, `${approvalOf(project)}:approvalAsk:1:${owner}`],
    [4, `${approvalOf(project)}:approvalTold:2:${lead}`],
    [5, `${commentOf(project)}:chefAsk:1:${chef}`],
    [6, `${commentOf(project)}:chefTold:2:${lead}`],
    [7, `${commentOf(project)}:chefTold:3:${lead}`],
  ];
  return due.filter(([at]) => at <= count).map(([, key]) => key);
};

/** Who pays, as the project says it after so many acts. */
const payersDue = (world: World, project: string, count: number): string => {
  const { leadArea, shares } = seedOf(world, project);
  if (count < 6) return JSON.stringify(shares);
  const pool = count === 6 ? 'common' : `area:${leadArea}`;
  return JSON.stringify([{ pool, ore: oreOf(world, project) }]);
};

const toldFault = (
  world: World,
  picture: Picture,
  project: string,
  count: number,
): string | null => {
  const messages = picture.messages.filter((one) => isOfPlay(one, project));
  const keys = messages.map(({ id }) => id).sort();
  // An answer that was changed at once may be told once, as it stands then.
  const due = messagesDue(world, project, count);
  const missing = due.filter((key) => !keys.includes(key));
  const strange = keys.filter((key) => !messagesDue(world, project, kinds.length).includes(key));
  if (missing.length + strange.length > 0) return `told ${keys}`;
  return unsentFault(messages);
};

const leftOf: Plot['leftOf'] = (world, picture, project, count) => {
  const events = eventsOf(picture, project);
  const found = events.map(({ kind }) => kind).join();
  if (found !== kinds.slice(0, count).join()) return `events ${found}`;
  const row = picture.projects.find(({ id }) => id === project);
  const wanted = count < 2 ? seedOf(world, project).firstPriority : 'low';
  if (row?.firstPriority !== wanted) return `wanted ${row?.firstPriority}`;
  const payers = JSON.stringify(row?.shares);
  if (payers !== payersDue(world, project, count)) return `paid by ${payers}`;
  const ids = events.map(({ id }) => id);
  return historyFault(picture, project, ids) ?? toldFault(world, picture, project, count);
};

const plot: Plot = { acts, eventsIn, leftOf };

/**
 * Chefs are asked and want it, owners are asked and approve, chefs are asked and pick a pool, and another: in every act the
 * servers die at chosen places, and all is pressed twice (R1, R2, R4).
 */
export const playAsking = (rounds: number, atOnce: number): Promise<Result> =>
  playKilled(
    {
      ...{ name: 'asking', plot, orElse: 'untrue' },
      faultsIn: (_, { approvals, chefComments, interests }) =>
        doubledIn([...interests, ...approvals, ...chefComments]),
    },
    rounds,
    atOnce,
  );
