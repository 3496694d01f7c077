import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { longestComment } from '#shared/domain/asking/asking.ts';
import type { VisitReader, VisitView } from '#shared/domain/visits/view.ts';
import { visitExchangeWords } from '#shared/words/asking/words.ts';
import { weekdayText } from '#shared/words/dates.ts';
import {
  hoursText,
  lederNameOf,
  visitAnswerLabels,
  visitKickers,
  visitRefusalWords,
  visitSummaries,
  visitTitle,
  visitWords,
} from '#shared/words/visits/words.ts';
import { exchangeBox, problemBox } from '../asking/asking.ts';
import type { Place } from '../asking/cardsFor.ts';
import type { CardContext } from '../context.ts';
import {
  actionSet,
  type Button,
  bold,
  card,
  dateField,
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
import { aboutVisit, refreshVisit, type VisitProblem, visitSummary } from './visitContext.ts';

export type OpenVisitCard = {
  readonly place: Place;
  readonly problem?: VisitProblem | null;
  /** The day as it was chosen, put back. */
  readonly day?: string;
};

const kickerOf = ({ overdue }: VisitView, isNudge: boolean): string => {
  if (overdue) return visitKickers.passed;
  return isNudge ? visitKickers.nudge : visitKickers.yours;
};

const dueLine = ({ now: { ask, word }, at }: VisitView, isNudge: boolean): Element | null => {
  if (!ask || word) return null;
  if (at >= ask.dueAt) return line([visitWords.duePassed(ask.dueAt)]);
  return isNudge ? bold(visitWords.dueNudge(ask.dueAt)) : line([visitWords.due(ask.dueAt, at)]);
};

const summaryOf = (view: VisitView, { kind }: Place): string => {
  const { ask } = view.now;
  if (kind === 'visitReply') return visitSummary(view, visitSummaries.reply);
  return kind === 'visitNudge' && ask
    ? visitSummary(view, visitSummaries.nudge(ask.dueAt))
    : visitSummary(view, visitSummaries.ask);
};

/** What the unit gives, and its sum. */
const hourRows = ({ now: { terms }, hours }: VisitView): readonly Element[] => {
  if (!terms) return [];
  const { employees, chosen } = terms;
  return [
    figureRow(
      { label: visitWords.yourTime, text: hoursText(hours.leder), separator: true },
      'Medium',
    ),
    figureRow({
      label: visitWords.employees(employees, hours.employees / employees),
      text: hoursText(hours.employees),
    }),
    figureRow({
      label: visitWords.chosen(chosen, hours.chosen / chosen),
      text: hoursText(hours.chosen),
    }),
    figureRow({
      label: visitWords.unitTime,
      text: hoursText(hours.unit),
      ...{ bold: true, separator: true },
    }),
  ];
};

const factLines = ({ now: { terms } }: VisitView): readonly Element[] => {
  const first = terms?.days.expectations;
  const who = (terms?.consultants ?? []).map(({ name }) => name).join(' og ');
  return [
    ...(first ? [line([strong(visitWords.firstMeeting), ` ${weekdayText(first)}`], 'Medium')] : []),
    line([strong(visitWords.who), ` ${who}`]),
    line([strong(visitWords.get), ` ${visitWords.gets}`]),
  ];
};

const buttonsOf = (view: VisitView): readonly Button[] => {
  const about = aboutVisit(view);
  return [
    execute(visitAnswerLabels.yes, 'agreeVisit', about),
    execute(visitAnswerLabels.otherDay, 'visitOtherDay', about),
    execute(visitAnswerLabels.no, 'declineVisit', about),
    ...(view.isWaiting ? [execute(visitWords.askBack, 'askAboutVisit', about)] : []),
  ];
};

/** Whether the unit may be visited: what it takes, when, and four answers. */
export const openVisitCard = (
  view: VisitView,
  reader: VisitReader,
  context: CardContext,
  { place, problem, day = '' }: OpenVisitCard,
): IAdaptiveCard => {
  const isNudge = place.kind === 'visitNudge';
  const { now } = view;
  const exchange = now.exchanges.at(-1);
  return card(
    [
      kicker(kickerOf(view, isNudge)),
      heading(visitTitle(now)),
      bold(visitWords.asks(now)),
      line([visitWords.what]),
      line([subtle(visitWords.why(reader.onBehalf ? lederNameOf(now) : ''))]),
      dueLine(view, isNudge),
      ...hourRows(view),
      ...factLines(view),
      exchange ? exchangeBox(exchange, reader.id, visitExchangeWords) : null,
      note(visitWords.rule),
      problem ? problemBox(problem, visitRefusalWords) : null,
      dateField(visitWords.day, 'day', day),
      field(visitWords.comment, context.typed ?? '', longestComment),
      actionSet(buttonsOf(view)),
    ],
    summaryOf(view, place),
    refreshVisit(view, context, place),
  );
};
