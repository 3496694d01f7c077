import { describe, expect, it } from 'vitest';
import { benefitIdOf } from '#shared/domain/benefits/benefit.ts';
import type { BenefitGiven } from '#shared/domain/benefits/rules.ts';
import type { MessageKind } from '#shared/domain/message.ts';
import { stepId } from '#shared/domain/steps.ts';
import { askByClock } from '#shared/useCases/benefits/askByClock.ts';
import { moveBenefit } from '#shared/useCases/benefits/moveBenefit.ts';
import { benefitById } from '#shared/useCases/checklist/benefitsHeld.ts';
import { tellByClock } from '#shared/useCases/matters/registry.ts';
import { mattersWaitingFor } from '#shared/useCases/matters/waiting.ts';
import { benefitsPage } from '#shared/useCases/pages/benefitsPage.ts';
import { historyOf, projectPage } from '#shared/useCases/pages/projectPage.ts';
import { actorOf } from '#shared/useCases/people.ts';
import { editProject } from '#shared/useCases/projects/editProject.ts';
import { benefitId, benefitKey, typedTerms } from '../builders/benefit.ts';
import { allSteps, aReadyProject, furnish } from '../builders/portfolio.ts';
import { behind } from '../worlds/memory/behind.ts';
import { beside, expectSameAfterKills } from '../worlds/memory/kills.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

const start = '2026-05-01T08:00:00Z';

/** A project that gate 3 has put into operation on 1 May. */
const inOperation = (): TestDeps => {
  const deps = testDeps();
  furnish(deps.stores);
  deps.stores.projects.put(
    aReadyProject('gate3', { phase: 'operation', status: 'operating', phaseSince: start }),
  );
  deps.stores.steps.put(...allSteps('p1', 'gate3'));
  deps.clock.at = '2026-05-04T09:00:00Z';
  return deps;
};

const did = async (deps: TestDeps, by: string, given: BenefitGiven, id = benefitId) => {
  const result = await moveBenefit(deps, actorOf(deps, by, by), id, given);
  await deps.settle();
  return result;
};
const writes = (deps: TestDeps, more = {}, revision = 0, id = benefitId) =>
  did(deps, 'lead', { type: 'written', revision, terms: typedTerms(more) }, id);
const nowIn = (deps: TestDeps, id = benefitId) => benefitById(deps.stores, id);
const seen = (deps: TestDeps, id = benefitId) => ({
  ask: nowIn(deps, id)?.ask?.seq ?? 0,
  revision: nowIn(deps, id)?.revision ?? 0,
});
const measures = (deps: TestDeps, by: string, value: number, id = benefitId) =>
  did(deps, by, { type: 'answered', ...seen(deps, id), value, uncertainty: null, comment: '' }, id);
const at = async (deps: TestDeps, moment: string): Promise<void> => {
  deps.clock.at = moment;
  for (let round = 0; round < 3; round += 1) {
    await tellByClock(deps);
    await deps.settle();
  }
};
const told = (deps: TestDeps): readonly (readonly [MessageKind, string])[] =>
  deps.stores.messages
    .all()
    .map(({ value }) => [value.kind, value.to.type === 'person' ? value.to.id : value.to.type]);
const waits = (deps: TestDeps, who: string) => mattersWaitingFor(deps, who).map(({ type }) => type);
const page = (deps: TestDeps, by = 'consultant') => benefitsPage(deps, actorOf(deps, by, by));
const kinds = (deps: TestDeps) => nowIn(deps)?.events.map(({ kind }) => kind);

