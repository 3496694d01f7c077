import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { Fault } from '#shared/useCases/ports.ts';

type Level = 'info' | 'warn' | 'error';
/** Codes, counts and ids only: a log line never holds names, comments or tokens. */
type Facts = Readonly<Record<string, string | number | boolean | null | undefined>>;

const correlation = new AsyncLocalStorage<string>();

/** Every line logged inside carries the same id, so that one turn can be followed. */
export const withCorrelation = <T>(work: () => T): T => correlation.run(randomUUID(), work);

export const correlationId = (): string | undefined => correlation.getStore();

export const log = (level: Level, event: string, facts: Facts = {}): void => {
  const line = {
    at: new Date().toISOString(),
    level,
    event,
    correlation: correlationId(),
    ...facts,
  };
  console.log(JSON.stringify(line));
};

const plainFacts = (context: Readonly<Record<string, unknown>>): Facts =>
  Object.fromEntries(
    Object.entries(context).filter(
      (entry): entry is [string, string | number | boolean] =>
        ['string', 'number', 'boolean'].includes(typeof entry[1]) && String(entry[1]).length <= 200,
    ),
  );

/** Where an error came from: its stack without the message, which may hold what somebody typed. */
const placeOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
    .join(' | ');

/** What is known of something thrown, fit for a log line. */
export const factsOf = (thrown: unknown): Facts => {
  if (thrown instanceof Fault) return { fault: thrown.code, ...plainFacts(thrown.context) };
  if (thrown instanceof Error) {
    const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
    return { error: thrown.name, code, place: placeOf(thrown) };
  }
  return { error: typeof thrown };
};
