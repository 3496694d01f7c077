import { createHash } from 'node:crypto';
import { textOf } from '#shared/domain/chain/chain.ts';
import { type ChainGiven, chainNowOf } from '#shared/domain/chain/edit.ts';
import { chainFaultOf } from '#shared/domain/history.ts';
import { isNote, noDays, visitIdOf } from '#shared/domain/visits/visit.ts';
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
  sent,
} from './killedActs.ts';
import { atLeast, exactly, type Result } from './play.ts';

/* A DigiTek 360 whose group belongs to a project, and that project's effect chain, on servers that are killed. */

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A UUID of a project and a number, the same whenever it is asked for. */
const uuidOf = (project: string, number: number): string => {
  const hex = hashOf(`${project} ${number}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const visitOf = (project: string): string => visitIdOf(uuidOf(project, 0));
// What a write says its project by is its name: here the group is called after it.
const groupOf = (project: string): string => `Uro ${project}`;

const seedOf = (world: World, project: string) => {
  const seed = world.seeds.get(project);
  if (!seed) throw new Error(`Nobody made ${project}.`);
  return seed;
};

const consultantOf = (world: World): string => {
  const [one] = world.cast.askers;
  if (!one) throw new Error('No consultant.');
  return one.upn;
};

const leadOf = (world: World, project: string): string => {
  const { leadId } = seedOf(world, project);
  const lead = world.cast.rows.find(({ id }) => id === leadId);
  if (!lead) throw new Error('The lead is not in the cast.');
  return lead.upn;
};

const onVisit = (name: string, body: (world: World, project: string) => Json): Act => ({
  name,
  perform: (world, project, at) =>
    sent(
      world,
      consultantOf(world),
      `/api/visits/${visitOf(project)}/moves`,
      body(world, project),
      at,
    ),
});

const onChain = (name: string, number: number, given: (project: string) => ChainGiven): Act => ({
  name,
  perform: (world, project, at) =>
    sent(
      world,
      leadOf(world, project),
      `/api/projects/${project}/chain`,
      { key: uuidOf(project, number), given: given(project) },
      at,
    ),
});

const [first, second] = [11, 12];

const visitActs: readonly Act[] = [
  onVisit('a visit is planned', (world, project) => {
    const { leadArea, ownerId } = seedOf(world, project);
    const terms = {
      ...{ area: leadArea, unit: `Enhed ${project}`, lederId: ownerId, employees: 20 },
      ...{ chosen: 2, consultantIds: [], days: noDays },
    };
    return { type: 'planned', revision: 0, terms };
  }),
  {
    name: 'something is noted',
    perform: (world, project, at) =>
      sent(
        world,
        consultantOf(world),
        `/api/visits/${visitOf(project)}/notes`,
        {
          ...{ key: uuidOf(project, 1), number: 1, text: 'Telefonen ringer', picture: null },
          ...{ group: groupOf(project), notedAt: '2026-09-07T08:00:00Z' },
        },
        at,
      ),
  },
  onVisit('the group is chosen', (_, project) => ({
    ...{ type: 'valued', group: groupOf(project), seen: 0, name: groupOf(project) },
    ...{ value: 'high', effort: 'low', isChosen: true, comment: '' },
  })),
  onVisit('the group belongs to the project', (_, project) => ({
    ...{ type: 'becameIdea', group: groupOf(project), projectId: project },
  })),
];

const chainActs: readonly Act[] = [
  onChain('a link is made', 21, (project) => ({
    ...{ type: 'added', edges: [] },
    link: { id: uuidOf(project, first), column: 'situation', text: 'Kø' },
  })),
  onChain('another is made after it', 22, (project) => ({
    type: 'added',
    link: { id: uuidOf(project, second), column: 'deliverable', text: 'Selvbooking' },
    edges: [{ from: uuidOf(project, first), to: uuidOf(project, second) }],
  })),
  onChain('the first is written anew', 23, (project) => ({
    ...{ type: 'written', id: uuidOf(project, first), text: 'Kø hver morgen' },
    seen: [uuidOf(project, 21)],
  })),
  onChain('the second is taken back', 24, (project) => ({
    ...{ type: 'undone', of: uuidOf(project, 22) },
  })),
];

const acts = [...visitActs, ...chainActs];
const visitKinds = ['planned', 'noted', 'valued', 'becameIdea'];
const chainKinds = ['added', 'added', 'written', 'undone'];
/** What the chain says after so many edits. */
const chainTexts = ['', 'Kø', 'Kø|Selvbooking', 'Kø hver morgen|Selvbooking', 'Kø hver morgen'];

const visitRows = (picture: Picture, project: string) =>
  picture.visits.filter(({ visitId }) => visitId === visitOf(project));
const edits = (picture: Picture, project: string) =>
  picture.chainEdits.filter(({ projectId }) => projectId === project).sort((a, b) => a.seq - b.seq);

const eventsIn = (picture: Picture, project: string): number =>
  visitRows(picture, project).length + edits(picture, project).length;

const visitFault = (picture: Picture, project: string, count: number): string | null => {
  const rows = visitRows(picture, project);
  const found = rows.map(({ kind }) => kind).sort();
  const wanted = visitKinds.slice(0, count).sort();
  if (found.join() !== wanted.join()) return `visit ${found}`;
  const subject = `visit:${visitOf(project)}`;
  const history = picture.history
    .filter((one) => one.subject === subject)
    .sort((a, b) => a.seq - b.seq);
  const ids = rows.filter((row) => !isNote(row)).map(({ id }) => id);
  const causes = history.map(({ cause }) => cause);
  const wrong = ids.filter((id) => causes.filter((cause) => cause === id).length !== 1);
  if (wrong.length > 0) return `history ${wrong}`;
  if (chainFaultOf(history, hashOf)) return 'the chain of its history is broken';
  return picture.projects.some(({ title }) => title === groupOf(project))
    ? 'an idea was made beside the project'
    : null;
};

const chainFault = (picture: Picture, project: string, count: number): string | null => {
  const events = edits(picture, project);
  const found = events.map(({ kind }) => kind).join();
  if (found !== chainKinds.slice(0, count).join()) return `edits ${found}`;
  const said = chainNowOf(project, events).chain.links.map(textOf).join('|');
  return said === chainTexts[count] ? null : `the chain says ${said}`;
};

const leftOf: Plot['leftOf'] = (_, picture, project, count) =>
  visitFault(picture, project, Math.min(count, visitKinds.length)) ??
  chainFault(picture, project, Math.max(0, count - visitKinds.length));

const plot: Plot = { acts, eventsIn, leftOf };

/** Visits and chains: in every act the servers die at chosen places, and all is sent twice, at both (R1, R2, R4). */
export const playToolbox = async (rounds: number, atOnce: number): Promise<Result> => {
  const world = await World.open({ name: 'toolbox', areas: 'three', servers: 2 });
  const figures = noFigures();
  try {
    const [one] = await batchOf(world, 1);
    if (one === undefined) throw new Error('nothing to rehearse');
    const places = await rehearse(world, plot, one);
    const nextPoint = inTurns(places);
    for (let round = 0; round < rounds; round += 1) {
      const projects = await batchOf(world, atOnce);
      await playRound(world, plot, figures, { projects, nextPoint });
      const { visits, chainEdits } = await world.eyes.look();
      const causes = [...visits, ...chainEdits].map(({ cause }) => cause);
      if (new Set(causes).size !== causes.length) figures.broken.push('a cause is there twice');
    }
    const cut = places.filter((points) => points.length > 0).length;
    return {
      figures: [
        exactly('acts that were cut off', cut, acts.length),
        atLeast('places where servers died', figures.places.size, Math.min(rounds * atOnce, 12)),
        atLeast('matters that were under way at a death', figures.deaths, rounds * atOnce),
        exactly('acknowledged and lost', figures.lost.length, 0),
        exactly('left undone, doubled or untrue', figures.broken.length, 0),
      ],
      faults: [...figures.lost, ...figures.broken],
    };
  } finally {
    await world.close();
  }
};
