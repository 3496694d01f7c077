import { randomUUID } from 'node:crypto';
import type { Call, JsonObject, Reply } from '../wire/call.ts';
import { bodyOf, GraphError, isObject, json, noContent, selected } from '../wire/call.ts';
import type { Context } from '../wire/context.ts';
import { guidFrom } from '../wire/context.ts';
import type { ActivityNotification, DirectoryPerson } from '../wire/surroundings.ts';

function userJson(person: DirectoryPerson): JsonObject {
  return {
    businessPhones: [],
    displayName: person.name,
    givenName: null,
    jobTitle: null,
    mail: person.upn,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: 'da-DK',
    surname: null,
    userPrincipalName: person.upn,
    id: person.id,
  };
}

function badRequest(message: string): GraphError {
  return new GraphError(400, 'Request_BadRequest', message);
}

function withMore(person: DirectoryPerson): JsonObject {
  return { ...userJson(person), accountEnabled: true, userType: 'Member' };
}

/** Without `$select`, the default properties only. */
function shown(person: DirectoryPerson, select: readonly string[] | undefined): JsonObject {
  return select === undefined ? userJson(person) : selected(withMore(person), select);
}

export function getUsers(context: Context, call: Call): Reply {
  for (const option of ['count', 'search', 'skip', 'orderby', 'expand'] as const) {
    if (call.query.get(option) !== undefined) {
      throw badRequest(`The query option '$${option}' is not supported here.`);
    }
  }
  const wanted = userFilter(call.query.get('filter'));
  const top = call.query.top(100, 999);
  const from = Number(call.query.get('skiptoken') ?? 0);
  if (!Number.isInteger(from) || from < 0) throw badRequest('The skiptoken is not valid.');
  const found = context.around.people.filter(wanted);
  const page = found.slice(from, from + top);
  return json(200, {
    '@odata.context': `${call.base}/$metadata#users`,
    ...(found.length > from + top ? { '@odata.nextLink': nextLink(call, from + top) } : {}),
    value: page.map((person) => shown(person, call.query.select())),
  });
}

function nextLink(call: Call, from: number): string {
  const query = new URLSearchParams(call.query.raw);
  query.set('$skiptoken', String(from));
  return `${call.base}/users?${query}`;
}

const filterable: Readonly<Record<string, (person: DirectoryPerson) => string>> = {
  mail: (person) => person.upn,
  userPrincipalName: (person) => person.upn,
  displayName: (person) => person.name,
  id: (person) => person.id,
};

type Test = (person: DirectoryPerson) => boolean;

/** eq, startswith and in, joined by `or` or by `and`. */
function userFilter(filter: string | undefined): Test {
  if (filter === undefined) return () => true;
  const ways = filter.split(/\s+or\s+/i).map((way) => way.split(/\s+and\s+/i).map(userTest));
  return (person) => ways.some((tests) => tests.every((test) => test(person)));
}

function userTest(text: string): Test {
  const equal = /^\s*\(?\s*(\w+)\s+eq\s+'((?:[^']|'')*)'\s*\)?\s*$/i.exec(text);
  if (equal !== null) return compare(equal[1], equal[2], (value, wanted) => value === wanted);
  const start = /^\s*startswith\(\s*(\w+)\s*,\s*'((?:[^']|'')*)'\s*\)\s*$/i.exec(text);
  if (start !== null)
    return compare(start[1], start[2], (value, wanted) => value.startsWith(wanted));
  throw badRequest(`Invalid filter clause: '${text.trim()}'.`);
}

function compare(
  property: string | undefined,
  literal: string | undefined,
  holds: (value: string, wanted: string) => boolean,
): Test {
  const read = filterable[property ?? ''];
  if (read === undefined) throw badRequest(`Unsupported property '${property}' in filter.`);
  const wanted = (literal ?? '').replaceAll("''", "'").toLowerCase();
  return (person) => holds(read(person).toLowerCase(), wanted);
}

export function findUser(context: Context, wanted: string): DirectoryPerson {
  const key = wanted.toLowerCase();
  const person = context.around.people.find((one) => one.id === key || one.upn === key);
  if (person === undefined) {
    throw new GraphError(
      404,
      'Request_ResourceNotFound',
      `Resource '${wanted}' does not exist or one of its queried reference-property objects are not present.`,
    );
  }
  return person;
}

export function getUser(context: Context, call: Call, wanted: string): Reply {
  return json(200, {
    '@odata.context': `${call.base}/$metadata#users/$entity`,
    ...shown(findUser(context, wanted), call.query.select()),
  });
}

const installationId = (context: Context, person: DirectoryPerson): string =>
  Buffer.from(`${person.id}##${guidFrom(context.around.teamsAppId)}`).toString('base64url');

