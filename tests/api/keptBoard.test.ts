import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoardChange, BoardReply } from '#shared/contract/api.ts';
import { withChanges } from '#shared/domain/boardChanges.ts';
import { boardOf, namesOnBoard } from '#shared/useCases/pages/board.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import type { BoardAnswer } from '../../bot/api/cachedBoard.ts';
import { anEdit, toldBy } from '../builders/edits.ts';
import { runsOf } from '../builders/long.ts';
import { aProject, chefs } from '../builders/request.ts';
import { boardLooks } from '../worlds/memory/boardLooks.ts';
import { HeldStores, type Told } from '../worlds/memory/heldStores.ts';
import { TestClock, testDeps } from '../worlds/memory/memoryStores.ts';

/** A server's board, over its own copy of the lists. */
const aServer = (clock: TestClock) => {
  const held = new HeldStores();
  const deps: Deps = { ...testDeps(), clock, stores: held.stores };
  let version = 0;
  const board = boardLooks(deps, () => version);
  return {
    deps,
    tell: (told: readonly Told[]): void => {
      for (const one of told) held.tell(one);
      version += 1;
    },
    board,
    /** The same board, by somebody who has kept nothing. */
    fromNothing: (): BoardAnswer => boardLooks(deps, () => version)(),
  };
};

/** What happens between two looks at the board, and how many hours that takes. */
const aTurn = fc.record({
  told: fc.array(anEdit, { minLength: 1, maxLength: 5 }),
  hours: fc.constantFrom(0, 0, 0, 1, 24, 24 * 40),
  /** The second server hears of it later. */
  late: fc.boolean(),
});

const replyIn = (text: string): BoardReply => JSON.parse(text) as BoardReply;

/** The board of a tab that has one and is told what became of it, or all of it where it must be. */
const followed = (seen: BoardReply, etag: string, answer: BoardAnswer): BoardReply => {
  const told = answer.since(etag);
  if (told === null) return replyIn(answer.json());
  const change = JSON.parse(told) as BoardChange;
  const { changed, gone, people = seen.people, ...around } = change;
  return { ...around, projects: [...withChanges(seen.projects, { changed, gone })], people };
};

describe('a board that is kept', () => {
  it('is what would be drawn from nothing, on every server, and for whoever follows it', () => {
    fc.assert(
      fc.property(fc.array(aTurn, { minLength: 1, maxLength: 12 }), (turns) => {
        const clock = new TestClock();
        const [one, two] = [aServer(clock), aServer(clock)];
        let etag = one.board().etag;
        let seen = replyIn(one.board().json());
        const waiting: Told[] = [];
        for (const { told, hours, late } of turns) {
          clock.pass(hours * 3_600_000);
          const happened = toldBy(told);
          one.tell(happened);
          waiting.push(...happened);
          if (!late) two.tell(waiting.splice(0));
          const answer = one.board();
          const reply = replyIn(answer.json());
          expect(reply.projects).toEqual(boardOf(one.deps));
          expect(reply.people).toEqual(namesOnBoard(one.deps.stores));
          expect(answer.etag).toBe(one.fromNothing().etag);
          if (!late) expect(two.board().etag).toBe(answer.etag);
          seen = followed(seen, etag, answer);
          expect(seen).toEqual(reply);
          etag = answer.etag;
        }
      }),
      { seed: 20_261_129, numRuns: runsOf({ daily: 150, long: 10_000 }) },
    );
  });

  it('knows what somebody is called who was called something else meanwhile', () => {
    const server = aServer(new TestClock());
    const called = (ownerName: string): Told => ({
      list: 'projects',
      seq: 1,
      value: aProject({ id: 'p0', ownerId: chefs.social.id, ownerName }),
    });
    for (const name of ['Ejer', 'En anden', 'Ejer']) {
      server.tell([called(name)]);
      const { people } = replyIn(server.board().json());
      expect(people[chefs.social.id]).toBe(name);
    }
  });

  it('tells of those who are new in the order in which they came, whenever they changed before', () => {
    const server = aServer(new TestClock());
    const project = (id: string, seq: number, title: string): Told => ({
      list: 'projects',
      seq,
      value: aProject({ id, title }),
    });
    server.tell([project('a', 1, 'A'), project('b', 2, 'B')]);
    const first = server.board();
    const [etag, seen] = [first.etag, replyIn(first.json())];
    for (const told of [
      project('a', 1, 'A, changed'),
      project('c', 3, 'C'),
      { list: 'projects', seq: 1, value: 'gone' } as const,
      project('a', 4, 'A, anew'),
    ]) {
      server.tell([told]);
      server.board();
    }
    expect(server.board().since(etag)).not.toBeNull();
    const { projects } = followed(seen, etag, server.board());
    expect(projects.map(({ title }) => title)).toEqual(['B', 'C', 'A, anew']);
  });
});
