import { createHash } from 'node:crypto';
import { chainFaultOf } from '#shared/domain/history.ts';
import type { Person } from '#shared/domain/person.ts';
import { findingsOf } from '#shared/domain/visits/findings.ts';
import { visitNowOf } from '#shared/domain/visits/now.ts';
import { projectIdOfGroup, type VisitEvent, visitIdOf } from '#shared/domain/visits/visit.ts';
import { inTurn } from '../worlds/processes/cast.ts';
import type { Picture } from '../worlds/processes/eyes.ts';
import { uuidOfProject } from '../worlds/processes/labels.ts';
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
  sent,
} from './killedActs.ts';
import { atLeast, exactly, type Result } from './play.ts';

/* DigiTek 360 on two real servers that are killed: planned, agreed, noted in by two devices, and chosen of. */

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** One visit for each project of the harness, under a key that names it. */
const visitOf = (project: string): string => visitIdOf(uuidOfProject(project));
const numberOf = (project: string): number => Number(project.slice(2));

const plannerOf = (world: World): Person => inTurn(world.cast.askers, 0);
const otherOf = (world: World): Person => inTurn(world.cast.leads, 0);
const lederOf = (world: World, project: string): Person =>
  inTurn(world.cast.owners, numberOf(project));

const rowsOf = (picture: Picture, project: string): readonly VisitEvent[] =>
  picture.visits.filter(({ visitId }) => visitId === visitOf(project));
const notesOf = (picture: Picture, project: string) =>
  rowsOf(picture, project).filter(({ kind }) => kind === 'noted');
const eventsOf = (picture: Picture, project: string) =>
  rowsOf(picture, project).filter(({ kind }) => kind !== 'noted');

const path = (project: string): string => `/api/visits/${visitOf(project)}`;

const moved = (
  name: string,
  body: (world: World, project: string) => Json,
  who: (world: World, project: string) => Person = plannerOf,
): Act => ({
  name,
  perform: (world, project, at) =>
    sent(world, who(world, project).upn, `${path(project)}/moves`, body(world, project), at),
});

/** How many each device has written, in its own order, before it was on the net again. */
const queued = 3;

const noteOf = (project: string, device: number, number: number): Json => ({
  key: `${uuidOfProject(project).slice(0, -4)}${device}00${number}`,
  ...{ number, text: `Set ${number} fra telefon ${device}`, group: 'Uro', picture: null },
  notedAt: `2026-11-30T08:0${number}:0${device}Z`,
});

/**
 * A device sends what it holds, in its order, and stops where nobody answers; whatever is taken is
 * sent to the other server too, as by a second tab.
 */
const noted: Act = {
  name: 'two devices send what they noted',
  perform: async (world, project, at) => {
    const who = at === 0 ? plannerOf(world) : otherOf(world);
    for (let number = 1; number <= queued; number += 1)
      for (const server of [at, 1 - at]) {
        const note = noteOf(project, at, number);
        if (!(await sent(world, who.upn, `${path(project)}/notes`, note, server))) return false;
      }
    return true;
  },
};

/** The leder's yes on the card in the chat; Teams delivers it twice. */
const agreed: Act = {
  name: 'the leder says yes on the card',
  perform: async (world, project, at) => {
    if (at !== 0) return true;
    const leder = lederOf(world, project);
    const { messages } = await world.eyes.look();
    const card = messages.find(
      ({ kind, visitId, to }) =>
        kind === 'visitAsk' &&
        visitId === visitOf(project) &&
        to.type === 'person' &&
        to.id === leder.id,
    );
    if (!card?.activityId) return false;
    const data = { visitId: visitOf(project), ask: 2, revision: 2, comment: '' };
    const { activityId } = card;
    await world.tenant.press({ user: leder.upn, activityId, verb: 'agreeVisit', data, repeat: 2 });
    return eventsOf(await world.eyes.look(), project).length >= 3;
  },
};

const days = {
  ...{ expectations: '2026-11-23', introduction: null, practice: '2026-11-27' },
  ...{ overview: null, selection: null, startup: null },
};

const acts: readonly Act[] = [
  moved('planned', (world, project) => ({
    ...{ type: 'planned', revision: 0 },
    terms: {
      ...{ area: inTurn(world.cast.chefs, numberOf(project)).area, unit: `Enhed ${project}`, days },
      ...{ lederId: lederOf(world, project).id, employees: 12, chosen: 2 },
      consultantIds: [plannerOf(world).id, otherOf(world).id],
    },
  })),
  moved('the leder is asked', () => ({ type: 'asked', revision: 1 })),
  agreed,
  moved('a step is held', () => ({
    ...{ type: 'stepped', step: 'practice', seen: 0, day: '2026-11-27', done: true },
  })),
  noted,
  moved('a group is chosen', () => ({
    ...{ type: 'valued', group: 'Uro', seen: 0, name: 'Uro sidst på dagen', value: 'high' },
    ...{ effort: 'low', isChosen: true, comment: '' },
  })),
  moved('it becomes an idea', () => ({ type: 'becameIdea', group: 'Uro sidst på dagen' })),
];

