import { createHash } from 'node:crypto';
import { chainFaultOf } from '#shared/domain/history.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Person } from '#shared/domain/person.ts';
import type { Picture } from '../worlds/processes/eyes.ts';
import { World } from '../worlds/processes/world.ts';
import {
  type Act,
  batchOf,
  inTurns,
  type Json,
  noFigures,
  type Plot,
  playRound,
  rehearse,
} from './killedActs.ts';
import { atLeast, exactly, type Result } from './play.ts';

/* What the plays of every kind have alike: how they are played, a press on a card, and what is looked at. */

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

type Pressed = {
  readonly name: string;
  readonly who: (world: World, project: string) => Person;
  /** Which of the messages to that person holds the card. */
  readonly isCard: (message: Message, project: string) => boolean;
  readonly verb: string;
  readonly data: (world: World, project: string) => Json;
  readonly isStored: (picture: Picture, project: string) => boolean;
};

/** A press on the card in somebody's own chat; Teams delivers it twice. */
export const pressed = ({ name, who, isCard, verb, data, isStored }: Pressed): Act => ({
  name,
  perform: async (world, project, at) => {
    if (at !== 0) return true;
    const person = who(world, project);
    const { messages } = await world.eyes.look();
    const card = messages.find(
      (one) => isCard(one, project) && one.to.type === 'person' && one.to.id === person.id,
    );
    if (!card?.activityId) return false;
    const { activityId } = card;
    await world.tenant.press({
      ...{ user: person.upn, activityId, verb, data: data(world, project), repeat: 2 },
    });
    return isStored(await world.eyes.look(), project);
  },
});

/**
 * Each event stands once in the history of its subject, and that holds together; `only`: the subject
 * has no other history.
 */
export const historyFault = (
  picture: Picture,
  subject: string,
  ids: readonly string[],
  only = false,
): string | null => {
  const history = picture.history
    .filter((line) => line.subject === subject)
    .sort((a, b) => a.seq - b.seq);
  const causes = history.map(({ cause }) => cause);
  const isWrong =
    ids.some((id) => causes.filter((cause) => cause === id).length !== 1) ||
    (only && causes.length !== ids.length);
  if (isWrong) return `history ${causes}`;
  return chainFaultOf(history, hashOf) ? 'the chain of its history is broken' : null;
};

/** What has not gone out; null when all has. */
export const unsentFault = (messages: readonly Message[]): string | null => {
  const waiting = messages.filter(({ state }) => state === 'queued' || state === 'sending');
  return waiting.length > 0 ? `not sent: ${waiting.length}` : null;
};

/** Whom each message is told, and of what: "visitAsk:leder-1". */
export const toldAs = (messages: readonly Message[]): readonly string[] =>
  messages.map(({ kind, to }) => `${kind}:${to.type === 'person' ? to.id : ''}`).sort();

/** A press that came twice left one event. */
export const doubledIn = (events: readonly { readonly cause: string }[]): readonly string[] =>
  new Set(events.map(({ cause }) => cause)).size === events.length
    ? []
    : ['a cause is there twice'];

type Played = {
  /** What was under way when servers died: "visits". */
  readonly name: string;
  readonly plot: Plot;
  readonly batch?: typeof batchOf;
  /** As many different places as have to be died at, where there are rounds enough. */
  readonly places?: number;
  /** What a thing must not be when it is over, beside undone and doubled. */
  readonly orElse: string;
  /** What is wrong after a round: of its projects, or of those of all rounds until now. */
  readonly faultsIn: (
    world: World,
    picture: Picture,
    of: { readonly projects: readonly string[]; readonly all: readonly string[] },
  ) => readonly string[] | Promise<readonly string[]>;
};

/** In every act of every round both servers die at chosen places, and all is sent twice. */
export const playKilled = async (
  { name, plot, batch = batchOf, places: wanted = 15, orElse, faultsIn }: Played,
  rounds: number,
  atOnce: number,
): Promise<Result> => {
  const world = await World.open({ name, areas: 'three', servers: 2 });
  const figures = noFigures();
  try {
    const [first] = await batch(world, 1);
    if (first === undefined) throw new Error('nothing to rehearse');
    const places = await rehearse(world, plot, first);
    const nextPoint = inTurns(places);
    const all = [first];
    for (let round = 0; round < rounds; round += 1) {
      const projects = await batch(world, atOnce);
      all.push(...projects);
      await playRound(world, plot, figures, { projects, nextPoint });
      figures.broken.push(...(await faultsIn(world, await world.eyes.look(), { projects, all })));
    }
    const cut = places.filter((points) => points.length > 0).length;
    return {
      figures: [
        exactly('acts that were cut off', cut, plot.acts.length),
        atLeast(
          'places where servers died',
          figures.places.size,
          Math.min(rounds * atOnce, wanted),
        ),
        atLeast(`${name} that were under way at a death`, figures.deaths, rounds * atOnce),
        exactly('acknowledged and lost', figures.lost.length, 0),
        exactly(`left undone, doubled or ${orElse}`, figures.broken.length, 0),
      ],
      faults: [...figures.lost, ...figures.broken],
    };
  } finally {
    await world.close();
  }
};
