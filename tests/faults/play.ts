import { until } from '../worlds/processes/processes.ts';
import type { World } from '../worlds/processes/world.ts';
import { actsOf, type Story, storyProjects, untilDone } from './stories.ts';
import { leftOf } from './truths.ts';

/** A figure of a run beside what it had to be. */
export type Figure = { readonly name: string; readonly value: number; readonly ok: boolean };

export type Result = {
  readonly figures: readonly Figure[];
  readonly faults: readonly string[];
  /** Why it was not played. */
  readonly skipped?: string;
};

export const exactly = (name: string, value: number, wanted: number): Figure => ({
  name: `${name} (= ${wanted})`,
  value,
  ok: value === wanted,
});

export const atLeast = (name: string, value: number, wanted: number): Figure => ({
  name: `${name} (≥ ${wanted})`,
  value,
  ok: value >= wanted,
});

export const atMost = (name: string, value: number, wanted: number): Figure => ({
  name: `${name} (≤ ${wanted})`,
  value: Math.round(value),
  ok: value <= wanted,
});

export const told = (figures: readonly Figure[]): string =>
  figures
    .map(({ name, value, ok }) => `  ${ok ? ' ' : '!'} ${String(value).padStart(9)}  ${name}`)
    .join('\n');

/** Does something with each, a few at a time. */
export const eachOf = async <T>(
  all: readonly T[],
  atOnce: number,
  work: (one: T, at: number) => Promise<void>,
): Promise<void> => {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < all.length; at = next++) {
      const one = all[at];
      if (one !== undefined) await work(one, at);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
};

/** The servers hear of rows that others put in with their next look. */
export const untilKnown = async (world: World, projects: readonly string[]): Promise<void> => {
  const [asker] = world.cast.askers;
  const path = `/api/projects/${projects.at(-1)}`;
  for (const at of world.servers.keys())
    await until(
      async () => (await world.api(asker?.upn ?? '', 'GET', path, undefined, at)).status === 200,
    );
};

/** Projects whose request has been sent and whose card is in the chat. */
export const asked = async (
  world: World,
  story: Story,
  count: number,
): Promise<readonly string[]> => {
  const projects = (await storyProjects(world, story, count)).map((project) => project.id);
  await untilKnown(world, projects);
  const [ask] = actsOf(world, story);
  const picture = await world.eyes.look();
  await eachOf(projects, 6, async (project) => {
    if (!(await ask?.perform(project, picture))) throw new Error(`${project} could not be sent`);
  });
  const { left } = await untilDone(world, projects, leftOf);
  if (left.length > 0) throw new Error(`not asked: ${left.slice(0, 3).join('; ')}`);
  return projects;
};

export const settled = async (
  world: World,
  projects: readonly string[],
): Promise<readonly string[]> => (await untilDone(world, projects, leftOf)).left;
