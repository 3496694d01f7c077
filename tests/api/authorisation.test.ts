import { describe, expect, it } from 'vitest';
import { type Action, may } from '#shared/domain/permissions.ts';
import { actorOf } from '#shared/useCases/people.ts';
import { type ApiWorld, anApiWorld, idOf, Untouched } from '../worlds/api/apiWorld.ts';

const actors = [
  'chef-omsorg',
  'chef-social',
  'consultant',
  'digitek',
  'owner',
  'lead',
  'leder',
  'communications',
  'direktor',
  'nobody',
] as const;

const states = ['unsent', 'open', 'atMeeting', 'ended'] as const;
type State = (typeof states)[number];

type Call = {
  readonly action: Action;
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
};

const request = '/api/requests/p1-gate1-1';
const step = (code: string): string => `/api/projects/p1/steps/${code}`;

/** Every call that somebody may be refused, with the right it rests on. */
const calls: readonly Call[] = [
  { action: 'seePortfolio', method: 'GET', url: '/api/board' },
  { action: 'seePortfolio', method: 'GET', url: '/api/projects/p1' },
  { action: 'seePortfolio', method: 'GET', url: '/api/projects/p1/history' },
  { action: 'seeSetAside', method: 'GET', url: '/api/aside' },
  { action: 'createIdea', method: 'POST', url: '/api/projects', body: { title: 'Ny' } },
  {
    action: 'editProject',
    method: 'PATCH',
    url: '/api/projects/p1',
    body: { revision: '*', changes: { nextStep: 'Møde' } },
  },
  { action: 'editProject', method: 'PUT', url: step('ideaChecklist'), body: { done: false } },
  {
    action: 'sendRequest',
    method: 'POST',
    url: '/api/projects/p1/requests',
    body: { gate: 'gate1' },
  },
  {
    action: 'replyToQuestion',
    method: 'POST',
    url: `${request}/reply`,
    body: { question: 'q', comment: 'Svar' },
  },
  {
    action: 'withdrawRequest',
    method: 'POST',
    url: `${request}/withdraw`,
    body: { comment: 'Fortrudt' },
  },
  {
    action: 'rerouteRequest',
    method: 'POST',
    url: `${request}/reroute`,
    body: { to: 'social', comment: 'Deres' },
  },
  { action: 'putOnAgenda', method: 'POST', url: `${request}/agenda`, body: {} },
  {
    action: 'recordMeetingDecision',
    method: 'POST',
    url: `${request}/meeting`,
    body: { outcome: 'investigate' },
  },
];

const worldIn = async (state: State): Promise<ApiWorld> => {
  const world = anApiWorld(
    state === 'atMeeting' ? { shares: [{ pool: 'common', ore: 85_000_00 }] } : {},
  );
  if (state === 'unsent') return world;
  await world.call('POST', '/api/projects/p1/requests', { as: 'lead', body: { gate: 'gate1' } });
  if (state === 'atMeeting')
    await world.call('POST', `${request}/agenda`, { as: 'consultant', body: {} });
  if (state === 'ended')
    await world.call('POST', `${request}/answer`, {
      as: 'chef-omsorg',
      body: { outcome: 'investigate' },
    });
  return world;
};

const untouched = new Untouched(worldIn);

const needsRequest = (call: Call): boolean => call.url.startsWith(request);

const cells = states.flatMap((state) =>
  actors.flatMap((name) => calls.map((call) => ({ state, name, call }))),
);

describe('who may do what', () => {
  it.each(cells)('$name, $call.method $call.url, $state', async ({ state, name, call }) => {
    const world = await untouched.of(state);
    const project = world.deps.stores.projects.get('p1')?.value;
    const allowed = may(actorOf(world.deps, idOf(name), name), call.action, project);
    const before = world.deps.writes.count;
    const answer = await world.call(call.method, call.url, {
      as: name,
      ...(call.body === undefined ? {} : { body: call.body }),
    });
    expect(answer.status).toBeLessThan(500);
    if (needsRequest(call) && state === 'unsent') {
      expect(answer.status).toBe(404);
      return;
    }
    if (allowed) {
      expect(answer.status).not.toBe(403);
      return;
    }
    expect(answer.status).toBe(403);
    expect(answer.body.error.message).toMatch(/adgang/);
    expect(world.deps.writes.count).toBe(before);
  });

  it.each((['open', 'ended'] as const).flatMap((state) => actors.map((name) => ({ state, name }))))(
    'lets nobody but the decider answer: $name, $state',
    async ({ state, name }) => {
      const world = await untouched.of(state);
      const before = world.deps.stores.decisions.rows.size;
      const answer = await world.call('POST', `${request}/answer`, {
        as: name,
        body: { outcome: 'stop', comment: 'Nej tak' },
      });
      const decides = state === 'open' && name === 'chef-omsorg';
      const refused = state === 'open' ? 403 : 409;
      expect(answer.status).toBe(decides ? 200 : refused);
      expect(world.deps.stores.decisions.rows.size).toBe(before + (decides ? 1 : 0));
    },
  );

  it('denies when the people cannot be looked up', async () => {
    const world = anApiWorld();
    world.deps.stores.people.rows.clear();
    const answer = await world.call('POST', '/api/projects/p1/requests', {
      as: 'consultant',
      body: { gate: 'gate1' },
    });
    expect(answer.status).toBe(403);
  });
});
