import type { AreaId } from './area.ts';
import type { Decider, DeciderReason } from './decider.ts';
import type { PoolView, Share } from './funding.ts';
import { type Choice, type Gate, type Outcome, sameChoice } from './gates.ts';
import type { Ore } from './money.ts';
import type { PersonId } from './person.ts';
import type { ProjectId } from './project.ts';

/** `<project>-<gate>-<round>`: two who send at once make the same id, and one of them is told. */
export type RequestId = string;

/** The paper a request rests on, as it was when it was sent. */
export type Paper = {
  readonly link: string;
  readonly version: string;
  readonly minutes: number | null;
};

/** One question to whoever decides. It never changes; how it ended stands in `Decisions`. */
export type GateRequest = {
  readonly id: RequestId;
  readonly projectId: ProjectId;
  readonly gate: Gate;
  readonly round: number;
  readonly askedBy: PersonId;
  readonly askedByName: string;
  readonly askedAt: string;
  readonly askOre: Ore;
  readonly shares: readonly Share[];
  readonly decider: Decider;
  readonly why: DeciderReason;
  readonly paper: Paper;
  /** The request this one follows, when that was lifted, re-routed or asked anew. */
  readonly previous: RequestId | null;
  /** Set last, when every consequence of the end is there. Until then the sweep looks at it. */
  readonly closedAt: string | null;
};

export const requestId = (projectId: ProjectId, gate: Gate, round: number): RequestId =>
  `${projectId}-${gate}-${round}`;

/** `recorded`: what a meeting decided, as it was written down. */
export const statementKinds = [
  'position',
  'meeting',
  'agenda',
  'question',
  'reply',
  'recorded',
] as const;
export type StatementKind = (typeof statementKinds)[number];

/** Something said about an open request; append-only, and the order of the rows is the order of things. */
export type Statement = {
  readonly id: string;
  readonly requestId: RequestId;
  readonly kind: StatementKind;
  /** The seat a position belongs to. */
  readonly seat: AreaId | null;
  readonly onBehalf: boolean;
  readonly byId: PersonId;
  readonly byName: string;
  readonly outcome: Outcome | null;
  readonly spread: boolean;
  readonly rethink: boolean;
  readonly text: string;
  /** The question a reply answers. */
  readonly about: string | null;
  /** Of what a meeting decided: who had said something else. */
  readonly noted: readonly Disagreement[];
  readonly at: string;
};

/** `askedAnew`: the funding changed while it was open, so whoever decides now is asked instead. */
export const endings = [
  'decided',
  'withdrawn',
  'askedAnew',
  'rerouted',
  'lifted',
  'toCommonPool',
] as const;
export type Ending = (typeof endings)[number];

/** A position that stands against the outcome of a meeting, and why: it goes into the minutes. */
export type Disagreement = { readonly seat: AreaId; readonly text: string };

/** How a request ended. Its id is the request's, so it can end only once. */
export type Decision = {
  readonly id: RequestId;
  readonly projectId: ProjectId;
  readonly gate: Gate;
  readonly ending: Ending;
  /** Only when `ending` is `decided`. */
  readonly outcome: Outcome | null;
  readonly spread: boolean;
  readonly rethink: boolean;
  readonly comment: string;
  readonly byId: PersonId;
  readonly byName: string;
  readonly seat: AreaId | null;
  readonly onBehalf: boolean;
  /** A chefgruppe decision that was taken at a meeting and written down afterwards. */
  readonly atMeeting: boolean;
  readonly at: string;
  readonly decider: Decider;
  readonly why: DeciderReason;
  readonly askOre: Ore;
  readonly shares: readonly Share[];
  /** The pools as they were at the decision, and what it left. */
  readonly pools: readonly PoolView[];
  readonly paper: Paper;
  /** Whom a re-routed request goes to. */
  readonly reroutedTo: Decider | null;
  /** Who had said something else when it was decided at a meeting. */
  readonly noted: readonly Disagreement[];
};

/** The choice of a decision that decided; null for the other endings. */
export const choiceOf = (row: Pick<Decision, 'outcome' | 'spread' | 'rethink'>): Choice | null =>
  row.outcome === null ? null : { outcome: row.outcome, spread: row.spread, rethink: row.rethink };

/** What a seat says now: the latest of its statements counts. */
export type Position =
  | { readonly type: 'waiting' }
  | { readonly type: 'choice'; readonly choice: Choice; readonly statement: Statement }
  | { readonly type: 'meeting'; readonly statement: Statement };

export const positionOf = (seat: AreaId, statements: readonly Statement[]): Position => {
  const latest = statements.findLast(
    (statement) =>
      statement.seat === seat && (statement.kind === 'position' || statement.kind === 'meeting'),
  );
  if (!latest) return { type: 'waiting' };
  const choice = choiceOf(latest);
  return choice && latest.kind === 'position'
    ? { type: 'choice', choice, statement: latest }
    : { type: 'meeting', statement: latest };
};

/** Seats whose known position is another than this choice (domain.md, Kvartalsstatus). */
export const seatsAgainst = (
  { seats }: Pick<Decider, 'seats'>,
  statements: readonly Statement[],
  choice: Choice,
): readonly AreaId[] =>
  seats.filter((seat) => {
    const position = positionOf(seat, statements);
    return position.type === 'choice' && !sameChoice(position.choice, choice);
  });

/** A question nobody has replied to yet, oldest first. */
export const openQuestionsOf = (statements: readonly Statement[]): readonly Statement[] => {
  const answered = new Set(statements.map((statement) => statement.about));
  return statements.filter(
    (statement) => statement.kind === 'question' && !answered.has(statement.id),
  );
};

