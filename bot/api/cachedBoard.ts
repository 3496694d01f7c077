import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { BoardReply } from '#shared/contract/api.ts';
import { stuckLimitsOf } from '#shared/domain/settings.ts';
import { boardOf, namesOnBoard } from '#shared/useCases/pages/board.ts';
import { settingsOf } from '#shared/useCases/settings/settingsOf.ts';
import type { ApiParts } from './context.ts';

export type BoardAnswer = { readonly etag: string; readonly zipped: Buffer; readonly json: string };

/** So that the time in the body is never more than this behind the header's. */
const longestAgeMs = 60_000;

const replyOf = ({ deps, freshness }: ApiParts): BoardReply => ({
  asOf: freshness.asOf(),
  ...(freshness.stale() ? { stale: true as const } : {}),
  areas: settingsOf(deps.stores).areas,
  stuckLimits: stuckLimitsOf(settingsOf(deps.stores)),
  projects: boardOf(deps),
  people: namesOnBoard(deps.stores),
  setAside: freshness.setAside().filter((one) => one.list === 'Projects').length,
});

/** The tag says what the board shows; that time has passed is no change. */
const etagOf = (reply: BoardReply): string => {
  const { asOf: _, ...shown } = reply;
  return `"${createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 27)}"`;
};

/** The board as bytes, made once for each change of the lists and sent to everybody as it is. */
export const createCachedBoard = (parts: ApiParts): (() => BoardAnswer) => {
  let made: { readonly key: string; readonly at: number; readonly answer: BoardAnswer } | null =
    null;
  return () => {
    const { freshness } = parts;
    // With a new day, other projects have waited for too long.
    const key = `${freshness.version()} ${freshness.stale()} ${parts.deps.clock.day()}`;
    if (made?.key === key && Date.now() - made.at < longestAgeMs) return made.answer;
    const reply = replyOf(parts);
    const json = JSON.stringify(reply);
    const answer = { etag: etagOf(reply), zipped: gzipSync(json, { level: 6 }), json };
    made = { key, at: Date.now(), answer };
    return answer;
  };
};
