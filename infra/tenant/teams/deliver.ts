import type { Tokens } from '../entra/tokens.ts';
import type { JsonObject } from '../http.ts';
import type { Servers } from './servers.ts';

/** How a delivery to the bot ended. Without a status nobody answered in time. */
export interface Delivery {
  readonly status?: number;
  readonly body?: unknown;
  readonly ms: number;
  readonly failure?: 'unreachable' | 'timeout';
}

export type Deliver = (activity: JsonObject, waitMs: number) => Promise<Delivery>;

/** A bot that is slower than Teams' patience gets the same activity once more. */
const againAfterMs = 5000;

/** Brings activities to the bot as the channel does: a signed token, one try per server. */
export function createDeliver(servers: Servers, tokens: Tokens, serviceUrl: () => string): Deliver {
  const deliver = async (activity: JsonObject, waitMs: number): Promise<Delivery> => {
    const started = performance.now();
    const token = await tokens.forChannel(serviceUrl());
    const deadline = AbortSignal.timeout(waitMs);
    for (const url of servers.inTurn()) {
      const answer = await post(`${url}/api/messages`, activity, token, deadline);
      if (answer === 'refused') continue;
      const ms = Math.round(performance.now() - started);
      return answer === 'timeout' ? { ms, failure: 'timeout' } : { ...answer, ms };
    }
    return { ms: Math.round(performance.now() - started), failure: 'unreachable' };
  };
  return async (activity, waitMs) => {
    const delivery = await deliver(activity, waitMs);
    if (delivery.failure === 'timeout') {
      // What it answers the second time reaches nobody: the client has given up.
      setTimeout(() => void deliver(activity, waitMs), againAfterMs).unref();
    }
    return delivery;
  };
}

async function post(
  url: string,
  activity: JsonObject,
  token: string,
  signal: AbortSignal,
): Promise<{ status: number; body: unknown } | 'refused' | 'timeout'> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(activity),
      signal,
    });
    return { status: response.status, body: bodyOf(await response.text()) };
  } catch {
    // Nobody listens or the connection broke: the next server, if there is one, may do better.
    return signal.aborted ? 'timeout' : 'refused';
  }
}

function bodyOf(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
