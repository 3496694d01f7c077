import { asked, atMost, eachOf, exactly, type Result, settled } from './play.ts';
import { pause } from './processes.ts';
import { cardFaults } from './quiet.ts';
import { pressOn, requestIdOf, stories, type Told, toldIn } from './stories.ts';
import { decisionOf, faultsIn } from './truths.ts';
import { World } from './world.ts';

const deadlineMs = 3_000;

type Answered = { readonly project: string; readonly told: Told; readonly ms: number };

/** How long the machine itself keeps people waiting: a call that asks nothing of the server. */
const besideLag = async <T>(world: World, work: Promise<T>): Promise<readonly [T, number]> => {
  let isOver = false;
  let worstMs = 0;
  const measuring = (async () => {
    while (!isOver) {
      const began = performance.now();
      await world.tenant.get('clock');
      worstMs = Math.max(worstMs, performance.now() - began);
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

/** The lists take half a minute, or are not there: every press is answered in time, and truly (P13). */
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
        const [pressed, lagMs] = await besideLag(world, world.tenant.press(press));
        answered.push({ project, told: toldIn(pressed), ms: Math.max(0, pressed.ms - lagMs) });
      });
      await world.tenant.endTrouble();
    }
    const untrue = answered.filter((one) => one.told !== 'received' && one.told !== 'notStored');
    wrong.push(...untrue.map((one) => `${one.project} was told ${one.told}`));
    // Whoever was told nothing final presses again when all is well, and then it is done.
    await eachOf(projects, 5, async (project) => {
      await world.tenant.press(pressOn(world, story, project, 0, picture, 0));
    });
    wrong.push(...(await settled(world, projects)));
    const after = await world.eyes.look();
    const lost = projects.filter((project) => !decisionOf(after, requestIdOf(project, story.gate)));
    wrong.push(...lost.map((project) => `${project} is lost`));
    wrong.push(...faultsIn(after, world.seeds.values()), ...(await cardFaults(world)));
    const late = answered.filter((one) => one.ms > deadlineMs);
    return {
      figures: [
        exactly('presses', answered.length, presses),
        exactly('answered after 3 s', late.length, 0),
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
