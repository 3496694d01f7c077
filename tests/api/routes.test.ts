import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { anApiWorld, idOf } from '../worlds/api/apiWorld.ts';

const investigate = { outcome: 'investigate' };

describe('the routes of the API', () => {
  it('say who the reader is, what they may, and what waits', async () => {
    const world = anApiWorld();
    await world.call('POST', '/api/projects/p1/requests', { as: 'lead', body: { gate: 'gate1' } });
    const me = await world.call('GET', '/api/me', { as: 'chef-omsorg' });
    expect(me.status).toBe(200);
    expect(me.body).toMatchObject({ roles: ['chef'], seats: ['omsorg'], waiting: 1 });
    const nobody = await world.call('GET', '/api/me', { as: 'nobody' });
    expect(nobody.body).toMatchObject({ roles: [], seats: [], waiting: 0 });
    expect(nobody.body.may).toEqual(['seePortfolio', 'createIdea']);
  });

  it('send the board from memory, packed as the reader takes it', async () => {
    const world = anApiWorld();
    const plain = await world.call('GET', '/api/board', { as: 'nobody' });
    for (const [packing, unpack] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const headers = { 'accept-encoding': packing };
      const packed = await world.call('GET', '/api/board', { as: 'nobody', headers });
      expect(packed.headers['content-encoding']).toBe(packing);
      expect(JSON.parse(unpack(packed.raw).toString())).toEqual(plain.body);
    }
    expect(plain.body.projects[0]).toMatchObject({ id: 'p1', phase: 'idea', area: 'omsorg' });
    expect(plain.body.setAside).toBe(1);
  });

  it('say 304 to who has the board, also when only time has passed', async () => {
    const world = anApiWorld();
    const first = await world.call('GET', '/api/board', { as: 'lead' });
    const etag = String(first.headers['etag']);
    world.deps.clock.pass(3 * 3_600_000);
    const again = await world.call('GET', '/api/board', {
      as: 'lead',
      headers: { 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
    expect(again.headers['x-as-of']).toBe(world.deps.clock.now());
    await world.call('POST', '/api/projects/p1/requests', { as: 'lead', body: { gate: 'gate1' } });
    const changed = await world.call('GET', '/api/board', {
      as: 'lead',
      headers: { 'if-none-match': etag },
    });
    expect(changed.status).toBe(200);
    expect(changed.body.projects[0].waitingFor).toMatchObject({ type: 'gate', gate: 'gate1' });
  });

  it('say what became of the board to who has it and takes that', async () => {
    const world = anApiWorld();
    const ask = (headers: Record<string, string>) =>
      world.call('GET', '/api/board', { as: 'lead', headers });
    const first = await ask({});
    const known = { 'if-none-match': String(first.headers['etag']), 'a-im': 'changes' };
    await world.call('POST', '/api/projects/p1/requests', { as: 'lead', body: { gate: 'gate1' } });
    const change = await ask(known);
    const whole = await ask({});
    expect(change.status).toBe(226);
    expect(change.headers).toMatchObject({
      ...{ im: 'changes', 'delta-base': first.headers['etag'], etag: whole.headers['etag'] },
    });
    const { projects, people: _, ...around } = whole.body;
    expect(change.body).toEqual({ ...around, changed: [projects[0]], gone: [] });
    const now = { ...known, 'if-none-match': String(change.headers['etag']) };
    expect((await ask(now)).status).toBe(304);
    expect((await ask({ ...known, 'if-none-match': '"of another server"' })).body).toEqual(
      whole.body,
    );
  });

  it('say on the board that its figures are old', async () => {
    const world = anApiWorld();
    const fresh = await world.call('GET', '/api/board', { as: 'lead' });
    expect(fresh.body.stale).toBeUndefined();
    world.freshness.stale = () => true;
    const old = await world.call('GET', '/api/board', { as: 'lead' });
    expect(old.body.stale).toBe(true);
    expect(old.headers['etag']).not.toBe(fresh.headers['etag']);
  });

  it('show a project, and 304 while it is as the reader has it', async () => {
    const world = anApiWorld();
    const page = await world.call('GET', '/api/projects/p1', { as: 'lead' });
    expect(page.body).toMatchObject({ gate: 'gate1', missing: [], open: null });
    const again = await world.call('GET', '/api/projects/p1', {
      as: 'lead',
      headers: { 'if-none-match': String(page.headers['etag']) },
    });
    expect(again.status).toBe(304);
  });

  it('change a project on the revision that was read, and tell a clash with both versions', async () => {
    const world = anApiWorld();
    const { body: page } = await world.call('GET', '/api/projects/p1', { as: 'lead' });
    const edit = (title: string) =>
      world.call('PATCH', '/api/projects/p1', {
        as: 'lead',
        body: { revision: page.revision, changes: { title } },
      });
    const first = await edit('Døre uden nøgler');
    expect(first.status).toBe(200);
    expect(first.body.project.title).toBe('Døre uden nøgler');
    const second = await edit('Nøglefri hverdag');
    expect(second.status).toBe(409);
    expect(second.body.error.message).toMatch(/ændret projektet/);
    expect(second.body.clashes).toEqual([
      { field: 'title', yours: 'Nøglefri hverdag', theirs: 'Døre uden nøgler' },
    ]);
    expect(second.body.current.project.title).toBe('Døre uden nøgler');
  });

  it('create an idea for anybody, but never a project that is past a gate', async () => {
    const world = anApiWorld();
    const made = await world.call('POST', '/api/projects', {
      as: 'nobody',
      body: { title: 'Lys om natten', leadArea: 'omsorg' },
    });
    expect(made.status).toBe(201);
    expect(made.body.project).toMatchObject({ phase: 'idea', status: 'raw' });
    const past = await world.call('POST', '/api/projects', {
      as: 'consultant',
      body: { title: 'Smutvej', phase: 'trial' },
    });
    expect(past.status).toBe(422);
    expect(world.deps.stores.projects.rows.size).toBe(2);
  });

  it('tick a step, and refuse a paper without its link', async () => {
    const world = anApiWorld();
    const step = (body: unknown) =>
      world.call('PUT', '/api/projects/p1/steps/ideaDescription', { as: 'lead', body });
    const refused = await step({ done: true });
    expect(refused.status).toBe(422);
    expect(refused.body.error.message).toMatch(/link/);
    const ticked = await step({ done: true, link: 'https://viborg.example/ny.docx' });
    expect(ticked.status).toBe(200);
    const link = ticked.body.steps.find((one: { code: string }) => one.code === 'ideaDescription');
    expect(link.link).toBe('https://viborg.example/ny.docx');
  });

  it('send a gate request once, and name what is missing before it can be sent', async () => {
    const world = anApiWorld({ leadArea: null, efficiency: null });
    const send = () =>
      world.call('POST', '/api/projects/p1/requests', { as: 'lead', body: { gate: 'gate1' } });
    const refused = await send();
    expect(refused.status).toBe(422);
    expect(refused.body.error.message).toMatch(/2 ting mangler/);
    expect(refused.body.error.details.map((one: { code: string }) => one.code)).toEqual([
      'leadArea',
      'tek',
    ]);
    const ready = anApiWorld();
    const asked = await ready.call('POST', '/api/projects/p1/requests', {
      as: 'lead',
      body: { gate: 'gate1' },
    });
    expect(asked.status).toBe(201);
    expect(asked.body.view.request).toMatchObject({ id: 'p1-gate1-1', gate: 'gate1' });
    const again = await ready.call('POST', '/api/projects/p1/requests', {
      as: 'consultant',
      body: { gate: 'gate1' },
    });
    expect(again.status).toBe(409);
  });

  const aSentWorld = async (more = {}) => {
    const world = anApiWorld(more);
    await world.call('POST', '/api/projects/p1/requests', { as: 'lead', body: { gate: 'gate1' } });
    const post = (path: string, as: string, body: unknown) =>
      world.call('POST', `/api/requests/p1-gate1-1/${path}`, { as, body });
    return { ...world, post };
  };

  it('list what waits for the reader, and what they answered', async () => {
    const world = await aSentWorld();
    const mine = await world.call('GET', '/api/requests?waitingFor=me', { as: 'chef-omsorg' });
    expect(mine.body.requests).toHaveLength(1);
    expect(mine.body.requests[0].waits).toBe('answer');
    const others = await world.call('GET', '/api/requests?waitingFor=me', { as: 'chef-social' });
    expect(others.body.requests).toHaveLength(0);
    await world.post('answer', 'chef-omsorg', investigate);
    const after = await world.call('GET', '/api/requests?waitingFor=me', { as: 'chef-omsorg' });
    expect(after.body.requests).toHaveLength(0);
    expect(after.body.answered[0]).toMatchObject({ requestId: 'p1-gate1-1' });
  });

  it('take the answer of the decider by the same rule as the card, and move the project', async () => {
    const world = await aSentWorld();
    const stranger = await world.post('answer', 'chef-social', investigate);
    expect(stranger.status).toBe(403);
    const bare = await world.post('answer', 'chef-omsorg', { outcome: 'stop' });
    expect(bare.status).toBe(422);
    expect(bare.body.error.message).toMatch(/Begrundelsen mangler/);
    const decided = await world.post('answer', 'chef-omsorg', investigate);
    expect(decided.status).toBe(200);
    expect(decided.body.view.state.type).toBe('ended');
    const project = await world.call('GET', '/api/projects/p1', { as: 'lead' });
    expect(project.body.project.phase).toBe('investigation');
    const late = await world.post('answer', 'chef-omsorg', {
      outcome: 'stop',
      comment: 'For sent',
    });
    expect(late.status).toBe(409);
    expect(late.body.current.view.state.decision.outcome).toBe('investigate');
  });

  it('carry a question and its reply, with the request open all the while', async () => {
    const world = await aSentWorld();
    const asked = await world.post('answer', 'chef-omsorg', {
      type: 'ask',
      comment: 'Hvor mange døre?',
    });
    const question = asked.body.view.questions[0].question.id;
    const lead = await world.call('GET', '/api/requests?waitingFor=me', { as: 'lead' });
    expect(lead.body.requests[0].waits).toBe('reply');
    const replied = await world.post('reply', 'lead', { question, comment: 'Omkring 400.' });
    expect(replied.body.view.questions[0].reply.text).toBe('Omkring 400.');
    expect(replied.body.view.state.type).toBe('open');
    expect((await world.post('reply', 'lead', { question: 'nej', comment: 'Svar' })).status).toBe(
      404,
    );
  });

  it('withdraw and re-route with a word why', async () => {
    const world = await aSentWorld();
    expect((await world.post('withdraw', 'consultant', { comment: '' })).status).toBe(422);
    const moved = await world.post('reroute', 'consultant', {
      to: 'social',
      comment: 'Det er deres',
    });
    expect(moved.status).toBe(200);
    const next = await world.call('GET', '/api/requests/p1-gate1-2', { as: 'consultant' });
    expect(next.body.view.request.decider).toEqual({ type: 'chef', seats: ['social'] });
    const withdrawn = await world.call('POST', '/api/requests/p1-gate1-2/withdraw', {
      as: 'consultant',
      body: { comment: 'Vi venter' },
    });
    expect(withdrawn.body.view.state.decision.ending).toBe('withdrawn');
  });

  it('take a hearing to the meeting and write down what was decided there', async () => {
    const world = await aSentWorld({ shares: [{ pool: 'common', ore: 85_000_00 }] });
    const early = await world.post('meeting', 'consultant', investigate);
    expect(early.status).toBe(422);
    expect((await world.post('agenda', 'consultant', {})).status).toBe(200);
    const recorded = await world.post('meeting', 'chef-social', investigate);
    expect(recorded.status).toBe(200);
    expect(recorded.body.view.state.decision).toMatchObject({ atMeeting: true });
  });

  it('show the history of a project and that its chain holds', async () => {
    const world = await aSentWorld();
    await world.post('answer', 'chef-omsorg', investigate);
    const { body } = await world.call('GET', '/api/projects/p1/history', { as: 'direktor' });
    expect(body.holds).toBe(true);
    const kinds = body.entries.map((entry: { kind: string }) => entry.kind);
    expect(kinds).toEqual(expect.arrayContaining(['requested', 'ended', 'moved']));
  });

  it('list people, and rows set aside only for those who can mend them', async () => {
    const world = anApiWorld();
    const people = await world.call('GET', '/api/people', { as: 'lead' });
    expect(people.body.people).toContainEqual({
      id: idOf('consultant'),
      name: 'Konsulent, DigiTek',
      roles: ['consultant'],
    });
    expect((await world.call('GET', '/api/aside', { as: 'consultant' })).body.rows).toHaveLength(1);
    expect((await world.call('GET', '/api/aside', { as: 'chef-omsorg' })).status).toBe(403);
  });

  it('answer 503 until the lists have been read, and health says so', async () => {
    const world = anApiWorld();
    world.freshness.ready = () => false;
    expect((await world.call('GET', '/api/board', { as: 'lead' })).status).toBe(503);
    const health = await world.call('GET', '/health');
    expect(health.status).toBe(503);
    expect(health.body).toEqual({ ready: false, version: '0' });
  });
});
