import type { PostAnswer, RequestReply } from '#shared/contract/api.ts';
import { yearNotOpenedIn } from '#shared/domain/funding.ts';
import { type Choice, isReason, needsReason } from '#shared/domain/gates.ts';
import { choicesOffered, missingOreOf, type RequestView } from '#shared/domain/requestView.ts';
import { answerConsequences, consequenceText, reasonAsked } from '#shared/words/requests/decide.ts';
import { answerLabels, choiceLabel } from '#shared/words/words.ts';

/** One thing a person may press, with what happens next. */
export type AnswerButton = {
  readonly key: string;
  readonly kind: 'forward' | 'back' | 'stop' | 'elsewhere' | 'ask' | 'rethink';
  readonly label: string;
  readonly after: string;
  readonly body: Body;
  /** What to write, when it cannot be sent without words; '' when the comment is optional. */
  readonly wordsAsked: string;
};

type Choose = { readonly type: 'choose' } & Choice;
export type Body = Choose | { readonly type: 'ask' | 'lift' | 'meeting' | 'toCommonPool' };

const kindOf = (choice: Choice): AnswerButton['kind'] => {
  if (choice.outcome === 'stop') return 'stop';
  if (choice.outcome === 'backToInvestigation') return 'back';
  return choice.outcome === 'rethink' ? 'rethink' : 'forward';
};

/** A choice as a button, with what happens when it is pressed. */
export const choiceButton = (view: RequestView, choice: Choice): AnswerButton => {
  const { gate, askOre } = view.request;
  return {
    key: `${choice.outcome}${choice.spread ? '+spread' : ''}${choice.rethink ? '+rethink' : ''}`,
    kind: kindOf(choice),
    label: choiceLabel(gate, choice),
    after: consequenceText(gate, choice, askOre),
    body: { type: 'choose', ...choice },
    wordsAsked: needsReason(gate, choice) ? reasonAsked(gate, choice) : '',
  };
};

const elsewhere = (type: 'lift' | 'meeting' | 'toCommonPool'): AnswerButton => ({
  key: type,
  kind: 'elsewhere',
  label: answerLabels[type],
  after: answerConsequences[type],
  body: { type },
  wordsAsked: '',
});

const ask = (questionAsked: string): AnswerButton => ({
  key: 'ask',
  kind: 'ask',
  label: answerLabels.ask,
  after: answerConsequences.ask,
  body: { type: 'ask' },
  wordsAsked: questionAsked,
});

/** Where the year is not opened, the common pool has no more than the others. */
const isShort = (view: RequestView): boolean =>
  missingOreOf(view) > 0 && yearNotOpenedIn(view.pools) === null;

/**
 * The answers in the fixed order of the gate: forward, further forward, back, stop, ask, and
 * last what sends the matter elsewhere. The order never follows the recommendation, so that a habit does not press Stop.
 */
export const answersOf = (view: RequestView, questionAsked: string): readonly AnswerButton[] => {
  const { decider, askOre } = view.request;
  const isHearing = decider.type === 'chefgruppe';
  return [
    ...(!isHearing && askOre > 0 && isShort(view)
      ? [{ ...elsewhere('toCommonPool'), kind: 'forward' as const }]
      : []),
    ...choicesOffered(view).map((choice) => choiceButton(view, choice)),
    ask(questionAsked),
    elsewhere(isHearing ? 'meeting' : 'lift'),
  ];
};

/** Nytænk asks one thing more: whether the solution also goes into operation meanwhile. */
export const rethinkAnswers = (view: RequestView): readonly AnswerButton[] => {
  const only: Choice = { outcome: 'rethink', spread: false, rethink: false };
  const both: Choice = { outcome: 'operate', spread: false, rethink: true };
  const offered = missingOreOf(view) > 0 ? [only] : [both, only];
  return offered.map((choice) => ({
    ...choiceButton(view, choice),
    kind: 'forward',
    label: choice.outcome === 'operate' ? answerLabels.rethinkAlso : answerLabels.rethinkOnly,
  }));
};

export const lacksWords = (button: AnswerButton, comment: string): boolean =>
  button.wordsAsked !== '' && !isReason(comment);

/** The seats the person may answer for, the unanswered first. */
export const seatsToAnswer = (
  reply: RequestReply,
  mySeats: readonly string[],
): readonly string[] => {
  const { positions, request } = reply.view;
  const mine = request.decider.seats.filter((seat) => mySeats.includes(seat));
  const waits = (seat: string): boolean =>
    positions.find((one) => one.seat === seat)?.position.type === 'waiting';
  return [...mine.filter(waits), ...mine.filter((seat) => !waits(seat))];
};

export const answerBody = (
  button: AnswerButton,
  comment: string,
  seat: string | undefined,
  revision: number,
): PostAnswer => ({
  ...button.body,
  comment,
  revision,
  ...(seat === undefined ? {} : { seat }),
});
