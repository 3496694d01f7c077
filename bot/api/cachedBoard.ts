import { createHash } from 'node:crypto';
import type { BoardChange, BoardReply } from '#shared/contract/api.ts';
import { stuckLimitsOf } from '#shared/domain/settings.ts';
import { type BoardNow, createKeptBoard } from '#shared/useCases/pages/keptBoard.ts';
import { settingsOf } from '#shared/useCases/settings/settingsOf.ts';
import type { ApiParts } from './context.ts';
import { type Packing, packNow } from './packing.ts';

/** The board as it is sent: every project's text by its id, and what stands around them. */
type Drawn = Pick<BoardNow, 'cards' | 'people'> & {
  readonly around: Omit<BoardReply, 'projects' | 'people'>;
  readonly etag: string;
};

/** What became of the board before, in the board after; those with a gap between them are not known. */
type Step = NonNullable<BoardNow['became']> & {
  readonly from: string;
  readonly people: boolean;
};

export type BoardAnswer = {
  readonly etag: string;
  readonly json: () => string;
  readonly packed: (packing: Packing) => Buffer;
  /** What is new since the board with this tag; null where that is not known, or is too much. */
  readonly since: (etag: string) => string | null;
};

/** So that the time in the body is never more than this behind the header's. */
const longestAgeMs = 60_000;

/** A tab looks each second, and each fifteenth when hidden: further back, the whole is sent. */
const mostSteps = 30;
/** With more changes than this the whole is sent, packed once for everybody. */
const mostChanges = 100;

/** The tag says what the board shows; that time has passed is no change. */
const etagOf = (around: Drawn['around'], { people, sum }: BoardNow): string => {
  const { asOf: _, ...shown } = around;
  const hash = createHash('sha256').update(JSON.stringify(shown)).update(people).update(sum);
  return `"${hash.digest('base64url').slice(0, 27)}"`;
};

const aroundIn = ({ deps, freshness }: ApiParts): Drawn['around'] => {
  const settings = settingsOf(deps.stores);
  return {
    asOf: freshness.asOf(),
    ...(freshness.stale() ? { stale: true as const } : {}),
    areas: settings.areas,
    stuckLimits: stuckLimitsOf(settings),
    setAside: freshness.setAside().filter((one) => one.list === 'Projects').length,
  };
};

/** The texts are put together as they are; to parse and write them again costs ten times as much. */
const wholeOf = ({ cards, around, people }: Drawn): string => {
  const texts = Array.from(cards.values(), ({ text }) => text).join();
  return `${JSON.stringify(around).slice(0, -1)},"projects":[${texts}],"people":${people}}`;
};

const sinceOf = (steps: readonly Step[], drawn: Drawn): string | null => {
  const changed = new Set(steps.flatMap((step) => step.changed));
  if (changed.size > mostChanges) return null;
  const { cards, around, people } = drawn;
  const left = [...changed].map((id) => cards.get(id)).filter((card) => card !== undefined);
  const texts = left.sort((a, b) => a.row.seq - b.row.seq).map(({ text }) => text);
  const change: Omit<BoardChange, 'changed' | 'people'> = {
    ...around,
    gone: [...new Set(steps.flatMap((step) => step.gone))],
  };
  const names = steps.some((step) => step.people) ? `,"people":${people}` : '';
  return `${JSON.stringify(change).slice(0, -1)},"changed":[${texts.join()}]${names}}`;
};

/** Once, when somebody first asks. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const answerOf = (drawn: Drawn, steps: readonly Step[]): BoardAnswer => {
  const known = new Map<string, string | null>();
  const packed = {
    br: once(() => packNow(wholeOf(drawn), 'br')),
    gzip: once(() => packNow(wholeOf(drawn), 'gzip')),
  };
  return {
    etag: drawn.etag,
    json: () => wholeOf(drawn),
    packed: (packing) => packed[packing](),
    since: (etag) => {
      const at = steps.findLastIndex((step) => step.from === etag);
      if (at === -1) return null;
      const text = known.get(etag) ?? sinceOf(steps.slice(at), drawn);
      known.set(etag, text);
      return text;
    },
  };
};

/** The board as bytes, made once for each change of the lists and sent to everybody as it is. */
export const createCachedBoard = (parts: ApiParts): (() => BoardAnswer) => {
  const look = createKeptBoard(parts.deps);
  let drawn: Drawn | null = null;
  let steps: readonly Step[] = [];
  let made: { readonly key: string; readonly at: number; readonly answer: BoardAnswer } | null =
    null;

  const draw = (): Drawn => {
    const [before, now, around] = [drawn, look(), aroundIn(parts)];
    const { cards, people, became } = now;
    const after = { cards, people, around, etag: etagOf(around, now) };
    if (before !== null && before.etag !== after.etag) {
      const step = became && { ...became, from: before.etag, people: before.people !== people };
      steps = step ? [...steps, step].slice(-mostSteps) : [];
    }
    return after;
  };

  return () => {
    const { freshness } = parts;
    // With a new day, other projects have waited for too long; a day begins with an hour anywhere.
    const hour = parts.deps.clock.now().slice(0, 'YYYY-MM-DDTHH'.length);
    const key = `${freshness.version()} ${freshness.stale()} ${hour}`;
    if (made?.key === key && Date.now() - made.at < longestAgeMs) return made.answer;
    drawn = draw();
    made = { key, at: Date.now(), answer: answerOf(drawn, steps) };
    return made.answer;
  };
};
