import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { longestComment } from '#shared/domain/answer.ts';
import { type Choice, choice } from '#shared/domain/gates.ts';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import { buttons, fields, kickers, lacking, questions } from '#shared/words/requests/cards.ts';
import { reasonAsked } from '#shared/words/requests/decide.ts';
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
} from '../elements.ts';
import { summaryOf } from '../summary.ts';

/** A small card that asks for one thing more, so that no other outcome is under the thumb. */
type NextStep = {
  readonly kicker: string;
  readonly question: string;
  readonly body: readonly Element[];
  readonly label: string;
  readonly actions: readonly Button[];
};

const nextStepCard = (
  view: RequestView,
  reader: Reader,
  context: CardContext,
  step: NextStep,
): IAdaptiveCard =>
  card(
    [
      kicker(step.kicker),
      heading(view.project.title),
      bold(step.question),
      ...step.body,
      field(step.label, context.typed ?? '', longestComment),
      actionSet(step.actions),
    ],
    summaryOf(view, 'ask', reader),
    refreshOf(view, context),
  );

const missing = (title: string): Element =>
  box('warning', [bold(title), line([lacking.writeOne], 'None')]);

/** An answer that needs a reason came without one. */
export const reasonCard = (
  view: RequestView,
  reader: Reader,
  context: CardContext,
  wanted: Choice,
): IAdaptiveCard => {
  const { gate } = view.request;
  const about = aboutRequest(view, reader);
  return nextStepCard(view, reader, context, {
    kicker: kickers.oneMore(gate),
    question: reasonAsked(gate, wanted),
    body: [line([lacking.nothingYet]), missing(lacking.reasonMissing)],
    label: fields.reason,
    actions: [
      execute(choiceLabel(gate, wanted), 'choose', { ...about, ...choiceData(wanted) }),
      execute(buttons.backToAll, 'back', about),
    ],
  });
};

/** "Spørg" without a question. */
export const questionMissingCard = (
  view: RequestView,
  reader: Reader,
  context: CardContext,
): IAdaptiveCard => {
  const about = aboutRequest(view, reader);
  return nextStepCard(view, reader, context, {
    kicker: kickers.oneMore(view.request.gate),
    question: questions.ask,
    body: [missing(lacking.questionMissing)],
    label: fields.question,
    actions: [execute(answerLabels.ask, 'ask', about), execute(buttons.backToAll, 'back', about)],
  });
};

/** After "Nytænk": also in operation meanwhile, or not. */
export const rethinkCard = (
  view: RequestView,
  reader: Reader,
  context: CardContext,
): IAdaptiveCard => {
  const about = aboutRequest(view, reader);
  return nextStepCard(view, reader, context, {
    kicker: kickers.oneMoreChoice(view.request.gate),
    question: questions.rethink,
    body: [line([lacking.rethink])],
    label: fields.optional,
    actions: [
      execute(answerLabels.rethinkAlso, 'choose', {
        ...about,
        ...choiceData(choice('operate', { rethink: true })),
      }),
      execute(answerLabels.rethinkOnly, 'choose', { ...about, ...choiceData(choice('rethink')) }),
      execute(answerLabels.back, 'back', about),
    ],
  });
};
