import type { Point } from '../worlds/processes/ambush.ts';
import type { Picture } from '../worlds/processes/eyes.ts';
import type { Write } from '../worlds/processes/labels.ts';
import { until } from '../worlds/processes/processes.ts';
import type { World } from '../worlds/processes/world.ts';
import { eachOf, untilKnown } from './play.ts';
import { beat, untilStill } from './quiet.ts';
import { untilDone } from './stories.ts';

/* Acts of people on two real servers that are killed between any two writes, each made twice at once. */

/** One act of a person; made twice at once, at both servers, and again when nobody was told. */
export type Act = {
  readonly name: string;
  /** True when whoever did it was told that it is done. */
  readonly perform: (world: World, project: string, at: number) => Promise<boolean>;
};

export type Plot = {
  /** Each leaves one event. */
  readonly acts: readonly Act[];
  readonly eventsIn: (picture: Picture, project: string) => number;
  /** What is missing after so many acts, or is there twice or untrue; null when nothing is. */
  readonly leftOf: (
    world: World,
    picture: Picture,
    project: string,
    count: number,
  ) => string | null;
};

export type Figures = {
  deaths: number;
  readonly places: Set<string>;
  readonly lost: string[];
  readonly broken: string[];
};

export const noFigures = (): Figures => ({ deaths: 0, places: new Set(), lost: [], broken: [] });

/** As many of them without a write as show that nothing moves any more. */
const stillBeats = 12;

export type Json = Readonly<Record<string, unknown>>;

/** A call of the API; false when it was refused, or when the server died under it. */
export const sent = async (
  world: World,
  user: string,
  path: string,
  body: Json,
  at: number,
): Promise<boolean> => {
  try {
    const { status } = await world.api(user, 'POST', path, body, at);
    return status === 200 || status === 201;
  } catch {
    // The server died under it: nobody was told anything.
    return false;
  }
};

/** Everybody does it at both servers at once; says who was told that it is done. */
export const everybody = async (
  world: World,
  act: Act,
  projects: readonly string[],
): Promise<ReadonlySet<string>> => {
  const told = new Set<string>();
  await eachOf(projects, projects.length, async (project) => {
    const answers = await Promise.all(
      world.servers.map((_, at) => act.perform(world, project, at)),
    );
    if (answers.every(Boolean)) told.add(project);
  });
  return told;
};

export const batchOf = async (world: World, count: number): Promise<readonly string[]> => {
  const made = await world.addProjects(count, 'gate1', () => ({}));
  const projects = made.map(({ id }) => id);
  await untilKnown(world, projects);
  return projects;
};

/** Lets one project go its way and notes every write of each act, in order. */
export const rehearse = async (
  world: World,
  plot: Plot,
  project: string,
): Promise<readonly (readonly Point[])[]> => {
  const places: (readonly Point[])[] = [];
  for (const [at, act] of plot.acts.entries()) {
    const labels: string[] = [];
    world.ambush.onWrite = (write: Write): void => {
      if (write.project === project) labels.push(write.label);
    };
    await until(async () => (await everybody(world, act, [project])).size === 1, 250);
    const left = (picture: Picture) => plot.leftOf(world, picture, project, at + 1);
    const done = await untilDone(world, [project], left);
    if (done.left.length > 0) throw new Error(`${act.name}: ${done.left.join()}`);
    await untilStill(world, stillBeats);
    world.ambush.onWrite = undefined;
    const points = [...new Set(labels)].flatMap((label): Point[] => [
      { label, nth: 1, side: 'before' },
      { label, nth: 1, side: 'after' },
    ]);
    places.push(points);
  }
  return places;
};

type Turn = {
  readonly world: World;
  readonly plot: Plot;
  readonly act: Act;
  /** How many events there are when it is done. */
  readonly count: number;
  readonly projects: readonly string[];
  readonly figures: Figures;
};

/** `kill -9` for both servers when each has come to its place, or nothing moves any more. */
const strike = async ({ world, act, projects, figures }: Turn): Promise<ReadonlySet<string>> => {
  const { ambush } = world;
  const acting = everybody(world, act, projects);
  await untilStill(world, stillBeats, () => ambush.waiting === 0);
  // A step that is done before it is held has still to come back.
  await beat(world);
  figures.deaths += ambush.hits.length;
  await world.killServers();
  ambush.disarm();
  return acting;
};

const playAct = async (turn: Turn, points: ReadonlyMap<string, Point>): Promise<void> => {
  const { world, plot, act, projects, figures, count } = turn;
  for (const [project, point] of points) {
    world.ambush.arm(project, point);
    figures.places.add(`${act.name}: ${point.label} ${point.side}`);
  }
  const told = await strike(turn);
  await world.startServers();
  const after = await world.eyes.look();
  const forgotten = [...told].filter((one) => plot.eventsIn(after, one) < count);
  figures.lost.push(...forgotten.map((one) => `${act.name}: ${one}`));
  // Whoever was told nothing presses once more, and whoever was told may press again too.
  const known = new Set<string>();
  await until(async () => {
    const untold = projects.filter((project) => !known.has(project));
    for (const project of await everybody(world, act, untold)) known.add(project);
    return known.size === projects.length;
  }, 250);
  const done = await untilDone(world, projects, (picture, project) =>
    plot.leftOf(world, picture, project, count),
  );
  figures.broken.push(...done.left.map((one) => `${act.name}: ${one}`));
};

/** One round: new projects go through every act, and the servers die in each, at the next places. */
export const playRound = async (
  world: World,
  plot: Plot,
  figures: Figures,
  {
    projects,
    nextPoint,
  }: {
    readonly projects: readonly string[];
    readonly nextPoint: (act: number) => Point | undefined;
  },
): Promise<void> => {
  for (const [at, act] of plot.acts.entries()) {
    const points = new Map(
      projects.flatMap((project): [string, Point][] => {
        const point = nextPoint(at);
        return point ? [[project, point]] : [];
      }),
    );
    await playAct({ world, plot, act, count: at + 1, projects, figures }, points);
  }
};

/** The places of each act in turn, over and over. */
export const inTurns = (
  places: readonly (readonly Point[])[],
): ((act: number) => Point | undefined) => {
  let next = 0;
  return (act) => {
    const known = places[act] ?? [];
    return known[next++ % Math.max(1, known.length)];
  };
};
