import type { FastifyReply } from 'fastify';
import type { ErrorReply } from '#shared/contract/api.ts';

type Details = NonNullable<ErrorReply['error']['details']>;

/** A "no" of the API. Thrown by routes, sent by the error handler; never a fault of ours. */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Details | undefined;
  /** What the reply carries beside the error. */
  readonly beside: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { details?: Details; beside?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message);
    this.name = 'ApiRefusal';
    this.status = status;
    this.code = code;
    this.details = more.details;
    this.beside = more.beside ?? {};
  }
}

export const errorBody = (code: string, message: string, details?: Details): ErrorReply => ({
  error: { code, message, ...(details === undefined ? {} : { details }) },
});

export const sendRefusal = (reply: FastifyReply, refusal: ApiRefusal): FastifyReply =>
  reply
    .code(refusal.status)
    .header('cache-control', 'no-store')
    .send({ ...errorBody(refusal.code, refusal.message, refusal.details), ...refusal.beside });
