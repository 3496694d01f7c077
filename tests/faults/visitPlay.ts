import type { Person } from '#shared/domain/person.ts';
import { findingsOf } from '#shared/domain/visits/findings.ts';
import { visitNowOf } from '#shared/domain/visits/now.ts';
import { projectIdOfGroup, type VisitEvent, visitIdOf } from '#shared/domain/visits/visit.ts';
import { inTurn } from '../worlds/processes/cast.ts';
import type { Picture } from '../worlds/processes/eyes.ts';
import { uuidOfProject } from '../worlds/processes/labels.ts';
import type { World } from '../worlds/processes/world.ts';
import { type Act, type Json, type Plot, sent } from './killedActs.ts';
import { doubledIn, historyFault, playKilled, pressed, toldAs, unsentFault } from './killedPlay.ts';
import type { Result } from './play.ts';

/* DigiTek 360 on two real servers that are killed: planned, agreed, noted in by two devices, and chosen of. */

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

const agreed = pressed({
  ...{ name: 'the leder says yes on the card', who: lederOf, verb: 'agreeVisit' },
  isCard: ({ kind, visitId }, project) => kind === 'visitAsk' && visitId === visitOf(project),
  data: (_, project) => ({ visitId: visitOf(project), ask: 2, revision: 2, comment: '' }),
  isStored: (picture, project) => eventsOf(picture, project).length >= 3,
});

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

const toldFault = (world: World, picture: Picture, project: string, count: number) => {
  const messages = picture.messages.filter(({ visitId }) => visitId === visitOf(project));
  const told = toldAs(messages);
  const due = [
    ...(count >= 2 ? [`visitAsk:${lederOf(world, project).id}`] : []),
    ...(count >= 3 ? [plannerOf(world), otherOf(world)].map(({ id }) => `visitTold:${id}`) : []),
  ];
  return told.join() === due.sort().join() ? unsentFault(messages) : `told ${told}`;
};

const leftOf: Plot['leftOf'] = (world, picture, project, count) => {
  const numbered = count > notingAct ? count - 1 : count;
  const events = eventsOf(picture, project);
  const found = events.map(({ kind }) => kind).join();
  if (found !== kinds.slice(0, numbered).join()) return `events ${found}`;
  const ids = events.map(({ id }) => id);
  return (
    notesFault(world, picture, project, count) ??
    ideaFault(picture, project, count) ??
    historyFault(picture, `visit:${visitOf(project)}`, ids, true) ??
    toldFault(world, picture, project, count)
  );
};

const plot: Plot = { acts, eventsIn: actsIn, leftOf };

/**
 * Visits are planned, agreed on a card, noted in by two devices that send what they held, and chosen
 * of; in every act the servers die at chosen places, and all is sent twice (R1, R2).
 */
export const playVisits = (rounds: number, atOnce: number): Promise<Result> =>
  playKilled(
    {
      ...{ name: 'visits', plot, orElse: 'out of order' },
      faultsIn: (_, { visits }) => doubledIn(visits),
    },
    rounds,
    atOnce,
  );
