import { received } from '#shared/words/requests/cards.ts';
import type { Press, Pressed } from '../worlds/processes/tenantSide.ts';
import { World } from '../worlds/processes/world.ts';
import { asked, atLeast, eachOf, exactly, type Result, settled } from './play.ts';
import { cardFaults, quietFaults } from './quiet.ts';
import type { Random } from './random.ts';
import { pressOn, stories, toldIn, wordsIn } from './stories.ts';
import { faultsIn } from './truths.ts';

const [story] = stories;
const chunk = 100;

type Given = { readonly card: string; readonly isPromise: boolean };

/** What each delivery was answered; on a busy machine that may be a promise first. */
const answersIn = (pressed: Pressed): readonly Given[] =>
  pressed.deliveries.map(({ status, body }) => {
    const said = body as { value?: unknown; statusCode?: number } | undefined;
    const card = JSON.stringify([status, said?.statusCode, said?.value]);
    return { card, isPromise: card.includes(received.title) };
  });

type Tally = { deliveries: number; promises: number; different: string[]; untold: string[] };

const deliver = async (world: World, press: Press, first: string | null, tally: Tally) => {
  const pressed = await world.tenant.press(press);
  const answers = answersIn(pressed);
  const final = answers.filter((one) => !one.isPromise).map((one) => one.card);
  tally.deliveries += answers.length;
  tally.promises += answers.length - final.length;
  const wanted = first ?? final[0] ?? null;
  const id = String(press.data['requestId']);
  if (final.some((card) => card !== wanted)) tally.different.push(id);
  const told = toldIn(pressed);
  if (told !== 'stored' && told !== 'received')
    tally.untold.push(`${id}: ${told}, ${wordsIn(pressed)}`);
  return wanted;
};

/** Each press is delivered one to five times, at once and again after every server was killed (R2). */
export const playDuplicates = async (decisions: number, random: Random): Promise<Result> => {
  if (!story) throw new Error('no story');
  const world = await World.open({ name: 'duplicates', areas: 'many', servers: 2 });
  const tally: Tally = { deliveries: 0, promises: 0, different: [], untold: [] };
  try {
    const presses: { press: Press; first: string | null }[] = [];
    for (let done = 0; done < decisions; done += chunk) {
      const projects = await asked(world, story, Math.min(chunk, decisions - done));
      const picture = await world.eyes.look();
      await eachOf(projects, 8, async (project) => {
        const press = pressOn(world, story, project, 0, picture, 0);
        const repeat = 1 + random.below(5);
        const first = await deliver(world, { ...press, repeat }, null, tally);
        presses.push({ press, first });
      });
      const left = await settled(world, projects);
      if (left.length > 0) throw new Error(left.slice(0, 3).join('; '));
    }
    const faults = [...(await quietFaults(world, 2_000))];
    const before = await world.eyes.look();
    await eachOf(presses, 8, async ({ press, first }) => {
      await deliver(world, press, first, tally);
    });
    const after = await world.eyes.look();
    const rewritten = [...after.etags].filter(([row, tag]) => before.etags.get(row) !== tag);
    faults.push(...faultsIn(after, world.seeds.values()), ...(await cardFaults(world)));
    const ids = new Set(presses.map(({ press }) => String(press.data['requestId'])));
    const held = after.decisions.filter((decision) => ids.has(decision.id));
    return {
      figures: [
        exactly('decisions', held.length, decisions),
        atLeast('deliveries', tally.deliveries, decisions * 2),
        exactly('rows written by a press of long ago', rewritten.length, 0),
        exactly('duplicates with another answer', tally.different.length, 0),
        exactly('presses not told that they are stored', tally.untold.length, 0),
      ],
      faults: [...faults, ...tally.different, ...tally.untold],
    };
  } finally {
    await world.close();
  }
};
