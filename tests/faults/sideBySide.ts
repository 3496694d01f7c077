import { pause, until } from '../worlds/processes/processes.ts';
import { programs } from '../worlds/processes/programs.ts';
import { World } from '../worlds/processes/world.ts';
import { batchOf, everybody } from './killedActs.ts';
import { lastReleasesServer } from './lastRelease.ts';
import { atLeast, eachOf, exactly, type Result, untilKnown } from './play.ts';
import { cardFaults } from './quiet.ts';
import { type Random, randomFrom } from './random.ts';
import { type Act, actsOf, type Story, stories, storyProjects, untilDone } from './stories.ts';
import { acts, leftOf as leftOfStory, unsigned } from './storyPlay.ts';
import { faultsIn, leftOf } from './truths.ts';

type Tally = {
  done: number;
  killed: number;
  readonly lost: string[];
  readonly broken: string[];
};

/** One of the two dies while the work goes on, and comes back as the build that it was. */
const killOne = async (world: World, random: Random, tally: Tally): Promise<void> => {
  await pause(random.below(300));
  await world.replaceServer(random.below(world.servers.length));
  tally.killed += 1;
};

/** Everybody does it; who was told nothing does it again, until all have been told. */
const performed = async (world: World, act: Act, projects: readonly string[]): Promise<void> => {
  const told = new Set<string>();
  await until(async () => {
    const picture = await world.eyes.look();
    const untold = projects.filter((project) => !told.has(project));
    await eachOf(untold, 6, async (project) => {
      if (await act.perform(project, picture)) told.add(project);
    });
    return told.size === projects.length;
  }, 250);
};

const note = async (
  world: World,
  what: string,
  projects: readonly string[],
  tally: Tally,
  left: Parameters<typeof untilDone>[2],
): Promise<void> => {
  const settled = await untilDone(world, projects, left);
  tally.broken.push(...settled.left.map((one) => `${what}: ${one}`));
  tally.done += projects.length;
};

const decide = async (
  world: World,
  story: Story,
  atOnce: number,
  random: Random,
  tally: Tally,
): Promise<void> => {
  const projects = (await storyProjects(world, story, atOnce)).map(({ id }) => id);
  await untilKnown(world, projects);
  for (const act of actsOf(world, story)) {
    await Promise.all([
      performed(world, act, projects),
      ...(random.below(3) === 0 ? [killOne(world, random, tally)] : []),
    ]);
    const picture = await world.eyes.look();
    const lost = projects.filter((project) => !act.isStored(project, picture));
    tally.lost.push(...lost.map((project) => `${story.name}, ${act.name}: ${project}`));
    await note(world, `${story.name}, ${act.name}`, projects, tally, leftOf);
  }
};

/** Every move of a story is made at both servers at once, so that one is the other's double. */
const tell = async (world: World, atOnce: number, random: Random, tally: Tally): Promise<void> => {
  const projects = await batchOf(world, atOnce);
  for (const [at, act] of acts.entries()) {
    const told = new Set<string>();
    const all = until(async () => {
      const untold = projects.filter((project) => !told.has(project));
      for (const project of await everybody(world, act, untold)) told.add(project);
      return told.size === projects.length;
    }, 250);
    await Promise.all([all, ...(random.below(3) === 0 ? [killOne(world, random, tally)] : [])]);
    await note(world, `story, ${act.name}`, projects, tally, (picture, project) =>
      leftOfStory(world, picture, project, at + 1),
    );
  }
  const picture = await world.eyes.look();
  const without = projects.filter((project) => unsigned(picture, project));
  tally.broken.push(...without.map((project) => `published without an OK: ${project}`));
};

type Play = { readonly rounds: number; readonly atOnce: number; readonly random: Random };

const inWorld = async (
  areas: Story['areas'],
  builds: readonly string[],
  { rounds, atOnce, random }: Play,
  tally: Tally,
): Promise<void> => {
  const world = await World.open({ name: 'sideBySide', areas, programs: builds });
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const story of stories.filter((one) => one.areas === areas))
        await decide(world, story, atOnce, random, tally);
      if (areas === 'three') await tell(world, atOnce, random, tally);
    }
    tally.broken.push(...faultsIn(await world.eyes.look(), world.seeds.values()));
    tally.broken.push(...(await cardFaults(world)));
  } finally {
    await world.close();
  }
};

/**
 * A server of the last release and one of today's over the same lists, as they are for a while with
 * every release: decisions and stories are asked for, pressed and told of at either, and one of
 * them dies now and then, so that each ends what the other began (R21).
 */
export const playSideBySide = async (
  rounds: number,
  atOnce: number,
  seed: number,
): Promise<Result> => {
  const last = await lastReleasesServer();
  if (last === null)
    return { figures: [], faults: [], skipped: 'the history with the last release is not here' };
  const { server: todays } = await programs();
  const tally: Tally = { done: 0, killed: 0, lost: [], broken: [] };
  const play = (at: number) => ({ rounds, atOnce, random: randomFrom(seed + at) });
  // What the tab asks for goes to the first: once that is the older, and once the newer.
  await Promise.all([
    inWorld('many', [last, todays], play(0), tally),
    inWorld('three', [todays, last], play(1), tally),
  ]);
  return {
    figures: [
      atLeast('acts that were followed to their end', tally.done, rounds * atOnce * 17),
      atLeast('servers that died', tally.killed, 1),
      exactly('acknowledged and lost', tally.lost.length, 0),
      exactly('left undone, doubled or untrue', tally.broken.length, 0),
    ],
    faults: [...tally.lost, ...tally.broken],
  };
};