describe('a benefit', () => {
  it('is asked about after three months, answered, told of and added up', async () => {
    const deps = inOperation();
    await writes(deps);
    await at(deps, '2026-07-31T09:00:00Z');
    expect(told(deps)).toEqual([]);
    await at(deps, '2026-08-03T07:00:00Z');
    expect(told(deps)).toEqual([['benefitAsk', 'owner']]);
    expect(waits(deps, 'owner')).toEqual(['benefit']);
    expect(page(deps)).toMatchObject({ owners: 0, sums: [{ missing: 1, measured: 0 }] });
    await measures(deps, 'owner', 2_900_00);
    expect(waits(deps, 'owner')).toEqual([]);
    expect(told(deps)).toContainEqual(['benefitTold', 'lead']);
    expect(page(deps).sums).toMatchObject([
      {
        ...{ measure: 'hoursAYear', count: 1, measured: 1, missing: 0 },
        total: { promised: 3_400_00, realised: 2_900_00, uncertainty: 400_00, unmeasured: 0 },
      },
    ]);
    const { entries, holds } = await historyOf(deps, 'p1');
    expect(holds).toBe(true);
    expect(entries.filter(({ kind }) => kind === 'benefit')).toHaveLength(3);
  });

  it('is not asked about before its project is in operation, nor when it was stopped', async () => {
    const deps = inOperation();
    const row = deps.stores.projects.get('p1');
    if (!row) throw new RangeError('p1');
    const trial = await deps.stores.projects.update(row, { phase: 'trial', status: 'active' });
    await writes(deps);
    await at(deps, '2026-08-03T07:00:00Z');
    expect(kinds(deps)).toEqual(['written']);
    expect(page(deps)).toMatchObject({ rows: [], ahead: 1 });
    if (trial.type !== 'updated') throw new RangeError('p1');
    const running = { phase: 'operation', status: 'operating' } as const;
    const again = await deps.stores.projects.update(trial.row, running);
    await at(deps, '2026-08-03T08:00:00Z');
    expect(waits(deps, 'owner')).toEqual(['benefit']);
    if (again.type !== 'updated') throw new RangeError('p1');
    await deps.stores.projects.update(again.row, { status: 'stopped' });
    expect(waits(deps, 'owner')).toEqual([]);
    expect((await measures(deps, 'owner', 1_00)).type).toBe('refused');
    await at(deps, '2026-11-02T08:00:00Z');
    expect(kinds(deps)).toEqual(['written', 'asked']);
    expect(page(deps).rows).toEqual([]);
  });

  it('whose owner has left is told to the lead; a new owner is asked, and nothing is lost', async () => {
    const deps = inOperation();
    await writes(deps);
    deps.stores.people.rows.delete('owner');
    await at(deps, '2026-08-03T07:00:00Z');
    expect(told(deps)).toEqual([['benefitOwner', 'lead']]);
    expect(page(deps).rows).toMatchObject([{ isOwnerless: true, standing: { type: 'missing' } }]);
    expect(page(deps).owners).toBe(0);
    await did(deps, 'lead', { type: 'owner', revision: 1, ownerId: 'direktor' });
    expect(told(deps)).toContainEqual(['benefitAsk', 'direktor']);
    expect(waits(deps, 'direktor')).toEqual(['benefit']);
    await measures(deps, 'direktor', 2_000_00);
    expect(nowIn(deps)?.answers).toMatchObject([{ month: 3, byId: 'direktor' }]);
  });

  it('whose lead has left too is told to the consultant', async () => {
    const deps = inOperation();
    await writes(deps);
    deps.stores.people.rows.delete('owner');
    deps.stores.people.rows.delete('lead');
    await at(deps, '2026-08-03T07:00:00Z');
    expect(told(deps)).toEqual([['benefitOwner', 'consultant']]);
  });

  it('is asked about again on the day the owner gave, and not before', async () => {
    const deps = inOperation();
    await writes(deps);
    await at(deps, '2026-08-03T07:00:00Z');
    const later = { type: 'notYet', ...seen(deps), until: '2026-09-07', comment: '' } as const;
    await did(deps, 'owner', later);
    expect(waits(deps, 'owner')).toEqual([]);
    expect(page(deps)).toMatchObject({ owners: 0, sums: [{ missing: 1 }] });
    await at(deps, '2026-09-06T09:00:00Z');
    expect(kinds(deps)).toEqual(['written', 'asked', 'notYet']);
    await at(deps, '2026-09-07T07:00:00Z');
    expect(waits(deps, 'owner')).toEqual(['benefit']);
    expect(told(deps).filter(([kind]) => kind === 'benefitAsk')).toHaveLength(2);
  });

  it('is asked about again by the team, which nobody hears twice on one day', async () => {
    const deps = inOperation();
    await writes(deps);
    await at(deps, '2026-08-03T07:00:00Z');
    deps.clock.at = '2026-08-05T09:00:00Z';
    expect(page(deps).owners).toBe(1);
    const again = { type: 'askedAgain', revision: seen(deps).revision } as const;
    await did(deps, 'digitek', again);
    expect(page(deps).owners).toBe(0);
    const { revision } = seen(deps);
    expect(await did(deps, 'digitek', { type: 'askedAgain', revision })).toMatchObject({
      type: 'refused',
      refusal: { type: 'askedToday' },
    });
    expect(told(deps).filter(([kind]) => kind === 'benefitAsk')).toHaveLength(2);
  });

  it('stands between its project and the end, by name, until it is followed to the door', async () => {
    const deps = inOperation();
    for (const code of ['benefitFollowUp', 'leadLetsGo'] as const) {
      const [step] = allSteps('p1', 'gate3');
      if (step) deps.stores.steps.put({ ...step, id: stepId('p1', code), code });
    }
    await writes(deps);
    const close = async () => {
      const row = deps.stores.projects.get('p1');
      return editProject(deps, actorOf(deps, 'lead', 'lead'), {
        ...{ id: 'p1', revision: row?.etag ?? '', changes: { status: 'closed' } },
      });
    };
    expect(await close()).toMatchObject({
      refusal: { type: 'benefitsLeft', left: ['Sparet kørsel'] },
    });
    const on = projectPage(deps, actorOf(deps, 'lead', 'lead'), 'p1');
    expect(on?.benefits.left).toEqual(['Sparet kørsel']);
    await at(deps, '2027-05-03T07:00:00Z');
    await measures(deps, 'owner', 3_300_00);
    expect(await close()).toMatchObject({ ok: true });
    expect(page(deps).sums).toMatchObject([{ total: { realised: 3_300_00 } }]);
  });

  it('is written once by a press that is delivered twice', async () => {
    const deps = inOperation();
    expect((await writes(deps)).type).toBe('done');
    expect((await writes(deps)).type).toBe('repeated');
    expect(kinds(deps)).toEqual(['written']);
  });
});

