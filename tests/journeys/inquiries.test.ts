import { describe, expect, it } from 'vitest';
import type { InquiryAnswer } from '#shared/domain/inquiries/inquiry.ts';
import type { InquiryGiven } from '#shared/domain/inquiries/rules.ts';
import type { MessageKind } from '#shared/domain/message.ts';
import { stepId } from '#shared/domain/steps.ts';
import { inquiryById } from '#shared/useCases/checklist/inquiriesHeld.ts';
import { stepsByCode } from '#shared/useCases/checklist/steps.ts';
import { moveInquiry } from '#shared/useCases/inquiries/moveInquiry.ts';
import { tellByClock } from '#shared/useCases/matters/registry.ts';
import { mattersWaitingFor } from '#shared/useCases/matters/waiting.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import { historyOf, projectPage } from '#shared/useCases/pages/projectPage.ts';
import { tasksPage } from '#shared/useCases/pages/tasksPage.ts';
import { actorOf } from '#shared/useCases/people.ts';
import { tickStep } from '#shared/useCases/projects/tickStep.ts';
import { designId, itPeople, talkId } from '../builders/inquiry.ts';
import { aWorld } from '../builders/portfolio.ts';
import { beside, expectSameAfterKills } from '../worlds/memory/kills.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { FakeTeams } from '../worlds/memory/teams.ts';

const it1 = 'it-arkitekt';
const it2 = 'it-sikkerhed';

/** A project on its way to gate 2, whose servicedesign nobody has ticked. */
const aProjectIn = (): TestDeps => {
  const deps = testDeps();
  aWorld(deps, 'gate2', { createdById: 'stranger', createdBy: 'Medarbejder' });
  deps.stores.people.put(...itPeople);
  deps.stores.steps.rows.delete(stepId('p1', 'serviceDesign'));
  return deps;
};

const did = async (deps: TestDeps, by: string, id: string, given: InquiryGiven) => {
  const result = await moveInquiry(deps, actorOf(deps, by, by), id, given);
  await deps.settle();
  return result;
};

const nowIn = (deps: TestDeps, id: string) => inquiryById(deps.stores, id);
const seen = (deps: TestDeps, id: string) => ({
  ask: nowIn(deps, id)?.ask?.seq ?? 0,
  revision: nowIn(deps, id)?.revision ?? 0,
});
const talks = (deps: TestDeps, by = 'lead', askedId = 'owner') =>
  did(deps, by, talkId, { type: 'asked', revision: 0, askedId, comment: 'Holder aftalen?' });
const asksIt = (deps: TestDeps, by = 'lead') =>
  did(deps, by, designId, {
    ...{ type: 'asked', revision: seen(deps, designId).revision, askedId: null },
    comment: 'Se på log ind.',
  });
const answers = (deps: TestDeps, by: string, id: string, answer: InquiryAnswer, comment = '') =>
  did(deps, by, id, { type: 'answered', ...seen(deps, id), answer, comment });

const kindsOf = (deps: TestDeps): readonly string[] =>
  deps.stores.inquiries.all().map(({ value }) => value.kind);
const told = (deps: TestDeps): readonly (readonly [MessageKind, string])[] =>
  deps.stores.messages
    .all()
    .map(({ value }) => [value.kind, value.to.type === 'person' ? value.to.id : value.to.type]);
const design = (deps: TestDeps) => stepsByCode(deps.stores, 'p1').get('serviceDesign');
const page = (deps: TestDeps, by: string) =>
  projectPage(deps, actorOf(deps, by, by), 'p1')?.inquiries;
const waits = (deps: TestDeps, who: string) => mattersWaitingFor(deps, who).map(({ type }) => type);
const stop = async (deps: TestDeps): Promise<void> => {
  const row = deps.stores.projects.get('p1');
  if (row) await deps.stores.projects.update(row, { status: 'stopped' });
};
const at = async (deps: TestDeps, moment: string): Promise<void> => {
  deps.clock.at = moment;
  for (let round = 0; round < 3; round += 1) {
    await tellByClock(deps);
    await deps.settle();
  }
};

