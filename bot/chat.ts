import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import type { Waiting } from '#shared/useCases/views.ts';
import type { BotParts } from './botParts.ts';
import { cardFor, questionCardFor } from './cards/cardFor.ts';
import {
  helpCard,
  moreWaitCard,
  noProjectCard,
  nothingWaitsCard,
  severalProjectsCard,
  statusCard,
} from './cards/chatCards.ts';
import { poolsCard, poolsNotYoursCard } from './cards/poolCard.ts';
import { summaryOf } from './cards/summary.ts';
import { commandIn, projectsLike } from './command.ts';
import type { Inbound } from './inbound.ts';
import { log } from './log.ts';
import type { Place } from './outbound.ts';

/** Where an answer in chat goes: where it was asked. */
export const placeOf = (inbound: Inbound): Place => ({
  serviceUrl: inbound.serviceUrl,
  conversationId: inbound.conversationId,
});

/** What waits for a person is theirs: it is shown in their own chat, wherever they asked. */
const ownPlace = (parts: BotParts, inbound: Inbound): Place => {
  const own = inbound.personId === null ? undefined : parts.known.personal(inbound.personId);
  return inbound.kind === 'personal' || !own ? placeOf(inbound) : own;
};

export const sendCard = async (
  parts: BotParts,
  place: Place,
  card: IAdaptiveCard,
  summary = card.fallbackText ?? '',
): Promise<string | null> => {
  const sent = await parts.outbound.send(place, card, summary.slice(0, 90));
  if (sent.type === 'sent') return sent.activityId;
  log('warn', 'chatNotSent', { problem: sent.problem });
  return null;
};

const mostAtOnce = 5;

/** The question a lead has not replied to yet. */
const openQuestionIn = (view: RequestView): string | null =>
  view.questions.find(({ reply }) => reply === null)?.question.id ?? null;

type Drawn = { readonly card: IAdaptiveCard; readonly question: string | null };

const drawWaiting = (parts: BotParts, waiting: Waiting, userIds: readonly string[]): Drawn => {
  const { view, waits } = waiting;
  const reader: Reader = waiting.reader;
  const context = { links: parts.links, userIds };
  const question = waits === 'reply' ? openQuestionIn(view) : null;
  return {
    question,
    card:
      question === null
        ? cardFor(view, reader, context)
        : questionCardFor(view, question, reader, context),
  };
};

const sendWaiting = async (
  parts: BotParts,
  inbound: Inbound,
  place: Place,
  waiting: Waiting,
): Promise<void> => {
  const { view, reader } = waiting;
  const { card, question } = drawWaiting(parts, waiting, [inbound.teamsUserId]);
  const summary = summaryOf(view, question === null ? 'ask' : 'question', reader);
  const activityId = await sendCard(parts, place, card, summary);
  if (activityId === null || activityId === '' || inbound.personId === null) return;
  const copy = {
    requestId: view.request.id,
    question,
    personId: inbound.personId,
    conversationId: place.conversationId,
    activityId,
    revision: view.revision,
  };
  parts.later('keepCopy', () => parts.useCases.keepCopy(copy));
};

const showMine = async (parts: BotParts, inbound: Inbound): Promise<void> => {
  const place = ownPlace(parts, inbound);
  const waiting = inbound.personId === null ? [] : parts.useCases.waitingFor(inbound.personId);
  if (waiting.length === 0) {
    await sendCard(parts, place, nothingWaitsCard(parts.links));
    return;
  }
  for (const one of waiting.slice(0, mostAtOnce)) await sendWaiting(parts, inbound, place, one);
  const more = waiting.length - mostAtOnce;
  if (more > 0) await sendCard(parts, place, moreWaitCard(parts.links, more));
};

const statusCardFor = (parts: BotParts, words: string): IAdaptiveCard => {
  const found = projectsLike(parts.useCases.projects(), words);
  const [only] = found;
  if (!only) return noProjectCard(parts.links, words);
  return found.length === 1
    ? statusCard(parts.useCases.statusOf(only), parts.links)
    : severalProjectsCard(words, found);
};

/** The balances a person may see; they are shown in the person's own chat. */
const poolsCardFor = (parts: BotParts, inbound: Inbound): IAdaptiveCard => {
  const lines = inbound.personId === null ? null : parts.useCases.poolsFor(inbound.personId);
  return lines === null
    ? poolsNotYoursCard(parts.links)
    : poolsCard(lines, parts.useCases.year(), parts.links);
};

/** Answers what somebody wrote. */
export const said = async (parts: BotParts, inbound: Inbound, text: string): Promise<void> => {
  const command = commandIn(text);
  switch (command.type) {
    case 'help':
      await sendCard(parts, placeOf(inbound), helpCard(parts.links, false));
      return;
    case 'unknown':
      await sendCard(parts, placeOf(inbound), helpCard(parts.links, true));
      return;
    case 'mine':
      await showMine(parts, inbound);
      return;
    case 'pools':
      await sendCard(parts, ownPlace(parts, inbound), poolsCardFor(parts, inbound));
      return;
    case 'status':
      await sendCard(parts, placeOf(inbound), statusCardFor(parts, command.words));
      return;
  }
};
