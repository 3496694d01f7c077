import type { MessageKind } from '#shared/domain/message.ts';
import { choiceOf } from '#shared/domain/request.ts';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import { formatKr } from '#shared/words/money.ts';
import { endKicker, summaryWords } from '#shared/words/requests/receipts.ts';
import { firstSigns } from './text.ts';

/** What Teams shows in a notification. */
const longest = 90;

/** A name between words that must not be cut. */
export const around = (before: string, title: string, after: string): string => {
  const room = longest - before.length - after.length;
  const name =
    title.length <= room ? title : `${firstSigns(title, Math.max(0, room - 2)).trimEnd()} …`;
  return `${before}${name}${after}`.slice(0, longest);
};

const price = (view: RequestView): string =>
  view.request.askOre > 0 ? `, ${formatKr(view.request.askOre)}` : '';

const whoDecides = (view: RequestView, reader: Reader | null): string => {
  const { decider } = view.request;
  if (decider.type === 'chefgruppe') return ` ${summaryWords.chefgruppe}`;
  if (reader?.seat === null) return '';
  return ` ${decider.type === 'chefs' ? summaryWords.shared : summaryWords.yours}`;
};

const endSummary = (view: RequestView, title: string): string => {
  if (view.state.type !== 'ended') return around('', title, '');
  const choice = choiceOf(view.state.decision);
  const said = choice && choice.outcome !== 'stop' ? `, ${summaryWords.choice(choice)}` : '';
  return around(`${endKicker(view.state.decision)}: `, title, said);
};

/** One line for a locked phone: kind, project, amount, what is asked; no comment, no question. */
export const summaryOf = (
  view: RequestView,
  kind: MessageKind,
  reader: Reader | null = null,
): string => {
  const { title } = view.project;
  if (view.state.type === 'ended') return endSummary(view, title);
  switch (kind) {
    case 'ask':
    case 'ended':
      return around(
        summaryWords.gate(view.request.gate),
        title,
        `${price(view) || '.'}${whoDecides(view, reader)}`,
      );
    case 'question':
      return around(summaryWords.question, title, '');
    case 'reply':
      return around(summaryWords.reply, title, '');
    case 'toMeeting':
      return around(summaryWords.agenda, title, '');
    default:
      // Not about a request: these have summaries of their own.
      return title;
  }
};
