import type { JsonObject } from '../http.ts';
import { isObject } from '../http.ts';
import { membersOf, organisation } from '../organisation.ts';
import type { Person } from '../people.ts';
import type { Chats } from '../teams/chats.ts';
import type { Conversation } from '../teams/conversations.ts';
import { findConversation, personalChatOf } from '../teams/conversations.ts';
import { personByTeamsId } from '../teams/ids.ts';
import type { Installs } from '../teams/installs.ts';
import { sendActivity } from './activities.ts';
import { isOurTenant, refusals, writableConversation } from './refusals.ts';

interface Wanted {
  readonly conversation: Conversation;
  readonly activity?: JsonObject;
}

/** Which conversation a bot wants: a person's personal chat, or a new thread in a channel. */
export function wantedConversation(parameters: JsonObject): Wanted {
  checkTenant(parameters);
  const { activity } = parameters;
  if (activity !== undefined && activity !== null && !isObject(activity)) {
    throw refusals.badActivity('The activity is not well formed.');
  }
  const conversation =
    channelIn(parameters) ?? personalChatOf(personIn(parameters, parameters['members']));
  return isObject(activity) ? { conversation, activity } : { conversation };
}

function checkTenant(parameters: JsonObject): void {
  const channelData = parameters['channelData'];
  const inData = isObject(channelData) && isObject(channelData['tenant']);
  const tenantId = parameters['tenantId'] ?? (inData ? tenantIn(channelData) : undefined);
  if (tenantId === undefined) throw refusals.badCreation();
  if (!isOurTenant(tenantId)) throw refusals.otherTenant();
}

function tenantIn(channelData: JsonObject): unknown {
  const tenant = channelData['tenant'];
  return isObject(tenant) ? tenant['id'] : undefined;
}

function channelIn(parameters: JsonObject): Conversation | undefined {
  const channelData = parameters['channelData'];
  const channel = isObject(channelData) ? channelData['channel'] : undefined;
  if (!isObject(channel)) return undefined;
  const found = findConversation(String(channel['id']));
  if (found?.kind !== 'channel') throw refusals.noSuchConversation();
  if (!isObject(parameters['activity'])) throw refusals.badCreation();
  return found;
}

/** A bot writes to one person; it can't make a group chat. */
function personIn(parameters: JsonObject, members: unknown): Person {
  if (parameters['isGroup'] === true) throw refusals.badCreation();
  if (!Array.isArray(members) || members.length !== 1) throw refusals.badCreation();
  const member: unknown = members[0];
  const id = isObject(member) ? member['id'] : undefined;
  if (typeof id !== 'string' || id === '') throw refusals.badCreation();
  const person = personByTeamsId(id);
  if (person === undefined) throw refusals.badMember();
  return person;
}

/** The answer to POST /v3/conversations. Making a chat that exists gives the one that exists. */
export function createConversation(
  chats: Chats,
  installs: Installs,
  wanted: Wanted,
  serviceUrl: string,
): JsonObject {
  const { conversation, activity } = wanted;
  if (conversation.kind === 'personal') checkInstalled(installs, conversation);
  if (activity === undefined) return { id: conversation.id, serviceUrl };
  writableConversation(installs, conversation.id);
  const { id } = sendActivity(chats, conversation, conversation.id, activity);
  const isThread = conversation.kind === 'channel' && id !== undefined;
  return {
    id: isThread ? `${conversation.id};messageid=${id}` : conversation.id,
    ...(id === undefined ? {} : { activityId: id }),
    serviceUrl,
  };
}

function checkInstalled(installs: Installs, conversation: Conversation): void {
  const [person] = conversation.members;
  if (person === undefined || installs.stateOf(person.id) === 'notInstalled') {
    throw refusals.notInstalled();
  }
}

export function teamDetails(teamId: string): JsonObject {
  if (teamId !== organisation.team.id) throw refusals.noSuchTeam();
  const { id, name, groupId } = organisation.team;
  return { id, name, aadGroupId: groupId, channelCount: 1, memberCount: membersOf('team').length };
}

export function channelsOfTeam(teamId: string): JsonObject {
  if (teamId !== organisation.team.id) throw refusals.noSuchTeam();
  return { conversations: [{ id: organisation.channel.id, name: organisation.channel.name }] };
}
