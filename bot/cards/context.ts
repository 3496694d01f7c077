import type { ButtonData, RequestAction } from '#shared/contract/cardActions.ts';
import type { Choice } from '#shared/domain/gates.ts';
import type { ShortMatter } from '#shared/domain/notice.ts';
import type { PaperCode } from '#shared/domain/papers/paper.ts';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import type { Refresh } from './elements.ts';

/** Where the buttons that open something lead. */
export type Links = {
  readonly project: (projectId: string) => string;
  /** The page of one of its papers. */
  readonly paper: (projectId: string, paper: PaperCode) => string;
  /** The matter where it can be answered in the tab. */
  readonly request: (requestId: string) => string;
  /** Any other matter where it can be answered in the tab. */
  readonly matter: (type: ShortMatter['type'], id: string) => string;
  /** All that waits for an answer. */
  readonly decide: () => string;
  readonly board: () => string;
  readonly economy: () => string;
  readonly ideas: () => string;
  readonly tasks: () => string;
  readonly plan: () => string;
  readonly year: () => string;
  /** A kvartalsstatus: its agenda, and after it its minutes. */
  readonly quarter: (quarterId: string) => string;
  readonly visit: (visitId: string) => string;
  readonly story: (storyId: string) => string;
  readonly stories: () => string;
  /** The picture itself, which Teams fetches without a token. */
  readonly picture: (pictureId: string) => string;
};

/** What a card needs beside the request and its reader. */
export type CardContext = {
  readonly links: Links;
  /** Teams ids (29:…) of those whose client draws the card anew by itself. */
  readonly userIds: readonly string[];
  /** What the reader had typed: put back in the field. */
  readonly typed?: string;
  /** Show every choice although the reader has answered: a position may be changed. */
  readonly allChoices?: boolean;
};

/** Somebody who may not answer: the card that everybody in a chat sees first. */
export const anybody: Reader = {
  id: null,
  seat: null,
  deputy: false,
  isLead: false,
  isOwner: false,
  position: { type: 'waiting' },
};

type AboutRequest = ButtonData<RequestAction['verb']>;

/**
 * What every button of a request sends: ids and the revision, nothing that gives a right. Where
 * several seats answer it says which one the card was drawn for: a person may hold two.
 */
export const aboutRequest = (view: RequestView, reader: Reader): AboutRequest => ({
  requestId: view.request.id,
  revision: view.revision,
  ...(view.request.decider.seats.length > 1 && reader.seat !== null ? { seat: reader.seat } : {}),
});

export const choiceData = (choice: Choice): Omit<ButtonData<'choose'>, keyof AboutRequest> => ({
  outcome: choice.outcome,
  ...(choice.spread ? { spread: true } : {}),
  ...(choice.rethink ? { rethink: true } : {}),
});

export const refreshOf = (
  view: RequestView,
  context: CardContext,
  question?: string,
): Refresh<'refresh'> => ({
  verb: 'refresh',
  data: {
    requestId: view.request.id,
    revision: view.revision,
    ...(question === undefined ? {} : { question }),
  },
  userIds: context.userIds,
});
