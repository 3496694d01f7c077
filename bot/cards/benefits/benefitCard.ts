import type { IAdaptiveCard, ITextInput } from '@microsoft/teams.cards';
import { longestComment } from '#shared/domain/asking/asking.ts';
import type { BenefitEvent, BenefitTerms } from '#shared/domain/benefits/benefit.ts';
import { laterDays } from '#shared/domain/benefits/followUp.ts';
import type { BenefitReader, BenefitView } from '#shared/domain/benefits/view.ts';
import { askingWords } from '#shared/words/asking/words.ts';
import { amountText } from '#shared/words/benefits/numbers.ts';
import {
  askedNameOf,
  benefitKickers,
  benefitRefusalWords,
  benefitSummaries,
  benefitWords,
} from '#shared/words/benefits/words.ts';
import { exchangeBox, problemBox } from '../asking/asking.ts';
import type { CardContext } from '../context.ts';
import {
  actionSet,
  bold,
  card,
  type Element,
  execute,
  field,
  figureRow,
  heading,
  kicker,
  line,
  note,
  strong,
  subtle,
} from '../elements.ts';
import {
  aboutBenefit,
  type BenefitPlace,
  type BenefitProblem,
  benefitSummary,
  refreshBenefit,
} from './benefitContext.ts';

export type OpenBenefitCard = {
  readonly place: BenefitPlace;
  readonly problem?: BenefitProblem | null;
  /** The number as it was typed, put back. */
  readonly value?: string;
};

const oneLine = (input: ITextInput): ITextInput => ({ ...input, isMultiline: false });

/** Numbers are short; what is longer is told to be no number. */
const longestNumber = 60;

const dueLine = ({ now: { ask, word }, at }: BenefitView, isNudge: boolean): Element | null => {
  if (!ask || word) return null;
  if (at >= ask.dueAt) return line([benefitWords.duePassed(ask.dueAt)]);
  return isNudge ? bold(benefitWords.dueNudge(ask.dueAt)) : line([benefitWords.due(ask.dueAt, at)]);
};

const kickerOf = (view: BenefitView, isNudge: boolean): string => {
  if (view.overdue) return benefitKickers.passed;
  return isNudge ? benefitKickers.nudge : benefitKickers.yours(view.now);
};

const summaryOf = (view: BenefitView, { kind }: BenefitPlace): string => {
  const { ask } = view.now;
  if (kind === 'benefitReply') return benefitSummary(view, benefitSummaries.reply);
  if (kind === 'benefitNudge' && ask)
    return benefitSummary(view, benefitSummaries.nudge(ask.dueAt));
  return benefitSummary(view, benefitSummaries.ask(view.now));
};

/** What it was measured to before this question. */
const measuredBefore = ({ now }: BenefitView): BenefitEvent | undefined =>
  now.answers.findLast(({ seq, month }) => seq < (now.ask?.seq ?? 0) && month !== now.asked?.month);

const figures = (view: BenefitView, terms: BenefitTerms): readonly Element[] => {
  const last = measuredBefore(view);
  const shown = [
    ...(terms.baseline === 0
      ? []
      : [{ label: benefitWords.before, text: amountText(terms, terms.baseline) }]),
    { label: benefitWords.target, text: amountText(terms, terms.target) },
    ...(last?.value == null
      ? []
      : [{ label: benefitWords.measured(last.month), text: amountText(terms, last.value) }]),
  ];
  return shown.map((row, at) =>
    figureRow({ ...row, separator: at === 0 }, at === 0 ? 'Medium' : 'Small'),
  );
};

/** The promise as it was when it was asked; a number is given against that. */
export const askedTerms = ({ now }: BenefitView): BenefitTerms | null => now.asked ?? now.terms;

/** How a benefit has gone: thirty seconds, a number and a word. */
export const openBenefitCard = (
  view: BenefitView,
  reader: BenefitReader,
  context: CardContext,
  { place, problem, value = '' }: OpenBenefitCard,
): IAdaptiveCard => {
  const isNudge = place.kind === 'benefitNudge';
  const { project, now } = view;
  const terms = askedTerms(view);
  const exchange = now.exchanges.at(-1);
  const about = aboutBenefit(view);
  return card(
    [
      kicker(kickerOf(view, isNudge)),
      heading(project.title),
      terms && bold(benefitWords.question(terms)),
      line([subtle(benefitWords.why(reader.onBehalf ? askedNameOf(view) : ''))]),
      dueLine(view, isNudge),
      ...(terms ? figures(view, terms) : []),
      exchange ? exchangeBox(exchange, reader.id) : null,
      problem ? problemBox(problem, benefitRefusalWords) : null,
      terms && oneLine(field(benefitWords.value(terms), value, longestNumber, 'value')),
      field(benefitWords.comment, context.typed ?? '', longestComment),
      note(benefitWords.rule),
      actionSet([
        execute(benefitWords.save, 'measureBenefit', about),
        execute(benefitWords.notYet, 'benefitLater', about),
        ...(view.isWaiting ? [execute(askingWords.ask, 'askAboutBenefit', about)] : []),
      ]),
    ],
    summaryOf(view, place),
    refreshBenefit(view, context, place),
  );
};

/** It is not known yet: when will it be? */
export const laterBenefitCard = (
  view: BenefitView,
  context: CardContext,
  { place, problem }: Omit<OpenBenefitCard, 'value'>,
): IAdaptiveCard => {
  const about = aboutBenefit(view);
  const { project, now } = view;
  return card(
    [
      kicker(benefitKickers.oneMore),
      heading(project.title),
      now.terms && line([strong(now.terms.title)]),
      bold(benefitWords.when),
      line([benefitWords.whenText]),
      problem ? problemBox(problem, benefitRefusalWords) : null,
      field(benefitWords.laterComment, context.typed ?? '', longestComment),
      actionSet([
        ...laterDays(view.today).map((until) =>
          execute(benefitWords.day(until), 'benefitNotYet', { ...about, until }),
        ),
        execute(benefitWords.unmeasurable, 'benefitUnmeasurable', about),
        execute(benefitWords.back, 'measureAgain', about),
      ]),
    ],
    benefitSummary(view, benefitSummaries.later),
    refreshBenefit(view, context, place),
  );
};