/** The act that leaves notes, which are not numbered. */
const notingAct = acts.indexOf(noted);
const kinds = ['planned', 'asked', 'answered', 'stepped', 'valued', 'becameIdea'];

/** How many acts are whole, by what is there: the notes of both devices are one. */
const actsIn = (picture: Picture, project: string): number => {
  const events = eventsOf(picture, project).length;
  if (events < notingAct) return events;
  return notesOf(picture, project).length === 2 * queued ? events + 1 : notingAct;
};

const notesFault = (world: World, picture: Picture, project: string, count: number) => {
  const notes = notesOf(picture, project);
  const due = count > notingAct ? 2 * queued : 0;
  if (notes.length !== due) return `${notes.length} notes`;
  if (due === 0) return null;
  for (const { id } of [plannerOf(world), otherOf(world)]) {
    const own = notes.filter(({ byId }) => byId === id).map(({ seq }) => seq);
    if (own.join() !== '1,2,3') return `in the list as ${own}`;
  }
  const now = visitNowOf(visitOf(project), eventsOf(picture, project));
  const shown = findingsOf(now, notes).notes.map(({ text }) => text);
  const wanted = [1, 2, 3].flatMap((number) =>
    [0, 1].map((device) => `Set ${number} fra telefon ${device}`),
  );
  return shown.join() === wanted.join() ? null : `shown as ${shown}`;
};

const ideaFault = (picture: Picture, project: string, count: number): string | null => {
  const become = eventsOf(picture, project).find(({ kind }) => kind === 'becameIdea');
  const ideas = picture.projects.filter(({ id }) => id.includes(uuidOfProject(project)));
  if (count < acts.length) return ideas.length === 0 ? null : 'an idea before its time';
  const id = become && projectIdOfGroup(visitOf(project), become.seq);
  return ideas.map((idea) => idea.id).join() === id ? null : `ideas ${ideas.length}`;
};

const historyFault = (picture: Picture, project: string): string | null => {
  const history = picture.history
    .filter(({ subject }) => subject === `visit:${visitOf(project)}`)
    .sort((a, b) => a.seq - b.seq);
  const causes = history.map(({ cause }) => cause).sort();
  const due = eventsOf(picture, project)
    .map(({ id }) => id)
    .sort();
  if (causes.join() !== due.join()) return `history ${causes}`;
  return chainFaultOf(history, hashOf) ? 'the chain of its history is broken' : null;
};

const toldFault = (world: World, picture: Picture, project: string, count: number) => {
  const messages = picture.messages.filter(({ visitId }) => visitId === visitOf(project));
  const told = messages.map(({ kind, to }) => `${kind}:${to.type === 'person' ? to.id : ''}`);
  const due = [
    ...(count >= 2 ? [`visitAsk:${lederOf(world, project).id}`] : []),
    ...(count >= 3 ? [plannerOf(world), otherOf(world)].map(({ id }) => `visitTold:${id}`) : []),
  ];
  if (told.sort().join() !== due.sort().join()) return `told ${told}`;
  const waiting = messages.filter(({ state }) => state === 'queued' || state === 'sending');
  return waiting.length > 0 ? `not sent: ${waiting.length}` : null;
};

const leftOf: Plot['leftOf'] = (world, picture, project, count) => {
  const numbered = count > notingAct ? count - 1 : count;
  const events = eventsOf(picture, project);
  const found = events.map(({ kind }) => kind).join();
  if (found !== kinds.slice(0, numbered).join()) return `events ${found}`;
  return (
    notesFault(world, picture, project, count) ??
    ideaFault(picture, project, count) ??
    historyFault(picture, project) ??
    toldFault(world, picture, project, count)
  );
};

const plot: Plot = { acts, eventsIn: actsIn, leftOf };

/**
 * Visits are planned, agreed on a card, noted in by two devices that send what they held, and chosen
 * of; in every act the servers die at chosen places, and all is sent twice (R1, R2).
 */
export const playVisits = async (rounds: number, atOnce: number): Promise<Result> => {
  const world = await World.open({ name: 'visits', areas: 'three', servers: 2 });
  const figures = noFigures();
  try {
    const [first] = await batchOf(world, 1);
    if (first === undefined) throw new Error('nothing to rehearse');
    const places = await rehearse(world, plot, first);
    const nextPoint = inTurns(places);
    for (let round = 0; round < rounds; round += 1) {
      const projects = await batchOf(world, atOnce);
      await playRound(world, plot, figures, { projects, nextPoint });
      const { visits } = await world.eyes.look();
      const causes = visits.map(({ cause }) => cause);
      if (new Set(causes).size !== causes.length) figures.broken.push('a cause is there twice');
    }
    const cut = places.filter((points) => points.length > 0).length;
    return {
      figures: [
        exactly('acts that were cut off', cut, acts.length),
        atLeast('places where servers died', figures.places.size, Math.min(rounds * atOnce, 15)),
        atLeast('visits that were under way at a death', figures.deaths, rounds * atOnce),
        exactly('acknowledged and lost', figures.lost.length, 0),
        exactly('left undone, doubled or out of order', figures.broken.length, 0),
      ],
      faults: [...figures.lost, ...figures.broken],
    };
  } finally {
    await world.close();
  }
};
