import type { CardAction } from '#shared/contract/cardActions.ts';
import { botFaults } from '#shared/words/server/chat.ts';
import { groupWelcomeCard, plainCard, welcomeCard } from '../cards/chat/chatCards.ts';
import { anybody } from '../cards/context.ts';
import { cardFor } from '../cards/requests/cardFor.ts';
import { notRecordedCard } from '../cards/requests/noticeCard.ts';
import { type Inbound, isJson } from '../channel/inbound.ts';
import type { Reply, Turn } from '../channel/messagesEndpoint.ts';
import { log } from '../log.ts';
import type { Answered, Ended, Sender, Shown } from './actions.ts';
import type { BotParts } from './botParts.ts';
import { placeOf, type Rest, said, sendCard } from './chat.ts';
import { userIdsOf } from './drawing.ts';
import { extensionReply, isExtension } from './extension.ts';
import { answerTo } from './kinds.ts';
import { actionIn, senderOf } from './pressed.ts';

/** HTTP is always 200: what went wrong, if anything, stands in the body (platform A9). */
const invokeReply = (shown: Shown): Reply => ({
  status: 200,
  body:
    shown.type === 'card'
      ? {
          statusCode: 200,
          type: 'application/vnd.microsoft.card.adaptive',
          value: shown.card,
        }
      : {
          statusCode: 200,
          type: 'application/vnd.microsoft.activity.message',
          value: shown.text,
        },
});

/** In a chat of several everybody sees the same card; what went wrong is told to one alone. */
const finishInGroup = async (
  parts: BotParts,
  inbound: Inbound,
  sender: Sender,
  { shown, ending }: Ended,
): Promise<void> => {
  if (shown.type !== 'card') return;
  const { view } = shown;
  const own = parts.known.personal(sender.actor.id);
  if (view === null) {
    if (own) await sendCard(parts, own, shown.card);
    return;
  }
  const known = parts.known.byConversationId(inbound.conversationId);
  const userIds = known ? userIdsOf(known, view, parts.useCases.readerFor) : [];
  const base = cardFor(view, anybody, { links: parts.links, userIds });
  if (inbound.replyToId !== null)
    await parts.outbound.update(placeOf(inbound), inbound.replyToId, base, '');
  if (ending === 'kept' || !own) return;
  if (ending === 'refused') {
    await sendCard(parts, own, shown.card);
    return;
  }
  const reader = parts.useCases.readerFor(view, sender.actor.id);
  const context = { links: parts.links, userIds: [sender.teamsUserId] };
  await sendCard(parts, own, notRecordedCard(view, reader, context, ending === 'uncertain'));
};

const finishLate = async (
  parts: BotParts,
  inbound: Inbound,
  { sender, verb }: { readonly sender: Sender; readonly verb: string },
  rest: NonNullable<Answered['rest']>,
): Promise<void> => {
  const ended = await rest;
  log('info', 'pressFinishedLate', { verb, ending: ended.ending });
  if (inbound.kind !== 'personal') return finishInGroup(parts, inbound, sender, ended);
  await showInPlace(parts, inbound, ended.shown);
};

/** Puts a card in the place of the one that was pressed; as a new message when that fails. */
const showInPlace = async (parts: BotParts, inbound: Inbound, shown: Shown): Promise<void> => {
  const place = placeOf(inbound);
  if (shown.type === 'word') {
    await sendCard(parts, place, plainCard(shown.text));
    return;
  }
  const updated =
    inbound.replyToId === null
      ? { type: 'gone' as const }
      : await parts.outbound.update(
          place,
          inbound.replyToId,
          shown.card,
          shown.card.fallbackText ?? '',
        );
  if (updated.type !== 'updated') await sendCard(parts, place, shown.card);
};

const answerPress = async (
  parts: BotParts,
  inbound: Inbound,
  action: CardAction | null,
): Promise<Shown> => {
  if (action === null || inbound.personId === null) {
    log('warn', 'badPress', { person: inbound.personId ?? '' });
    return { type: 'word', text: botFaults.badPress };
  }
  const sender = senderOf(parts, inbound, inbound.personId);
  const { shown, rest } = await answerTo(parts, sender, action);
  const { verb } = action;
  if (rest) parts.later('finishPress', () => finishLate(parts, inbound, { sender, verb }, rest));
  return shown;
};

