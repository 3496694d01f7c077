import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { JsonObject } from '../http.ts';
import { organisation } from '../organisation.ts';
import type { Person } from '../people.ts';
import type { Conversation } from './conversations.ts';
import { botTeamsId, teamsIdOf } from './ids.ts';

/** What every activity from Teams to the bot has in common. */
export function inboundActivity(
  clock: Clock,
  serviceUrl: string,
  person: Person,
  conversation: Conversation,
  rootId?: string,
): JsonObject {
  const now = clock.iso();
  return {
    channelId: 'msteams',
    serviceUrl,
    id: `f:${randomUUID()}`,
    timestamp: now,
    localTimestamp: now,
    localTimezone: 'Europe/Copenhagen',
    locale: 'da-DK',
    from: { id: teamsIdOf(person.id), aadObjectId: person.id, name: person.name },
    recipient: { id: botTeamsId, name: organisation.botName },
    conversation: {
      id: rootId === undefined ? conversation.id : `${conversation.id};messageid=${rootId}`,
      tenantId: organisation.tenantId,
      conversationType: conversation.kind,
      ...(conversation.kind === 'personal' ? {} : { isGroup: true, name: conversation.name }),
    },
    channelData: channelDataOf(conversation),
    entities: [
      {
        type: 'clientInfo',
        locale: 'da-DK',
        country: 'DK',
        platform: 'Web',
        timezone: 'Europe/Copenhagen',
      },
    ],
  };
}

function channelDataOf(conversation: Conversation): JsonObject {
  const tenant = { id: organisation.tenantId };
  if (conversation.kind !== 'channel') return { tenant };
  return {
    tenant,
    team: {
      id: organisation.team.id,
      name: organisation.team.name,
      aadGroupId: organisation.team.groupId,
    },
    channel: { id: organisation.channel.id, name: organisation.channel.name },
  };
}
