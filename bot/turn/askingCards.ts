import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { MessageAbout, MessageKind } from '#shared/domain/message.ts';
import type { ShortMatter } from '#shared/domain/notice.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { CardContext, Links } from '../cards/context.ts';
import {
  type Asking,
  type MatterCards,
  ownIds,
  personIn,
  type ShownCopy,
  saysItself,
} from './drawing.ts';

/* The cards of what one person is asked about beside a gate: the same for every kind of it. */

/** Which card it is: the message's kind, and the event it is about. */
type Place = { readonly kind: MessageKind; readonly about: number };

type Viewed = {
  readonly now: { readonly id: string; readonly revision: number };
  readonly project: { readonly id: string } | null;
};

/** What one kind says for itself. */
type Told<V, R> = {
  readonly type: ShortMatter['type'];
  readonly readerOf: (view: V, actor: Actor | null) => R;
  readonly cardAt: (view: V, reader: R, context: CardContext, place: Place) => IAdaptiveCard;
  /** Something is still asked for. */
  readonly isOpen: (view: V) => boolean;
  /** The card of what is asked now. */
  readonly askPlace: (view: V) => Place;
  /** The question that nobody has replied to, and the card that asks for the reply. */
  readonly openQuestion: (view: V) => number | null;
  readonly questionKind: MessageKind;
  readonly about: (id: string, event: number) => MessageAbout;
  /** Where it is when nothing is asked; left out: its project. */
  readonly home?: (view: V, links: Links) => string;
  /** What a copy of the card goes by; left out: every event. */
  readonly revisionOf?: (view: V) => number;
};

const homeOf = <V extends Viewed, R>({ home }: Told<V, R>, view: V, links: Links): string => {
  if (home) return home(view, links);
  return view.project ? links.project(view.project.id) : links.decide();
};

export const askingCards = <V extends Viewed, R extends { readonly answers: boolean }>(
  told: Told<V, R>,
) => ({
  cards: ({ view }: { readonly view: V }): MatterCards => ({
    draw: (message, { links, conversation, actorOf }) => {
      const personId = personIn(message);
      const reader = told.readerOf(view, personId === null ? null : actorOf(personId));
      const place = { kind: message.kind, about: Number(message.about) };
      const context = { links, userIds: ownIds(conversation) };
      return saysItself(told.cardAt(view, reader, context, place));
    },
    link: (links) =>
      told.isOpen(view) ? links.matter(told.type, view.now.id) : homeOf(told, view, links),
  }),
  /** To whoever asks what waits: the question itself, or the reply that is asked of them. */
  copy: ({ view }: { readonly view: V }, { links, useCases, inbound }: Asking): ShownCopy => {
    const { personId, personName, teamsUserId } = inbound;
    const actor = personId === null ? null : useCases.actorOf(personId, personName);
    const reader = told.readerOf(view, actor);
    const question = reader.answers ? null : told.openQuestion(view);
    const place: Place =
      question === null ? told.askPlace(view) : { kind: told.questionKind, about: question };
    return {
      ...{ kind: place.kind, revision: told.revisionOf?.(view) ?? view.now.revision },
      about: told.about(view.now.id, place.about),
      card: told.cardAt(view, reader, { links, userIds: [teamsUserId] }, place),
    };
  },
});
