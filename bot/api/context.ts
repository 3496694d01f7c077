import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { BlanksOf } from '#shared/contract/at.ts';
import { type BodyOf, type ReplyOf, type Route, routes } from '#shared/contract/routes.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Messenger } from '#shared/useCases/outbox/messenger.ts';
import type { Deps, SetAside } from '#shared/useCases/ports.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { ApiRefusal } from './reply.ts';

/** How fresh the lists in memory are. */
export type Freshness = {
  /** Rises with every change of what is in memory. */
  readonly version: () => number;
  /** When the lists were last known to be as the source has them. */
  readonly asOf: () => string;
  /** Every list has been read once. */
  readonly ready: () => boolean;
  /** The lists could not be read lately. */
  readonly stale: () => boolean;
  readonly setAside: () => readonly SetAside[];
  /** Somebody looks: keep the lists as fresh as can be for a while. */
  readonly touch: () => void;
};

/** What the routes are given; they construct nothing. */
export type ApiParts = {
  readonly deps: Deps;
  readonly freshness: Freshness;
  readonly messenger: Messenger;
};

/** A request whose sender is known. */
export type Asked = {
  readonly actor: Actor;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

/** A request to one route, read as the route's table says. */
export type Turn<R extends Route> = Asked & {
  /** An id out of the address; the sentence is for one that nothing we have can have. */
  readonly idIn: (name: BlanksOf<R>, sentence: string) => string;
  /** The body as the contract has it, or 400 with a sentence for each field that is not. */
  readonly body: () => BodyOf<R>;
};

type Answer<R extends Route> = ReplyOf<R> | FastifyReply;

/** What answers a route: with what the table says, or having sent it itself. */
export type Handler<R extends Route> = (
  parts: ApiParts,
) => (turn: Turn<R>) => Answer<R> | Promise<Answer<R>>;

/** A body or a query as the contract has it, or 400 with a sentence for each field that is not. */
export const readAs = <T>(schema: z.ZodType<T>, given: unknown): T => {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.slice(0, 20).map((issue) => ({
    code: issue.code,
    message: apiWords.wrongField(issue.path.map(String).join('.')),
  }));
  throw new ApiRefusal(400, 'wrongFields', apiWords.wrongFields, { details });
};

const sensibleId = /^[A-Za-z0-9ÆØÅæøå._:-]{1,120}$/;

/** Nonsense is nothing we have, so it is not looked up. */
const idIn = (request: FastifyRequest, name: string, sentence: string): string => {
  const value = (request.params as Readonly<Record<string, string | undefined>>)[name] ?? '';
  if (!sensibleId.test(value)) throw new ApiRefusal(404, 'unknown', sentence);
  return value;
};

const table: { readonly [R in Route]: { readonly body: z.ZodType<BodyOf<R>> } } = routes;

// Methods: an arrow is given its name when it is made, which cost a third of an unchanged board.
export const turnOf = <R extends Route>(route: R, asked: Asked): Turn<R> => ({
  ...asked,
  idIn(name, sentence) {
    return idIn(asked.request, name, sentence);
  },
  body() {
    return readAs(table[route].body, asked.request.body);
  },
});
