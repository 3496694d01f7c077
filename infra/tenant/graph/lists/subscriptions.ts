import { randomUUID } from 'node:crypto';
import { findList } from '../rows/listRows.ts';
import { demand } from '../wire/access.ts';
import type { Call, JsonObject, Reply } from '../wire/call.ts';
import { bodyOf, GraphError, json, noContent, refuseUnknown } from '../wire/call.ts';
import type { Context } from '../wire/context.ts';
import { isSite } from './site.ts';

const mostMinutes = 42_300;
const answerWithinMs = 10_000;
/** Changes that come close together are told once. */
const gatherMs = 50;

const invalid = (message: string): GraphError => new GraphError(400, 'InvalidRequest', message);

/** platform C8. Only loopback is called: this tenant never reaches out of the machine. */
export async function postSubscription(context: Context, call: Call): Promise<Reply> {
  const body = bodyOf(call);
  refuseUnknown(body, [
    'changeType',
    'notificationUrl',
    'lifecycleNotificationUrl',
    'resource',
    'expirationDateTime',
    'clientState',
    'latestSupportedTlsVersion',
  ]);
  const url = loopbackUrl(body['notificationUrl']);
  if (body['changeType'] !== 'updated') throw invalid("'changeType' must be 'updated' for a list.");
  const list = listOf(context, call, body['resource']);
  const expires = expiryIn(context, body['expirationDateTime']);
  const clientState = body['clientState'];
  if (clientState !== undefined && (typeof clientState !== 'string' || clientState.length > 128)) {
    throw invalid("'clientState' must be a text of at most 128 characters.");
  }
  await validate(url);
  const id = randomUUID();
  const definition = {
    id,
    resource: body['resource'],
    applicationId: call.claims.appid,
    changeType: 'updated',
    clientState: clientState ?? null,
    notificationUrl: url.href,
    notificationQueryOptions: null,
    lifecycleNotificationUrl: null,
    expirationDateTime: new Date(expires).toISOString(),
    creatorId: call.claims.appid,
    includeResourceData: null,
    latestSupportedTlsVersion: 'v1_2',
    encryptionCertificate: null,
    encryptionCertificateId: null,
    notificationUrlAppId: null,
  };
  context.store.run(
    'INSERT INTO subscriptions (id, list, definition, expires) VALUES (?, ?, ?, ?)',
    id,
    list,
    JSON.stringify(definition),
    expires,
  );
  return json(201, {
    '@odata.context': `${call.base}/$metadata#subscriptions/$entity`,
    ...definition,
  });
}

function loopbackUrl(given: unknown): URL {
  const url = typeof given === 'string' && URL.canParse(given) ? new URL(given) : undefined;
  const hosts = ['127.0.0.1', 'localhost', '[::1]'];
  if (url === undefined || !url.protocol.startsWith('http') || !hosts.includes(url.hostname)) {
    throw invalid("'notificationUrl' must be an address on this machine in the local tenant.");
  }
  return url;
}

function listOf(context: Context, call: Call, resource: unknown): number {
  const match = /^\/?sites\/([^/]+)\/lists\/([^/]+)\/?$/.exec(String(resource));
  if (match === null || !isSite(context, decodeURIComponent(match[1] ?? ''))) {
    throw invalid("'resource' must be sites/{site-id}/lists/{list-id}.");
  }
  demand(context, call, 'itemsRead');
  return findList(context, decodeURIComponent(match[2] ?? '')).seq;
}

function expiryIn(context: Context, given: unknown): number {
  const at = Date.parse(String(given));
  const now = context.clock.now();
  if (Number.isNaN(at) || at <= now) {
    throw invalid("'expirationDateTime' must be an instant in the future.");
  }
  if (at > now + mostMinutes * 60_000) {
    throw invalid(`'expirationDateTime' can be at most ${mostMinutes} minutes in the future.`);
  }
  return at;
}

/** The receiver must answer 200 with the token, as plain text, within ten seconds. */
async function validate(url: URL): Promise<void> {
  const token = `Validation: Testing client application reachability ${randomUUID()}`;
  const target = new URL(url);
  target.searchParams.set('validationToken', token);
  let answer: Response;
  try {
    answer = await fetch(target, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      redirect: 'manual',
      signal: AbortSignal.timeout(answerWithinMs),
    });
  } catch (cause) {
    throw invalid(`Subscription validation request failed: ${(cause as Error).message}`);
  }
  const text = await answer.text();
  if (answer.status !== 200 || text !== token) {
    throw invalid(
      `Subscription validation request failed. Response must exactly match validationToken query parameter (status ${answer.status}).`,
    );
  }
}

