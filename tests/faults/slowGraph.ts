import { pause, until } from '../worlds/processes/processes.ts';
import type { Press } from '../worlds/processes/tenantSide.ts';
import { World } from '../worlds/processes/world.ts';
import { asked, atMost, eachOf, exactly, type Result, settled } from './play.ts';
import { cardFaults } from './quiet.ts';
import { pressOn, requestIdOf, stories, type Told, toldIn, wordsIn } from './stories.ts';
import { decisionOf, faultsIn } from './truths.ts';

/** A second, and what a busy machine adds that the press beside it does not show. */
const deadlineMs = 1_500;

type Answered = {
  readonly project: string;
  readonly told: Told;
  readonly words: string;
  readonly ms: number;
};

/**
 * How long the machine itself keeps people waiting: a press that goes the same way at the same time
 * and asks nothing of the lists.
 */
const besideLag = async <T>(
  world: World,
  looking: Press,
  work: Promise<T>,
): Promise<readonly [T, number]> => {
  let isOver = false;
  let worstMs = 0;
  const measuring = (async () => {
    while (!isOver) {
      const { ms } = await world.tenant.press(looking);
      worstMs = Math.max(worstMs, ms);
      await pause(100);
    }
  })();
  const result = await work;
  isOver = true;
  await measuring;
  return [result, worstMs];
};

const troubles = [
  { fault: 'latency', ms: 30_000, times: 100_000 },
  { fault: 'reset', times: 100_000 },
  { fault: '503', retryAfter: null, times: 100_000 },
] as const;

/** The lists take half a minute, or are not there: every press is answered in a second, and truly (P13). */
export const playSlowGraph = async (presses: number): Promise<Result> => {
  const [story] = stories;
  if (!story) throw new Error('no story');
  const world = await World.open({ name: 'slow', areas: 'many' });
  const answered: Answered[] = [];
  const wrong: string[] = [];
  try {
    const projects = await asked(world, story, presses);
    const picture = await world.eyes.look();
    const part = Math.ceil(presses / troubles.length);
    for (const [turn, trouble] of troubles.entries()) {
      await world.tenant.trouble(trouble);
      await eachOf(projects.slice(turn * part, (turn + 1) * part), 5, async (project) => {
        const press = pressOn(world, story, project, 0, picture, 0);
        const looking = { ...press, verb: 'refresh' };
        const [pressed, lagMs] = await besideLag(world, looking, world.tenant.press(press));
        const ms = Math.max(0, pressed.ms - lagMs);
        answered.push({ project, told: toldIn(pressed), words: wordsIn(pressed), ms });
      });
      await world.tenant.endTrouble();
    }
    const untrue = answered.filter((one) => one.told !== 'received' && one.told !== 'notStored');
    wrong.push(...untrue.map((one) => `${one.project} was told ${one.told}: ${one.words}`));
    // Whoever was told nothing final presses again when all is well, and then it is done.
    await eachOf(projects, 5, async (project) => {
      await world.tenant.press(pressOn(world, story, project, 0, picture, 0));
    });
    // What was told as received is on its way, for as long as the server was asked to keep away.
    const undecided = async () => {
      const seen = await world.eyes.look();
      return projects.filter((project) => !decisionOf(seen, requestIdOf(project, story.gate)));
    };
    await until(async () => (await undecided()).length === 0, 250);
    wrong.push(...(await settled(world, projects)));
    const lost = await undecided();
    const after = await world.eyes.look();
    wrong.push(...lost.map((project) => `${project} is lost`));
    wrong.push(...faultsIn(after, world.seeds.values()), ...(await cardFaults(world)));
    const late = answered.filter((one) => one.ms > deadlineMs);
    return {
      figures: [
        exactly('presses', answered.length, presses),
        exactly('answered after 1.5 s', late.length, 0),
        exactly('answered with what is not so', untrue.length, 0),
        atMost('slowest answer, ms', Math.max(...answered.map((one) => one.ms)), deadlineMs),
        exactly('lost or doubled afterwards', wrong.length - untrue.length, 0),
      ],
      faults: wrong,
    };
  } finally {
    await world.close();
  }
};
