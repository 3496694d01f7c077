import { until } from '../worlds/processes/processes.ts';
import { World } from '../worlds/processes/world.ts';
import { batchOf, everybody } from './killedActs.ts';
import { atLeast, exactly, type Result } from './play.ts';
import type { Random } from './random.ts';
import { untilDone } from './stories.ts';
import { acts, leftOf, unsigned } from './storyPlay.ts';

const kinds = ['504-but-stored', '502-but-stored', 'reset-but-stored', 'reset', '504'] as const;
const lists = ['storyEvents', 'stories', 'history', 'messages'] as const;
const batchSize = 8;

const scriptsFor = (world: World, random: Random, each: number) =>
  lists.flatMap((list) =>
    Array.from({ length: each }, () => ({
      fault: random.pick(kinds),
      method: ['POST', 'PATCH'],
      path: `/lists/${world.eyes.listId(list)}/items`,
      after: random.below(batchSize),
      times: 1,
    })),
  );

/** Everybody presses at both servers until each was told that it is done. */
const pressUntilTold = async (
  world: World,
  act: (typeof acts)[number],
  projects: readonly string[],
): Promise<void> => {
  const known = new Set<string>();
  await until(async () => {
    const untold = projects.filter((project) => !known.has(project));
    for (const project of await everybody(world, act, untold)) known.add(project);
    return known.size === projects.length;
  }, 250);
};

/** Answers of Graph are lost on every list a story writes, done or not, on two servers (R5). */
export const playLostStories = async (wanted: number, random: Random): Promise<Result> => {
  const world = await World.open({ name: 'story-lost', areas: 'three', servers: 2 });
  const wrong: string[] = [];
  let lost = 0;
  try {
    while (lost < wanted) {
      const projects = await batchOf(world, batchSize);
      for (const [at, act] of acts.entries()) {
        await world.tenant.trouble(scriptsFor(world, random, 3));
        await pressUntilTold(world, act, projects);
        const done = await untilDone(world, projects, (picture, project) =>
          leftOf(world, picture, project, at + 1),
        );
        for (const { hits } of await world.tenant.troubles()) lost += hits;
        await world.tenant.endTrouble();
        wrong.push(...done.left.map((one) => `${act.name}: ${one}`));
      }
      const picture = await world.eyes.look();
      wrong.push(...projects.filter((project) => unsigned(picture, project)));
    }
  } finally {
    await world.close();
  }
  return {
    figures: [
      atLeast('answers lost', lost, wanted),
      exactly('left undone, doubled or untrue', wrong.length, 0),
    ],
    faults: wrong,
  };
};
