import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import type { FastifyInstance } from 'fastify';
import { factsOf, log, withCorrelation } from '../log.ts';
import type { PortfolioAdapter } from './adapter.ts';
import type { ChannelKeys } from './channelKeys.ts';
import { type ChannelTokenSettings, verifyChannelToken } from './channelToken.ts';
import { checkInbound, type Inbound, type InboundSettings } from './inbound.ts';

export type Reply = { readonly status: number; readonly body?: unknown };

/** Does what a verified activity asks; an invoke is answered with a body. */
export type Turn = (inbound: Inbound) => Promise<Reply | undefined>;

export type EndpointParts = {
  readonly adapter: PortfolioAdapter;
  readonly keys: ChannelKeys;
  readonly settings: ChannelTokenSettings & InboundSettings;
  readonly turn: Turn;
  readonly now?: () => number;
};

const largestBody = 200 * 1_000;

const refusal = (status: number, code: string, message: string): Reply => ({
  status,
  body: { error: { code, message } },
});

const unauthorized = refusal(401, 'unauthorized', 'Authorization has been denied.');
const forbidden = refusal(403, 'forbidden', 'The activity is not one this bot takes.');
const notActivity = refusal(400, 'badRequest', 'The body is not an activity.');
const tooLarge = refusal(413, 'tooLarge', 'The body is too large.');
const broke = refusal(500, 'broke', 'The activity could not be handled.');

const parsed = (raw: string): unknown => {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
};

const answered = (parts: EndpointParts, inbound: Inbound) => {
  return async (context: TurnContext): Promise<void> => {
    const reply = await parts.turn(inbound);
    if (reply) await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: reply });
  };
};

const handle = async (parts: EndpointParts, body: unknown, inbound: Inbound): Promise<Reply> => {
  // The turn gets the replies it asked for on the wire, never buffered into this response.
  const activity = { ...(body as Activity), deliveryMode: undefined } as unknown as Activity;
  try {
    const reply = await parts.adapter.receive(activity, answered(parts, inbound));
    return reply ? { status: reply.status, body: reply.body } : { status: 200 };
  } catch (error) {
    log('error', 'turnBroke', { ...factsOf(error), kind: inbound.type, name: inbound.name });
    return broke;
  }
};

/** One activity as it came over the wire: verified once, and refused before anything is done. */
export const receive = (
  parts: EndpointParts,
  authorization: string | undefined,
  raw: string,
): Promise<Reply> =>
  withCorrelation(async () => {
    if (Buffer.byteLength(raw) > largestBody) return tooLarge;
    const verified = await verifyChannelToken(authorization, parts.keys, parts.settings, parts.now);
    if (!verified.ok) {
      log('warn', 'channelRefused', { status: 401, why: verified.why });
      return unauthorized;
    }
    const body = parsed(raw);
    const checked = checkInbound(body, verified.channel, parts.settings);
    if (!checked.ok) {
      log('warn', 'channelRefused', { status: checked.status, why: checked.why });
      return checked.status === 403 ? forbidden : notActivity;
    }
    return handle(parts, body, checked.inbound);
  });

/** `POST /api/messages`: takes the body as it is, because it is verified before it is read. */
export const addMessages = async (app: FastifyInstance, parts: EndpointParts): Promise<void> => {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: largestBody }, (_, raw, done) =>
      done(null, raw),
    );
    scope.post('/api/messages', { bodyLimit: largestBody }, async (request, reply) => {
      const raw = typeof request.body === 'string' ? request.body : '';
      const { status, body } = await receive(parts, request.headers.authorization, raw);
      return reply.code(status).send(body);
    });
  });
};