/** What several positions come to (domain.md, Who decides 3 and Chefgruppen). */
export type Settlement =
  | { readonly type: 'waiting' }
  | { readonly type: 'decided'; readonly choice: Choice; readonly last: Statement }
  /** Paying chefs differ: lifted to the chefgruppe by itself. */
  | { readonly type: 'lifted'; readonly last: Statement }
  /** The chefgruppe differs, or somebody wishes it: it waits for the meeting. */
  | { readonly type: 'meeting'; readonly by: Statement };

type Given = Extract<Position, { type: 'choice' }>;

const lastOf = (given: readonly Given[], statements: readonly Statement[]): Statement | undefined =>
  statements.findLast((statement) => given.some((one) => one.statement.id === statement.id));

const settleChefs = (
  positions: readonly Position[],
  statements: readonly Statement[],
): Settlement => {
  const given = positions.filter((position) => position.type === 'choice');
  const stop = given.find((position) => position.choice.outcome === 'stop');
  if (stop) return { type: 'decided', choice: stop.choice, last: stop.statement };
  const [first] = given;
  const last = lastOf(given, statements);
  if (!first || !last || given.length < positions.length) return { type: 'waiting' };
  return given.every((position) => sameChoice(position.choice, first.choice))
    ? { type: 'decided', choice: first.choice, last }
    : { type: 'lifted', last };
};

const settleChefgruppe = (
  positions: readonly Position[],
  statements: readonly Statement[],
): Settlement => {
  const agenda = statements.findLast((statement) => statement.kind === 'agenda');
  const wish = positions.find((position) => position.type === 'meeting');
  if (wish) return { type: 'meeting', by: wish.statement };
  const given = positions.filter((position) => position.type === 'choice');
  const [first] = given;
  const last = lastOf(given, statements);
  if (first && last && given.some((one) => !sameChoice(one.choice, first.choice)))
    return { type: 'meeting', by: last };
  if (first && last && given.length === positions.length)
    return { type: 'decided', choice: first.choice, last };
  return agenda ? { type: 'meeting', by: agenda } : { type: 'waiting' };
};

/** What is said so far comes to; one chef needs no settling: the first answer is the decision. */
const settledAt = ({ type, seats }: Decider, statements: readonly Statement[]): Settlement => {
  const positions = seats.map((seat) => positionOf(seat, statements));
  switch (type) {
    case 'chef':
      return { type: 'waiting' };
    case 'chefs':
      return settleChefs(positions, statements);
    case 'chefgruppe':
      return settleChefgruppe(positions, statements);
  }
};

/**
 * What was written down counts where the matter waited for it and each difference before it is
 * noted; one that was changed in between is noted no more.
 */
const recordedAt = (
  decider: Decider,
  before: readonly Statement[],
  recorded: Statement,
): Settlement | null => {
  const choice = choiceOf(recorded);
  if (!choice || settledAt(decider, before).type !== 'meeting') return null;
  const against = seatsAgainst(decider, before, choice);
  const noted = recorded.noted.filter(({ seat }) => against.includes(seat));
  return against.every((seat) => noted.some((one) => one.seat === seat))
    ? { type: 'decided', choice, last: { ...recorded, noted } }
    : null;
};

const endsAt = (
  decider: Decider,
  statements: readonly Statement[],
  index: number,
): Settlement | null => {
  const said = statements[index];
  if (!said) return null;
  if (said.kind === 'recorded') return recordedAt(decider, statements.slice(0, index), said);
  if (said.kind !== 'position') return null;
  const settlement = settledAt(decider, statements.slice(0, index + 1));
  return settlement.type === 'decided' || settlement.type === 'lifted' ? settlement : null;
};

type Ended = { readonly index: number; readonly settlement: Settlement };

const endOf = (decider: Decider, statements: readonly Statement[]): Ended | null => {
  if (decider.type === 'chef') return null;
  for (const index of statements.keys()) {
    const settlement = endsAt(decider, statements, index);
    if (settlement) return { index, settlement };
  }
  return null;
};

/**
 * What the positions come to, in the order of their rows: the first that settles the matter ends
 * it, and what came into the list after that was too late. So every server that asks gets the same
 * answer, however its reading and writing fell beside the others' (decision record 0050).
 */
export const settlementOf = (decider: Decider, statements: readonly Statement[]): Settlement =>
  endOf(decider, statements)?.settlement ?? settledAt(decider, statements);

/** What was said before the matter was settled. */
export const inTimeOf = (
  decider: Decider,
  statements: readonly Statement[],
): readonly Statement[] => {
  const end = endOf(decider, statements);
  return end ? statements.slice(0, end.index + 1) : statements;
};

/** How far a request has come; every card and screen is drawn from this and nothing else. */
export type RequestState =
  | { readonly type: 'open' }
  | { readonly type: 'meeting'; readonly by: Statement }
  | { readonly type: 'ended'; readonly decision: Decision };

export const requestStateOf = (
  request: GateRequest,
  statements: readonly Statement[],
  decision: Decision | undefined,
): RequestState => {
  if (decision) return { type: 'ended', decision };
  const settlement = settlementOf(request.decider, statements);
  return settlement.type === 'meeting' ? { type: 'meeting', by: settlement.by } : { type: 'open' };
};

/** Rises with everything that changes what a card shows: a copy with a lower one is stale. */
export const revisionOf = (
  statements: readonly Statement[],
  decision: Decision | undefined,
): number => statements.length + (decision ? 1 : 0);