const invoked = async (parts: BotParts, inbound: Inbound): Promise<Reply | undefined> => {
  if (inbound.name !== 'adaptiveCard/action') {
    log('info', 'unknownInvoke', { name: inbound.name });
    return undefined;
  }
  const action = isJson(inbound.value) ? inbound.value['action'] : undefined;
  const execute = isJson(action) && action['type'] === 'Action.Execute' ? action : {};
  return invokeReply(await answerPress(parts, inbound, actionIn(execute['verb'], execute['data'])));
};

/** An old client sends the button's fallback as a message, and no card can be returned to it. */
const submitted = async (
  parts: BotParts,
  inbound: Inbound,
  value: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const shown = await answerPress(parts, inbound, actionIn(value['verb'], value));
  if (inbound.kind === 'personal') return showInPlace(parts, inbound, shown);
  const own = inbound.personId === null ? undefined : parts.known.personal(inbound.personId);
  const card = shown.type === 'card' ? shown.card : plainCard(shown.text);
  if (own) await sendCard(parts, own, card);
};

/** Answers a message; what is given back is to be done after it. */
const heard = async (parts: BotParts, inbound: Inbound): Promise<Rest> => {
  const { value } = inbound;
  if (!isJson(value)) return said(parts, inbound, inbound.text);
  const { command } = value;
  if (typeof command === 'string') return said(parts, inbound, command);
  if (!('verb' in value) && inbound.text !== '') return said(parts, inbound, inbound.text);
  await submitted(parts, inbound, value);
  return [];
};

const isAboutBot = (inbound: Inbound, ids: readonly string[]): boolean =>
  ids.includes(inbound.botTeamsId);

const cameAndWent = (inbound: Inbound): 'came' | 'went' | 'others' | null => {
  if (inbound.type === 'installationUpdate')
    return inbound.action.startsWith('remove') ? 'went' : 'came';
  if (inbound.type !== 'conversationUpdate') return null;
  if (isAboutBot(inbound, inbound.membersRemoved)) return 'went';
  if (isAboutBot(inbound, inbound.membersAdded)) return 'came';
  return inbound.membersAdded.length + inbound.membersRemoved.length > 0 ? 'others' : null;
};

/**
 * Who adds the app, or writes to it, can be reached now, whatever was so before. What they got for
 * what they wrote is taken down first, so that no card comes twice.
 */
const sendWhatWaits = (parts: BotParts, { kind, personId }: Inbound, first: Rest = []): void => {
  const waits = kind === 'personal' && personId !== null;
  if (!waits && first.length === 0) return;
  parts.later('sendAgain', async () => {
    await Promise.all(first.map((keep) => keep()));
    if (waits) await parts.useCases.sendAgain(personId);
  });
};

/** Where the app comes and goes; a welcome once, when it comes. */
const installChanged = async (
  parts: BotParts,
  inbound: Inbound,
  change: 'came' | 'went' | 'others',
): Promise<void> => {
  if (change === 'went') {
    await parts.known.forget(inbound);
    parts.later('watchReach', () => parts.useCases.watchReach());
    return;
  }
  const remembered = await parts.known.remember(inbound, true);
  sendWhatWaits(parts, inbound);
  if (!remembered?.isNew || inbound.kind === 'channel') return;
  const card =
    inbound.kind === 'personal' ? welcomeCard(parts.links) : groupWelcomeCard(parts.links);
  parts.later('welcome', async () => {
    await sendCard(parts, placeOf(inbound), card);
  });
};

/** What the bot does with an activity that is verified: presses, commands, installs. */
export const createTurn =
  (parts: BotParts): Turn =>
  async (inbound) => {
    const change = cameAndWent(inbound);
    if (change !== null) {
      await installChanged(parts, inbound, change);
      return undefined;
    }
    if (isExtension(inbound)) return extensionReply(parts, inbound);
    if (parts.known.isNews(inbound))
      parts.later('rememberConversation', async () => {
        await parts.known.remember(inbound, false);
      });
    if (inbound.type === 'invoke') return invoked(parts, inbound);
    if (inbound.type === 'message') {
      sendWhatWaits(parts, inbound, await heard(parts, inbound));
    }
    return undefined;
  };
