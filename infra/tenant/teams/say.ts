import { organisation } from '../organisation.ts';
import type { Person } from '../people.ts';
import type { Conversation } from './conversations.ts';
import type { Delivery } from './deliver.ts';
import { botTeamsId } from './ids.ts';
import { inboundActivity } from './inbound.ts';
import type { InvokeParts } from './invoke.ts';

interface Said extends Delivery {
  readonly activityId: string;
}

/** A person writes to the bot. Outside the personal chat it hears only what mentions it. */
export async function say(
  parts: InvokeParts,
  person: Person,
  conversation: Conversation,
  text: string,
): Promise<Said> {
  const activityId = parts.chats.add(conversation, person.id, { type: 'message', text });
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