describe('two servers', () => {
  it('ask once, also when one of them has not heard of the other', async () => {
    const deps = inOperation();
    await writes(deps);
    deps.clock.at = '2026-08-03T07:00:00Z';
    const late = {
      ...deps,
      stores: { ...deps.stores, benefits: behind(deps.stores.benefits) },
    };
    await Promise.all([askByClock(deps, benefitId), askByClock(late, benefitId)]);
    await Promise.all([askByClock(beside(deps), benefitId), askByClock(late, benefitId)]);
    await deps.settle();
    expect(kinds(deps)).toEqual(['written', 'asked']);
    expect(told(deps)).toEqual([['benefitAsk', 'owner']]);
  });

  it('come to the same when one is killed after any write', async () => {
    await expectSameAfterKills({
      world: inOperation,
      play: async (deps) => {
        deps.clock.at = '2026-05-04T09:00:00Z';
        await writes(deps);
        await at(deps, '2026-08-03T07:00:00Z');
        await moveBenefit(deps, actorOf(deps, 'owner', 'owner'), benefitId, {
          ...{ type: 'answered', ask: 2, revision: 2, value: 2_100_00, uncertainty: null },
          comment: 'Talt i kørebogen.',
        });
        await deps.settle();
      },
      stateOf: (deps) => ({
        events: deps.stores.benefits.all().map(({ value }) => value.kind),
        told: [...told(deps)].map(String).sort(),
        sums: page(deps).sums,
      }),
      kind: 'benefit',
    });
  });
});

it('keeps measures apart on the page', async () => {
  const deps = inOperation();
  await writes(deps);
  const other = benefitIdOf('p1', benefitKey.replace('0c8f', '1c8f'));
  const kroner = { title: 'Brændstof', measure: 'krAYear', target: 40_000_00, uncertainty: null };
  await writes(deps, kroner, 0, other);
  await at(deps, '2026-08-03T07:00:00Z');
  await measures(deps, 'owner', 2_900_00);
  expect(page(deps).sums).toMatchObject([
    { measure: 'hoursAYear', total: { realised: 2_900_00 } },
    { measure: 'krAYear', missing: 1, total: { realised: 0, unmeasured: 40_000_00 } },
  ]);
});
