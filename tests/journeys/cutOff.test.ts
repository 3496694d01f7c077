import { describe, expect, it } from 'vitest';
import { type Choice, choice } from '#shared/domain/gates.ts';
import type { Project } from '#shared/domain/project.ts';
import { balanceIn } from '#shared/useCases/ledger/pools.ts';
import { enterPosting } from '#shared/useCases/money/enterPosting.ts';
import { historyOf } from '#shared/useCases/pages/projectPage.ts';
import { type Deps, Fault } from '#shared/useCases/ports.ts';
import { editProject } from '#shared/useCases/projects/editProject.ts';
import { changeBy, recordHistory } from '#shared/useCases/record/recordHistory.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { replyToQuestion } from '#shared/useCases/requests/replyToQuestion.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { openRequestOf } from '#shared/useCases/requests/views.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { actor, aReadyProject, aWorld } from '../builders/portfolio.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

const minute = 60_000;
const hour = 60 * minute;
const common = [{ pool: 'common' as const, ore: 85_000_00 }];

const asked = async (more: Partial<Project> = {}): Promise<TestDeps> => {
  const deps = testDeps();
  aWorld(deps, 'gate1', more);
  await sendGateRequest(deps, actor('consultant'), { projectId: 'p1', gate: 'gate1' });
  await deps.settle();
  return deps;
};

/** A server that is killed right after each commit: nothing that was to follow is done. */
const killedAfterCommit = (deps: TestDeps): Deps => ({ ...deps, later: () => undefined });

const choose = async (deps: TestDeps, who: string, requestId: string, given: Choice) => {
  const result = await answerRequest(killedAfterCommit(deps), actor(who), {
    requestId,
    given: { type: 'choose', choice: given, comment: 'Fordi det virker' },
  });
  expect(['ended', 'said']).toContain(result.type);
};

const edit = (deps: Deps, changes: Parameters<typeof editProject>[2]['changes']) =>
  editProject(deps, actor('consultant'), {
    id: 'p1',
    revision: deps.stores.projects.get('p1')?.etag ?? '',
    changes,
  });

const swept = async (deps: TestDeps, when: 'start' | 'later') => {
  expect((await sweep(deps, when)).failed).toEqual([]);
  await deps.settle();
};

const kindsIn = async (deps: TestDeps) =>
  (await historyOf(deps, 'p1')).entries.map((entry) => entry.kind);

const asksTo = (deps: TestDeps): readonly string[] =>
  deps.stores.messages
    .all()
    .flatMap(({ value }) =>
      value.kind === 'ask' ? [value.to.type === 'person' ? value.to.id : 'chefgruppe'] : [],
    );

describe('what was cut off and found much later', () => {
  it.each([
    ['at start', 'start', 30 * 24 * hour],
    ['by a server that could not sweep for an hour', 'later', hour],
  ] as const)('is in the history after all, %s', async (_, when, away) => {
    const deps = await asked();
    await swept(deps, 'start');
    await edit(killedAfterCommit(deps), { nextStep: 'Møde med leverandøren' });
    expect(await kindsIn(deps)).not.toContain('edited');
    deps.clock.pass(away);
    await swept(deps, when);
    expect(await kindsIn(deps)).toContain('edited');
    expect((await historyOf(deps, 'p1')).holds).toBe(true);
  });

  it('is told to whoever stands in since the card was sent', async () => {
    const deps = await asked();
    await swept(deps, 'start');
    deps.clock.pass(5 * 24 * hour);
    const row = deps.stores.people.get('stranger');
    if (row)
      await deps.stores.people.update(row, {
        deputyFor: 'omsorg',
        deputyFrom: '2026-11-28',
        deputyTo: '2026-12-05',
      });
    await swept(deps, 'later');
    expect(asksTo(deps)).toEqual(['chef-omsorg', 'stranger']);
    await swept(deps, 'later');
    expect(asksTo(deps)).toHaveLength(2);
  });

  it('decides what all have agreed on, however long ago', async () => {
    const deps = await asked({ shares: common });
    await swept(deps, 'start');
    const insert = deps.stores.decisions.insert.bind(deps.stores.decisions);
    for (const who of ['chef-social', 'chef-sundhed'])
      await choose(deps, who, 'p1-gate1-1', choice('investigate'));
    deps.stores.decisions.insert = () => Promise.reject(new Error('the lists are down'));
    await expect(
      choose(deps, 'chef-omsorg', 'p1-gate1-1', choice('investigate')),
    ).rejects.toThrow();
    deps.stores.decisions.insert = insert;
    deps.clock.pass(hour);
    await swept(deps, 'later');
    expect(deps.stores.projects.get('p1')?.value.phase).toBe('investigation');
  });

  it('asks whoever decides now, when the funding changed and nobody was asked', async () => {
    const deps = await asked();
    const row = deps.stores.projects.get('p1');
    if (row) await deps.stores.projects.update(row, { shares: common });
    await swept(deps, 'later');
    expect(deps.stores.decisions.get('p1-gate1-1')?.value.ending).toBe('askedAnew');
    expect(openRequestOf(deps, 'p1')?.decider.type).toBe('chefgruppe');
    expect(balanceIn(deps.stores, '2026:area:omsorg').availableOre).toBe(200_000_00);
    const decisions = deps.stores.decisions.all().length;
    await swept(deps, 'later');
    expect(deps.stores.decisions.all()).toHaveLength(decisions);
  });

  it('is not applied over what was decided since', async () => {
    const deps = await asked();
    await answerRequest(deps, actor('chef-omsorg'), {
      requestId: 'p1-gate1-1',
      given: { type: 'lift', comment: '' },
    });
    await deps.settle();
    const first = deps.stores.requests.get('p1-gate1-1');
    if (first) await deps.stores.requests.update(first, { closedAt: null });
    for (const who of ['chef-social', 'chef-sundhed', 'chef-omsorg'])
      await answerRequest(deps, actor(who), {
        requestId: 'p1-gate1-2',
        given: { type: 'choose', choice: choice('investigate'), comment: '' },
      });
    await deps.settle();
    await swept(deps, 'later');
    const project = deps.stores.projects.get('p1')?.value;
    expect(project).toMatchObject({ phase: 'investigation', lastDecision: 'p1-gate1-2' });
    expect(project?.liftedGate).toBeNull();
    expect(deps.stores.requests.get('p1-gate1-1')?.value.closedAt).not.toBeNull();
  });
});

