import { daysBefore, type WorkCalendar, workdayBefore } from './workday.ts';

/** What keeps a project where it is; the first that holds is the one that is said. */
export const stuckWhys = ['question', 'gate', 'somebody', 'phase'] as const;
export type StuckWhy = (typeof stuckWhys)[number];

/** How long each may last before the project sits: ⚙, each a setting of its own. */
export type StuckLimits = {
  /** Working days at a gate. */
  readonly gate: number;
  /** Working days with a question nobody has replied to. */
  readonly question: number;
  /** Days for somebody outside, as people have written it. */
  readonly somebody: number;
  /** Days in a phase without movement. */
  readonly phase: number;
};

export type Stuck = {
  readonly why: StuckWhy;
  readonly since: string;
  /** Whose it is, where what the project waits for does not say so already. */
  readonly whose?: string;
};

/** What has begun before these instants has lasted for longer than the limit. */
export type StuckBefore = Readonly<Record<StuckWhy, string>>;

/**
 * The limits as instants of one day, so that a whole board is measured by comparing texts. The day
 * on which something began does not count: after ten working days it is the eleventh that is late.
 */
export const stuckBefore = (
  limits: StuckLimits,
  day: string,
  calendar: WorkCalendar,
): StuckBefore => {
  const startOf = (first: string): string => calendar.instantAt(first, '00:00');
  return {
    gate: startOf(workdayBefore(day, limits.gate, calendar)),
    question: startOf(workdayBefore(day, limits.question, calendar)),
    somebody: startOf(daysBefore(day, limits.somebody)),
    phase: startOf(daysBefore(day, limits.phase)),
  };
};

/** How long each thing has lasted, where there is such a thing; a phase is asked of only at need. */
export type Lasting = {
  readonly [W in Exclude<StuckWhy, 'phase'>]?: Omit<Stuck, 'why'> | undefined;
} & { readonly phase?: (() => Omit<Stuck, 'why'> | undefined) | undefined };

/** Why a project sits, whose it is, and since when; undefined when it does not. */
export const stuckOf = (lasting: Lasting, before: StuckBefore): Stuck | undefined => {
  for (const why of stuckWhys) {
    const one = why === 'phase' ? lasting.phase?.() : lasting[why];
    if (one && one.since < before[why]) return { why, ...one };
  }
  return undefined;
};
