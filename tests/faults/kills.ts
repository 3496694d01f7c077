import type { Point } from '../worlds/processes/ambush.ts';
import type { Picture } from '../worlds/processes/eyes.ts';
import type { Write } from '../worlds/processes/labels.ts';
import { pause, until } from '../worlds/processes/processes.ts';
import { World } from '../worlds/processes/world.ts';
import { untilKnown } from './play.ts';
import { beat, cardFaults, quietFaults, untilStill } from './quiet.ts';
import type { Random } from './random.ts';
import { type Act, actsOf, type Story, storyProjects, untilDone } from './stories.ts';
import { faultsIn, leftOf, projectOf } from './truths.ts';

/** Graph is asked eight calls at once by each server: more cannot be held in mid-air. */
const heldByServer = 6;
/** As many of them without a write as show that nothing moves any more. */
const stillBeats = 6;

export type KillFigures = {
  kills: number;
  /** Projects that were under way when a server died at no chosen place. */
  anywhere: number;
  /** How often each step was the last one. */
  readonly steps: Map<string, number>;
  readonly lost: string[];
  readonly broken: string[];
  /** From the start of the new process until nothing was left to do. */
  readonly recoveredMs: number[];
  readonly readyMs: number[];
};

export const newKillFigures = (): KillFigures => ({
  kills: 0,
  anywhere: 0,
  steps: new Map(),
  lost: [],
  broken: [],
  recoveredMs: [],
  readyMs: [],
});

const count = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};

const note = (list: string[], what: readonly string[]): void => {
  list.push(...what.slice(0, Math.max(0, 50 - list.length)));
};

type Steps = readonly (readonly [Act['name'], readonly string[]])[];

/** Plays one story undisturbed, and says every step that was written, in order. */
const rehearse = async (world: World, story: Story): Promise<Steps> => {
  const [project] = await storyProjects(world, story, 1);
  if (!project) throw new Error('nothing to rehearse');
  const steps: (readonly [Act['name'], readonly string[]])[] = [];
  for (const act of actsOf(world, story)) {
    const labels: string[] = [];
    world.ambush.onWrite = (write: Write): void => {
      if (write.project === project.id) labels.push(write.label);
    };
    const picture = await world.eyes.look();
    if (!(await act.perform(project.id, picture))) throw new Error(`${story.name}: ${act.name}`);
    const done = await untilDone(world, [project.id], leftOf);
    if (done.left.length > 0) throw new Error(`${story.name}: ${done.left.join()}`);
    await untilStill(world, stillBeats);
    world.ambush.onWrite = undefined;
    steps.push([act.name, labels]);
  }
  return steps;
};

/** A place in the flow; `name` is the kind of step, which may come several times. */
type Place = { readonly name: string; readonly point: Point };

/** Every place between two steps of an act, from both sides. */
const placesOf = (labels: readonly string[]): readonly Place[] => {
  const counts = new Map<string, number>();
  return labels.flatMap((label) => {
    count(counts, label);
    const nth = counts.get(label) ?? 1;
    return (['before', 'after'] as const).map((side) => ({
      name: label,
      point: { label, nth, side },
    }));
  });
};

/** What is still to be tried in one story; the figures are shared by all stories. */
class Plans {
  readonly #places: ReadonlyMap<string, readonly Place[]>;
  readonly #times: number;
  readonly #figures: KillFigures;
  readonly #tried = new Map<Place, number>();
  readonly #underWay = new Map<string, number>();

  constructor(steps: Steps, times: number, figures: KillFigures) {
    this.#places = new Map(steps.map(([act, labels]) => [act, placesOf(labels)]));
    this.#times = times;
    this.#figures = figures;
  }