function installationJson(
  context: Context,
  person: DirectoryPerson,
  expanded: boolean,
): JsonObject {
  const { teamsAppId, serverApp } = context.around;
  return {
    id: installationId(context, person),
    ...(expanded
      ? {
          teamsApp: {
            id: teamsAppId,
            externalId: teamsAppId,
            displayName: serverApp.name,
            distributionMethod: 'organization',
          },
        }
      : {}),
  };
}

export function getInstalledApps(context: Context, call: Call, wanted: string): Reply {
  const person = findUser(context, wanted);
  const expanded = call.query.expand(['teamsApp', 'teamsAppDefinition']);
  const filter = call.query.get('filter');
  const ours = filter === undefined || filter.includes(`'${context.around.teamsAppId}'`);
  const value =
    ours && context.teams.isInstalled(person.id)
      ? [installationJson(context, person, expanded.has('teamsApp'))]
      : [];
  return json(200, {
    '@odata.context': `${call.base}/$metadata#users('${person.id}')/teamwork/installedApps`,
    value,
  });
}

/** 409 the second time (platform G). */
export async function postInstalledApp(
  context: Context,
  call: Call,
  wanted: string,
): Promise<Reply> {
  const person = findUser(context, wanted);
  const bind = bodyOf(call)['teamsApp@odata.bind'];
  if (typeof bind !== 'string' || !bind.endsWith(`/${context.around.teamsAppId}`)) {
    throw new GraphError(404, 'NotFound', 'The app is not in the catalog of this tenant.');
  }
  if (context.teams.isInstalled(person.id)) {
    throw new GraphError(409, 'Conflict', 'App is already installed for the user.');
  }
  await context.teams.install(person.id);
  return { status: 201 };
}

export async function deleteInstalledApp(
  context: Context,
  _call: Call,
  wanted: string,
  id: string,
): Promise<Reply> {
  const person = findUser(context, wanted);
  if (id !== installationId(context, person) || !context.teams.isInstalled(person.id)) {
    throw new GraphError(404, 'NotFound', 'The app is not installed for the user.');
  }
  await context.teams.uninstall(person.id);
  return noContent;
}

/** platform A13: 204, and 403 when the app is not installed for the person. */
export function postActivityNotification(context: Context, call: Call, wanted: string): Reply {
  const person = findUser(context, wanted);
  const notification = notificationIn(context, call, bodyOf(call));
  if (!context.teams.isInstalled(person.id)) {
    throw new GraphError(
      403,
      'Forbidden',
      'Application with AAD App Id is not authorized to generate custom text notifications about the topic to the recipient. Ensure that the application is installed for the recipient.',
    );
  }
  context.teams.notify(person.id, notification);
  return noContent;
}

function notificationIn(context: Context, call: Call, body: JsonObject): ActivityNotification {
  const topic = body['topic'];
  const refused = (message: string) => new GraphError(400, 'BadRequest', message);
  if (!isObject(topic)) throw refused("'topic' is required.");
  const { source, value, webUrl } = topic;
  if (source !== 'text' && source !== 'entityUrl') {
    throw refused("'topic/source' must be 'text' or 'entityUrl'.");
  }
  if (typeof value !== 'string' || value === '') throw refused("'topic/value' is required.");
  if (source === 'text' && typeof webUrl !== 'string') {
    throw refused("'topic/webUrl' is required when 'topic/source' is 'text'.");
  }
  if (typeof webUrl === 'string' && !webUrl.startsWith('https://teams.microsoft.com/l/')) {
    throw refused("'topic/webUrl' must be a Microsoft Teams deep link.");
  }
  const activityType = body['activityType'];
  if (typeof activityType !== 'string' || activityType === '') {
    throw refused("'activityType' is required.");
  }
  const preview = isObject(body['previewText']) ? body['previewText']['content'] : undefined;
  const chainId = body['chainId'];
  return {
    id: randomUUID(),
    at: new Date(context.clock.now()).toISOString(),
    activityType,
    appId: call.claims.appid,
    topic: { source, value, ...(typeof webUrl === 'string' ? { webUrl } : {}) },
    // 150 characters are shown (platform A13).
    ...(typeof preview === 'string' ? { previewText: preview.slice(0, 150) } : {}),
    templateParameters: parametersIn(body['templateParameters']),
    ...(typeof chainId === 'number' ? { chainId } : {}),
  };
}

function parametersIn(given: unknown): ActivityNotification['templateParameters'] {
  if (given === undefined || given === null) return [];
  const fits = (one: unknown): one is { name: string; value: string } =>
    isObject(one) && typeof one['name'] === 'string' && typeof one['value'] === 'string';
  if (!Array.isArray(given) || !given.every(fits)) {
    throw new GraphError(400, 'BadRequest', "'templateParameters' must be names and values.");
  }
  return given.map(({ name, value }) => ({ name, value }));
}
