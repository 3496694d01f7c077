import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import { Fault } from '#shared/useCases/ports.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { packReplies } from '../api/packing.ts';
import { ApiRefusal, errorBody, sendRefusal } from '../api/reply.ts';
import { KeysUnavailable } from '../api/signingKeys.ts';
import type { Config } from '../config.ts';
import { factsOf, log } from '../log.ts';
import { type Door, limitCrowd, mostAtOnce } from './crowd.ts';
import { fixedHeaders } from './headers.ts';

const largestBody = 200 * 1_024;

const bodyFaults: Readonly<Record<string, ApiRefusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: new ApiRefusal(413, 'tooLarge', apiWords.tooLarge),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new ApiRefusal(415, 'notJsonType', apiWords.notJsonType),
  FST_ERR_CTP_EMPTY_TYPE: new ApiRefusal(415, 'notJsonType', apiWords.notJsonType),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: new ApiRefusal(400, 'notJson', apiWords.notJson),
  FST_ERR_CTP_EMPTY_JSON_BODY: new ApiRefusal(400, 'notJson', apiWords.notJson),
  FST_ERR_CTP_INVALID_JSON_BODY: new ApiRefusal(400, 'notJson', apiWords.notJson),
};

/** Of a write only what never went out is known not to be stored. */
const outsideWords = (error: Fault | KeysUnavailable, method: string): string => {
  const sent = error instanceof Fault && error.context['outcome'] !== 'notSent';
  return sent && method !== 'GET' ? apiWords.outsideUncertain : apiWords.outsideDown;
};

/** Every error has one calm sentence; what it was about goes to the log, never to the sender. */
const refusalFor = (error: unknown, method = 'GET'): ApiRefusal => {
  if (error instanceof ApiRefusal) return error;
  if (error instanceof Fault || error instanceof KeysUnavailable) {
    log('warn', 'outside', factsOf(error));
    return new ApiRefusal(503, 'outsideDown', outsideWords(error, method));
  }
  const { code, statusCode } = error as Partial<FastifyError>;
  const known = code === undefined ? undefined : bodyFaults[code];
  if (known) return known;
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new ApiRefusal(400, 'notJson', apiWords.notJson);
  log('error', 'broke', factsOf(error));
  return new ApiRefusal(500, 'broke', apiWords.broke);
};

const sendError = (error: unknown, reply: FastifyReply): FastifyReply => {
  const refusal = refusalFor(error, reply.request.method);
  if (refusal.status === 503) reply.header('retry-after', '5');
  return sendRefusal(reply, refusal);
};

const rawRefusal = (headers: Readonly<Record<string, string>>): string => {
  const body = JSON.stringify(errorBody('notHttp', apiWords.wrongAddress));
  const lines = Object.entries({
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 400 Bad Request\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
};

/** An empty server that already says every error calmly, with its headers on every response. */
export const createServer = (
  config: Pick<Config, 'teamsOrigins'>,
  turnedAway: (door: Door) => void = () => undefined,
  most = mostAtOnce,
): FastifyInstance => {
  const headers = fixedHeaders(config);
  const app = Fastify({
    bodyLimit: largestBody,
    // A document of 60 MB over a slow line; everything else is at most 200 KB.
    requestTimeout: 300_000,
    exposeHeadRoutes: true,
    routerOptions: { maxParamLength: 300 },
    // What cannot even be read as HTTP gets the same headers and an answer of ours.
    clientErrorHandler: (_error, socket) => {
      if (socket.writable) socket.end(rawRefusal(headers));
    },
    frameworkErrors: (error, _request, reply) => {
      reply.headers(headers);
      const refusal =
        error.code === 'FST_ERR_BAD_URL'
          ? new ApiRefusal(400, 'wrongAddress', apiWords.wrongAddress)
          : refusalFor(error);
      sendRefusal(reply, refusal);
    },
  });
  app.addHook('onRequest', (_request, reply, next) => {
    reply.headers(headers);
    next();
  });
  limitCrowd(app, most, turnedAway);
  packReplies(app);
  app.setErrorHandler((error, _request, reply) => sendError(error, reply));
  app.setNotFoundHandler((_request, reply) =>
    sendRefusal(reply, new ApiRefusal(404, 'noRoute', apiWords.noRoute)),
  );
  return app;
};