describe('a start after an import', () => {
  it('finds in a few reads that all of it is in the history', async () => {
    const deps = testDeps();
    aWorld(deps, 'gate1');
    for (let n = 0; n < 140; n += 1) {
      const id = `imported${n}`;
      const change = changeBy(actor('consultant'), 'imported', `${id}:imported`, deps.clock.at, {
        before: '{}',
        after: '{}',
      });
      deps.stores.projects.put({ ...aReadyProject('gate1'), id, lastChange: change });
      if (n > 0) await recordHistory(deps, id, change);
    }
    // Another process did the import, so this one knows nothing of what is recorded.
    const started: TestDeps = { ...deps, stores: { ...deps.stores } };
    const readWhere = deps.stores.history.readWhere.bind(deps.stores.history);
    let reads = 0;
    deps.stores.history.readWhere = (field, value) => {
      reads += 1;
      return readWhere(field, value);
    };
    await swept(started, 'start');
    expect(reads).toBeLessThan(10);
    expect((await historyOf(deps, 'imported0')).entries).toHaveLength(1);
  });
});

describe('lists that fail right after something is stored', () => {
  /** From the next statement on nothing can be read of the request. */
  const failAfterStatement = (deps: TestDeps): (() => void) => {
    const { statements, decisions } = deps.stores;
    const insert = statements.insert.bind(statements);
    const readWhere = statements.readWhere.bind(statements);
    const read = decisions.read.bind(decisions);
    const down = () => Promise.reject(new Fault('graph.throttled', { outcome: 'notSent' }));
    statements.insert = async (value) => {
      const inserted = await insert(value);
      statements.readWhere = down;
      decisions.read = down;
      return inserted;
    };
    return () => {
      Object.assign(statements, { insert, readWhere });
      Object.assign(decisions, { read });
    };
  };

  it('never make a stored position look as if it were not', async () => {
    const deps = await asked({ shares: common });
    for (const who of ['chef-social', 'chef-sundhed'])
      await choose(deps, who, 'p1-gate1-1', choice('investigate'));
    const mend = failAfterStatement(deps);
    const result = await answerRequest(killedAfterCommit(deps), actor('chef-omsorg'), {
      requestId: 'p1-gate1-1',
      given: { type: 'choose', choice: choice('investigate'), comment: 'Fordi det virker' },
    });
    expect(result.type).toBe('said');
    const positions = result.type === 'said' ? result.view.positions : [];
    expect(positions.map(({ position }) => position.type)).toEqual(['choice', 'choice', 'choice']);
    expect(deps.stores.decisions.all()).toEqual([]);
    mend();
    await swept(deps, 'later');
    expect(deps.stores.projects.get('p1')?.value.phase).toBe('investigation');
  });

  it('never make a stored reply look as if it were not', async () => {
    const deps = await asked();
    await answerRequest(deps, actor('chef-omsorg'), {
      requestId: 'p1-gate1-1',
      given: { type: 'ask', comment: 'Hvad koster det?' },
    });
    const question = deps.stores.statements.all().at(-1)?.value.id ?? '';
    const mend = failAfterStatement(deps);
    const replied = await replyToQuestion(killedAfterCommit(deps), actor('lead'), {
      requestId: 'p1-gate1-1',
      question,
      text: 'Det koster det samme',
    });
    expect(replied).toMatchObject({
      type: 'said',
      view: { questions: [{ reply: { text: 'Det koster det samme' } }] },
    });
    mend();
  });
});

