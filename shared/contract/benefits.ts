import { z } from 'zod';
import type { Area } from '#shared/domain/area.ts';
import type { BenefitId } from '#shared/domain/benefits/benefit.ts';
import { benefitMeasures } from '#shared/domain/benefits/measure.ts';
import { longestIndicator, longestTitle, longestUnitName } from '#shared/domain/benefits/rules.ts';
import type { AnyBenefitSum, BenefitRow } from '#shared/domain/benefits/sums.ts';
import type { BenefitReader, BenefitView } from '#shared/domain/benefits/view.ts';
import type { Unreached } from '#shared/domain/reach.ts';
import type { StoryId } from '#shared/domain/stories/story.ts';

z.config({ jitless: true });

/** The follow-up of a benefit, as one person sees it. */
export type BenefitReply = {
  readonly view: BenefitView;
  readonly reader: BenefitReader;
  /** What it waits for from the reader. */
  readonly waits: 'answer' | 'reply' | null;
  /** Who has not been told something about it, because they cannot be reached. */
  readonly unreached: readonly Unreached[];
};

/** The benefits of a project, on its page. */
export type BenefitsOnPage = {
  readonly rows: readonly BenefitRow[];
  /** Those that are promised no more, with why. */
  readonly withdrawn: readonly BenefitRow[];
  readonly mayWrite: boolean;
  /** The day the project went into operation; null before. */
  readonly operatingSince: string | null;
  /** The months after which the owner is asked. */
  readonly months: readonly number[];
  /** Before the project can be closed, by name. */
  readonly left: readonly string[];
  /** The story that was begun from each of those that have one. */
  readonly stories: Readonly<Record<BenefitId, StoryId>>;
};

/** GET /api/benefits: every benefit that is, or was, followed in operation, and what they come to. */
export type BenefitsReply = {
  readonly asOf: string;
  readonly today: string;
  readonly areas: readonly Area[];
  readonly rows: readonly BenefitRow[];
  readonly sums: readonly AnyBenefitSum[];
  /** Promised by projects that are not in operation yet, and not counted. */
  readonly ahead: number;
  /** The reader may ask the owners who lack an answer: how many people that is. */
  readonly owners: number;
  readonly mayAsk: boolean;
  /** The projects whose benefits the reader may write. */
  readonly mayWrite: readonly string[];
};

const number = z.number().int().min(0);
const seen = { ask: number, revision: number };
const comment = z.string().max(20_000).default('');
/** A number as somebody typed it: the server reads it, and says what it cannot read. */
const typed = z.string().max(60).default('');
const personId = z.string().min(1).max(60);

const terms = z.strictObject({
  title: z.string().max(longestTitle),
  measure: z.enum(benefitMeasures),
  unitName: z.string().max(longestUnitName).default(''),
  indicator: z.string().max(longestIndicator).default(''),
  baseline: typed,
  target: typed,
  uncertainty: typed,
  isWorse: z.boolean().default(false),
  ownerId: personId.nullable(),
  startsOn: z.iso.date().nullable().default(null),
});

/** POST /api/benefits/:id/moves. */
export const postBenefitMove = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('written'), revision: number, terms }),
  z.strictObject({ type: z.literal('owner'), revision: number, ownerId: personId }),
  z.strictObject({
    type: z.literal('answered'),
    ...seen,
    value: typed,
    uncertainty: typed,
    comment,
  }),
  z.strictObject({ type: z.literal('notYet'), ...seen, until: z.iso.date(), comment }),
  z.strictObject({ type: z.literal('unmeasurable'), ...seen, comment }),
  z.strictObject({ type: z.literal('question'), ...seen, comment }),
  z.strictObject({ type: z.literal('reply'), question: number, comment }),
  z.strictObject({ type: z.literal('askedAgain'), revision: number }),
  z.strictObject({ type: z.literal('withdrawn'), revision: number, comment }),
]);
export type PostBenefitMove = z.input<typeof postBenefitMove>;
export type BenefitMoveBody = z.output<typeof postBenefitMove>;

/** POST /api/benefits/ask: everybody who lacks an answer is asked once more. */
export const postBenefitsAsk = z.strictObject({});