describe('lead and owner', () => {
  it('talk: a question, an answer, kept, for all to read and in the history', async () => {
    const deps = aProjectIn();
    await talks(deps);
    expect(waits(deps, 'owner')).toEqual(['inquiry']);
    await answers(deps, 'owner', talkId, 'said', 'Ja, den holder.');
    expect(waits(deps, 'owner')).toEqual([]);
    expect(told(deps)).toEqual([
      ['inquiryAsk', 'owner'],
      ['inquiryTold', 'lead'],
    ]);
    for (const reader of ['stranger', 'direktor', 'lead'])
      expect(page(deps, reader)?.talk).toMatchObject([
        {
          asked: { byName: 'Projektleder, DigiTek', comment: 'Holder aftalen?' },
          answer: { byName: 'Leder, nattevagten', comment: 'Ja, den holder.' },
          isWaiting: false,
        },
      ]);
    const { entries, holds } = await historyOf(deps, 'p1');
    expect(holds).toBe(true);
    expect(entries.filter(({ kind }) => kind === 'inquiry')).toHaveLength(2);
  });

  it('are offered those who have to do with the project, and never themselves', () => {
    const deps = aProjectIn();
    const whom = (by: string) => page(deps, by)?.askable.map(({ id }) => id);
    expect(whom('lead')).toEqual(['owner', 'stranger', 'consultant', 'digitek']);
    expect(whom('owner')).toEqual(['lead', 'stranger', 'consultant', 'digitek']);
    expect(whom('stranger')).toEqual([]);
    expect(whom('direktor')).toEqual([]);
  });

  it('take a question back, which then says nothing and waits for nobody', async () => {
    const deps = aProjectIn();
    await talks(deps);
    await did(deps, 'lead', talkId, { type: 'withdrawn', revision: 1 });
    expect(waits(deps, 'owner')).toEqual([]);
    expect(page(deps, 'lead')?.talk).toEqual([]);
  });

  it('are told when whoever was asked has left, and can ask another', async () => {
    const deps = aProjectIn();
    await talks(deps);
    const row = deps.stores.projects.get('p1');
    if (row) await deps.stores.projects.update(row, { ownerId: 'direktor', ownerName: 'Direktør' });
    expect(page(deps, 'lead')?.talk).toMatchObject([{ isGone: true, mayTakeBack: true }]);
    expect(waits(deps, 'owner')).toEqual([]);
    expect((await answers(deps, 'owner', talkId, 'said', 'Ja, den holder.')).type).toBe('refused');
    await at(deps, '2026-11-25T15:00:00Z');
    expect(told(deps)).toContainEqual(['inquiryOverdue', 'lead']);
  });
});

