import { describe, expect, it } from 'vitest';
import type { MailboxRead } from '#shared/domain/outOfOffice.ts';
import { setStanding, stopAbsence } from '#shared/useCases/absences/absences.ts';
import { followOutOfOffice } from '#shared/useCases/absences/outOfOffice.ts';
import { morningNow } from '#shared/useCases/matters/morningMatter.ts';
import { tellByClock } from '#shared/useCases/matters/registry.ts';
import { mattersWaitingFor } from '#shared/useCases/matters/waiting.ts';
import { historyOf } from '#shared/useCases/pages/projectPage.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { mailboxesOf } from '#shared/useCases/settings/mailboxes.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { toldOf, work } from '../worlds/memory/clockwork.ts';
import { beside } from '../worlds/memory/kills.ts';
import { Crash, type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { FakeTeams } from '../worlds/memory/teams.ts';

/* A deputy comes from the automatic replies. Monday is 23 November 2026, 10.14 in Copenhagen. */

const chef = 'chef-omsorg';
const week: MailboxRead = {
  ...{ type: 'scheduled', start: '2026-11-23T06:00:00Z', end: '2026-11-27T15:00:00Z' },
};

const turned = (deps: TestDeps, value: 'on' | 'off'): void =>
  deps.stores.settings.put({ id: 'outOfOffice', value: JSON.stringify(value), lastChange: null });

const named = async (deps: TestDeps, deputyId = 'direktor', personId = chef) => {
  const result = await setStanding(deps, actor(personId), { personId, deputyId });
  await deps.settle();
  return result.ok ? 'named' : result.refusal.type;
};

const aWorldWhere = async (says: MailboxRead = week): Promise<TestDeps> => {
  const deps = testDeps();
  aWorld(deps, 'gate1');
  turned(deps, 'on');
  await named(deps);
  deps.mailboxes.says.set(chef, says);
  return deps;
};

const followed = async (deps: TestDeps): Promise<number> => {
  const changed = await followOutOfOffice(deps);
  await deps.settle();
  return changed;
};

const later = (deps: TestDeps, minutes: number): void => deps.clock.pass(minutes * 60_000);
const noticesOf = (teams: FakeTeams, who: string): readonly string[] =>
  teams.chatOf(who).map(({ notice }) => notice.type);
const absencesOf = (deps: TestDeps) => deps.stores.people.get(chef)?.value.absences ?? [];

describe('a chef whose automatic replies are on', () => {
  it('has the standing deputy answer, on their behalf, and both are told', async () => {
    const deps = await aWorldWhere();
    const teams = new FakeTeams();
    await sendGateRequest(deps, actor('lead'), { projectId: 'p1', gate: 'gate1' });
    await deps.settle();
    await followed(deps);
    await work(deps, teams);
    expect(noticesOf(teams, 'direktor')).toEqual(['standing', 'absence', 'request']);
    expect([...toldOf(teams, chef)].sort()).toEqual(['absence', 'ask']);
    expect(mattersWaitingFor(deps, 'direktor')).toHaveLength(1);
    const choice = { outcome: 'investigate', spread: false, rethink: false } as const;
    const given = { type: 'choose', choice, comment: '' } as const;
    await answerRequest(deps, actor('direktor'), { requestId: 'p1-gate1-1', given });
    expect(deps.stores.decisions.get('p1-gate1-1')?.value).toMatchObject({
      ...{ byId: 'direktor', seat: 'omsorg', onBehalf: true },
    });
  });

  it('is read at once, and then every ten minutes, and only those who have a standing deputy', async () => {
    const deps = await aWorldWhere();
    await followed(deps);
    await followed(deps);
    expect(deps.mailboxes.asked).toEqual([[chef]]);
    later(deps, 9);
    await followed(deps);
    expect(deps.mailboxes.asked).toHaveLength(1);
    later(deps, 2);
    await followed(deps);
    expect(deps.mailboxes.asked).toEqual([[chef], [chef]]);
  });

  it('is not read where it is turned off', async () => {
    const deps = await aWorldWhere();
    turned(deps, 'off');
    await followed(deps);
    expect([deps.mailboxes.asked, mailboxesOf(deps)]).toEqual([[], { type: 'off' }]);
  });

  it('has the card drawn anew when the days move, without another message', async () => {
    const deps = await aWorldWhere();
    const teams = new FakeTeams();
    await followed(deps);
    await work(deps, teams);
    const card = () => teams.chatOf('direktor').find(({ notice }) => notice.type === 'absence');
    const before = card()?.notice.revision ?? 0;
    deps.mailboxes.says.set(chef, { ...week, end: '2026-11-25T15:00:00Z' } as MailboxRead);
    later(deps, 11);
    await followed(deps);
    await work(deps, teams);
    expect(card()?.notice.revision).toBe(before + 1);
    expect(noticesOf(teams, 'direktor')).toEqual(['standing', 'absence']);
    const { entries, holds } = await historyOf(deps, `person:${chef}`);
    expect([entries.map(({ cause }) => cause.split(':').slice(2).join(':')), holds]).toEqual([
      [expect.stringContaining('direktor'), 'named', 'moved:1'],
      true,
    ]);
  });

  it('ends it by hand, and it stays ended', async () => {
    const deps = await aWorldWhere();
    await followed(deps);
    const id = absencesOf(deps)[0]?.id ?? '';
    expect((await stopAbsence(deps, actor(chef), { personId: chef, id })).ok).toBe(true);
    later(deps, 11);
    expect(await followed(deps)).toBe(0);
    expect(absencesOf(deps)).toMatchObject([{ id, ended: { byId: chef } }]);
  });

  it('takes the standing deputy back, and nobody answers any more', async () => {
    const deps = await aWorldWhere();
    await followed(deps);
    expect(await named(deps, '')).toBe('named');
    expect(await followed(deps)).toBe(1);
    expect(absencesOf(deps)).toMatchObject([{ ended: { byId: '' } }]);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['denied', { type: 'denied' }],
    ['failed', { type: 'failed', problem: '429 ApplicationThrottled', waitMs: 60 * 60_000 }],
    ['noMailbox', { type: 'noMailbox' }],
  ] as const)('changes nothing, and is said: %s', async (name, says) => {
    const deps = await aWorldWhere();
    await followed(deps);
    const before = absencesOf(deps);
    deps.mailboxes.says.set(chef, says);
    later(deps, 11);
    expect(await followed(deps)).toBe(0);
    expect(absencesOf(deps)).toEqual(before);
    expect(mailboxesOf(deps)).toMatchObject({ type: 'read', people: 1, [name]: 1 });
    later(deps, 11);
    await followed(deps);
    expect(deps.mailboxes.asked).toHaveLength(name === 'failed' ? 2 : 3);
  });

  it('is nobody where nobody has a standing deputy', async () => {
    const deps = testDeps();
    aWorld(deps, 'gate1');
    turned(deps, 'on');
    await followed(deps);
    expect([deps.mailboxes.asked, mailboxesOf(deps)]).toEqual([[], { type: 'nobody' }]);
  });
});

describe('who is named to answer every time', () => {
  const aNaming = () => {
    const deps = testDeps();
    aWorld(deps, 'gate1');
    return { deps, teams: new FakeTeams() };
  };
  const cardsOf = (teams: FakeTeams, who: string) =>
    teams
      .chatOf(who)
      .map(({ notice }) => notice)
      .filter((notice) => notice.type === 'standing')
      .map(({ isDeputy, said, revision }) => [isDeputy, said?.byId ?? null, revision]);

  it('is told at once, and once, and by whom; whoever named them is not', async () => {
    const { deps, teams } = aNaming();
    await named(deps);
    await work(deps, teams);
    await named(deps);
    await work(beside(deps), teams);
    expect(cardsOf(teams, 'direktor')).toEqual([[true, chef, 1]]);
    expect(toldOf(teams, chef)).toEqual([]);
  });

  it('is told together with whom it is for, where the consultant names them', async () => {
    const { deps, teams } = aNaming();
    await setStanding(deps, actor('consultant'), { personId: chef, deputyId: 'direktor' });
    await deps.settle();
    await work(deps, teams);
    expect([cardsOf(teams, 'direktor'), cardsOf(teams, chef)]).toEqual([
      [[true, 'consultant', 1]],
      [[false, 'consultant', 1]],
    ]);
  });

  it('reads on the same card that it is over; who is named in their place is told', async () => {
    const { deps, teams } = aNaming();
    await named(deps);
    await work(deps, teams);
    deps.clock.pass(60_000);
    await named(deps, 'owner');
    await work(deps, teams);
    expect(cardsOf(teams, 'direktor')).toEqual([[true, null, 2]]);
    expect(cardsOf(teams, 'owner')).toEqual([[true, chef, 1]]);
    deps.clock.pass(60_000);
    await named(deps, '');
    await work(deps, teams);
    expect(cardsOf(teams, 'owner')).toEqual([[true, null, 2]]);
  });

  it('is not told of what was taken back before it was sent, nor is somebody who has left', async () => {
    const { deps, teams } = aNaming();
    await named(deps);
    deps.clock.pass(1_000);
    await named(deps, '');
    await work(deps, teams);
    expect(toldOf(teams, 'direktor')).toEqual([]);
    const row = deps.stores.people.get(chef);
    const standing = { deputyId: 'gone', byId: chef, byName: '', at: '2026-11-23T09:00:00Z' };
    if (row) await deps.stores.people.update(row, { standing });
    await work(deps, teams);
    expect(deps.stores.messages.all().filter(({ value }) => value.state === 'queued')).toEqual([]);
  });
});

describe('two servers, and one that is killed', () => {
  it('make one absence, told once', async () => {
    const deps = await aWorldWhere();
    const teams = new FakeTeams();
    const other = beside(deps);
    expect(await Promise.all([followOutOfOffice(deps), followOutOfOffice(other)])).toContain(1);
    await deps.settle();
    await work(deps, teams);
    expect(absencesOf(deps)).toHaveLength(1);
    expect(noticesOf(teams, 'direktor')).toEqual(['standing', 'absence']);
  });

  it.each([0, 1, 2])('is finished by another when it dies after %i more writes', async (writes) => {
    const deps = await aWorldWhere();
    const teams = new FakeTeams();
    deps.writes.failAfter = deps.writes.count + writes;
    await followed(deps).catch((thrown: unknown) => {
      if (!(thrown instanceof Crash)) throw thrown;
    });
    deps.writes.failAfter = Number.POSITIVE_INFINITY;
    const next = beside(deps);
    await sweep(next, 'start');
    await followed(next);
    await work(next, teams);
    expect(absencesOf(next)).toHaveLength(1);
    expect(noticesOf(teams, 'direktor')).toEqual(['standing', 'absence']);
    const { entries } = await historyOf(next, `person:${chef}`);
    expect(entries.filter(({ cause }) => cause.endsWith(':named'))).toHaveLength(1);
  });
});

describe('a standing deputy', () => {
  it.each([
    ['by the chef', chef, chef, 'direktor', 'ok'],
    ['by the consultant', 'consultant', chef, 'direktor', 'ok'],
    ['not by DigiTek', 'digitek', chef, 'direktor', 'notAllowed'],
    ['not for oneself', chef, chef, chef, 'oneself'],
    ['not somebody unknown', chef, chef, 'no-one', 'unknownDeputy'],
    [
      'not for somebody nothing is asked of',
      'consultant',
      'stranger',
      'direktor',
      'answersNothing',
    ],
  ] as const)('is named %s', async (_, by, personId, deputyId, expected) => {
    const deps = testDeps();
    aWorld(deps, 'gate1');
    const result = await setStanding(deps, actor(by), { personId, deputyId });
    expect(result.ok ? 'ok' : result.refusal.type).toBe(expected);
  });

  it('stands in the history each time, also when one takes another’s place', async () => {
    const deps = testDeps();
    aWorld(deps, 'gate1');
    await named(deps);
    later(deps, 1);
    await named(deps, 'owner');
    await named(deps, 'owner');
    const { entries } = await historyOf(deps, `person:${chef}`);
    expect(entries.map(({ after }) => JSON.parse(after) as unknown)).toEqual([
      { standing: 'direktor' },
      { standing: 'owner' },
    ]);
  });
});

describe('a chef whose standing deputy is away too', () => {
  it('is named to the consultants once, with why, and no more when another answers', async () => {
    const deps = await aWorldWhere();
    await named(deps, 'owner');
    deps.mailboxes.says.set('owner', { type: 'on' });
    await named(deps, 'lead', 'owner');
    await followed(deps);
    expect(absencesOf(deps)).toMatchObject([{ deputyId: 'owner', from: '2026-11-23' }]);
    const mornings = () =>
      deps.stores.messages
        .all()
        .map(({ value }) => value)
        .filter(({ kind }) => kind === 'morning')
        .map(({ to, about }) => [to.type === 'person' ? to.id : '', about]);
    for (const day of ['2026-11-24', '2026-11-25']) {
      deps.clock.at = `${day}T08:00:00Z`;
      await Promise.all([tellByClock(deps), tellByClock(beside(deps))]);
    }
    expect(mornings()).toEqual([['consultant', '2026-11-24']]);
    const { uncovered } = morningNow(deps, '2026-11-24', 'consultant');
    expect(uncovered).toMatchObject([
      {
        type: 'days',
        away: { id: chef },
        deputies: ['Leder, nattevagten'],
        days: { from: '2026-11-23' },
      },
    ]);
    deps.mailboxes.says.set('owner', { type: 'off' });
    later(deps, 11);
    await followed(deps);
    expect(morningNow(deps, '2026-11-25', 'consultant').uncovered).toEqual([]);
  });

  it('and one who has left is named while the replies are read', async () => {
    const deps = await aWorldWhere({ type: 'off' });
    deps.stores.people.rows.delete('direktor');
    const now = () => morningNow(deps, '2026-11-24', 'consultant').uncovered;
    expect(now()).toMatchObject([{ type: 'standing', away: { id: chef } }]);
    turned(deps, 'off');
    expect(now()).toEqual([]);
  });
});
