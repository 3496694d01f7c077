import { describe, expect, it } from 'vitest';
import type { BenefitEvent } from '#shared/domain/benefits/benefit.ts';
import { benefitIdOf } from '#shared/domain/benefits/benefit.ts';
import { monthsAfter } from '#shared/domain/benefits/followUp.ts';
import type { BenefitNow } from '#shared/domain/benefits/now.ts';
import type { BenefitGiven } from '#shared/domain/benefits/rules.ts';
import { measuredIn } from '#shared/domain/benefits/sums.ts';
import { dayOf } from '#shared/domain/day.ts';
import type { Person } from '#shared/domain/person.ts';
import { moveBenefit } from '#shared/useCases/benefits/moveBenefit.ts';
import { allBenefits, benefitById } from '#shared/useCases/checklist/benefitsHeld.ts';
import { tellByClock } from '#shared/useCases/matters/registry.ts';
import { benefitsPage } from '#shared/useCases/pages/benefitsPage.ts';
import { historyOf } from '#shared/useCases/pages/projectPage.ts';
import { actorOf } from '#shared/useCases/people.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { editRules, rulesOf } from '#shared/useCases/settings/editRules.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { typedTerms } from '../builders/benefit.ts';
import { runsOf } from '../builders/long.ts';
import { actor, aReadyProject, furnish } from '../builders/portfolio.ts';
import { behind } from '../worlds/memory/behind.ts';
import { beside } from '../worlds/memory/kills.ts';
import { lendAll } from '../worlds/memory/lend.ts';
import { Crash, type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { numbers } from '../worlds/memory/numbers.ts';

/* Eighteen months in which owners leave, projects are stopped, targets change and DigiTek asks at other months than before, on two servers that are killed now and then, also while somebody presses. */

const projects = 6;
const first = '2026-01-05';
const lastDay = '2027-07-05';
const dayMs = 86_400_000;
/** From this day owners are asked after nine months too. */
const moreFrom = '2026-10-05';
const monthsThen = [3, 6, 9, 12];

const daysOn = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

const ownerNamed = (id: string): Person => ({
  ...{ id, name: `Ejer ${id}`, upn: `${id}@viborg.example`, roles: ['leder'], area: 'omsorg' },
  ...{ unit: '', deputyFor: null, deputyFrom: null, deputyTo: null, absences: [], standing: null },
});

const measures = ['hoursAYear', 'krAYear', 'percent'] as const;

class Years {
  readonly deps: TestDeps = testDeps();
  readonly random: (below: number) => number;
  readonly stopped = new Map<string, string>();
  kills = 0;
  killedPresses = 0;
  presses = 0;
  day = first;
  owners = 0;

  constructor(seed: number) {
    this.random = numbers(seed);
    const { stores } = this.deps;
    lendAll(this.deps);
    furnish(stores);
    for (let at = 0; at < projects; at += 1) {
      const since = `${daysOn(first, at * 9)}T08:00:00Z`;
      stores.projects.put(
        aReadyProject('gate3', {
          ...{ id: `p${at}`, title: `Projekt ${at}`, phase: 'operation', status: 'operating' },
          phaseSince: since,
        }),
      );
    }
  }

  /** Somebody new on the list of people. */
  async hired(): Promise<string> {
    this.owners += 1;
    const id = `e${this.owners}`;
    await this.deps.stores.people.insert(ownerNamed(id));
    return id;
  }

  async #pressedOn(server: TestDeps, by: string, id: string, given: BenefitGiven) {
    const moved = await moveBenefit(server, actorOf(server, by, by), id, given).catch(
      (thrown: unknown) => {
        if (thrown instanceof Crash) return { type: 'killed' };
        throw thrown;
      },
    );
    await server.settle();
    return moved.type;
  }

  /** A press. One in three is on a server that is killed at it, and is sent again to whichever is there. */
  async did(by: string, id: string, given: BenefitGiven): Promise<string> {
    const { deps } = this;
    const { writes } = deps;
    this.presses += 1;
    if (this.random(3) > 0) return this.#pressedOn(deps, by, id, given);
    writes.failAfter = writes.count + this.random(3);
    const first = await this.#pressedOn(deps, by, id, given);
    writes.failAfter = Number.POSITIVE_INFINITY;
    this.killedPresses += Number(first === 'killed');
    const again = await this.#pressedOn(this.random(2) ? deps : beside(deps), by, id, given);
    return again === 'repeated' ? 'done' : again;
  }

  /** DigiTek asks at other months from now on. */
  async #asksOftener(): Promise<void> {
    const { values } = rulesOf(this.deps);
    const next = { ...values, benefitMonths: monthsThen };
    const edited = await editRules(this.deps, actor('consultant'), { seen: values, values: next });
    expect(edited.ok).toBe(true);
    await this.deps.settle();
  }

  async written(): Promise<void> {
    this.at('09:00');
    for (let at = 0; at < projects; at += 1)
      for (const [place, measure] of measures.entries()) {
        const id = benefitIdOf(`p${at}`, `0c8f9b63-7d2e-4f40-8b9${place}-6e3d8f52a0${10 + at}`);
        const terms = typedTerms({
          ...{ title: `Gevinst ${at} ${place}`, measure, ownerId: await this.hired() },
          ...{ target: (at + 1) * 100_00, uncertainty: place === 0 ? null : 5_00 },
        });
        const given = { type: 'written', revision: 0, terms } as const;
        expect(await this.did('lead', id, given)).toBe('done');
      }
  }

  at(hour: string): void {
    this.deps.clock.at = `${this.day}T${hour}:00Z`;
  }

  async #server(deps: TestDeps, stores: Deps['stores']): Promise<void> {
    const one = { ...deps, stores };
    for (const job of [() => tellByClock(one), () => sweep(one, 'later')])
      await job().catch((thrown: unknown) => {
        if (!(thrown instanceof Crash)) throw thrown;
        this.kills += 1;
      });
    await deps.settle();
  }

  /** Two servers at once: one that is new since a death, and one that hears of the list too late. */
  async morning(): Promise<void> {
    this.at('07:00');
    const { deps } = this;
    const { stores, writes } = deps;
    if (this.random(2) === 0) writes.failAfter = writes.count + this.random(4);
    const late = { ...stores, benefits: behind(stores.benefits) };
    await Promise.all([this.#server(beside(deps), stores), this.#server(deps, late)]);
    writes.failAfter = Number.POSITIVE_INFINITY;
    await this.#server(beside(deps), stores);
    await this.#server(deps, stores);
  }

  /** What people do in the day. */
  async workday(): Promise<void> {
    this.at('12:00');
    if (this.day >= moreFrom && rulesOf(this.deps).values.benefitMonths.length === 3)
      await this.#asksOftener();
    for (const now of allBenefits(this.deps.stores)) await this.#acted(now);
    if (this.random(25) === 0) await this.#stop();
  }

  async #stop(): Promise<void> {
    const id = `p${this.random(projects)}`;
    const row = this.deps.stores.projects.get(id);
    if (!row || this.stopped.has(id) || this.stopped.size >= 2) return;
    await this.deps.stores.projects.update(row, { status: 'stopped' });
    this.stopped.set(id, this.day);
  }

  async #acted(now: BenefitNow): Promise<void> {
    const { terms } = now;
    if (!terms || this.stopped.has(now.projectId)) return;
    const isThere = this.deps.stores.people.get(terms.ownerId ?? '') !== undefined;
    // One in 240 leaves on a day like this; whoever leads the project finds another within weeks.
    if (isThere && this.random(240) === 0) this.deps.stores.people.rows.delete(terms.ownerId ?? '');
    else if (!isThere && this.random(4) === 0) {
      const given = { type: 'owner', revision: now.written, ownerId: await this.hired() } as const;
      expect(await this.did('lead', now.id, given)).toBe('done');
    } else if (this.random(90) === 0) {
      const more = { ...terms, target: terms.target + 10_00 };
      expect(
        await this.did('lead', now.id, { type: 'written', revision: now.written, terms: more }),
      ).toBe('done');
    } else if (isThere && now.ask !== null && now.word === null) await this.#answered(now);
  }

  async #answered({ id, ask, revision, terms }: BenefitNow): Promise<void> {
    const seen = { ask: ask?.seq ?? 0, revision };
    const owner = terms?.ownerId ?? '';
    const dice = this.random(6);
    if (dice < 2) {
      const value = this.random(900) * 100;
      const said = { ...seen, value, uncertainty: null, comment: '' };
      expect(await this.did(owner, id, { type: 'answered', ...said })).toBe('done');
    }
    if (dice === 2) {
      const until = daysOn(this.day, 7 + this.random(90));
      expect(await this.did(owner, id, { type: 'notYet', ...seen, until, comment: '' })).toBe(
        'done',
      );
    }
  }

  async pass(): Promise<void> {
    for (this.day = first; this.day <= lastDay; this.day = daysOn(this.day, 3)) {
      await this.morning();
      await this.workday();
    }
    this.day = daysOn(this.day, -3);
    await this.morning();
  }
}

