import { describe, expect, it } from 'vitest';
import type { Message } from '#shared/domain/message.ts';
import type { Morning } from '#shared/domain/notice.ts';
import type { SpreadUnit } from '#shared/domain/spread/spreadUnit.ts';
import { blankStep, stepId } from '#shared/domain/steps.ts';
import { morningNow } from '#shared/useCases/matters/morningMatter.ts';
import { tellByClock } from '#shared/useCases/matters/registry.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import { tasksPage } from '#shared/useCases/pages/tasksPage.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { tellAbout } from '#shared/useCases/requests/tell.ts';
import { morningWords } from '#shared/words/morning.ts';
import { actor, allSteps, aReadyProject, furnish } from '../builders/portfolio.ts';
import { beside } from '../worlds/memory/kills.ts';
import { Crash, type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { FakeTeams } from '../worlds/memory/teams.ts';

/* Monday is 23 November 2026; Copenhagen is an hour ahead of UTC. */

const chef = 'chef-omsorg';

const aWorldOf = (...ids: readonly string[]): TestDeps => {
  const deps = testDeps();
  furnish(deps.stores);
  for (const id of ids) {
    const shares = [{ pool: 'area:omsorg', ore: 1_000_00 }] as const;
    deps.stores.projects.put(
      aReadyProject('gate2', { id, title: `Projekt ${id}`, shares, askOre: 1_000_00 }),
    );
    deps.stores.steps.put(...allSteps(id, 'gate2'));
  }
  return deps;
};

const ask = async (deps: TestDeps, projectId: string, at: string): Promise<string> => {
  deps.clock.at = at;
  const sent = await sendGateRequest(deps, actor('consultant'), { projectId, gate: 'gate2' });
  if (!sent.ok) throw new Error(sent.refusal.type);
  await deps.settle();
  return deps.stores.requests.where('projectId', projectId).at(-1)?.value.id ?? '';
};

const decide = async (deps: TestDeps, requestId: string, by = chef): Promise<string> => {
  const choice = { outcome: 'trial', spread: false, rethink: false } as const;
  const given = { type: 'choose', choice, comment: '' } as const;
  const result = await answerRequest(deps, actor(by), { requestId, given });
  await deps.settle();
  return result.type;
};

const at = async (deps: TestDeps, moment: string, teams?: FakeTeams): Promise<void> => {
  deps.clock.at = moment;
  await tellByClock(deps);
  if (teams) await deliver(deps, teams);
  await deps.settle();
};

const mornings = (deps: TestDeps, to = chef): readonly string[] =>
  deps.stores.messages
    .all()
    .map(({ value }) => value)
    .filter((one): one is Message => one.kind === 'morning')
    .filter((one) => one.to.type === 'person' && one.to.id === to)
    .map(({ about }) => about ?? '')
    .sort();

const said = (deps: TestDeps, day: string, to = chef): Morning => morningNow(deps, day, to);

/** Every morning at nine from a day on, weekends too. */
const days = async (deps: TestDeps, from: string, count: number): Promise<void> => {
  for (let day = 0; day < count; day += 1) {
    const moment = new Date(Date.parse(`${from}T08:00:00Z`) + day * 86_400_000).toISOString();
    await at(deps, moment.replace('.000Z', 'Z'));
  }
};

describe('a gate that waits is named in the morning (domain.md, Rhythm)', () => {
  it('after two working days, then on Mondays, and never on other days', async () => {
    const deps = aWorldOf('p1');
    await ask(deps, 'p1', '2026-11-23T10:00:00Z');
    await days(deps, '2026-11-23', 22);
    expect(mornings(deps)).toEqual(['2026-11-25', '2026-11-30', '2026-12-07', '2026-12-14']);
  });

  it('to the consultant after ten working days, and then on Mondays', async () => {
    const deps = aWorldOf('p1');
    await ask(deps, 'p1', '2026-11-23T10:00:00Z');
    await days(deps, '2026-11-23', 22);
    expect(mornings(deps, 'consultant')).toEqual(['2026-12-07', '2026-12-14']);
    expect(said(deps, '2026-12-07', 'consultant').long).toMatchObject([
      { whom: ['Chef, Omsorg'], since: '2026-11-23T10:00:00Z' },
    ]);
    expect(said(deps, '2026-12-07', 'digitek').long).toEqual([]);
  });

  it('with all else that waits, in one message, oldest first', async () => {
    const deps = aWorldOf('p1', 'p2', 'p3');
    await ask(deps, 'p1', '2026-11-23T10:00:00Z');
    await ask(deps, 'p2', '2026-11-24T10:00:00Z');
    await days(deps, '2026-11-25', 3);
    expect(mornings(deps)).toEqual(['2026-11-25', '2026-11-26']);
    const { waits } = said(deps, '2026-11-25');
    expect(waits.map(({ matter }) => matter.view.project?.id)).toEqual(['p1', 'p2']);
  });

  it('not before the hour, nor in the evening, nor at the weekend', async () => {
    const deps = aWorldOf('p1');
    await ask(deps, 'p1', '2026-11-25T10:00:00Z');
    for (const moment of [
      '2026-11-27T06:59:00Z',
      '2026-11-27T16:00:00Z',
      '2026-11-28T10:00:00Z',
      '2026-11-29T10:00:00Z',
    ])
      await at(deps, moment);
    expect(mornings(deps)).toEqual([]);
    await at(deps, '2026-11-30T07:00:00Z');
    expect(mornings(deps)).toEqual(['2026-11-30']);
  });

  it('the day after when nobody was there to tell it', async () => {
    const deps = aWorldOf('p1');
    await ask(deps, 'p1', '2026-11-23T10:00:00Z');
    await at(deps, '2026-11-26T10:00:00Z');
    expect(mornings(deps)).toEqual(['2026-11-26']);
  });

  it('and not when it was answered before', async () => {
    const deps = aWorldOf('p1');
    const requestId = await ask(deps, 'p1', '2026-11-23T10:00:00Z');
    expect(await decide(deps, requestId)).toBe('ended');
    await days(deps, '2026-11-24', 7);
    expect(mornings(deps)).toEqual([]);
  });

  it('by the days that are set', async () => {
    const deps = aWorldOf('p1');
    deps.stores.settings.put({
      id: 'rhythm',
      value: JSON.stringify({
        ...{ remindAfterDays: 4, consultantAfterDays: 5, digestTime: '10:30' },
        ...{ from: '07:00', until: '17:00', asks: 'inHours' },
      }),
      lastChange: null,
    });
    await ask(deps, 'p1', '2026-11-23T10:00:00Z');
    await days(deps, '2026-11-23', 9);
    expect(mornings(deps)).toEqual([]);
    await at(deps, '2026-12-01T09:30:00Z');
    expect([mornings(deps), mornings(deps, 'consultant')]).toEqual([
      ['2026-12-01'],
      ['2026-12-01'],
    ]);
  });
});

describe('the message of a morning', () => {
  it('says as it stands, and in the end that nothing waits', async () => {
    const deps = aWorldOf('p1', 'p2');
    const teams = new FakeTeams();
    const first = await ask(deps, 'p1', '2026-11-23T10:00:00Z');
    const second = await ask(deps, 'p2', '2026-11-23T11:00:00Z');
    await at(deps, '2026-11-25T07:00:00Z', teams);
    const lines = () => {
      const card = teams.chatOf(chef).find(({ message }) => message.kind === 'morning');
      return card?.notice.type === 'morning' ? card.notice.morning.waits.length : null;
    };
    expect(lines()).toBe(2);
    await decide(deps, first);
    await at(deps, '2026-11-25T07:02:00Z', teams);
    expect(lines()).toBe(1);
    await decide(deps, second);
    await at(deps, '2026-11-25T07:04:00Z', teams);
    expect(lines()).toBe(0);
    // What comes after it is not of that morning.
    deps.stores.projects.put(aReadyProject('gate2', { id: 'p3' }));
    deps.stores.steps.put(...allSteps('p3', 'gate2'));
    await ask(deps, 'p3', '2026-11-25T09:00:00Z');
    expect(said(deps, '2026-11-25').waits).toEqual([]);
  });

  it('is drawn a last time when a newer one has come', async () => {
    const deps = aWorldOf('p1');
    const teams = new FakeTeams();
    await ask(deps, 'p1', '2026-11-23T10:00:00Z');
    await at(deps, '2026-11-25T07:00:00Z', teams);
    await at(deps, '2026-11-30T07:00:00Z', teams);
    await at(deps, '2026-11-30T07:02:00Z', teams);
    const cards = teams.chatOf(chef).filter(({ message }) => message.kind === 'morning');
    const past = cards.map(({ notice }) => notice.type === 'morning' && notice.morning.isPast);
    expect(past).toEqual([true, false]);
  });

  it('is dropped when all was answered before it left', async () => {
    const deps = aWorldOf('p1');
    const teams = new FakeTeams();
    const requestId = await ask(deps, 'p1', '2026-11-23T10:00:00Z');
    await at(deps, '2026-11-25T07:00:00Z');
    await decide(deps, requestId);
    await at(deps, '2026-11-25T07:00:30Z', teams);
    expect(teams.seenBy(chef).some((one) => one.startsWith('morning'))).toBe(false);
  });

  it('names what is late on the first working day after, to whoever is to do it', async () => {
    const deps = aWorldOf('p1');
    const step = { ...blankStep('p1', 'agreements'), id: stepId('p1', 'agreements') };
    deps.stores.projects.put(
      aReadyProject('gate3', { id: 'p2', nextStep: 'Ring', nextStepDue: '2026-11-27' }),
    );
    deps.stores.steps.put({
      ...{ ...step, id: stepId('p2', 'agreements'), projectId: 'p2' },
      ...{ responsible: 'Leder', responsibleId: 'owner', due: '2026-11-27' },
    });
    await days(deps, '2026-11-27', 5);
    expect([mornings(deps, 'owner'), mornings(deps, 'lead')]).toEqual([
      ['2026-11-30'],
      ['2026-11-30'],
    ]);
    expect(said(deps, '2026-11-30', 'owner').late).toMatchObject([
      { due: '2026-11-27', task: { code: 'agreements' } },
    ]);
    expect(said(deps, '2026-11-30', 'lead').late).toMatchObject([{ task: { text: 'Ring' } }]);
  });

  it('names a unit that should have started, to the lead, once its month is over', async () => {
    const deps = aWorldOf('p1');
    deps.stores.projects.put(
      aReadyProject('gate3', { id: 'p2', phase: 'spread', status: 'operating' }),
    );
    const unit = (id: string, name: string, planned: string): SpreadUnit => ({
      ...{ id, projectId: 'p2', name, state: 'planned', planned, firstPlanned: null },
      ...{ startedOn: null, reason: '', givenUpOn: null, lastChange: null },
    });
    deps.stores.spreadUnits.put(
      unit('u1', 'Plejecenter Nord', '2026-10-01'),
      unit('u2', 'Plejecenter Syd', '2026-11-01'),
    );
    await days(deps, '2026-11-27', 5);
    expect(said(deps, '2026-11-27', 'lead').late).toMatchObject([
      { due: '2026-10-31', task: { type: 'unit', name: 'Plejecenter Nord' } },
    ]);
    expect(said(deps, '2026-11-27', 'owner').late).toEqual([]);
    const [first] = said(deps, '2026-11-27', 'lead').late;
    expect(first && morningWords.late(first)).toBe('Følg op på Plejecenter Nord');
  });

  it('is put in once by two servers at once, and by one that was killed on the way', async () => {
    const first = aWorldOf('p1');
    await ask(first, 'p1', '2026-11-23T10:00:00Z');
    const second = beside(first);
    await Promise.all([first, second].map((deps) => at(deps, '2026-12-07T07:00:00Z')));
    expect([mornings(first), mornings(first, 'consultant')]).toEqual([
      ['2026-12-07'],
      ['2026-12-07'],
    ]);
    const killed = aWorldOf('p1');
    await ask(killed, 'p1', '2026-11-23T10:00:00Z');
    killed.writes.failAfter = killed.writes.count;
    await expect(at(killed, '2026-12-07T07:00:00Z')).rejects.toThrow(Crash);
    killed.writes.failAfter = Number.POSITIVE_INFINITY;
    await at(beside(killed), '2026-12-07T07:00:20Z');
    expect([mornings(killed), mornings(killed, 'consultant')]).toEqual([
      ['2026-12-07'],
      ['2026-12-07'],
    ]);
  });

  it('is one with the new ideas, for the team', async () => {
    const deps = aWorldOf('p1');
    const requestId = await ask(deps, 'p1', '2026-11-23T10:00:00Z');
    await tellAbout(deps, requestId);
    const idea = aReadyProject('gate1', { id: 'p7', status: 'raw', createdById: 'stranger' });
    deps.stores.projects.put({
      ...{ ...idea, leadId: null, ownerId: null, firstPriority: null },
      createdAt: '2026-12-06T12:00:00Z',
    });
    await at(deps, '2026-12-07T08:30:00Z');
    const of = (kind: string, to: string) => deps.stores.messages.get(`${kind}:2026-12-07:${to}`);
    expect([of('morning', 'consultant'), of('newIdeas', 'consultant')].map(Boolean)).toEqual([
      true,
      false,
    ]);
    expect(said(deps, '2026-12-07', 'consultant').ideas).toBe(1);
    expect([of('morning', 'digitek'), of('newIdeas', 'digitek')].map(Boolean)).toEqual([
      false,
      true,
    ]);
  });
});

describe('an agreement that ends', () => {
  const aWorldThatEnds = (ownerId: string | null = 'owner'): TestDeps => {
    const deps = testDeps();
    furnish(deps.stores);
    deps.stores.settings.put({ id: 'agreementDays', value: '5', lastChange: null });
    deps.stores.projects.put(aReadyProject('gate3', { id: 'p1', ownerId, slaUntil: '2026-12-18' }));
    return deps;
  };

  it('is named to the owner five working days before, then on Mondays, also to the consultant when it is past', async () => {
    const deps = aWorldThatEnds();
    await days(deps, '2026-12-07', 22);
    expect(mornings(deps, 'owner')).toEqual([
      '2026-12-11',
      '2026-12-14',
      '2026-12-21',
      '2026-12-28',
    ]);
    expect(mornings(deps, 'consultant')).toEqual(['2026-12-21', '2026-12-28']);
    expect(said(deps, '2026-12-11', 'owner').agreements).toMatchObject([
      { project: { id: 'p1' }, kind: 'sla', until: '2026-12-18' },
    ]);
  });

  it('is named no more when its new day is written, and once by two servers', async () => {
    const deps = aWorldThatEnds();
    deps.clock.at = '2026-12-11T08:00:00Z';
    await Promise.all([tellByClock(deps), tellByClock(beside(deps))]);
    expect(mornings(deps, 'owner')).toEqual(['2026-12-11']);
    const row = deps.stores.projects.get('p1');
    if (!row) throw new Error('gone');
    await deps.stores.projects.update(row, { slaUntil: '2027-12-17' });
    await days(deps, '2026-12-12', 14);
    expect(mornings(deps, 'owner')).toEqual(['2026-12-11']);
  });

  it('is the consultant’s where the owner has left, and a task of whoever is told', async () => {
    const deps = aWorldThatEnds('gone');
    await days(deps, '2026-12-07', 5);
    expect(mornings(deps, 'consultant')).toEqual(['2026-12-11']);
    expect(tasksPage(deps, actor('consultant')).tasks).toMatchObject([
      { due: '2026-12-18', task: { type: 'agreement', kind: 'sla' } },
    ]);
    expect(tasksPage(deps, actor('owner')).tasks).toEqual([]);
  });
});

describe('a fixed point of the årshjul', () => {
  const point = { id: 'dialog', title: 'Strategisk dialog', day: '12-18', area: null, link: '' };
  const aWorldWith = (...points: readonly object[]): TestDeps => {
    const deps = testDeps();
    furnish(deps.stores);
    deps.stores.settings.put(
      { id: 'yearPointDays', value: '5', lastChange: null },
      { id: 'yearPoints', value: JSON.stringify(points), lastChange: null },
    );
    return deps;
  };

  it('is named to the consultants five working days before, then on Mondays until it is held', async () => {
    const deps = aWorldWith(point);
    await days(deps, '2026-12-07', 22);
    expect(mornings(deps, 'consultant')).toEqual(['2026-12-11', '2026-12-14']);
    expect([chef, 'owner', 'lead', 'digitek'].flatMap((id) => mornings(deps, id))).toEqual([]);
    expect(said(deps, '2026-12-18', 'consultant').points).toMatchObject([{ day: '2026-12-18' }]);
    expect(said(deps, '2026-12-19', 'consultant').points).toEqual([]);
  });

  it('in the first days of a year is named in the last of the one before, and once by two servers', async () => {
    const deps = aWorldWith({ ...point, day: '01-05' });
    deps.clock.at = '2026-12-28T08:00:00Z';
    await Promise.all([tellByClock(deps), tellByClock(beside(deps))]);
    expect(mornings(deps, 'consultant')).toEqual(['2026-12-28']);
    expect(said(deps, '2026-12-28', 'consultant').points).toMatchObject([{ day: '2027-01-05' }]);
  });

  it('written by hand so that nobody can read it tells nothing, and nothing else falls silent', async () => {
    const deps = aWorldWith({ ...point, day: 'midt i december' });
    deps.stores.projects.put(aReadyProject('gate3', { id: 'p1', slaUntil: '2026-12-18' }));
    deps.stores.settings.put({ id: 'agreementDays', value: '5', lastChange: null });
    await days(deps, '2026-12-07', 8);
    expect(mornings(deps, 'consultant')).toEqual([]);
    expect(mornings(deps, 'owner')).toEqual(['2026-12-11', '2026-12-14']);
  });
});
