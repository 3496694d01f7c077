import { World } from '../worlds/processes/world.ts';
import { atLeast, eachOf, exactly, type Result, settled, untilKnown } from './play.ts';
import { cardFaults, quietFaults } from './quiet.ts';
import type { Random } from './random.ts';
import { actsOf, stories, storyProjects } from './stories.ts';
import { faultsIn } from './truths.ts';

const kinds = ['504-but-stored', '502-but-stored', 'reset-but-stored', 'reset', '504'] as const;
const lists = [
  'requests',
  'decisions',
  'projects',
  'ledger',
  'history',
  'messages',
  'steps',
] as const;
const batchSize = 10;

/** Trouble on the writes of every list, at other places each time. */
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

/** Answers of Graph are lost on every kind of write, done or not: nothing is there twice (R5). */
export const playLostAnswers = async (wanted: number, random: Random): Promise<Result> => {
  const world = await World.open({ name: 'lost', areas: 'many' });
  const wrong: string[] = [];
  let lost = 0;
  const count = async (): Promise<void> => {
    for (const { hits } of await world.tenant.troubles()) lost += hits;
    await world.tenant.endTrouble();
  };
  try {
    for (let round = 0; lost < wanted && round < wanted; round += 1) {
      const story = stories[round % 3];
      if (!story) throw new Error('no story');
      const projects = (await storyProjects(world, story, batchSize)).map((one) => one.id);
      await untilKnown(world, projects);
      for (const act of actsOf(world, story)) {
        await world.tenant.trouble(scriptsFor(world, random, 2));
        await play(world, act, projects);
        const left = await settled(world, projects);
        await count();
        wrong.push(...left);
      }
    }
    wrong.push(...(await quietFaults(world, 2_000)));
    wrong.push(...faultsIn(await world.eyes.look(), world.seeds.values()));
    wrong.push(...(await cardFaults(world)));
  } finally {
    await world.close();
  }
  return {
    figures: [
      atLeast('answers lost', lost, wanted),
      exactly('rows doubled, lost or untrue', wrong.length, 0),
    ],
    faults: wrong,
  };
};

/** Whoever is told that it is not stored, or that nobody knows, presses again. */
const play = async (
  world: World,
  act: ReturnType<typeof actsOf>[number],
  projects: readonly string[],
): Promise<void> => {
  await eachOf(projects, 5, async (project) => {
    for (let tries = 0; tries < 3; tries += 1)
      if (await act.perform(project, await world.eyes.look())) return;
  });
};
