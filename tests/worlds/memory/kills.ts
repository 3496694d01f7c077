import { expect } from 'vitest';
import type { HistoryKind } from '#shared/domain/history.ts';
import { historyOf } from '#shared/useCases/pages/projectPage.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { Crash, type TestDeps, testDeps } from './memoryStores.ts';

/** Another server over the same lists. */
export const beside = (deps: TestDeps): TestDeps => ({
  ...testDeps(deps.stores, deps.writes),
  clock: deps.clock,
  documents: deps.documents,
  files: deps.files,
  mailboxes: deps.mailboxes.beside(),
});

type Killed = {
  readonly world: () => TestDeps;
  readonly play: (deps: TestDeps) => Promise<unknown>;
  /** What has to come out the same; `events` are the kind's own. */
  readonly stateOf: (deps: TestDeps) => { readonly events: readonly string[] };
  /** Each event stands once in the history of its subject, p1 unless said. */
  readonly kind: HistoryKind;
  readonly subject?: string;
};

const sweptBeside = async (deps: TestDeps, play: Killed['play']): Promise<TestDeps> => {
  const next = beside(deps);
  deps.writes.failAfter = Number.POSITIVE_INFINITY;
  for (const step of [() => sweep(next, 'start'), () => play(next), () => sweep(next, 'start')]) {
    await step();
    await next.settle();
  }
  return next;
};

/** Killed after any write: another server's sweep and the same presses once more come to the same. */
export const expectSameAfterKills = async ({
  world,
  play,
  stateOf,
  kind,
  subject = 'p1',
}: Killed) => {
  const whole = world();
  await play(whole);
  const wanted = stateOf(whole);
  for (let write = 0; write < whole.writes.count; write += 1) {
    const deps = world();
    deps.writes.failAfter = write;
    await play(deps).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });
    const next = await sweptBeside(deps, play);
    expect({ write, ...stateOf(next) }).toEqual({ write, ...wanted });
    const { entries, holds } = await historyOf(next, subject);
    expect(holds).toBe(true);
    expect(entries.filter((entry) => entry.kind === kind)).toHaveLength(wanted.events.length);
  }
};