describe('IT og Digitalisering', () => {
  it('is asked, answers, and the step is ticked by whom and when', async () => {
    const deps = aProjectIn();
    await asksIt(deps);
    expect([waits(deps, it1), waits(deps, it2)]).toEqual([['inquiry'], ['inquiry']]);
    deps.clock.at = '2026-11-24T09:00:00Z';
    await answers(deps, it1, designId, 'fine');
    expect([waits(deps, it1), waits(deps, it2)]).toEqual([[], []]);
    expect(design(deps)).toMatchObject({
      ...{ done: true, doneByName: 'Arkitekt, IT', doneAt: '2026-11-24T09:00:00Z' },
    });
    expect(told(deps)).toEqual([
      ['inquiryAsk', it1],
      ['inquiryAsk', it2],
      ['inquiryTold', 'lead'],
    ]);
  });

  it('says what is lacking, in writing, and is asked again', async () => {
    const deps = aProjectIn();
    await asksIt(deps, 'digitek');
    await answers(deps, it2, designId, 'notYet', 'Datastrømmen mangler.');
    expect(design(deps)?.done ?? false).toBe(false);
    expect(page(deps, 'stranger')?.it).toMatchObject([
      { step: 'serviceDesign', answer: { answer: 'notYet', comment: 'Datastrømmen mangler.' } },
    ]);
    await asksIt(deps);
    expect(page(deps, 'stranger')?.it).toMatchObject([
      { isWaiting: true, answer: { comment: 'Datastrømmen mangler.' } },
    ]);
    await answers(deps, it1, designId, 'fine', 'Nu er den der.');
    expect(design(deps)?.done).toBe(true);
    expect(told(deps).filter(([kind]) => kind === 'inquiryAsk')).toHaveLength(4);
  });

  it('takes its own tick back, and nobody else’s', async () => {
    const deps = aProjectIn();
    await asksIt(deps);
    await answers(deps, it1, designId, 'fine');
    deps.clock.at = '2026-11-25T09:00:00Z';
    await answers(deps, it1, designId, 'notYet', 'Jeg tog fejl af systemet.');
    expect(design(deps)).toMatchObject({ done: false, doneByName: '' });
    const tick = { projectId: 'p1', code: 'serviceDesign', done: true } as const;
    await tickStep(deps, actorOf(deps, 'lead', ''), tick);
    deps.clock.at = '2026-11-26T09:00:00Z';
    await answers(deps, it1, designId, 'fineIf', 'Log ind over FK.');
    expect(design(deps)).toMatchObject({ done: true, doneByName: 'Projektleder, DigiTek' });
  });

  it('ticks once: what the lead unticks stays so, whatever the sweep finds', async () => {
    const deps = aProjectIn();
    await asksIt(deps);
    await answers(deps, it1, designId, 'fine');
    await tickStep(deps, actorOf(deps, 'lead', ''), {
      ...{ projectId: 'p1', code: 'serviceDesign', done: false },
    });
    await deps.settle();
    const next = beside(deps);
    await at(next, '2026-11-24T10:00:00Z');
    expect(design(next)?.done).toBe(false);
  });

  it('asks back, and has the reply on the card', async () => {
    const deps = aProjectIn();
    await asksIt(deps);
    const question = { type: 'question', ...seen(deps, designId), comment: 'Hvilken leverandør?' };
    await did(deps, it1, designId, question as InquiryGiven);
    expect(waits(deps, 'lead')).toEqual(['inquiry']);
    await did(deps, 'lead', designId, { type: 'reply', question: 2, comment: 'Den i Syd.' });
    expect(waits(deps, 'lead')).toEqual([]);
    expect(told(deps).slice(2)).toEqual([
      ['inquiryQuestion', 'lead'],
      ['inquiryReply', it1],
    ]);
  });

  it('vouches for its part of a checklist, and leaves the tick to the lead', async () => {
    const deps = testDeps();
    aWorld(deps, 'gate1');
    deps.stores.people.put(...itPeople);
    deps.stores.steps.rows.delete(stepId('p1', 'ideaChecklist'));
    const id = 'p1:it:ideaChecklist';
    await did(deps, 'lead', id, {
      ...{ type: 'asked', revision: 0, askedId: null, comment: 'Er der persondata i det?' },
    });
    await answers(deps, it1, id, 'fine', 'Nej, kun låsen.');
    expect(stepsByCode(deps.stores, 'p1').get('ideaChecklist')?.done ?? false).toBe(false);
    expect(page(deps, 'lead')?.it).toMatchObject([{ answer: { answer: 'fine' } }]);
  });
});

