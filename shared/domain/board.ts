import type { AreaId } from './area.ts';
import type { Decider } from './decider.ts';
import type { Gate } from './gates.ts';
import type { Ore } from './money.ts';
import type { Phase } from './phase.ts';
import type { Priority, PriorityVoice } from './priority.ts';
import type { IdeaOrigin, ProjectType, Status } from './project.ts';
import type { Stuck } from './stuck.ts';

/** What has become of a project since some day: the most telling of what is another. */
export type Became =
  | { readonly type: 'phase'; readonly phase: Phase }
  | { readonly type: 'status'; readonly status: Status }
  | { readonly type: 'priority'; readonly priority: Priority | null };

/** Whom a project waits for; one thing, the most important first. */
export type WaitingFor =
  | {
      readonly type: 'gate';
      readonly gate: Gate;
      readonly requestId: string;
      readonly decider: Decider['type'];
      readonly seats: readonly AreaId[];
      /** Seats that have not said anything yet. */
      readonly pending: readonly AreaId[];
      /** It waits for the meeting, not for answers. */
      readonly meeting?: true;
      /** It waits for somebody who cannot be reached. */
      readonly unreached?: true;
      readonly since: string;
    }
  | { readonly type: 'somebody'; readonly whom: string; readonly since: string }
  /** It is being spread, and has come so far; units that were given up count among all. */
  | { readonly type: 'spread'; readonly started: number; readonly total: number }
  | { readonly type: 'step'; readonly text: string; readonly due?: string }
  /** What the coming gate still lacks; 0 = ready to be sent. */
  | { readonly type: 'missing'; readonly gate: Gate; readonly count: number };

/** One card of the board. What is not said is left out, because thousands of these are sent. */
export type BoardProject = {
  readonly id: string;
  readonly title: string;
  readonly purpose?: string;
  readonly phase: Phase;
  readonly status: Status;
  readonly type: ProjectType;
  readonly area?: AreaId;
  readonly municipality?: string;
  readonly origin?: IdeaOrigin;
  readonly priority?: Priority;
  readonly voice?: PriorityVoice;
  /** What the next phase is to cost. Never added to the whole budget. */
  readonly askOre?: Ore;
  /** The whole expected budget. */
  readonly budgetOre?: Ore;
  /** Efficiency, quality, wellbeing. */
  readonly tek?: readonly [number, number, number];
  readonly risk?: number;
  readonly waitingFor?: WaitingFor;
  /** It has lasted for longer than its limit; left out for all that has not. */
  readonly stuck?: Stuck;
  /** On a board of another day, and only there: what it has become since. */
  readonly became?: Became;
  /** The common pool pays some of it. */
  readonly common?: true;
  readonly lead?: string;
  readonly owner?: string;
};

/** The board's columns: the fifth phase shares the fourth's. */
export const columns = ['idea', 'investigation', 'trial', 'operation'] as const;
export type Column = (typeof columns)[number];

export const columnOf = (project: Pick<BoardProject, 'phase'>): Column =>
  project.phase === 'spread' ? 'operation' : project.phase;

/** Where what is not underway stands. */
export const shelves = ['raw', 'backlog', 'pipeline', 'closed', 'stopped'] as const;
export type Shelf = Extract<Status, (typeof shelves)[number]>;

/** Every place a project can stand in, in the order of its life. */
export const places = ['raw', 'backlog', 'pipeline', ...columns, 'closed', 'stopped'] as const;
export type Place = Column | Shelf;

export const isUnderway = (project: Pick<BoardProject, 'status'>): boolean =>
  project.status === 'active' || project.status === 'operating';

export const placeOf = (project: Pick<BoardProject, 'phase' | 'status'>): Place =>
  project.status === 'active' || project.status === 'operating'
    ? columnOf(project)
    : project.status;

/** Two figures, never one: a phase's price and a whole budget do not add up to anything. */
export type Sums = { readonly askOre: Ore; readonly budgetOre: Ore };

export const sumsOf = (projects: readonly BoardProject[]): Sums => {
  let askOre = 0;
  let budgetOre = 0;
  for (const project of projects) {
    askOre += project.askOre ?? 0;
    budgetOre += project.budgetOre ?? 0;
  }
  return { askOre, budgetOre };
};
