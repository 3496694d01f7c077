import type { JsonObject } from '../http.ts';
import { organisation } from '../organisation.ts';
import type { Person } from '../people.ts';
import type { Conversation } from '../teams/conversations.ts';
import { teamsIdOf } from '../teams/ids.ts';
import { refusals } from './refusals.ts';

/** A person as the roster shows them: Teams' own id beside Entra's. */
export function memberOf(person: Person): JsonObject {
  return {
    id: teamsIdOf(person.id),
    name: person.name,
    aadObjectId: person.id,
    objectId: person.id,
    givenName: person.name,
    surname: '',
    email: person.upn,
    userPrincipalName: person.upn,
    tenantId: organisation.tenantId,
    userRole: 'user',
  };
}

export function findMember(conversation: Conversation, id: string): JsonObject {
  const found = conversation.members.find(
    (person) => person.id === id || teamsIdOf(person.id) === id,
  );
  if (found === undefined) throw refusals.noSuchMember();
  return memberOf(found);
}

export function pageOfMembers(conversation: Conversation, query: URLSearchParams): JsonObject {
  const size = Math.min(500, Math.max(1, Number(query.get('pageSize')) || 200));
  const start = Number(query.get('continuationToken')) || 0;
  const end = start + size;
  const members = conversation.members.slice(start, end).map(memberOf);
  return end < conversation.members.length
    ? { members, continuationToken: String(end) }
    : { members };
}
