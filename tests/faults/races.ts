import { until } from '../worlds/processes/processes.ts';
import type { Press, Pressed } from '../worlds/processes/tenantSide.ts';
import { World } from '../worlds/processes/world.ts';
import { asked, atLeast, exactly, type Result, settled } from './play.ts';
import { cardFaults } from './quiet.ts';
import type { Random } from './random.ts';
import { pressOn, requestIdOf, type Story, stories, toldIn, wordsIn } from './stories.ts';
import { decisionOf, faultsIn, statementsOf } from './truths.ts';

const forcedAtOnce = 3;

type Raced = { readonly press: Press; readonly pressed: Pressed };
type Tally = { races: number; wrong: string[]; forced: number };

const otherChoice = { outcome: 'stop', spread: false, rethink: false, comment: 'Det er for dyrt' };

const storyWith = (areas: Story['areas']): Story => {
  const found = stories.find((one) => one.areas === areas);
  if (!found) throw new Error('no story');
  return found;
};

/** Everybody presses at once, the others' servers and the forced 412s in between. */
const race = async (
  world: World,
  presses: readonly Press[],
  tally: Tally,
): Promise<readonly Raced[]> => {
  await world.tenant.trouble({ fault: '412', method: 'PATCH', times: forcedAtOnce });
  const raced = await Promise.all(
    presses.map(async (press) => ({ press, pressed: await world.tenant.press(press) })),
  );
  tally.races += 1;
  return raced;
};

/** One chef on phone and desktop: one answer counts, and both are shown which. */
const raceOne = async (
  world: World,
  story: Story,
  project: string,
  random: Random,
  tally: Tally,
) => {
  const picture = await world.eyes.look();
  const yes = pressOn(world, story, project, 0, picture, 0);
  const no: Press = { ...yes, data: { ...yes.data, ...otherChoice } };
  const presses = Array.from({ length: 2 + random.below(7) }, (_, at) =>
    at === 0 ? yes : at === 1 ? no : random.pick([yes, no]),
  );
  const raced = await race(world, presses, tally);
  const decision = decisionOf(await world.eyes.look(), requestIdOf(project, story.gate));
  for (const { press, pressed } of raced) {
    const won = press.data['outcome'] === decision?.outcome;
    const told = toldIn(pressed);
    // A promise is kept on the card; that it is, is looked at when all is quiet.
    if (told === 'received') continue;
    if (told !== (won ? 'stored' : 'late'))
      tally.wrong.push(`${project}: ${told}, won: ${won}, ${wordsIn(pressed)}`);
  }
};

/** Three chefs of the chefgruppe, some of them twice: each counts once, and the gate moves once. */
const raceAll = async (
  world: World,
  story: Story,
  project: string,
  random: Random,
  tally: Tally,
) => {
  const picture = await world.eyes.look();
  const presses = [0, 1, 2].flatMap((seat) =>
    Array.from({ length: 1 + random.below(2) }, () =>
      pressOn(world, story, project, seat, picture, 0),
    ),
  );
  const raced = await race(world, presses, tally);
  const id = requestIdOf(project, story.gate);
  // Who was promised an answer may still be on the way into the lists.
  const isDecided = async () => decisionOf(await world.eyes.look(), id) !== undefined;
  if (!(await until(isDecided))) tally.wrong.push(`${id}: three said yes, and nothing is decided`);
  const after = await world.eyes.look();
  const seats = statementsOf(after, id).map((statement) => statement.seat);
  if (seats.length !== 3 || new Set(seats).size !== 3) tally.wrong.push(`${id}: ${seats.join()}`);
  for (const { pressed } of raced) {
    const told = toldIn(pressed);
    if (!['stored', 'late', 'received'].includes(told))
      tally.wrong.push(`${id}: ${told}, ${wordsIn(pressed)}`);
  }
};

const runRaces = async (areas: Story['areas'], count: number, random: Random, tally: Tally) => {
  const story = storyWith(areas);
  const world = await World.open({ name: 'races', areas, servers: 2 });
  try {
    for (let done = 0; done < count; ) {
      const projects = await asked(world, story, Math.min(25, count - done));
      done += projects.length;
      for (const project of projects)
        await (areas === 'many' ? raceOne : raceAll)(world, story, project, random, tally);
      for (const { hits } of await world.tenant.troubles()) tally.forced += hits;
      await world.tenant.endTrouble();
      tally.wrong.push(...(await settled(world, projects)));
    }
    tally.wrong.push(...faultsIn(await world.eyes.look(), world.seeds.values()));
    tally.wrong.push(...(await cardFaults(world)));
  } finally {
    await world.close();
  }
};

/** Two to eight presses at the same moment on two servers, with forced 412s (R4). */
export const playRaces = async (races: number, random: Random): Promise<Result> => {
  const tally: Tally = { races: 0, wrong: [], forced: 0 };
  const half = Math.ceil(races / 2);
  await Promise.all([
    runRaces('many', half, random, tally),
    runRaces('three', races - half, random, tally),
  ]);
  return {
    figures: [
      exactly('races', tally.races, races),
      atLeast('forced 412s', tally.forced, Math.min(100, races)),
      exactly('wrong endings', tally.wrong.length, 0),
    ],
    faults: tally.wrong,
  };
};
