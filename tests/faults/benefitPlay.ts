import type { BenefitsReply } from '#shared/contract/benefits.ts';
import { type BenefitEvent, benefitIdOf } from '#shared/domain/benefits/benefit.ts';
import { dayOf } from '#shared/domain/day.ts';
import type { Person } from '#shared/domain/person.ts';
import { inTurn } from '../worlds/processes/cast.ts';
import type { Picture } from '../worlds/processes/eyes.ts';
import { uuidOfProject } from '../worlds/processes/labels.ts';
import type { World } from '../worlds/processes/world.ts';
import { personOf, seedOf } from './askingPlay.ts';
import { type Act, type Json, type Plot, sent } from './killedActs.ts';
import { doubledIn, historyFault, playKilled, pressed, toldAs, unsentFault } from './killedPlay.ts';
import { type Result, untilKnown } from './play.ts';

/* Benefits on two real servers that are killed: promised, asked about by the clock, and answered. */

const dayMs = 86_400_000;
const daysAgo = (days: number): string => dayOf(Date.now() - days * dayMs);

const benefitOf = (project: string): string => benefitIdOf(project, uuidOfProject(project));
const numberOf = (project: string): number => Number(project.slice(2));

const leadOf = (world: World, project: string): Person =>
  personOf(world, seedOf(world, project).leadId);
const ownerOf = (world: World, project: string): Person =>
  inTurn(world.cast.owners, numberOf(project));

const eventsOf = (picture: Picture, project: string): readonly BenefitEvent[] =>
  picture.benefits
    .filter(({ benefitId }) => benefitId === benefitOf(project))
    .sort((a, b) => a.seq - b.seq);

/** Hours a year, in hundredths: each project its own. */
const hoursOf = (project: string): number => (1_000 + numberOf(project)) * 100;

const path = (project: string): string => `/api/benefits/${benefitOf(project)}/moves`;

const moved = (
  name: string,
  who: (world: World, project: string) => Person,
  body: (world: World, project: string) => Json,
): Act => ({
  name,
  perform: (world, project, at) =>
    sent(world, who(world, project).upn, path(project), body(world, project), at),
});

const promised = (world: World, project: string, target: string): Json => ({
  ...{ title: 'Sparet kørsel', measure: 'hoursAYear', unitName: '', indicator: 'Kørebogen' },
  ...{ baseline: '', target, uncertainty: '400', isWorse: false },
  ...{ ownerId: ownerOf(world, project).id, startsOn: daysAgo(120) },
});

/** What is promised is asked about by the clock of whichever server lives: the three months have passed. */
const writtenAndAsked: Act = {
  name: 'promised, and asked about by the clock',
  perform: async (world, project, at) => {
    const terms = promised(world, project, '3.400');
    const body = { type: 'written', revision: 0, terms };
    const isWritten = await sent(world, leadOf(world, project).upn, path(project), body, at);
    return isWritten && eventsOf(await world.eyes.look(), project).length >= 2;
  },
};

const answered = pressed({
  ...{ name: 'the owner answers on the card', who: ownerOf, verb: 'measureBenefit' },
  isCard: ({ kind, benefitId }, project) =>
    kind === 'benefitAsk' && benefitId === benefitOf(project),
  data: (_, project) => ({
    ...{ benefitId: benefitOf(project), ask: 2, revision: 5 },
    ...{ value: `${hoursOf(project) / 100}`, comment: 'Skøn' },
  }),
  isStored: (picture, project) => eventsOf(picture, project).length >= 6,
});

const acts: readonly Act[] = [
  writtenAndAsked,
  moved('the owner asks back', ownerOf, () => ({
    ...{ type: 'question', ask: 2, revision: 2, comment: 'Skal weekenden med?' },
  })),
  moved('the lead replies', leadOf, () => ({
    ...{ type: 'reply', question: 3, comment: 'Ja, alle dage.' },
  })),
  moved('the target is changed', leadOf, (world, project) => ({
    ...{ type: 'written', revision: 1, terms: promised(world, project, '3.000') },
  })),
  answered,
];

/** The first act leaves two: what is promised, and the question. */
const kinds = ['written', 'asked', 'question', 'reply', 'written', 'answered'];

const toldFault = (world: World, picture: Picture, project: string, count: number) => {
  const messages = picture.messages.filter(({ benefitId }) => benefitId === benefitOf(project));
  const told = toldAs(messages);
  const [owner, lead] = [ownerOf(world, project).id, leadOf(world, project).id];
  const due = [
    `benefitAsk:${owner}`,
    ...(count >= 2 ? [`benefitQuestion:${lead}`] : []),
    ...(count >= 3 ? [`benefitReply:${owner}`] : []),
    ...(count >= acts.length ? [`benefitTold:${lead}`] : []),
  ];
  return told.join() === due.sort().join() ? unsentFault(messages) : `told ${told}`;
};

const leftOf: Plot['leftOf'] = (world, picture, project, count) => {
  const events = eventsOf(picture, project);
  const found = events.map(({ kind }) => kind).join();
  if (found !== kinds.slice(0, count + 1).join()) return `events ${found}`;
  const last = events.at(-1);
  if (count === acts.length && last?.value !== hoursOf(project)) return `value ${last?.value}`;
  const ids = events.map(({ id }) => id);
  return historyFault(picture, project, ids) ?? toldFault(world, picture, project, count);
};

const plot: Plot = {
  acts,
  eventsIn: (picture, project) => Math.max(0, eventsOf(picture, project).length - 1),
  leftOf,
};

const batchOf = async (world: World, count: number): Promise<readonly string[]> => {
  const made = await world.addProjects(count, 'gate3', () => ({
    ...{ phase: 'operation', status: 'operating', phaseSince: `${daysAgo(150)}T08:00:00Z` },
  }));
  const projects = made.map(({ id }) => id);
  await untilKnown(world, projects);
  return projects;
};

/** What the page of each server says: its sums are those of its rows, and of the list. */
const sumsFault = async (world: World, projects: readonly string[]): Promise<string | null> => {
  const wanted = projects.reduce((sum, project) => sum + hoursOf(project), 0);
  for (const at of world.servers.keys()) {
    const reply = await world.api(
      inTurn(world.cast.askers, 0).upn,
      'GET',
      '/api/benefits',
      undefined,
      at,
    );
    const { rows, sums } = (await reply.json()) as BenefitsReply;
    const hours = sums.find(({ measure }) => measure === 'hoursAYear');
    const said = hours?.total?.realised ?? 0;
    const own = rows.reduce((sum, row) => sum + (row.measurements.at(-1)?.gain ?? 0), 0);
    if (said !== wanted || own !== wanted) return `server ${at} says ${said}, of rows ${own}`;
  }
  return null;
};

/**
 * Benefits are promised, asked about once by the clock of two servers, talked about, promised
 * otherwise and answered on a card; in every act the servers die at chosen places, and all is sent
 * twice (R1, R2).
 */
export const playBenefits = (rounds: number, atOnce: number): Promise<Result> =>
  playKilled(
    {
      ...{ name: 'benefits', plot, batch: batchOf, orElse: 'a sum that is not its rows’' },
      faultsIn: async (world, { benefits }, { all }) => {
        const fault = await sumsFault(world, all);
        return [...doubledIn(benefits), ...(fault ? [fault] : [])];
      },
    },
    rounds,
    atOnce,
  );