describe('the clock', () => {
  it('nudges IT on the fifth working day, and past due tells the lead and the consultant', async () => {
    const deps = aProjectIn();
    await asksIt(deps);
    await at(deps, '2026-11-27T15:00:00Z');
    expect(told(deps)).toHaveLength(2);
    await at(deps, '2026-11-30T08:00:00Z');
    await at(deps, '2026-11-30T15:00:00Z');
    await at(deps, '2026-12-30T15:00:00Z');
    expect(
      told(deps)
        .filter(([kind]) => kind !== 'morning')
        .slice(2),
    ).toEqual([
      ['inquiryNudge', it1],
      ['inquiryNudge', it2],
      ['inquiryOverdue', 'lead'],
      ['inquiryOverdue', 'consultant'],
    ]);
    expect((await answers(deps, it1, designId, 'fine')).type).toBe('done');
  });

  it('goes by the setting', async () => {
    const deps = aProjectIn();
    deps.stores.settings.put({ id: 'itDays', value: '1', lastChange: null });
    await asksIt(deps);
    expect(nowIn(deps, designId)?.ask?.dueAt).toBe('2026-11-24T15:00:00Z');
  });

  it('tells nobody but whoever asked of a talk that waits', async () => {
    const deps = aProjectIn();
    await talks(deps);
    await at(deps, '2026-11-25T08:00:00Z');
    await at(deps, '2026-11-25T15:00:00Z');
    expect(told(deps)).toEqual([
      ['inquiryAsk', 'owner'],
      ['inquiryNudge', 'owner'],
      ['inquiryOverdue', 'lead'],
    ]);
  });

  it('asks whoever is given the role meanwhile, and lets go of who has lost it', async () => {
    const deps = aProjectIn();
    const [first, second] = itPeople;
    if (!first || !second) throw new Error('nobody');
    deps.stores.people.put({ ...second, roles: [] });
    await asksIt(deps);
    expect(waits(deps, it2)).toEqual([]);
    deps.stores.people.put({ ...first, roles: [] }, second);
    await at(deps, '2026-11-24T09:00:00Z');
    expect([waits(deps, it1), waits(deps, it2)]).toEqual([[], ['inquiry']]);
    expect((await answers(deps, it1, designId, 'fine')).type).toBe('refused');
    expect(told(deps)).toEqual([
      ['inquiryAsk', it1],
      ['inquiryAsk', it2],
    ]);
  });

  it('is still when the project is stopped, and every card says so', async () => {
    const deps = aProjectIn();
    const teams = new FakeTeams();
    await talks(deps);
    await asksIt(deps);
    await deliver(deps, teams);
    await stop(deps);
    await at(deps, '2026-12-30T15:00:00Z');
    expect(told(deps)).toHaveLength(3);
    expect([waits(deps, 'owner'), waits(deps, it1)]).toEqual([[], []]);
    expect((await answers(deps, 'owner', talkId, 'said', 'Ja, den holder.')).type).toBe('refused');
  });

  it('comes to rest', async () => {
    const deps = aProjectIn();
    const teams = new FakeTeams();
    await talks(deps);
    await asksIt(deps);
    await answers(deps, it1, designId, 'fine');
    for (let round = 0; round < 20; round += 1) {
      await tellByClock(deps);
      await deliver(deps, teams);
      await deps.settle();
    }
    expect([await tellByClock(deps), await deliver(deps, teams)]).toEqual([0, 0]);
  });
});

describe('two at once', () => {
  it('ask IT on two servers: one question', async () => {
    const first = aProjectIn();
    const second = beside(first);
    const given = { type: 'asked', revision: 0, askedId: null } as const;
    const both = await Promise.all([
      moveInquiry(first, actorOf(first, 'lead', ''), designId, { ...given, comment: 'Se på det.' }),
      moveInquiry(second, actorOf(second, 'digitek', ''), designId, {
        ...given,
        comment: 'Er det i orden?',
      }),
    ]);
    await Promise.all([first.settle(), second.settle()]);
    expect(both.map(({ type }) => type).sort()).toEqual(['done', 'refused']);
    expect(kindsOf(first)).toEqual(['asked']);
  });

  it('answer for IT on two servers: one counts, and the step says that one', async () => {
    const first = aProjectIn();
    const second = beside(first);
    await asksIt(first);
    const given = { type: 'answered', ...seen(first, designId) } as const;
    const both = await Promise.all([
      moveInquiry(first, actorOf(first, it1, ''), designId, {
        ...{ ...given, answer: 'fine', comment: '' },
      }),
      moveInquiry(second, actorOf(second, it2, ''), designId, {
        ...{ ...given, answer: 'notYet', comment: 'Datastrømmen mangler.' },
      }),
    ]);
    await Promise.all([first.settle(), second.settle()]);
    expect(both.map(({ type }) => type).sort()).toEqual(['done', 'refused']);
    expect(design(first)?.done ?? false).toBe(nowIn(first, designId)?.word?.answer === 'fine');
  });

  it('take a press that is delivered three times for one', async () => {
    const first = aProjectIn();
    const second = beside(first);
    for (const deps of [first, second, first]) await talks(deps);
    const given = { type: 'answered', ask: 1, revision: 1, answer: 'said' } as const;
    await Promise.all(
      [first, second, first].map((deps) =>
        did(deps, 'owner', talkId, { ...given, comment: 'Ja, den holder.' }),
      ),
    );
    expect(kindsOf(first)).toEqual(['asked', 'answered']);
    expect(told(first)).toHaveLength(2);
  });
});

