import { type ChainColumn, linkIn } from '#shared/domain/chain/chain.ts';
import { type ChainGiven, causeOfEdit, chainNowOf } from '#shared/domain/chain/edit.ts';
import type { Person } from '#shared/domain/person.ts';
import { faultIn, saidBy, uuidOf } from '../builders/chain.ts';
import type { Picture } from '../worlds/processes/eyes.ts';
import type { World } from '../worlds/processes/world.ts';
import type { Act, Plot } from './killedActs.ts';
import { doubledIn, playKilled } from './killedPlay.ts';
import type { Result } from './play.ts';

/* Two people edit one chain, each at a server of their own, both of which are killed. */

const personOf = (world: World, project: string, at: number): Person => {
  const seed = world.seeds.get(project);
  const id = at === 0 ? seed?.leadId : seed?.ownerId;
  const person = world.cast.rows.find((one) => one.id === id);
  if (!person) throw new Error(`Nobody edits ${project}.`);
  return person;
};

const added = (number: number, column: ChainColumn, from: readonly number[] = []): ChainGiven => ({
  type: 'added',
  link: { id: uuidOf(number), column, text: `Led ${number}` },
  edges: from.map((one) => ({ from: uuidOf(one), to: uuidOf(number) })),
});
const joined = (from: number, to: number): ChainGiven => ({
  type: 'joined',
  edge: { from: uuidOf(from), to: uuidOf(to) },
});
const written = (number: number, text: string): ChainGiven => ({
  ...{ type: 'written', id: uuidOf(number), text, seen: [] },
});

type Pair = {
  readonly name: string;
  readonly edits: readonly [ChainGiven, ChainGiven];
  /** How many of the two must be saved; of the rest each may be refused by what the other did. */
  readonly saved: 1 | 2;
};

/** What both do at once, the lead at one server and the owner at the other. */
const pairs: readonly Pair[] = [
  { name: 'both begin', edits: [added(1, 'result'), added(2, 'result')], saved: 2 },
  { name: 'each ties to the other: a ring', edits: [joined(1, 2), joined(2, 1)], saved: 1 },
  {
    name: 'each goes on with it',
    edits: [added(3, 'benefit', [1]), added(4, 'ability')],
    saved: 2,
  },
  {
    name: 'both write the same link',
    edits: [written(1, 'Færre afbud'), written(1, 'Flere fremmøder')],
    saved: 2,
  },
  {
    name: 'one is moved while it is tied',
    edits: [{ type: 'moved', id: uuidOf(4), column: 'purpose' }, joined(4, 2)],
    saved: 1,
  },
  {
    name: 'one is deleted while it is written on',
    edits: [{ type: 'removed', id: uuidOf(3) }, written(3, 'Timer')],
    saved: 1,
  },
];

const keyOf = (act: number, at: number): string => uuidOf(1_000 + act * 2 + at);

/** The chain has gone on in the other's way: the editor was told, and nothing is saved. */
const lateTypes = ['cycle', 'backwards', 'gone', 'loose', 'sameColumn'];

const answered = async (
  world: World,
  project: string,
  act: number,
  at: number,
  server: number,
): Promise<boolean> => {
  const given = pairs[act]?.edits[at];
  const user = personOf(world, project, at).upn;
  try {
    const path = `/api/projects/${project}/chain`;
    const body = { key: keyOf(act, at), seen: 0, given };
    const reply = await world.api(user, 'POST', path, body, server);
    if (reply.status === 200) return true;
    const { error } = (await reply.json()) as { error?: { code?: string } };
    return lateTypes.includes(error?.code ?? '');
  } catch {
    // The server died under it: nobody was told anything.
    return false;
  }
};

const acts: readonly Act[] = pairs.map(({ name }, act) => ({
  name,
  // Sent again to the other server: the same edit, however often it comes.
  perform: async (world, project, at) =>
    (await answered(world, project, act, at, at)) &&
    (await answered(world, project, act, at, 1 - at)),
}));

const eventsOf = (picture: Picture, project: string) =>
  picture.chainEdits.filter(({ projectId }) => projectId === project);

const savedOf = (picture: Picture, project: string, act: number): number => {
  const causes = eventsOf(picture, project).map(({ cause }) => cause);
  return [0, 1].filter((at) => causes.includes(causeOfEdit(project, keyOf(act, at)))).length;
};

/** How many acts are whole, one after the other. */
const actsIn = (picture: Picture, project: string): number => {
  const open = pairs.findIndex(({ saved }, act) => savedOf(picture, project, act) < saved);
  return open < 0 ? pairs.length : open;
};

const nowOf = (picture: Picture, project: string) =>
  chainNowOf(project, eventsOf(picture, project));

const leftOf: Plot['leftOf'] = (_, picture, project, count) => {
  const events = eventsOf(picture, project);
  if (actsIn(picture, project) < count) return `acts ${actsIn(picture, project)}`;
  if (doubledIn(events).length > 0) return 'an edit is there twice';
  const now = nowOf(picture, project);
  if (now.revision !== events.length) return `numbers ${events.map(({ seq }) => seq)}`;
  const fault = faultIn(now.chain);
  if (fault !== '') return fault;
  if (count < 4) return null;
  const texts = linkIn(now.chain, uuidOf(1))?.texts.map(({ value }) => value) ?? [];
  return ['Færre afbud', 'Flere fremmøder'].every((text) => texts.includes(text))
    ? null
    : `texts ${texts}`;
};

const plot: Plot = { acts, eventsIn: actsIn, leftOf };

/** What each server shows of a chain, when nobody edits it any more. */
const shownDiffers = async (world: World, picture: Picture, project: string): Promise<boolean> => {
  const wanted = JSON.stringify(saidBy(nowOf(picture, project).chain));
  for (const at of world.servers.keys()) {
    const path = `/api/projects/${project}/chain`;
    const user = personOf(world, project, 0).upn;
    let shown = '';
    // A look at a chain asks the list for what is newer, and shows it at the next look.
    for (let looks = 0; looks < 40 && shown !== wanted; looks += 1) {
      const reply = await world.api(user, 'GET', path, undefined, at);
      shown = JSON.stringify(saidBy((await reply.json()) as Parameters<typeof saidBy>[0]));
      if (shown !== wanted) await new Promise((resolve) => setTimeout(resolve, 250));
    }
    if (shown !== wanted) return true;
  }
  return false;
};

/**
 * Two people edit a chain at once, also against each other, at two servers that die at chosen places
 * in every act; each edit is sent to both (R1, R2, R4).
 */
export const playChains = (rounds: number, atOnce: number): Promise<Result> =>
  playKilled(
    {
      ...{ name: 'chains', plot, places: 8, orElse: 'loose, in a ring or shown otherwise' },
      faultsIn: async (world, picture, { projects }) => {
        const faults: string[] = [];
        for (const project of projects)
          if (await shownDiffers(world, picture, project))
            faults.push(`${project}: a server shows another chain`);
        return faults;
      },
    },
    rounds,
    atOnce,
  );
