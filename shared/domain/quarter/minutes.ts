import type { AreaId } from '../area.ts';
import { grantsMoney } from '../gates.ts';
import type { Ore } from '../money.ts';
import type { ProjectId } from '../project.ts';
import { choiceOf, type Decision } from '../request.ts';
import type { AgendaPoint } from './agenda.ts';
import {
  linesAt,
  type Prioritised,
  prioritiesIn,
  type QuarterEvent,
  type QuarterNow,
} from './quarter.ts';

/** A gate on the agenda, and how it ended at the meeting; null while, and where, it stayed open. */
export type MinutesGate = {
  readonly gate: Decision['gate'];
  readonly area: AreaId | null;
  readonly decision: Decision | null;
};

export type MinutesPoint = {
  /** From 1, as on the agenda. */
  readonly number: number;
  readonly point: AgendaPoint;
  readonly gate: MinutesGate | null;
  readonly priorities: readonly (Prioritised & { readonly title: string })[];
  readonly lines: readonly QuarterEvent[];
};

/** What was said and decided at a kvartalsstatus: made of the lists, and of the lines people wrote. */
export type Minutes = {
  readonly day: string;
  readonly version: number;
  readonly began: string | null;
  readonly ended: string | null;
  readonly present: string;
  readonly points: readonly MinutesPoint[];
};

export type MinutesFacts = {
  readonly points: readonly AgendaPoint[];
  readonly gateOf: (point: AgendaPoint) => MinutesGate | null;
  readonly titleOf: (id: ProjectId) => string;
};

/** Whether a decision was taken while the meeting was held. */
export const isOfMeeting = (now: QuarterNow, { at }: Pick<Decision, 'at'>): boolean =>
  now.began !== null && at >= now.began.at && (now.ended === null || at <= now.ended.at);

export const minutesOf = (now: QuarterNow, facts: MinutesFacts): Minutes => ({
  day: now.day,
  version: now.version,
  began: now.began?.at ?? null,
  ended: now.ended?.at ?? null,
  present: now.present === '' ? (now.began?.text ?? '') : now.present,
  points: facts.points.map((point, place) => {
    const gate = facts.gateOf(point);
    const decision = gate?.decision && isOfMeeting(now, gate.decision) ? gate.decision : null;
    const said = point.key === 'priorities' ? prioritiesIn(now) : [];
    return {
      ...{ number: place + 1, point, lines: linesAt(now, point.key) },
      gate: gate && { ...gate, decision },
      priorities: said.map((one) => ({ ...one, title: facts.titleOf(one.projectId) })),
    };
  }),
});

/** What a decision of the meeting granted, in øre; 0 where it granted nothing. */
export const grantedBy = (decision: Decision): Ore => {
  const choice = choiceOf(decision);
  return choice && grantsMoney(decision.gate, choice) ? decision.askOre : 0;
};

export const decisionsIn = ({ points }: Minutes): readonly Decision[] =>
  points.flatMap(({ gate }) => (gate?.decision ? [gate.decision] : []));

export const grantedIn = (minutes: Minutes): Ore =>
  decisionsIn(minutes).reduce((sum, decision) => sum + grantedBy(decision), 0);

/** What was said of projects' priorities, as the minutes have it. */
export const prioritiesSaid = ({ points }: Minutes): MinutesPoint['priorities'] =>
  points.flatMap(({ priorities }) => priorities);
