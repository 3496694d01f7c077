import type { AskingEvent } from '../asking/asking.ts';
import type { PersonId } from '../person.ts';
import type { ProjectId } from '../project.ts';
import type { BenefitMeasure } from './measure.ts';

/* A benefit (gevinst) that a project has promised, and what became of it in operation. */

/** `<project>:benefit:<key of the writer's making>`. */
export type BenefitId = string;

export const benefitIdOf = (projectId: ProjectId, key: string): BenefitId =>
  `${projectId}:benefit:${key}`;

const named = /^(.+):benefit:([0-9a-f]{8}-[0-9a-f-]{27})$/;

/** The project an id names; null when it names no benefit. */
export const projectOfBenefit = (id: BenefitId): ProjectId | null => named.exec(id)?.[1] ?? null;

export const benefitEventKinds = [
  /** What is promised, said or changed. */
  'written',
  /** Its owner is asked how it has gone. */
  'asked',
  'answered',
  /** It is not known yet, but will be on a day. */
  'notYet',
  /** It cannot be measured: nobody is asked again. */
  'unmeasurable',
  'question',
  'reply',
  /** It is promised no more. */
  'withdrawn',
] as const;
export type BenefitEventKind = (typeof benefitEventKinds)[number];

/** What is promised. Numbers are whole hundredths of the measure. */
export type BenefitTerms = {
  readonly title: string;
  readonly measure: BenefitMeasure;
  /** What is counted, where the measure is a number of something; '' else. */
  readonly unitName: string;
  /** How it is seen. */
  readonly indicator: string;
  /** What the indicator shows before, and what it is to show. */
  readonly baseline: number;
  readonly target: number;
  /** How far from the truth a measurement may be, to either side; null when nobody has said. */
  readonly uncertainty: number | null;
  /** A price that is paid for the other benefits: what becomes worse. */
  readonly isWorse: boolean;
  /** Who follows it to the door. */
  readonly ownerId: PersonId | null;
  readonly ownerName: string;
  /** The day the months are counted from; null = the day the project went into operation. */
  readonly startsOn: string | null;
};

/**
 * One thing that happened to a benefit, with the promise as it was then: an answer keeps the target
 * it was asked with. Never edited.
 */
export type BenefitEvent = AskingEvent &
  BenefitTerms & {
    readonly benefitId: BenefitId;
    readonly projectId: ProjectId;
    readonly kind: BenefitEventKind;
    /** How many months after the start it is asked about; null outside the follow-up. */
    readonly month: number | null;
    /** What the indicator shows now, in hundredths. */
    readonly value: number | null;
    /** With "not yet": the day it will be known. */
    readonly until: string | null;
  };

/** The promise alone, of whatever holds it. */
export const termsIn = (from: BenefitTerms): BenefitTerms => ({
  ...{ title: from.title, measure: from.measure, unitName: from.unitName },
  ...{ indicator: from.indicator, baseline: from.baseline, target: from.target },
  ...{ uncertainty: from.uncertainty, isWorse: from.isWorse, startsOn: from.startsOn },
  ...{ ownerId: from.ownerId, ownerName: from.ownerName },
});

/**
 * How much better something became, in hundredths: what was freed, or with a minus what it cost.
 * Whether more or less is better, the target says; of what becomes worse it counts the other way.
 */
export const gainOf = (
  { baseline, target, isWorse }: Pick<BenefitTerms, 'baseline' | 'target' | 'isWorse'>,
  value: number,
): number => {
  const moved = Math.sign(target - baseline) * (value - baseline);
  // Never minus zero, which is no number anybody writes.
  return (isWorse ? -moved : moved) + 0;
};