  get areDone(): boolean {
    return [...this.#places.values()].flat().every((place) => !this.#isWanted(place));
  }

  /** The place that needs it most; undefined when all of them have been tried enough. */
  next(act: string): Place | undefined {
    const wanted = (this.#places.get(act) ?? []).filter((place) => this.#isWanted(place));
    const [place] = wanted.sort((a, b) => this.#had(a) - this.#had(b));
    if (!place) return undefined;
    this.#tried.set(place, (this.#tried.get(place) ?? 0) + 1);
    count(this.#underWay, place.name);
    return place;
  }

  ended(): void {
    this.#underWay.clear();
  }

  #had(place: Place): number {
    const { steps } = this.#figures;
    const done = (steps.get(place.name) ?? 0) + (this.#underWay.get(place.name) ?? 0);
    return done + (this.#tried.get(place) ?? 0) / 4;
  }

  /** A place that is hardly ever come to is given up: a race that went that way once. */
  #isWanted(place: Place): boolean {
    const done = (this.#figures.steps.get(place.name) ?? 0) + (this.#underWay.get(place.name) ?? 0);
    return done < this.#times && (this.#tried.get(place) ?? 0) < this.#times + 5;
  }
}

type Turn = {
  readonly world: World;
  readonly story: Story;
  readonly act: Act;
  readonly projects: readonly string[];
  readonly figures: KillFigures;
};

/** Waits until everybody is where they are to die, or nothing moves any more; then `kill -9`. */
const strike = async (turn: Turn, places: ReadonlyMap<string, Place>): Promise<void> => {
  const { world, figures } = turn;
  const { ambush } = world;
  await untilStill(world, stillBeats, () => ambush.waiting === 0);
  // A step that is done before it is held has still to come back.
  await beat(world);
  const hits = ambush.hits;
  await world.killServers();
  for (const project of hits) {
    const place = places.get(project);
    if (!place) continue;
    figures.kills += 1;
    count(figures.steps, place.name);
  }
};

/** After the last kill: everything begun is finished by itself, and nothing said is forgotten. */
const recover = async (turn: Turn, told: ReadonlySet<string>): Promise<Picture> => {
  const { world, act, projects, figures, story } = turn;
  const began = await world.startServers();
  figures.readyMs.push(performance.now() - began);
  const healed = await untilDone(world, projects, leftOf);
  figures.recoveredMs.push(performance.now() - began);
  const late = healed.left.map((one) => `${story.name}, ${act.name}, never: ${one}`);
  note(figures.broken, late);
  const forgotten = [...told].filter((project) => !act.isStored(project, healed.picture));
  note(
    figures.lost,
    forgotten.map((one) => `${story.name}, ${act.name}: ${one}`),
  );
  return healed.picture;
};

/** Whoever was told nothing presses once more, as people do; it must then be done. */
const pressAgain = async (turn: Turn, told: ReadonlySet<string>): Promise<void> => {
  const { world, act, projects, figures, story } = turn;
  const untold = projects.filter((project) => !told.has(project));
  if (untold.length === 0 && told.size === projects.length) return;
  const picture = await world.eyes.look();
  const answers = await Promise.all(
    untold.map((project) => until(() => act.perform(project, picture), 500)),
  );
  const failed = untold.filter((_, at) => answers[at] !== true);
  const done = await untilDone(world, projects, leftOf);
  note(
    figures.broken,
    [...failed, ...done.left].map((one) => `${story.name}, ${act.name} again: ${one}`),
  );
};

const playAct = async (turn: Turn, places: ReadonlyMap<string, Place>): Promise<void> => {
  const { world, act, projects } = turn;
  const { ambush } = world;
  for (const [project, { point }] of places) ambush.arm(project, point);
  const before = await world.eyes.look();
  const told = new Set<string>();
  const acting = Promise.all(
    projects.map(async (project) => {
      if (await act.perform(project, before)) told.add(project);
    }),
  );
  if (places.size === 0) {
    await acting;
    await untilDone(world, projects, leftOf);
    await pressAgain(turn, told);
    return;
  }
  await strike(turn, places);
  await acting;
  // What had not come that far is done by the next life, and that may die there too.
  if (ambush.waiting > 0) {
    await world.startServers();
    await strike(turn, places);
  }
  ambush.disarm();
  await recover(turn, told);
  await pressAgain(turn, told);
};

const checkEnd = async (turn: Omit<Turn, 'act'>): Promise<void> => {
  const { world, story, projects, figures } = turn;
  const picture = await world.eyes.look();
  const wrong = projects.filter((id) => {
    const project = projectOf(picture, id);
    return project?.phase !== story.expected.phase || project.status !== story.expected.status;
  });
  note(
    figures.broken,
    wrong.map((id) => `${story.name}: ${id} did not move`),
  );
};

export type KillOptions = {
  /** How often each step is the last one. */
  readonly times: number;
  readonly figures: KillFigures;
  readonly endAt?: number;
  /** How long nothing may be written when all is done. */
  readonly quietMs?: number;
};

/** Plays one batch through all acts, each act with a death in it. */
const playOnce = async (world: World, story: Story, plans: Plans, figures: KillFigures) => {
  const batch = await storyProjects(world, story, heldByServer * world.servers.length);
  const projects = batch.map((project) => project.id);
  await untilKnown(world, projects);
  for (const act of actsOf(world, story)) {
    const places = new Map(
      projects.flatMap((project): [string, Place][] => {
        const place = plans.next(act.name);
        return place ? [[project, place]] : [];
      }),
    );
    await playAct({ world, story, act, projects, figures }, places);
    plans.ended();
  }
  await checkEnd({ world, story, projects, figures });
};

/** Plays a story in a world of its own until every step has been the last one often enough. */
export const killThrough = async (story: Story, options: KillOptions): Promise<void> => {
  const { figures, times } = options;
  const world = await World.open({ name: 'kills', areas: story.areas });
  try {
    const plans = new Plans(await rehearse(world, story), times, figures);
    const end = options.endAt ?? Number.POSITIVE_INFINITY;
    while (!plans.areDone && performance.now() < end) await playOnce(world, story, plans, figures);
    await checkWorld(world, figures, options.quietMs ?? 2_500);
  } finally {
    await world.close();
  }
};

const checkWorld = async (
  world: World,
  figures: KillFigures,
  quietForMs: number,
): Promise<void> => {
  note(figures.broken, await quietFaults(world, quietForMs));
  note(figures.broken, faultsIn(await world.eyes.look(), world.seeds.values()));
  note(figures.broken, await cardFaults(world));
};

const longestActMs = 700;

/** Dies at any moment while people act, wherever each of them has come to. */
export const killAnywhere = async (
  story: Story,
  deaths: number,
  random: Random,
  figures: KillFigures,
): Promise<void> => {
  const world = await World.open({ name: 'anywhere', areas: story.areas });
  try {
    for (let had = 0; had < deaths; ) {
      const projects = (await storyProjects(world, story, heldByServer)).map((one) => one.id);
      await untilKnown(world, projects);
      for (const act of actsOf(world, story)) {
        const turn = { world, story, act, projects, figures };
        const before = await world.eyes.look();
        const toldBy = new Set<string>();
        const acting = projects.map(async (project) => {
          await pause(random.below(longestActMs / 2));
          if (await act.perform(project, before)) toldBy.add(project);
        });
        await pause(random.below(longestActMs));
        await world.killServers();
        await Promise.all(acting);
        had += projects.length;
        figures.anywhere += projects.length;
        await recover(turn, toldBy);
        await pressAgain(turn, toldBy);
      }
      await checkEnd({ world, story, projects, figures });
    }
    await checkWorld(world, figures, 2_500);
  } finally {
    await world.close();
  }
};
