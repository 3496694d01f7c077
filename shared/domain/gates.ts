import type { Phase } from './phase.ts';

/**
 * The three gates of the project model, and the one decision that SKAL and other projects ask for
 * when they want pool money: it moves nothing but the money, in whatever phase they are.
 */
export const gateNames = ['gate1', 'gate2', 'gate3', 'funding'] as const;
export type Gate = (typeof gateNames)[number];

export const outcomes = [
  'stop',
  'investigate',
  'fastTrack',
  'backToInvestigation',
  'trial',
  'operate',
  'rethink',
  'grant',
  'refuse',
] as const;
export type Outcome = (typeof outcomes)[number];

type OutcomeRule = {
  /** Null: the project stays where it is. */
  readonly to: Phase | 'stopped' | null;
  readonly reason?: 'required';
  /** Only for a project marked very small. */
  readonly onlyFor?: 'verySmall';
  /** Spread never stands alone, and neither does "operate and rethink". */
  readonly maySpread?: true;
  readonly mayAlsoRethink?: true;
  readonly asNewProject?: true;
  /** A forward outcome turns the reservation into a grant; the others release it. */
  readonly grants?: true;
};

type GateRule = {
  /** Null: any phase, and only for projects without gates. */
  readonly from: Phase | null;
  readonly outcomes: Partial<Record<Outcome, OutcomeRule>>;
};

/** The gates on one screen (domain.md, The project model). Change the process here, and only here. */
export const gates = {
  gate1: {
    from: 'idea',
    outcomes: {
      investigate: { to: 'investigation', grants: true },
      fastTrack: { to: 'trial', reason: 'required', onlyFor: 'verySmall', grants: true },
      stop: { to: 'stopped', reason: 'required' },
    },
  },
  gate2: {
    from: 'investigation',
    outcomes: {
      trial: { to: 'trial', grants: true },
      backToInvestigation: { to: 'investigation', reason: 'required' },
      stop: { to: 'stopped', reason: 'required' },
    },
  },
  gate3: {
    from: 'trial',
    outcomes: {
      operate: { to: 'operation', maySpread: true, mayAlsoRethink: true, grants: true },
      rethink: { to: 'idea', asNewProject: true },
      stop: { to: 'stopped', reason: 'required' },
    },
  },
  funding: {
    from: null,
    outcomes: {
      grant: { to: null, grants: true },
      refuse: { to: null, reason: 'required' },
    },
  },
} as const satisfies Record<Gate, GateRule>;

const rules: Record<Gate, GateRule> = gates;

export const gateRule = (gate: Gate): GateRule => rules[gate];

/** The rule of an outcome at a gate; undefined when the gate does not have it. */
export const outcomeRule = (gate: Gate, outcome: Outcome): OutcomeRule | undefined =>
  rules[gate].outcomes[outcome];

/** A gate's outcomes in the order they are shown: forward, further forward, back, stop. */
export const outcomesOf = (gate: Gate): readonly Outcome[] =>
  Object.keys(rules[gate].outcomes) as Outcome[];

export const isGate = (value: unknown): value is Gate =>
  typeof value === 'string' && (gateNames as readonly string[]).includes(value);

export const isOutcome = (value: unknown): value is Outcome =>
  typeof value === 'string' && (outcomes as readonly string[]).includes(value);

/** A gate that stands between two phases. */
export type Door = Exclude<Gate, 'funding'>;

export const doors: readonly Door[] = ['gate1', 'gate2', 'gate3'];

/** The gate at the end of a phase; null in operation and spread, which have none. */
export const gateAfter = (phase: Phase): Door | null =>
  doors.find((gate) => rules[gate].from === phase) ?? null;

/** What is chosen at a gate. `spread` and `rethink` only beside `operate`. */
export type Choice = {
  readonly outcome: Outcome;
  readonly spread: boolean;
  readonly rethink: boolean;
};

export const choice = (outcome: Outcome, extra: Partial<Choice> = {}): Choice => ({
  outcome,
  spread: extra.spread ?? false,
  rethink: extra.rethink ?? false,
});

export const sameChoice = (a: Choice, b: Choice): boolean =>
  a.outcome === b.outcome && a.spread === b.spread && a.rethink === b.rethink;

/** Whether a gate knows this combination at all; who may choose it is another question. */
export const isChoiceOf = (gate: Gate, given: Choice): boolean => {
  const rule = outcomeRule(gate, given.outcome);
  if (!rule) return false;
  return (
    (!given.spread || rule.maySpread === true) && (!given.rethink || rule.mayAlsoRethink === true)
  );
};

/** Whether the choice spends what the request asks for. */
export const grantsMoney = (gate: Gate, given: Choice): boolean =>
  outcomeRule(gate, given.outcome)?.grants === true;

export const needsReason = (gate: Gate, given: Choice): boolean =>
  outcomeRule(gate, given.outcome)?.reason === 'required';

/** A reason has at least one word of three letters (domain.md, Small print). */
export const isReason = (text: string): boolean => /\p{L}{3}/u.test(text);