describe('questions', () => {
  const ask = async (deps: TestDeps, comment: string) => {
    await answerRequest(deps, actor('chef-omsorg'), {
      requestId: 'p1-gate1-1',
      given: { type: 'ask', comment },
    });
    await deps.settle();
    const question = deps.stores.statements.all().at(-1)?.value.id ?? '';
    await replyToQuestion(deps, actor('lead'), {
      requestId: 'p1-gate1-1',
      question,
      text: 'Det koster det samme',
    });
    await deps.settle();
  };

  it.each([
    ['different ones', 'Hvad koster det?', 'Hvem betaler?'],
    ['the same one again', 'Hvad koster det?', 'Hvad koster det?'],
  ])('are each told to the lead, and each reply to who asked: %s', async (_, one, two) => {
    const deps = await asked();
    await ask(deps, one);
    await ask(deps, two);
    const kinds = deps.stores.messages.all().map(({ value }) => value.kind);
    expect(kinds.filter((kind) => kind === 'question')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'reply')).toHaveLength(2);
  });
});

describe('a lead who takes over', () => {
  it('is asked what nobody has replied to, and not what the one before has', async () => {
    const deps = await asked();
    const say = (comment: string) =>
      answerRequest(deps, actor('chef-omsorg'), {
        requestId: 'p1-gate1-1',
        given: { type: 'ask', comment },
      });
    await say('Hvad koster det?');
    await deps.settle();
    const question = deps.stores.statements.all().at(-1)?.value.id ?? '';
    const text = 'Det koster det samme';
    await replyToQuestion(deps, actor('lead'), { requestId: 'p1-gate1-1', question, text });
    await say('Hvem har prøvet det?');
    await deps.settle();
    await edit(deps, { leadId: 'digitek' });
    await deps.settle();
    await swept(deps, 'later');
    const toNew = deps.stores.messages
      .all()
      .filter(({ value }) => value.to.type === 'person' && value.to.id === 'digitek');
    expect(toNew).toHaveLength(1);
  });
});

describe('an edit while a request is open', () => {
  it('lets everybody keep what they said when only the lead area changes and all decide', async () => {
    const deps = await asked({ shares: common });
    await edit(deps, { leadArea: 'social' });
    await deps.settle();
    await swept(deps, 'later');
    expect(deps.stores.decisions.all()).toEqual([]);
  });

  it('asks the new area’s chef when the lead area changes', async () => {
    const deps = await asked({ askOre: 0, shares: [] });
    await edit(deps, { leadArea: 'social' });
    await deps.settle();
    expect(openRequestOf(deps, 'p1')?.decider.seats).toEqual(['social']);
  });

  it.each([
    ['an amount the pools do not pay', { askOre: 90_000_00 }],
    ['no amount', { askOre: null }],
    ['no lead area', { leadArea: null }],
  ] as const)('refuses %s, because then nobody could be asked', async (_, changes) => {
    const deps = await asked();
    expect(await edit(deps, changes)).toMatchObject({
      ok: false,
      refusal: { type: 'fundingOpen' },
    });
    await deps.settle();
    expect(openRequestOf(deps, 'p1')?.id).toBe('p1-gate1-1');
  });
});

describe('a pool with a posting that makes no sense', () => {
  it('still takes new ones', async () => {
    const deps = await asked();
    const entry = { poolRow: '2026:area:omsorg', type: 'purchase' as const, ore: 1_000_00 };
    const enter = (key: string) =>
      enterPosting(deps, actor('consultant'), { ...entry, key, text: 'Kabler til kontoret' });
    expect(await enter('first')).toMatchObject({ ok: true, value: { seq: 2 } });
    expect(await enter('second')).toMatchObject({ ok: true, value: { seq: 3 } });
    // Set aside: left out of what is read, while its number stays taken.
    const hidden = deps.stores.ledger.get('2026:area:omsorg:2');
    const insert = deps.stores.ledger.insert.bind(deps.stores.ledger);
    deps.stores.ledger.rows.delete('2026:area:omsorg:2');
    deps.stores.ledger.insert = async (value) =>
      hidden && value.id === hidden.value.id ? { type: 'exists', row: hidden } : insert(value);
    expect(await enter('third')).toMatchObject({ ok: true, value: { seq: 4 } });
  });
});

describe('two who give back what a grant does not use', () => {
  it('give back no more than that', async () => {
    const deps = await asked();
    await answerRequest(deps, actor('chef-omsorg'), {
      requestId: 'p1-gate1-1',
      given: { type: 'choose', choice: choice('investigate'), comment: '' },
    });
    await deps.settle();
    const release = (key: string) =>
      enterPosting(deps, actor('consultant'), {
        type: 'release',
        key,
        poolRow: '2026:area:omsorg',
        requestId: 'p1-gate1-1',
        ore: 60_000_00,
        text: 'Det blev billigere',
      });
    const both = await Promise.all([release('first'), release('second')]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(balanceIn(deps.stores, '2026:area:omsorg').releasedOre).toBe(60_000_00);
  });
});
