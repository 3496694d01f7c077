import type { IncomingMessage, ServerResponse } from 'node:http';
import { handleFaults } from '../faults.ts';
import { repliesOf, setReplies } from '../graph/people/mailboxes.ts';
import { GraphError } from '../graph/wire/call.ts';
import type { JsonObject } from '../http.ts';
import { HttpRefusal, parseJsonObject, sendJson } from '../http.ts';
import { organisation } from '../organisation.ts';
import type { TenantParts } from '../parts.ts';
import { conversationsOf, personalChatOf } from '../teams/conversations.ts';
import { extend } from '../teams/extension.ts';
import { press } from '../teams/press.ts';
import { say } from '../teams/say.ts';
import { chatsSeenBy, conversationSeenBy } from './chatView.ts';
import { serverEnvironment } from './config.ts';
import { streamEvents } from './eventStream.ts';
import {
  badInput,
  conversationIn,
  dataIn,
  extensionNameIn,
  foreignerIn,
  objectIn,
  personIn,
  repeatIn,
  textIn,
  triggerIn,
  urlsIn,
} from './input.ts';
import { limitsIn } from './limits.ts';

type Answer = unknown;
type Get = (parts: TenantParts, query: URLSearchParams) => Answer | Promise<Answer>;
type Post = (parts: TenantParts, body: JsonObject) => Answer | Promise<Answer>;

const gets: Readonly<Record<string, Get>> = {
  config: (parts) => serverEnvironment(parts.keys, parts.baseUrl(), parts.servers.publicUrl),
  people: (parts) => everybody(parts),
  token: giveToken,
  chats: showChats,
  activity: (parts, query) => ({ notifications: parts.feed.of(personIn(query.get('user')).id) }),
  links: (parts) => links(parts),
  host: (parts) => ({
    serverUrl: parts.servers.publicUrl,
    teamsAppId: organisation.teamsAppId,
    tenantId: organisation.tenantId,
    extension: organisation.extension,
  }),
  unread: (parts) => unreadOfEverybody(parts),
  clock: (parts) => ({ at: parts.clock.iso(), moved: parts.clock.moved }),
  server: (parts) => ({ urls: parts.servers.urls }),
  limits: (parts) => parts.limiter.limits,
  'automatic-replies': (parts, query) => repliesOf(parts, personIn(query.get('user')).id),
};

const posts: Readonly<Record<string, Post>> = {
  press: (parts, body) =>
    press(parts.invokeParts, {
      person: personIn(body['user']),
      activityId: textIn(body, 'activityId'),
      verb: body['asSubmit'] === true ? String(body['verb'] ?? '') : textIn(body, 'verb'),
      data: dataIn(body),
      trigger: triggerIn(body),
      repeat: repeatIn(body),
      asSubmit: body['asSubmit'] === true,
      exact: body['exact'] === true,
    }),
  say: (parts, body) => {
    const person = personIn(body['user']);
    const wanted = body['conversation'];
    const conversation =
      wanted === undefined ? personalChatOf(person) : conversationIn(person, wanted);
    checkMaySpeak(parts, person.id, conversation.kind);
    const card = body['card'] === undefined ? {} : { card: objectIn(body, 'card') };
    const text = 'card' in card ? String(body['text'] ?? '') : textIn(body, 'text');
    return say(parts.invokeParts, person, conversation, {
      ...{ text, ...card, mention: body['mention'] !== false },
    });
  },
  extension: (parts, body) => {
    const person = personIn(body['user']);
    checkHasApp(parts, person.id);
    return extend(parts.invokeParts, {
      person,
      conversation: conversationIn(person, body['conversation']),
      name: extensionNameIn(body),
      value: objectIn(body, 'value'),
      ...(body['activityId'] === undefined ? {} : { activityId: textIn(body, 'activityId') }),
    });
  },
  read: (parts, body) => {
    const person = personIn(body['user']);
    parts.chats.markRead(person.id, conversationIn(person, body['conversation']));
    return { read: true };
  },
  clock: moveClock,
  server: (parts, body) => {
    parts.servers.set(urlsIn(body));
    return { urls: parts.servers.urls };
  },
  install: async (parts, body) => {
    await parts.lifecycle.install(personIn(body['user']));
    return { state: 'installed' };
  },
  uninstall: async (parts, body) => {
    await parts.lifecycle.uninstall(personIn(body['user']));
    return { state: 'notInstalled' };
  },
  block: (parts, body) => setBlocked(parts, body, 'blocked'),
  unblock: (parts, body) => setBlocked(parts, body, 'installed'),
  'automatic-replies': (parts, body) => setRepliesOf(parts, body),
  limits: (parts, body) => {
    parts.limiter.limits = limitsIn(body);
    return parts.limiter.limits;
  },
  certificate: registerCertificate,
};

/** What tests, scripts and the host page use; everything under `/local/`. */
export function createLocal(parts: TenantParts) {
  return async (req: IncomingMessage, res: ServerResponse, body: Buffer): Promise<void> => {
    const url = new URL(req.url ?? '/', 'http://local');
    const name = url.pathname.slice('/local/'.length);
    const method = req.method ?? 'GET';
    if (name === 'faults') return answerFaults(parts, method, body, res);
    if (name === 'events' && method === 'GET') {
      streamEvents(parts.events, personIn(url.searchParams.get('user')), req, res);
      return;
    }
    const answer = await answerOf(parts, method, name, url.searchParams, body);
    sendJson(res, 200, answer);
  };
}

