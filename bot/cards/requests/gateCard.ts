import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { longestComment, type Refusal } from '#shared/domain/answer.ts';
import { yearNotOpenedIn } from '#shared/domain/funding.ts';
import type { Choice } from '#shared/domain/gates.ts';
import {
  choicesOffered,
  missingOreOf,
  type Reader,
  type RequestView,
} from '#shared/domain/requestView.ts';
import { yearNotOpened } from '#shared/words/pools.ts';
import {
  buttons,
  commentLabel,
  kickers,
  notes,
  notStored,
  positions,
  questions,
  uncertain,
} from '#shared/words/requests/cards.ts';
import { pricedQuestion, refusalText } from '#shared/words/requests/decide.ts';
import { answerLabels, choiceLabel } from '#shared/words/words.ts';
import { aboutRequest, type CardContext, choiceData, refreshOf } from '../context.ts';
import {
  actionSet,
  type Button,
  bold,
  box,
  card,
  type Element,
  execute,
  field,
  heading,
  kicker,
  line,
  note,
  openUrl,
} from '../elements.ts';
import { summaryOf } from '../summary.ts';
import {
  benefitsLine,
  changedLine,
  type Exchange,
  exchangeBox,
  exchangeFor,
  givenCount,
  moneyElements,
  operationPayerLine,
  paperLine,
  paperNewsLine,
  positionLines,
  positionsInOne,
  purposeLine,
  reasonSentences,
  recommendationLine,
  riskLine,
  shortRows,
  whyLine,
} from './parts.ts';
import { fitted, type Room } from './room.ts';

/** What came of a press that was not stored; shown over the field, where the eye is. */
export type NotStored =
  | { readonly type: 'refused'; readonly refusal: Refusal; readonly label: string }
  /** `uncertain`: the lists did not say whether they took it. */
  | { readonly type: 'fault'; readonly uncertain: boolean };

export const kickerOf = (
  view: RequestView,
  reader: Reader,
  exchange: Exchange | undefined,
): string => {
  const { gate, decider } = view.request;
  const mine = exchange !== undefined && exchange.question.byId === reader.id;
  if (mine) return exchange.reply ? kickers.answered(gate) : kickers.asked(gate);
  if (reader.deputy) return kickers.deputy(gate);
  if (decider.type === 'chefgruppe') return kickers.chefgruppe(gate);
  if (reader.seat === null) return kickers.open(gate);
  if (decider.type === 'chefs') return kickers.shared(gate);
  return gate === 'gate1' && view.project.verySmall ? kickers.verySmall(gate) : kickers.yours(gate);
};

const noteOf = (view: RequestView, waitsForReply: boolean): string => {
  const { gate, decider, askOre } = view.request;
  if (yearNotOpenedIn(view.pools) !== null) return yearNotOpened.toDecider;
  if (decider.type === 'chefgruppe') return notes.chefgruppe(view.statusDay);
  if (missingOreOf(view) > 0) return notes.short;
  if (waitsForReply) return notes.asked;
  if (decider.type === 'chefs') return notes.chefs(gate);
  if (view.project.recommendLift) return notes.lift;
  if (gate === 'gate1' && view.project.verySmall) return notes.verySmall;
  return gate === 'gate3' ? notes.gate3() : notes[gate](askOre);
};

type About = ReturnType<typeof aboutRequest>;

const choiceButton = (view: RequestView, about: About, choice: Choice): Button => {
  const label = choiceLabel(view.request.gate, choice);
  return choice.outcome === 'rethink'
    ? execute(label, 'rethinkChoices', about)
    : execute(label, 'choose', { ...about, ...choiceData(choice) });
};

/** Always in the same order, whatever is recommended: forward, back, stop, elsewhere, ask. */
const answerButtons = (view: RequestView, about: About): readonly Button[] => {
  const chefgruppe = view.request.decider.type === 'chefgruppe';
  // Where the year is not opened, the common pool has no more than the others.
  const short = missingOreOf(view) > 0 && yearNotOpenedIn(view.pools) === null;
  return [
    ...(short && !chefgruppe ? [execute(answerLabels.toCommonPool, 'toCommonPool', about)] : []),
    ...choicesOffered(view).map((choice) => choiceButton(view, about, choice)),
    ...(view.project.recommendLift && !chefgruppe
      ? [execute(answerLabels.lift, 'lift', about)]
      : []),
    ...(chefgruppe ? [execute(answerLabels.meeting, 'meeting', about)] : []),
    execute(answerLabels.ask, 'ask', about),
  ];
};

/** Money that is gone is red; a year that is only not opened is not. */
const shortStyle = (view: RequestView): 'attention' | 'warning' =>
  yearNotOpenedIn(view.pools) === null ? 'attention' : 'warning';

const isShortage = ({ type }: Refusal): boolean => type === 'poolShort' || type === 'yearNotOpened';

