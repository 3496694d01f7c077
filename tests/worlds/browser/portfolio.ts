import type { ProjectReply, RequestReply } from '#shared/contract/api.ts';
import type { Gate as AnyGate } from '#shared/domain/gates.ts';
import { stepsBefore } from '#shared/domain/steps.ts';
import type { World } from './world.ts';

const consultant = 'konsulent';

/** The gates of DigiTek's own projects. */
type Gate = Exclude<AnyGate, 'funding'>;

type Wanted = {
  readonly title: string;
  readonly leadArea?: 'social' | 'sundhed' | 'omsorg';
  /** Whole kroner from each pool; none is a request without money. */
  readonly shares?: Readonly<Record<string, number>>;
  readonly verySmall?: boolean;
  /** It costs nothing to run. */
  readonly isFree?: boolean;
};

export const idOf = async (world: World, alias: string): Promise<string> => {
  const people = await world.local<{ upn: string; id: string }[]>('people');
  const person = people.find(({ upn }) => upn.startsWith(`${alias}@`));
  if (!person) throw new Error(`Nobody is called ${alias}.`);
  return person.id;
};

/** All that a gate asks for, but the steps. */
const factsOf = async (world: World, wanted: Wanted) => {
  const shares = Object.entries(wanted.shares ?? {}).map(([pool, kr]) => ({
    pool,
    ore: kr * 100,
  }));
  return {
    purpose: 'Borgerne får hjælp, når de har brug for den.',
    leadArea: wanted.leadArea ?? 'omsorg',
    ownerId: await idOf(world, 'nattevagten'),
    leadId: await idOf(world, 'digitek1'),
    askOre: shares.reduce((sum, share) => sum + share.ore, 0),
    shares,
    runningCostsOre: Array.from({ length: 4 }, () => (wanted.isFree ? 0 : 100_00)),
    operationPayer: 'Områdets driftsbudget',
    verySmall: wanted.verySmall ?? false,
    ...{ efficiency: 2, quality: 2, wellbeing: 2, riskCategory: 2 },
    recommendedPriority: 'medium',
    recommendationWhy: 'Andre har gode erfaringer.',
  };
};

const tick = async (world: World, id: string, gate: Gate): Promise<void> => {
  for (const code of stepsBefore(gate))
    await world.api(consultant, 'PUT', `/api/projects/${id}/steps/${code}`, {
      done: true,
      link: 'https://viborg.sharepoint.example/sites/digitek/Documents/papir.docx',
      version: 'version 1',
      minutes: 3,
      // What the team writes down of others' words says how it was said.
      note: 'Sagt på mødet',
    });
};

/** Sends the gate and says the request's id. */
export const send = async (world: World, id: string, gate: Gate): Promise<string> => {
  const sent = await world.api<RequestReply>(consultant, 'POST', `/api/projects/${id}/requests`, {
    gate,
  });
  return sent.view.request.id;
};

const forward = { gate1: 'investigate', gate2: 'trial', gate3: 'operate' } as const;

/** A project that stands ready before a gate, made and moved there as people would. */
export const readyAt = async (world: World, gate: Gate, wanted: Wanted): Promise<string> => {
  const facts = await factsOf(world, wanted);
  const { project } = await world.api<ProjectReply>(consultant, 'POST', '/api/projects', {
    title: wanted.title,
    ...facts,
  });
  const { id } = project;
  await change(world, id, { status: 'active' });
  const free = { shares: [], askOre: 0 };
  const paid = { shares: facts.shares, askOre: facts.askOre };
  for (const before of ['gate1', 'gate2'] as const) {
    if (before === gate) break;
    await change(world, id, {
      ...free,
      recommendedPriority: 'medium',
      recommendedOutcome: forward[before],
    });
    await tick(world, id, before);
    const requestId = await send(world, id, before);
    await world.api(`chef.${facts.leadArea}`, 'POST', `/api/requests/${requestId}/answer`, {
      outcome: forward[before],
    });
    await arrive(world, id, before === 'gate1' ? 'investigation' : 'trial');
    await followed(world, requestId);
  }
  const recommended = { recommendedPriority: 'medium', recommendationWhy: 'Det virker.' };
  await change(world, id, { ...paid, ...recommended, recommendedOutcome: forward[gate] });
  await tick(world, id, gate);
  return id;
};

/** Changes a project as its page does: on the revision that was read. */
export const change = async (world: World, id: string, changes: object): Promise<void> => {
  const { revision } = await pageOf(world, id);
  await world.api(consultant, 'PATCH', `/api/projects/${id}`, { revision, changes });
};

export const pageOf = (world: World, id: string): Promise<ProjectReply> =>
  world.api<ProjectReply>(consultant, 'GET', `/api/projects/${id}`);

const arrive = async (world: World, id: string, phase: string): Promise<void> => {
  await until(async () => (await pageOf(world, id)).project.phase === phase);
};

/** All that follows from a decision is done: its request is closed last, and no gate is sent before. */
export const followed = async (world: World, requestId: string): Promise<void> => {
  await until(async () => Boolean((await world.graph.row('Requests', requestId))['ClosedAt']));
};

/** Asks again until it is so; a consequence follows its decision within a moment. */
export const until = async (isSo: () => Promise<boolean>, longestMs = 120_000): Promise<void> => {
  const end = performance.now() + longestMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('It did not come to be.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