function answerOf(
  parts: TenantParts,
  method: string,
  name: string,
  query: URLSearchParams,
  body: Buffer,
): Answer | Promise<Answer> {
  const get = Object.hasOwn(gets, name) ? gets[name] : undefined;
  const post = Object.hasOwn(posts, name) ? posts[name] : undefined;
  if (method === 'GET' && get !== undefined) return get(parts, query);
  if (method === 'POST' && post !== undefined) return post(parts, parseJsonObject(body));
  if (get === undefined && post === undefined) {
    throw new HttpRefusal(404, 'NotFound', `There is no /local/${name}.`);
  }
  throw new HttpRefusal(405, 'MethodNotAllowed', `/local/${name} does not answer ${method}.`);
}

function answerFaults(parts: TenantParts, method: string, body: Buffer, res: ServerResponse): void {
  const wanted = method === 'POST' ? jsonOf(body) : undefined;
  const answer = handleFaults(parts.faults, method, wanted);
  sendJson(res, answer.status, answer.body);
}

/** Scripts may come as an array, so this is no parseJsonObject. */
function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw badInput(`The body is not JSON: ${(cause as Error).message}`);
  }
}

function everybody(parts: TenantParts): Answer {
  return organisation.people.map(({ id, upn, name, role, area, hasMailbox }) => {
    const state = parts.installs.stateOf(id);
    return {
      id,
      upn,
      name,
      role,
      ...(area === undefined ? {} : { area }),
      installed: state !== 'notInstalled',
      blocked: state === 'blocked',
      hasMailbox: hasMailbox !== false,
    };
  });
}

/** In how many chats something waits to be read, for those who have any. */
function unreadOfEverybody(parts: TenantParts): Answer {
  const counts = organisation.people.map((person) => {
    const unread = conversationsOf(person).map((each) => parts.chats.unreadOf(person.id, each));
    return [person.upn, unread.reduce((sum, count) => sum + count, 0)] as const;
  });
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

async function giveToken(parts: TenantParts, query: URLSearchParams): Promise<Answer> {
  const tenant = query.get('tenant') ?? 'home';
  if (tenant !== 'home' && tenant !== 'foreign') throw badInput('"tenant" is home or foreign.');
  const user = query.get('user');
  const foreign = tenant === 'foreign';
  const person = foreign ? foreignerIn(user ?? foreignUpn()) : personIn(user);
  const token = await parts.tokens.forTab(person, tenant);
  return { token, expiresIn: parts.tokens.lifetimeSeconds };
}

function foreignUpn(): string {
  return organisation.foreign.people[0]?.upn ?? '';
}

/** What somebody sets in Outlook, as Graph would take it. */
function setRepliesOf(parts: TenantParts, body: JsonObject): Answer {
  const person = personIn(body['user']);
  if (person.hasMailbox === false) throw badInput(`${person.upn} has no mailbox here.`);
  try {
    return setReplies(parts, person.id, objectIn(body, 'setting'));
  } catch (cause) {
    throw cause instanceof GraphError ? badInput(cause.message) : cause;
  }
}

/** Looking at a chat makes Teams refresh its cards; `refresh=false` only looks at what is kept. */
async function showChats(parts: TenantParts, query: URLSearchParams): Promise<Answer> {
  const person = personIn(query.get('user'));
  const wanted = query.get('conversation');
  const looked = wanted === null ? conversationsOf(person) : [conversationIn(person, wanted)];
  if (query.get('refresh') !== 'false') {
    await Promise.all(looked.map((each) => parts.refresher.look(person, each)));
  }
  if (wanted === null) return chatsSeenBy(parts.chats, parts.installs, person);
  return { conversations: looked.map((each) => conversationSeenBy(parts.chats, person, each)) };
}

function links(parts: TenantParts): Answer {
  const { chefgruppe, team, channel, site, teamsAppId } = organisation;
  return {
    host: `${parts.baseUrl()}/`,
    chefgruppe: chefgruppe.conversationId,
    team: team.id,
    channel: channel.id,
    site: `${site.hostname}:${site.path}`,
    teamsAppId,
  };
}

/** Who has not got the app sees nothing of it on a message, nor where they write. */
function checkHasApp(parts: TenantParts, personId: string): void {
  if (parts.installs.stateOf(personId) === 'notInstalled') {
    throw new HttpRefusal(409, 'NotInstalled', 'The app is not installed for this person.');
  }
}

function checkMaySpeak(parts: TenantParts, personId: string, kind: string): void {
  if (kind === 'personal' && parts.installs.stateOf(personId) === 'notInstalled') {
    throw new HttpRefusal(409, 'NotInstalled', 'The app is not installed for this person.');
  }
}

function moveClock(parts: TenantParts, body: JsonObject): Answer {
  const at = body['at'];
  if (at !== null && (typeof at !== 'string' || Number.isNaN(Date.parse(at)))) {
    throw badInput('"at" must be an instant such as 2026-12-01T08:00:00Z, or null for real time.');
  }
  parts.clock.set(at);
  return { at: parts.clock.iso(), moved: parts.clock.moved };
}

function setBlocked(parts: TenantParts, body: JsonObject, state: 'blocked' | 'installed'): Answer {
  const person = personIn(body['user']);
  if (parts.installs.stateOf(person.id) === 'notInstalled') {
    throw new HttpRefusal(409, 'NotInstalled', 'The app is not installed for this person.');
  }
  parts.installs.setBlocked(person.id, state === 'blocked');
  return { state };
}

function registerCertificate(parts: TenantParts, body: JsonObject): Answer {
  const clientId = textIn(body, 'clientId');
  if (!organisation.apps.some((app) => app.clientId === clientId)) {
    throw new HttpRefusal(404, 'AppNotFound', `No app has the id ${clientId}.`);
  }
  try {
    return { thumbprint: parts.certificates.register(clientId, textIn(body, 'pem')) };
  } catch (cause) {
    if (cause instanceof HttpRefusal) throw cause;
    throw badInput('"pem" is not a certificate.');
  }
}