const clockAsks = ({ events }: BenefitNow): readonly BenefitEvent[] =>
  events.filter(({ kind, byId }) => kind === 'asked' && byId === '');

/** The days on which somebody had promised a number by another day. */
const promisedOn = ({ events }: BenefitNow, day: string): boolean => {
  const last = events.findLast(
    ({ kind, at }) => ['asked', 'answered', 'notYet'].includes(kind) && dayOf(at) <= day,
  );
  return last?.kind === 'notYet' && (last.until ?? '') > day;
};

const [firstSeed, seeds] = [20_260_105, runsOf({ daily: 1, long: 20 })];

describe.each(Array.from({ length: seeds }, (_, at) => firstSeed + at))(
  'eighteen months of follow-up (seed %i)',
  async (seed) => {
    const years = new Years(seed);
    const { deps } = years;
    await years.written();
    await years.pass();
    const all = allBenefits(deps.stores);

    it('were long enough to see something happen', () => {
      expect(all).toHaveLength(projects * measures.length);
      expect(years.kills).toBeGreaterThan(10);
      expect(years.killedPresses).toBeGreaterThan(5);
      expect(years.stopped.size).toBeGreaterThan(0);
      expect(years.owners).toBeGreaterThan(all.length + 3);
      const count = (kind: BenefitEvent['kind']) =>
        all.flatMap(({ events }) => events).filter((event) => event.kind === kind).length;
      expect(count('notYet')).toBeGreaterThan(8);
      expect(count('answered')).toBeGreaterThan(20);
    });

    it('kept each press once, also where it was sent again after a death', () => {
      const pressed = all.flatMap(({ events }) => events).filter(({ byId }) => byId !== '');
      expect(pressed).toHaveLength(years.presses);
    });

    it('asked each question once', () => {
      for (const now of all) {
        const causes = now.events.map(({ cause }) => cause);
        expect(new Set(causes).size).toBe(causes.length);
        const keys = clockAsks(now).map(({ cause }) => cause.slice(now.id.length + 1));
        const months = keys.filter((key) => /^asked:m\d+$/.test(key));
        expect(new Set(months).size).toBe(months.length);
        // Everything else was asked on a day that somebody gave.
        for (const event of clockAsks(now).filter(({ cause }) => !/:m\d+$/.test(cause))) {
          const given = now.events.find(({ seq }) => seq === Number(event.cause.split(':').at(-1)));
          expect(given?.kind).toBe('notYet');
          expect(dayOf(event.at) >= (given?.until ?? '')).toBe(true);
          expect(dayOf(event.at) <= daysOn(given?.until ?? '', 4)).toBe(true);
        }
      }
    });

    /** The day a month is to be asked about: its own, or the one the owner had given. */
    const dueOn = (now: BenefitNow, month: number, end: string): string => {
      const since = dayOf(deps.stores.projects.get(now.projectId)?.value.phaseSince ?? '');
      const own = monthsAfter(since, month);
      let day = month === 9 && own < moreFrom ? moreFrom : own;
      while (promisedOn(now, day) && day <= end) day = daysOn(day, 1);
      return day;
    };

    it('lost none: every month was asked about within days, or on the day the owner had given', () => {
      let looked = 0;
      for (const now of all) {
        const end = years.stopped.get(now.projectId) ?? lastDay;
        for (const month of monthsThen) {
          const day = dueOn(now, month, end);
          if (daysOn(day, 4) >= end) continue;
          looked += 1;
          // A day that was given may lie past the next month, which then is asked about instead.
          const asked = clockAsks(now).find((event) => (event.month ?? 0) >= month);
          expect({ id: now.id, month, isAsked: asked !== undefined }).toMatchObject({
            isAsked: true,
          });
          expect(dayOf(asked?.at ?? '') <= daysOn(day, 4)).toBe(true);
        }
      }
      expect(looked).toBeGreaterThan(projects * 6);
    });

    it('told somebody of every question: the owner, or, where they had left, the lead', () => {
      for (const now of all)
        for (const event of clockAsks(now)) {
          const told = deps.stores.messages
            .where('benefitId', now.id)
            .map(({ value }) => value)
            .filter(({ about }) => about === String(event.seq));
          const asks = told.filter(({ kind }) => kind === 'benefitAsk' || kind === 'benefitOwner');
          expect(asks.length).toBeGreaterThan(0);
          expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
        }
    });

    it('asked nobody about a project that had been stopped', () => {
      for (const now of all) {
        const end = years.stopped.get(now.projectId);
        if (end !== undefined) expect(now.events.filter(({ at }) => dayOf(at) > end)).toEqual([]);
      }
    });

    it('kept with each answer the target it was asked with', () => {
      for (const now of all)
        for (const answer of now.events.filter(({ kind }) => kind === 'answered')) {
          const asked = now.events.findLast(
            ({ kind, seq }) => kind === 'asked' && seq < answer.seq,
          );
          expect(answer.target).toBe(asked?.target);
        }
    });

    it('comes to sums that are the sums of the rows, of one measure each', () => {
      const { rows, sums } = benefitsPage(deps, actorOf(deps, 'consultant', 'consultant'));
      expect(rows).toHaveLength((projects - years.stopped.size) * measures.length);
      expect(sums.map(({ measure }) => measure)).toEqual(['hoursAYear', 'krAYear', 'percent']);
      for (const { measure, total, count } of sums) {
        const own = rows.filter((row) => row.measure === measure);
        expect(count).toBe(own.length);
        if (total === null) continue;
        const gain = own.reduce((sum, row) => sum + Number(measuredIn(row)?.gain ?? 0), 0);
        expect(Number(total.realised)).toBe(gain);
        expect(Number(total.promised)).toBe(
          own.reduce((sum, row) => sum + Number(row.promised), 0),
        );
      }
    });

    it('stands in a history that holds, each event once', async () => {
      for (let at = 0; at < projects; at += 1) {
        const { entries, holds } = await historyOf(deps, `p${at}`);
        expect(holds).toBe(true);
        const events = all
          .filter(({ projectId }) => projectId === `p${at}`)
          .flatMap((now) => now.events);
        expect(entries.filter(({ kind }) => kind === 'benefit')).toHaveLength(events.length);
      }
    });

    it('is the same in the memory of both servers', () => {
      for (const now of all)
        expect(benefitById(beside(deps).stores, now.id)?.revision).toBe(now.revision);
    });
  },
);