describe('killed at any write', () => {
  const ask = (deps: TestDeps) =>
    did(deps, 'lead', designId, {
      ...{ type: 'asked', revision: 0, askedId: null, comment: 'Se på log ind.' },
    });
  const answer = (deps: TestDeps, said: InquiryAnswer, comment: string) =>
    did(deps, it1, designId, { type: 'answered', ask: 1, revision: 1, answer: said, comment });
  const plays: readonly (readonly [string, (deps: TestDeps) => Promise<unknown>])[] = [
    ['asking a person', (deps) => talks(deps)],
    ['asking IT', ask],
    [
      'IT’s I orden',
      async (deps) => {
        await ask(deps);
        await answer(deps, 'fine', '');
      },
    ],
    [
      'IT’s Ikke endnu',
      async (deps) => {
        await ask(deps);
        await answer(deps, 'notYet', 'Datastrømmen mangler.');
      },
    ],
  ];

  const stateOf = (deps: TestDeps) => ({
    events: kindsOf(deps),
    messages: [...told(deps)].sort(),
    step: [design(deps)?.done ?? false, design(deps)?.doneByName ?? ''],
  });

  it.each(plays)('%s comes to the same after the sweep and one more press', (_, play) =>
    expectSameAfterKills({ world: aProjectIn, play, stateOf, kind: 'inquiry' }),
  );
});

describe('an id that names nothing', () => {
  it('is unknown, and nothing is written', async () => {
    const deps = aProjectIn();
    const given = { type: 'asked', revision: 0, askedId: 'owner', comment: 'Hvad nu?' } as const;
    for (const id of ['p1', 'p1:talk:x', 'p1:it:evaluation', talkId.replace('p1', 'p9')])
      expect((await did(deps, 'lead', id, given)).type).toBe('unknown');
    expect(deps.writes.count).toBe(0);
  });
});

describe('whoever asked waits for it under Opgaver', () => {
  const waited = (deps: TestDeps, who: string) =>
    tasksPage(deps, actorOf(deps, who, who)).waitsOn.flatMap(({ what }) =>
      what.type === 'inquiry' ? [[what.subject, what.whom, what.isLate]] : [],
    );

  it('until it is answered, and sees when it is over its time', async () => {
    const deps = aProjectIn();
    await talks(deps);
    await asksIt(deps);
    expect(waited(deps, 'lead')).toEqual([
      ...[['talk', 'Leder, nattevagten', false]],
      ['it', '', false],
    ]);
    expect(waited(deps, 'owner')).toEqual([]);
    deps.clock.pass(6 * 24 * 60 * 60_000);
    expect(waited(deps, 'lead')).toMatchObject([
      ['talk', expect.any(String), true],
      ['it', '', false],
    ]);
    await answers(deps, 'owner', talkId, 'said', 'Den holder.');
    expect(waited(deps, 'lead')).toEqual([['it', '', false]]);
  });
});
