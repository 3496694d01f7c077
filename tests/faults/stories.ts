import { type Choice, choice, type Gate } from '#shared/domain/gates.ts';
import type { Project } from '#shared/domain/project.ts';
import { kickers, notStored, received, uncertain } from '#shared/words/requests/cards.ts';
import { lateWords } from '#shared/words/requests/receipts.ts';
import { inTurn } from '../worlds/processes/cast.ts';
import type { Picture } from '../worlds/processes/eyes.ts';
import { until } from '../worlds/processes/processes.ts';
import type { Press, Pressed } from '../worlds/processes/tenantSide.ts';
import { askedOre, type World } from '../worlds/processes/world.ts';
import { messagesOf, requestsOf, statementsOf } from './truths.ts';

/** How a decision is come to: what is asked, and who presses what. */
export type Story = {
  readonly name: string;
  readonly gate: Gate;
  readonly areas: 'three' | 'many';
  readonly given: Choice;
  readonly comment: string;
  readonly expected: Pick<Project, 'phase' | 'status'>;
};

export const stories: readonly Story[] = [
  {
    name: 'one chef says yes',
    gate: 'gate1',
    areas: 'many',
    given: choice('investigate'),
    comment: '',
    expected: { phase: 'investigation', status: 'active' },
  },
  {
    name: 'one chef sends it back',
    gate: 'gate2',
    areas: 'many',
    given: choice('backToInvestigation'),
    comment: 'Tallene mangler',
    expected: { phase: 'investigation', status: 'active' },
  },
  {
    name: 'operate and rethink',
    gate: 'gate3',
    areas: 'many',
    given: choice('operate', { rethink: true }),
    comment: '',
    expected: { phase: 'operation', status: 'operating' },
  },
  {
    name: 'the chefgruppe agrees',
    gate: 'gate1',
    areas: 'three',
    given: choice('investigate'),
    comment: '',
    expected: { phase: 'investigation', status: 'active' },
  },
];

export const storyProjects = (world: World, story: Story, count: number) =>
  world.addProjects(count, story.gate, () =>
    story.areas === 'three' ? { shares: [{ pool: 'common', ore: askedOre }] } : {},
  );

export const requestIdOf = (project: string, gate: Gate): string => `${project}-${gate}-1`;

/** What a person was told: that it is stored, that it is not, or nothing at all. */
export type Told =
  | 'stored'
  | 'late'
  | 'received'
  | 'notStored'
  | 'notYours'
  | 'nothing'
  /** Words that say neither: nobody who pressed may be left with them. */
  | 'other';

const says = (text: string, words: readonly string[]): boolean =>
  words.some((one) => text.includes(one));

const gateNames: readonly Gate[] = ['gate1', 'gate2', 'gate3'];

export const toldIn = (pressed: Pick<Pressed, 'shown' | 'card' | 'text'>): Told => {
  if (pressed.shown === 'error' || pressed.shown === 'nothing') return 'nothing';
  const text = JSON.stringify(pressed.card ?? pressed.text ?? '');
  if (says(text, [notStored.fault, uncertain.title, notStored.poolShort])) return 'notStored';
  if (says(text, [received.title])) return 'received';
  if (says(text, [lateWords.yours, lateWords.decided, lateWords.ended])) return 'late';
  if (says(text, [lateWords.changedNothing])) return 'notYours';
  const kept = ['✓ Besluttet', 'Stoppet ·', ...gateNames.map((gate) => kickers.said(gate))];
  return says(text, kept) ? 'stored' : 'other';
};

/** What stood on the card, for whoever reads of a fault. */
export const wordsIn = ({ card, text }: Pick<Pressed, 'card' | 'text'>): string => {
  const said = JSON.stringify(card ?? text ?? '').matchAll(/"text":"([^"]{3,})"/g);
  return (
    [...said]
      .map(([, words]) => words)
      .slice(0, 3)
      .join(' / ') ||
    (text ?? '')
  );
};

