import { createHash, randomBytes } from 'node:crypto';
import { danishCalendar } from '#shared/calendar/danishCalendar.ts';
import { createStores, type GraphStores } from '#shared/graph/stores.ts';
import { AlikeIndex } from '#shared/text/alike.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { chainWord } from '#shared/word/chainWord.ts';
import { minutesWord } from '#shared/word/minutesWord.ts';
import { paperWord } from '#shared/word/paperWord.ts';
import { quarterDeck } from '#shared/word/quarterDeck.ts';
import { createClock, localOffset } from './clock.ts';
import type { Config, Credential } from './config.ts';
import { factsOf, log, withCorrelation } from './log.ts';

export type Wired = GraphStores & {
  readonly deps: Deps;
  /** Resolves when the work that follows from commits is done. */
  readonly settled: () => Promise<void>;
};

/** Twelve signs of base 36: lower-case, and nobody else makes the same. */
const newId = (): string => [...randomBytes(12)].map((byte) => (byte % 36).toString(36)).join('');

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Work that must not hold up a reply: it begins after it, and what fails is swept later. */
const createLater = (): { later: Deps['later']; settled: () => Promise<void> } => {
  const running = new Set<Promise<void>>();
  const begin = async (name: string, work: () => Promise<void>): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    try {
      await withCorrelation(work);
    } catch (thrown) {
      log('warn', 'later.failed', { work: name, ...factsOf(thrown) });
    }
  };
  return {
    later: (name, work) => {
      const done = begin(name, work).finally(() => running.delete(done));
      running.add(done);
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
};

/** The lists and what a use case needs, the same for the server and for every command. */
export const wire = (
  config: Config,
  identity: { readonly clientId: string; readonly credential: Credential } = config,
): Wired => {
  const clock = createClock(config.local ? localOffset(config.graphUrl) : undefined);
  const graph = createStores(
    { ...config, ...identity },
    {
      now: clock.now,
      onFault: (fault) => log('warn', 'mirror.behind', factsOf(fault)),
    },
  );
  const { later, settled } = createLater();
  const { stores, pictures, documents, files, mailboxes } = graph;
  return {
    ...graph,
    deps: {
      ...{ stores, pictures, clock, calendarOf: danishCalendar, hashOf, newId, later },
      ...{
        documents,
        files,
        mailboxes,
        wordOf: paperWord,
        minutesWordOf: minutesWord,
        deckOf: quarterDeck,
        chainWordOf: chainWord,
        alike: new AlikeIndex(),
      },
    },
    settled,
  };
};
