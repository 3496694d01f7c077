import type { JsonObject } from '../http.ts';
import { organisation } from '../organisation.ts';
import type { Person } from '../people.ts';
import { cardContentType } from './cards.ts';
import type { Conversation } from './conversations.ts';
import type { Delivery } from './deliver.ts';
import { botTeamsId } from './ids.ts';
import { inboundActivity } from './inbound.ts';
import type { InvokeParts } from './invoke.ts';

interface Said extends Delivery {
  readonly activityId: string;
}

interface Saying {
  readonly text: string;
  /** What an app put into the message: a project that was found, a link that was unfolded. */
  readonly card?: JsonObject;
  /** Outside the personal chat the bot hears only what mentions it. */
  readonly mention: boolean;
}

/** A person writes in a chat, to the bot or to the others in it. */
export async function say(
  parts: InvokeParts,
  person: Person,
  conversation: Conversation,
  { text, card, mention: isToBot }: Saying,
): Promise<Said> {
  const attachments =
    card === undefined ? {} : { attachments: [{ contentType: cardContentType, content: card }] };
  const content = { type: 'message', text, ...attachments };
  const activityId = parts.chats.add(conversation, person.id, content);
  if (conversation.kind !== 'personal' && !isToBot) return { activityId, ms: 0 };
  const inbound = inboundActivity(parts.clock, parts.serviceUrl(), person, conversation);
  const mention = `<at>${organisation.botName}</at>`;
  const isPersonal = conversation.kind === 'personal';
  const activity = {
    ...inbound,
    ...(conversation.kind === 'channel'
      ? {
          conversation: {
            ...(inbound['conversation'] as object),
            id: `${conversation.id};messageid=${activityId}`,
          },
        }
      : {}),
    id: activityId,
    type: 'message',
    textFormat: 'plain',
    text: isPersonal ? text : `${mention} ${text}`,
    ...attachments,
    entities: [
      ...(inbound['entities'] as object[]),
      ...(isPersonal
        ? []
        : [
            {
              type: 'mention',
              text: mention,
              mentioned: { id: botTeamsId, name: organisation.botName },
            },
          ]),
    ],
  };
  return { ...(await parts.deliver(activity, 15_000)), activityId };
}