const notStoredBox = (view: RequestView, reader: Reader, what: NotStored): Element => {
  if (what.type === 'fault')
    return what.uncertain
      ? box('warning', [bold(uncertain.title), line([uncertain.text])])
      : box('attention', [bold(notStored.fault), line([notStored.faultText])]);
  const { refusal, label } = what;
  if (refusal.type === 'poolShort')
    return box('attention', [
      bold(notStored.title(label)),
      line([notStored.poolShort]),
      ...shortRows(view, reader),
    ]);
  if (refusal.type === 'yearNotOpened')
    return box(shortStyle(view), [
      bold(notStored.title(label)),
      line([yearNotOpened.refused(refusal.year)]),
    ]);
  if (refusal.type === 'commentTooLong')
    return box('warning', [
      bold(notStored.tooLong),
      line([notStored.tooLongText(refusal.longest)]),
    ]);
  const said = refusalText(refusal, view.request.gate, view.areas);
  return box('warning', [bold(said.title.replace(/\.$/, '')), line([said.text])]);
};

const fieldLabel = (view: RequestView): string =>
  commentLabel(view.request.gate, choicesOffered(view));

type Drawing = {
  readonly reader: Reader;
  readonly context: CardContext;
  readonly exchange: Exchange | undefined;
  readonly problem: NotStored | undefined;
};

/** What DigiTek is for, where something passes into operation. */
const mandateLine = ({ request }: RequestView): Element | null =>
  request.gate === 'gate3' ? line([notes.mandate]) : null;

/** Facts a decision rests on; a question's box takes the place of the description. */
const facts = (
  view: RequestView,
  { reader, context, exchange, problem }: Drawing,
  room: Room,
): readonly (Element | null)[] => {
  const { links } = context;
  const shortIsSaid = problem?.type === 'refused' && isShortage(problem.refusal);
  const short = shortRows(view, reader);
  const isTaken = exchange !== undefined || problem !== undefined;
  return [
    exchange || (problem && !shortIsSaid) ? null : purposeLine(view, room),
    whyLine(view, reader, room),
    exchange ? exchangeBox(view, exchange, { reader, room, links }) : null,
    short.length > 0 && !shortIsSaid ? box(shortStyle(view), short) : null,
    ...moneyElements(view, reader, room),
    operationPayerLine(view),
    changedLine(view),
    riskLine(view, room),
    isTaken && !room.benefits ? null : benefitsLine(view),
    recommendationLine(view, room, links),
    mandateLine(view),
    paperLine(view),
    paperNewsLine(view, links),
  ];
};

const positionPart = (view: RequestView, reader: Reader, room: Room): readonly Element[] => {
  const { type } = view.request.decider;
  const given = givenCount(view);
  if (type === 'chef' || (type === 'chefs' && given === 0)) return [];
  if (!room.seats) return [positionsInOne(view)];
  return [
    { ...bold(positions.count(given, view.positions.length), 'Medium'), separator: true },
    ...positionLines(view, reader),
  ];
};

/** The field and the buttons; somebody who is known not to decide gets a way to the project. */
const answerPart = (
  view: RequestView,
  { reader, context, exchange }: Drawing,
): readonly Element[] => {
  if (reader.id !== null && reader.seat === null)
    return [actionSet([openUrl(buttons.openProject, context.links.project(view.project.id))])];
  const waits = exchange !== undefined && exchange.reply === null;
  const answered = exchange !== undefined && !waits;
  const plain = view.request.decider.type === 'chef' && missingOreOf(view) === 0;
  const typing = field(fieldLabel(view), context.typed ?? '', longestComment);
  return [
    ...(answered && plain
      ? [{ ...typing, spacing: 'Medium' as const }]
      : [note(noteOf(view, waits)), typing]),
    actionSet(answerButtons(view, aboutRequest(view, reader))),
  ];
};

const questionOf = (view: RequestView, problem: NotStored | undefined): string => {
  if (missingOreOf(view) === 0) return pricedQuestion(view.request.gate, view.request.askOre);
  const year = yearNotOpenedIn(view.pools);
  if (year !== null) return questions.notOpened(year);
  const isNew = problem?.type === 'refused' && problem.refusal.type === 'poolShort';
  return isNew ? questions.shortNow : questions.short;
};

/** The whole request: what, why you, what it costs, what is recommended, what the buttons do. */
export const gateCard = (
  view: RequestView,
  reader: Reader,
  context: CardContext,
  problem?: NotStored,
): IAdaptiveCard => {
  const exchange = exchangeFor(view, reader);
  const drawing: Drawing = { reader, context, exchange, problem };
  return fitted(
    (room) =>
      card(
        [
          kicker(kickerOf(view, reader, exchange)),
          heading(view.project.title, room.title),
          bold(questionOf(view, problem)),
          ...facts(view, drawing, room),
          ...positionPart(view, reader, room),
          problem ? notStoredBox(view, reader, problem) : null,
          ...answerPart(view, drawing),
        ],
        summaryOf(view, 'ask', reader),
        refreshOf(view, context),
      ),
    reasonSentences(view),
  );
};
