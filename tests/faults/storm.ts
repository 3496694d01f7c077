import { asked, atLeast, eachOf, exactly, type Result, settled } from './play.ts';
import { pause } from './processes.ts';
import type { Random } from './random.ts';
import type { Exchange } from './relay.ts';
import { pressOn, requestIdOf, stories, toldIn } from './stories.ts';
import { decisionOf, faultsIn } from './truths.ts';
import { World } from './world.ts';

const waits = [
  () => '2',
  () => '1.5',
  () => new Date(Date.now() + 3_000).toUTCString(),
  () => null,
  () => '4',
] as const;
/** What was under way when the no came cannot be called back. */
const underWayMs = 250;
/** Half a second for the clock, and dates that say whole seconds. */
const toleranceMs = 1_000;

const askedWait = (said: string | undefined, at: number): number => {
  if (said === undefined) return 0;
  const seconds = Number(said);
  return Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(said) - at;
};

/** Calls that came while everybody had been asked to wait. */
const tooEarly = (exchanges: readonly Exchange[]): number => {
  const closed = exchanges
    .filter((one) => one.status === 429)
    .map((one) => ({
      from: one.answeredAt + underWayMs,
      to: one.answeredAt + askedWait(one.retryAfter, one.answeredAt) - toleranceMs,
    }));
  return exchanges.filter((call) => closed.some(({ from, to }) => call.at > from && call.at < to))
    .length;
};

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
  const exchanges: Exchange[] = [];
  const tally: Tally = { boards: 0, unreadable: 0, unaged: 0 };
  const wrong: string[] = [];
  try {
    const projects = await asked(world, story, presses);
    const picture = await world.eyes.look();
    world.server().outbound.onExchange = (one) => {
      if (one.path.startsWith('/v1.0/')) exchanges.push(one);
    };
    const told = new Map<string, string>();
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
    await pause(5_000);
    const early = tooEarly(exchanges);
    const again = projects.filter((project) => told.get(project) !== 'stored');
    await eachOf(again, 3, async (project) => {
      await world.tenant.press(pressOn(world, story, project, 0, picture, 0));
    });
    wrong.push(...(await settled(world, projects)));
    const after = await world.eyes.look();
    const lost = projects.filter((project) => !decisionOf(after, requestIdOf(project, story.gate)));
    wrong.push(...lost, ...faultsIn(after, world.seeds.values()));
    const refused = exchanges.filter((one) => one.status === 429).length;
    return {
      figures: [
        atLeast('calls refused with 429', refused, presses / 8),
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