/** One act of a person in a story; doing it again is the same act. */
export type Act = {
  readonly name: 'ask' | 'first' | 'second' | 'last';
  /** True when the person was told that it is done. */
  readonly perform: (project: string, picture: Picture) => Promise<boolean>;
  /** Whether what it leaves in the lists is there. */
  readonly isStored: (project: string, picture: Picture) => boolean;
};

const askAct = (world: World, story: Story): Act => ({
  name: 'ask',
  isStored: (project, picture) => requestsOf(picture, project).length > 0,
  perform: async (project) => {
    const asker = inTurn(world.cast.askers, Number(project.slice(2)));
    try {
      const path = `/api/projects/${project}/requests`;
      const answer = await world.api(asker.upn, 'POST', path, { gate: story.gate });
      return answer.status === 201 || answer.status === 409;
    } catch {
      // The server died under it: nobody was told anything.
      return false;
    }
  },
});

/** The card in a chat that the press is made on. */
const cardOf = (picture: Picture, requestId: string, chefId: string): string | null =>
  messagesOf(picture, requestId).find(
    (message) =>
      message.kind === 'ask' &&
      (message.to.type !== 'person' || message.to.id === chefId) &&
      message.activityId !== null,
  )?.activityId ?? null;

export const pressOn = (
  world: World,
  story: Story,
  project: string,
  seat: number,
  picture: Picture,
  revision: number,
): Press => {
  const requestId = requestIdOf(project, story.gate);
  const chef =
    story.areas === 'three'
      ? inTurn(world.cast.chefs, seat)
      : inTurn(world.cast.chefs, Number(project.slice(2)));
  const activityId = cardOf(picture, requestId, chef.id);
  if (activityId === null) throw new Error(`${requestId} has no card for ${chef.name}`);
  const { outcome, spread, rethink } = story.given;
  const data = { requestId, revision, outcome, spread, rethink, comment: story.comment };
  return { user: chef.upn, activityId, verb: 'choose', data };
};

const pressAct = (world: World, story: Story, seat: number, name: Act['name']): Act => {
  const presses = new Map<string, Press>();
  return {
    name,
    isStored: (project, picture) => {
      const id = requestIdOf(project, story.gate);
      return story.areas === 'three'
        ? statementsOf(picture, id).length > seat
        : picture.decisions.some((decision) => decision.id === id);
    },
    perform: async (project, picture) => {
      const revision = statementsOf(picture, requestIdOf(project, story.gate)).length;
      const press = presses.get(project) ?? pressOn(world, story, project, seat, picture, revision);
      presses.set(project, press);
      const told = toldIn(await world.tenant.press(press));
      return told === 'stored' || told === 'late';
    },
  };
};

/** What people do in a story, one after the other. */
export const actsOf = (world: World, story: Story): readonly Act[] =>
  story.areas === 'three'
    ? [
        askAct(world, story),
        pressAct(world, story, 0, 'first'),
        pressAct(world, story, 1, 'second'),
        pressAct(world, story, 2, 'last'),
      ]
    : [askAct(world, story), pressAct(world, story, 0, 'last')];

/** Looks until nothing is left to do about these projects; says what is left when it gives up. */
export const untilDone = async (
  world: World,
  projects: readonly string[],
  leftIn: (picture: Picture, project: string) => string | null,
): Promise<{ readonly picture: Picture; readonly left: readonly string[] }> => {
  const leftOf = (picture: Picture): readonly string[] =>
    projects.flatMap((project) => {
      const left = leftIn(picture, project);
      return left === null ? [] : [`${project}: ${left}`];
    });
  let picture = await world.eyes.look();
  let left = leftOf(picture);
  await until(async () => {
    const now = await world.eyes.look();
    if (now !== picture) left = leftOf(now);
    picture = now;
    return left.length === 0;
  }, 200);
  return { picture, left };
};
