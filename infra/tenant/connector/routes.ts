import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { VerifyAccess } from '../entra/verify.ts';
import { isRefused } from '../entra/verify.ts';
import type { Faults } from '../faults.ts';
import type { JsonObject } from '../http.ts';
import { decodeSegment, HttpRefusal, parseJsonObject, sendJson } from '../http.ts';
import { organisation } from '../organisation.ts';
import type { Chats } from '../teams/chats.ts';
import type { Conversation } from '../teams/conversations.ts';
import { findConversation } from '../teams/conversations.ts';
import type { Installs } from '../teams/installs.ts';
import { underTrouble } from '../trouble.ts';
import { deleteActivity, sendActivity, updateActivity } from './activities.ts';
import {
  channelsOfTeam,
  createConversation,
  teamDetails,
  wantedConversation,
} from './conversations.ts';
import type { Limiter } from './limits.ts';
import { findMember, memberOf, pageOfMembers } from './members.ts';
import { knownConversation, refusals, writableConversation } from './refusals.ts';

interface ConnectorParts {
  readonly chats: Chats;
  readonly installs: Installs;
  readonly limiter: Limiter;
  readonly verify: VerifyAccess;
  readonly faults: Faults;
  readonly serviceUrl: () => string;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The Bot Connector: all of `/connector/`. */
export function createConnector(parts: ConnectorParts) {
  return async (req: IncomingMessage, res: ServerResponse, body: Buffer): Promise<void> => {
    res.setHeader('x-correlating-operationid', randomUUID());
    const url = new URL(req.url ?? '/', 'http://connector');
    const segments = url.pathname.split('/').slice(2).map(decodeSegment);
    const method = req.method ?? 'GET';
    await checkCaller(parts, req.headers.authorization);
    const work = (): Answer => answerOf(parts, method, segments, url.searchParams, body);
    await underTrouble(
      parts.faults,
      {
        workload: 'connector',
        method,
        path: url.pathname + url.search,
        user: usersIn(segments, body),
      },
      res,
      {
        answer: async () => {
          const { status, body: answer } = work();
          sendJson(res, status, answer);
        },
        quiet: async () => {
          work();
        },
      },
    );
  };
}

async function checkCaller(parts: ConnectorParts, authorization: string | undefined) {
  const claims = await parts.verify(authorization, 'connector');
  if (isRefused(claims)) {
    throw new HttpRefusal(401, 'Unauthorized', 'Authorization has been denied for this request.');
  }
  if (claims.appid !== organisation.botId) throw refusals.notRegistered();
}

/** Whom a call concerns, for trouble that is scripted for one person. */
function usersIn(segments: readonly string[], body: Buffer): readonly string[] {
  const conversation = findConversation(segments[2] ?? '');
  const wanted = segments.length === 2 && body.length > 0 ? memberIds(body) : [];
  const members = conversation?.kind === 'personal' ? conversation.members : [];
  return [
    ...members.flatMap((person) => [person.id, person.upn]),
    ...organisation.people
      .filter((person) => wanted.includes(person.id))
      .flatMap((person) => [person.id, person.upn]),
  ];
}

function memberIds(body: Buffer): readonly string[] {
  const { members } = parseJsonObject(body);
  if (!Array.isArray(members)) return [];
  return members.map((member) => String((member as JsonObject | null)?.['id'] ?? ''));
}

function answerOf(
  parts: ConnectorParts,
  method: string,
  segments: readonly string[],
  query: URLSearchParams,
  body: Buffer,
): Answer {
  const [version, collection, id, part, partId, sub] = segments;
  if (version === 'v3' && collection === 'teams' && id !== undefined && method === 'GET') {
    if (part === undefined) return { status: 200, body: teamDetails(id) };
    if (part === 'conversations') return { status: 200, body: channelsOfTeam(id) };
  }
  if (version !== 'v3' || collection !== 'conversations') throw notThere();
  if (id === undefined || id === '') return answerCreate(parts, method, body);
  if (part === 'activities' && sub === undefined) {
    return answerActivity(parts, method, id, partId, body);
  }
  if (method !== 'GET') throw notThere();
  const conversation = knownConversation(parts.installs, id);
  parts.limiter.admit('read', conversation.id);
  if (part === 'activities' && sub !== 'members') throw notThere();
  return { status: 200, body: rosterOf(conversation, part, partId, query) };
}

function notThere(): HttpRefusal {
  return new HttpRefusal(404, 'ServiceError', 'There is no such operation.');
}

function rosterOf(
  conversation: Conversation,
  part: string | undefined,
  partId: string | undefined,
  query: URLSearchParams,
): unknown {
  if (part === 'pagedmembers') return pageOfMembers(conversation, query);
  if (part === 'members' && partId !== undefined) return findMember(conversation, partId);
  if (part === 'members' || part === 'activities') return conversation.members.map(memberOf);
  throw notThere();
}

function answerCreate(parts: ConnectorParts, method: string, body: Buffer): Answer {
  if (method !== 'POST') throw new HttpRefusal(405, 'MethodNotAllowed', 'Use POST.');
  const wanted = wantedConversation(parseJsonObject(body));
  parts.limiter.admit('send', wanted.conversation.id);
  const made = createConversation(parts.chats, parts.installs, wanted, parts.serviceUrl());
  return { status: 201, body: made };
}

function answerActivity(
  parts: ConnectorParts,
  method: string,
  conversationId: string,
  activityId: string | undefined,
  body: Buffer,
): Answer {
  if (!['POST', 'PUT', 'DELETE'].includes(method)) throw notThere();
  const conversation = writableConversation(parts.installs, conversationId);
  parts.limiter.admit('send', conversation.id);
  if (method === 'POST') {
    const activity = parseJsonObject(body);
    const sent = sendActivity(parts.chats, conversation, conversationId, activity);
    return { status: 201, body: sent };
  }
  if (activityId === undefined) throw notThere();
  if (method === 'DELETE') {
    deleteActivity(parts.chats, conversation, activityId);
    return { status: 200, body: {} };
  }
  const activity = parseJsonObject(body);
  const updated = updateActivity(parts.chats, conversation, activityId, activity);
  return { status: 200, body: updated };
}