interface Subscription {
  readonly id: string;
  readonly definition: JsonObject;
  readonly expires: number;
}

function subscriptionsWhere(context: Context, where: string, value: string | number) {
  return context.store
    .all(`SELECT id, definition, expires FROM subscriptions WHERE ${where} = ?`, value)
    .map(
      ([id, definition, expires]): Subscription => ({
        id: String(id),
        definition: JSON.parse(String(definition)) as JsonObject,
        expires: Number(expires),
      }),
    )
    .filter((one) => one.expires > context.clock.now());
}

function ownSubscription(context: Context, call: Call, id: string): Subscription {
  const [found] = subscriptionsWhere(context, 'id', id);
  if (found === undefined || found.definition['applicationId'] !== call.claims.appid) {
    throw new GraphError(404, 'ResourceNotFound', 'The object was not found.');
  }
  return found;
}

export function getSubscriptions(context: Context, call: Call): Reply {
  return json(200, {
    '@odata.context': `${call.base}/$metadata#subscriptions`,
    value: subscriptionsWhere(context, '1', 1)
      .filter((one) => one.definition['applicationId'] === call.claims.appid)
      .map((one) => one.definition),
  });
}

export function getSubscription(context: Context, call: Call, id: string): Reply {
  return json(200, ownSubscription(context, call, id).definition);
}

export function patchSubscription(context: Context, call: Call, id: string): Reply {
  const found = ownSubscription(context, call, id);
  const body = bodyOf(call);
  refuseUnknown(body, ['expirationDateTime']);
  const expires = expiryIn(context, body['expirationDateTime']);
  const definition = {
    ...found.definition,
    expirationDateTime: new Date(expires).toISOString(),
  };
  context.store.run(
    'UPDATE subscriptions SET definition = ?, expires = ? WHERE id = ?',
    JSON.stringify(definition),
    expires,
    id,
  );
  return json(200, definition);
}

export function deleteSubscription(context: Context, call: Call, id: string): Reply {
  ownSubscription(context, call, id);
  context.store.run('DELETE FROM subscriptions WHERE id = ?', id);
  return noContent;
}

/** Tells subscribers that a list has changed. Best effort, as Microsoft's own (platform C8). */
export class Notifier {
  readonly #waiting = new Map<number, NodeJS.Timeout>();

  changed(context: Context, list: number): void {
    if (this.#waiting.has(list)) return;
    const [any] = subscriptionsWhere(context, 'list', list);
    if (any === undefined) return;
    const timer = setTimeout(() => {
      this.#waiting.delete(list);
      if (!context.store.isOpen) return;
      for (const one of subscriptionsWhere(context, 'list', list)) void deliver(context, one);
    }, gatherMs);
    timer.unref();
    this.#waiting.set(list, timer);
  }
}

/** Carries no item data: the receiver asks delta. What went wrong is kept with the subscription. */
async function deliver(context: Context, subscription: Subscription): Promise<void> {
  const { definition } = subscription;
  const body = JSON.stringify({
    value: [
      {
        subscriptionId: subscription.id,
        clientState: definition['clientState'],
        resource: definition['resource'],
        tenantId: context.around.tenantId,
        resourceData: null,
        subscriptionExpirationDateTime: definition['expirationDateTime'],
        changeType: 'updated',
      },
    ],
  });
  let error: string | null = null;
  try {
    const answer = await fetch(String(definition['notificationUrl']), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(answerWithinMs),
    });
    await answer.arrayBuffer();
    if (answer.status >= 300) error = `status ${answer.status}`;
  } catch (cause) {
    error = (cause as Error).message;
  }
  // The tenant may have stopped while the receiver took its time.
  if (!context.store.isOpen) return;
  context.store.run(
    `UPDATE subscriptions SET delivered = delivered + ?, failed = failed + ?, lastError = ?
     WHERE id = ?`,
    error === null ? 1 : 0,
    error === null ? 0 : 1,
    error,
    subscription.id,
  );
}
