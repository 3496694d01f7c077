import { randomUUID } from 'node:crypto';
import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { messageIdeaForm } from '#shared/contract/cardActions.ts';
import { ideaFromMessage } from '#shared/domain/ideas/fromMessage.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import { plainTextOf } from '#shared/text/plainText.ts';
import { ideaForm, messageIdea } from '#shared/words/ideas/words.ts';
import { plainCard } from '../cards/chat/chatCards.ts';
import { type IdeaProblem, longestIdeaText } from '../cards/ideas/ideaCards.ts';
import { messageIdeaFormCard, messageIdeaKnownCard } from '../cards/ideas/messageIdeaCards.ts';
import { type Inbound, isJson } from '../channel/inbound.ts';
import type { BotParts } from './botParts.ts';
import { areasIn } from './ideas.ts';

/** A message as Teams tells of it, as far as it becomes an idea. */
type Told = { readonly id: string; readonly link: string; readonly text: string };

const textIn = (body: unknown): string => {
  const { content, contentType } = isJson(body) ? body : {};
  if (typeof content !== 'string') return '';
  return contentType === 'text' ? content : plainTextOf(content);
};

/** An address we would send back ourselves, or none. */
const linkIn = (value: unknown): string => {
  const read = messageIdeaForm.shape.link.safeParse(value);
  return read.success ? read.data : '';
};

const toldOf = (payload: unknown): Told => {
  const { id, linkToMessage, subject, body } = isJson(payload) ? payload : {};
  const head = typeof subject === 'string' ? `${subject}\n` : '';
  return {
    id: typeof id === 'string' ? id : '',
    link: linkIn(linkToMessage),
    text: `${head}${textIn(body)}`.trim(),
  };
};

/** The message's own: whoever makes an idea of it, and on whatever server, it is one idea. */
const keyOf = ({ deps }: BotParts, { conversationId }: Inbound, { id }: Told): string => {
  const [conversation = ''] = conversationId.split(';');
  const of = id === '' ? randomUUID() : `${conversation} ${id}`;
  return `message-${deps.hashOf(of).slice(0, 32)}`;
};

const warningOf = (hidNumbers: boolean, isEmpty: boolean): IdeaProblem | null => {
  if (hidNumbers) return { title: messageIdea.hidNumbers, text: messageIdea.hidNumbersText };
  return isEmpty ? { title: messageIdea.empty, text: messageIdea.emptyText } : null;
};

/** What opens over a message: the idea as the message says it, or the idea it already is. */
export const messageDialogFor = (
  parts: BotParts,
  actor: Actor,
  inbound: Inbound,
  payload: unknown,
): IAdaptiveCard => {
  if (!may(actor, 'createIdea')) return plainCard(ideaForm.notAllowed);
  const { deps, links } = parts;
  const told = toldOf(payload);
  const key = keyOf(parts, inbound, told);
  const known = deps.stores.projects.get(`p${key}`);
  if (known) return messageIdeaKnownCard(known.value, links);
  const { title, why, hidNumbers } = ideaFromMessage(told.text, longestIdeaText, deps.clock.day());
  return messageIdeaFormCard(
    { ...{ key, title, why, link: told.link }, area: actor.area ?? '' },
    areasIn(parts),
    warningOf(hidNumbers, title === ''),
  );
};
