import { killAnywhere, killThrough, newKillFigures } from './kills.ts';
import { atLeast, atMost, exactly, type Result } from './play.ts';
import { randomFrom } from './random.ts';
import { stories } from './stories.ts';

const median = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

/** `kill -9` between every two steps of four stories, side by side in worlds of their own (R1). */
export const playDeaths = async (
  times: number,
  options: {
    readonly lanes: number;
    readonly quietMs?: number;
    /** So many more, at moments that nobody chose. */
    readonly anywhere?: number;
    readonly seed?: number;
  },
): Promise<Result & { readonly steps: ReadonlyMap<string, number> }> => {
  const figures = newKillFigures();
  const lanes = Array.from({ length: options.lanes }, (_, at) => stories[at % stories.length]);
  await Promise.all(
    lanes.map(async (story) => {
      if (story) await killThrough(story, { times, figures, quietMs: options.quietMs ?? 2_500 });
    }),
  );
  const anywhere = options.anywhere ?? 0;
  if (anywhere > 0)
    await Promise.all(
      stories.map((story, at) =>
        killAnywhere(
          story,
          anywhere / stories.length,
          randomFrom((options.seed ?? 1) + at),
          figures,
        ),
      ),
    );
  const fewest = Math.min(...figures.steps.values());
  return {
    steps: figures.steps,
    figures: [
      atLeast('kinds of steps', figures.steps.size, 20),
      atLeast('deaths at the rarest step', fewest, times),
      atLeast('deaths', figures.kills, times * 20),
      atLeast('matters under way when a server died at any moment', figures.anywhere, anywhere),
      exactly('acknowledged and lost', figures.lost.length, 0),
      exactly('left undone, doubled or untrue', figures.broken.length, 0),
      atMost(
        'slowest recovery in starts of a server',
        Math.max(...figures.recoveredMs) / Math.max(1, median(figures.readyMs)),
        40,
      ),
      {
        name: 'slowest recovery, ms',
        value: Math.round(Math.max(...figures.recoveredMs)),
        ok: true,
      },
      { name: 'usual recovery, ms', value: Math.round(median(figures.recoveredMs)), ok: true },
      { name: 'usual start, ms', value: Math.round(median(figures.readyMs)), ok: true },
    ],
    faults: [...figures.lost, ...figures.broken],
  };
};
