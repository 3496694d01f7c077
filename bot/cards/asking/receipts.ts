import { askingWords } from '#shared/words/asking/words.ts';
import { received } from '#shared/words/requests/cards.ts';
import { type Button, type Element, note } from '../elements.ts';
import { lines, type Notice, wordBox } from './asking.ts';

/* What stands on every receipt and notice of what one person is asked about beside a gate. */

/** The press is here, and the lists have not taken it yet. */
export const receivedNotice = (kicker: string): Notice => ({
  kicker,
  title: received.title,
  body: lines(received.text),
});

/** Asked of another, or of nobody any more. */
export const passedNotice = (
  isWaiting: boolean,
  pressed: boolean,
  words: {
    readonly open: string;
    readonly waitsFor: string;
    readonly past: string;
    readonly over: string;
    readonly overText: string;
  },
): Notice => {
  const changedNothing = pressed ? askingWords.changedNothing : '';
  return isWaiting
    ? {
        kicker: words.open,
        title: askingWords.notYours,
        body: lines(words.waitsFor, changedNothing),
      }
    : { kicker: words.past, title: words.over, body: lines(words.overText, changedNothing) };
};

/** What was answered: by whom, when, with which words, and what comes next. */
export type AnsweredNotice = {
  readonly kicker: string;
  readonly title: string;
  /** Above when it was: what it is about, where that is not said by the name. */
  readonly before?: readonly Element[];
  readonly late: boolean;
  readonly at: string;
  readonly comment: string;
  readonly after: readonly (Element | null)[];
  readonly buttons: readonly Button[];
};

export const answeredNotice = (said: AnsweredNotice): Notice => ({
  ...{ kicker: said.kicker, title: said.title, buttons: said.buttons },
  body: [
    ...(said.before ?? []),
    ...lines(said.late ? askingWords.late : ''),
    note(askingWords.when(said.at), 'Small'),
    wordBox(said.comment),
    ...said.after,
  ],
});
