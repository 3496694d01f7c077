import { until } from '../worlds/processes/processes.ts';
import type { Exchange } from '../worlds/processes/relay.ts';
import type { ServerSide } from '../worlds/processes/serverSide.ts';
import { World } from '../worlds/processes/world.ts';
import { asked, atLeast, eachOf, exactly, type Result, settled } from './play.ts';
import type { Random } from './random.ts';
import { pressOn, requestIdOf, stories, type Told, toldIn } from './stories.ts';
import { decisionOf, faultsIn } from './truths.ts';

const waits = [
  () => '2',
  () => '1.5',
  () => new Date(Date.now() + 3_000).toUTCString(),
  () => null,
  () => '4',
] as const;
/** Half a second for the clock, and dates that say whole seconds. */
const toleranceMs = 1_000;

const askedWait = (said: string | undefined, at: number): number => {
  if (said === undefined) return 0;
  const seconds = Number(said);
  return Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(said) - at;
};

type Window = { readonly from: number; readonly to: number };

/**
 * Notes every call, and for each refusal the time in which nobody may call. What was under way when
 * the no came cannot be called back, so that time begins when the server has counted the no.
 */
class Watch {
  readonly calls: Exchange[] = [];
  readonly #server: ServerSide;
  readonly #windows: Promise<Window>[] = [];
  #refused = 0;

  constructor(server: ServerSide) {
    this.#server = server;
    server.outbound.onExchange = (one) => {
      if (!one.path.startsWith('/v1.0/')) return;
      this.calls.push(one);
      if (one.status === 429) this.#windows.push(this.#windowOf(one));
    };
  }

  get refused(): number {
    return this.#refused;
  }

  /** Calls that came while everybody had been asked to wait. */
  async tooEarly(): Promise<number> {
    const windows = await Promise.all(this.#windows);
    return this.calls.filter(({ at }) => windows.some(({ from, to }) => at > from && at < to))
      .length;
  }

  async #windowOf({ answeredAt, retryAfter }: Exchange): Promise<Window> {
    this.#refused += 1;
    const refused = this.#refused;
    await until(async () => (await this.#counted()) >= refused, 20);
    // What it sent before it counted the no is here when it has answered twice more.
    await this.#counted();
    await this.#counted();
    const to = answeredAt + askedWait(retryAfter, answeredAt) - toleranceMs;
    return { from: Date.now(), to };
  }

  #counted(): Promise<number> {
    return this.#server.measure('digitek_graph_wasted_total');
  }
}

const isFinal = (told: Told): boolean => told === 'stored' || told === 'late';

type Tally = { boards: number; unreadable: number; unaged: number };

const lookAtBoard = async (world: World, tally: Tally): Promise<void> => {
  const [asker] = world.cast.askers;
  const answer = await world.api(asker?.upn ?? '', 'GET', '/api/board');
  tally.boards += 1;
  if (answer.status !== 200) tally.unreadable += 1;
  const age = Date.parse(answer.headers.get('x-as-of') ?? '');
  if (!Number.isFinite(age)) tally.unaged += 1;
};

/** A storm of 429 while people answer and look (R7). */
export const playStorm = async (presses: number, random: Random): Promise<Result> => {
  const [story] = stories;
  if (!story) throw new Error('no story');
  const world = await World.open({ name: 'storm', areas: 'many' });
  const tally: Tally = { boards: 0, unreadable: 0, unaged: 0 };
  const wrong: string[] = [];
  try {
    const projects = await asked(world, story, presses);
    const picture = await world.eyes.look();
    const before = await world.server().measure('digitek_graph_wasted_total');
    if (before > 0) throw new Error('refused before the storm');
    const watch = new Watch(world.server());
    const told = new Map<string, Told>();
    await eachOf(projects, 3, async (project, at) => {
      if (at % 4 === 0) {
        const retryAfter = (waits[at % waits.length] ?? waits[0])();
        const times = 1 + random.below(3);
        await world.tenant.trouble({ fault: '429', retryAfter, times, hold: true });
      }
      const press = pressOn(world, story, project, 0, picture, 0);
      const [pressed] = await Promise.all([world.tenant.press(press), lookAtBoard(world, tally)]);
      told.set(project, toldIn(pressed));
    });
    await world.tenant.endTrouble();
    // Whoever was told nothing final presses again, as people do, until the storm is over.
    const again = projects.filter((project) => told.get(project) !== 'stored');
    await eachOf(again, 3, async (project) => {
      const press = pressOn(world, story, project, 0, picture, 0);
      await until(async () => isFinal(toldIn(await world.tenant.press(press))), 500);
    });
    const early = await watch.tooEarly();
    wrong.push(...(await settled(world, projects)));
    const after = await world.eyes.look();
    const lost = projects.filter((project) => !decisionOf(after, requestIdOf(project, story.gate)));
    wrong.push(...lost, ...faultsIn(after, world.seeds.values()));
    return {
      figures: [
        atLeast('calls refused with 429', watch.refused, presses / 8),
        exactly('calls before the time', early, 0),
        exactly('answers lost', lost.length, 0),
        exactly('boards that could not be read', tally.unreadable + tally.unaged, 0),
      ],
      faults: wrong,
    };
  } finally {
    await world.close();
  }
};
