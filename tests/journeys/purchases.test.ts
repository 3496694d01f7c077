import { describe, expect, it } from 'vitest';
import type { PoolId } from '#shared/domain/funding.ts';
import { purchaseIdOf } from '#shared/domain/inquiries/inquiry.ts';
import { inquiryNowOf, waitedNames } from '#shared/domain/inquiries/now.ts';
import type { InquiryGiven } from '#shared/domain/inquiries/rules.ts';
import type { MessageKind } from '#shared/domain/message.ts';
import type { Project } from '#shared/domain/project.ts';
import { inquiryById } from '#shared/useCases/checklist/inquiriesHeld.ts';
import { moveInquiry } from '#shared/useCases/inquiries/moveInquiry.ts';
import { tellByClock } from '#shared/useCases/matters/registry.ts';
import { mattersWaitingFor } from '#shared/useCases/matters/waiting.ts';
import { ideaStandingsOf } from '#shared/useCases/pages/ideaStandings.ts';
import { ideasPage } from '#shared/useCases/pages/ideasPage.ts';
import { projectPage } from '#shared/useCases/pages/projectPage.ts';
import { actorOf } from '#shared/useCases/people.ts';
import { anIdea } from '../builders/idea.ts';
import { itPeople } from '../builders/inquiry.ts';
import { ledere } from '../builders/interest.ts';
import { furnish } from '../builders/portfolio.ts';
import { beside, expectSameAfterKills } from '../worlds/memory/kills.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

const screening = purchaseIdOf('p1', 'screening');
const chain = purchaseIdOf('p1', 'purchase');
const leder = 'leder-ost';
const chef = 'chef-omsorg';
const pool = 'area:omsorg' as const;

const anIdeaIn = (more: Partial<Project> = {}): TestDeps => {
  const deps = testDeps();
  furnish(deps.stores);
  deps.stores.people.put(...ledere, ...itPeople);
  deps.stores.projects.put(anIdea(more));
  return deps;
};

const did = async (deps: TestDeps, by: string, id: string, given: InquiryGiven) => {
  const result = await moveInquiry(deps, actorOf(deps, by, by), id, given);
  await deps.settle();
  return result;
};
const outcomeOf = async (deps: TestDeps, by: string, id: string, given: InquiryGiven) => {
  const result = await did(deps, by, id, given);
  return result.type === 'refused' ? result.refusal.type : result.type;
};

const seen = (deps: TestDeps, id: string) => {
  const now = inquiryById(deps.stores, id);
  return { ask: now?.ask?.seq ?? 0, revision: now?.revision ?? 0 };
};
const marks = (deps: TestDeps, by = 'digitek') =>
  did(deps, by, screening, {
    ...{ type: 'asked', revision: seen(deps, screening).revision, askedId: null },
    comment: 'To tablets til nattevagten.',
  });
const screens = (deps: TestDeps, answer: 'fine' | 'fineIf' | 'notYet' = 'fine', comment = '') =>
  did(deps, 'consultant', screening, {
    ...{ type: 'answered', ...seen(deps, screening), answer, comment },
  });
const asking = (deps: TestDeps, ore: number, askedId: string | null = leder): InquiryGiven => ({
  ...{ type: 'asked', revision: seen(deps, chain).revision, askedId, ore, payer: pool },
  comment: 'De gamle er slidt op.',
});
const asks = (deps: TestDeps, ore: number, askedId: string | null = leder) =>
  did(deps, 'digitek', chain, asking(deps, ore, askedId));
const answering = (deps: TestDeps, answer: 'buy' | 'dontBuy'): InquiryGiven => ({
  ...{ type: 'answered', ...seen(deps, chain), answer, comment: 'Vi har talt om det.' },
});
const says = (deps: TestDeps, by: string, answer: 'buy' | 'dontBuy', comment = '') =>
  did(deps, by, chain, { type: 'answered', ...seen(deps, chain), answer, comment });
const buys = (deps: TestDeps, ore: number, by = 'digitek') =>
  did(deps, by, chain, { type: 'bought', revision: seen(deps, chain).revision, ore, payer: pool });

const ideaIn = (deps: TestDeps) => deps.stores.projects.get('p1')?.value;
const waits = (deps: TestDeps, who: string) => mattersWaitingFor(deps, who).length;
const told = (deps: TestDeps): readonly (readonly [MessageKind, string])[] =>
  deps.stores.messages
    .all()
    .map(({ value }) => [value.kind, value.to.type === 'person' ? value.to.id : value.to.type]);
const spent = (deps: TestDeps) =>
  deps.stores.ledger.all().map(({ value: { kind, poolRow, ore, projectId } }) => ({
    ...{ kind, poolRow, ore, projectId },
  }));
const lane = (deps: TestDeps) => ideasPage(deps, actorOf(deps, 'digitek', '')).purchases;
const kindsOf = (deps: TestDeps): readonly string[] =>
  deps.stores.inquiries.all().map(({ value }) => value.answer ?? value.kind);

describe('an idea that is a purchase', () => {
  it('goes to its own lane, and is looked at before anybody is asked to pay', async () => {
    const deps = anIdeaIn();
    expect(ideasPage(deps, actorOf(deps, 'digitek', '')).ideas).toHaveLength(1);
    expect(await outcomeOf(deps, 'digitek', chain, asking(deps, 8_000_00))).toBe('screeningFirst');
    await marks(deps);
    const page = ideasPage(deps, actorOf(deps, 'digitek', ''));
    expect([page.ideas.length, page.purchases.length]).toEqual([0, 1]);
    expect(lane(deps)).toMatchObject([{ screening: { days: 5, gone: 0 }, chain: null }]);
    expect(waits(deps, 'consultant')).toBe(1);
    expect(await outcomeOf(deps, 'digitek', chain, asking(deps, 8_000_00))).toBe('screeningFirst');
    await screens(deps, 'notYet', 'Den er ikke på indkøbsaftalen.');
    expect(await outcomeOf(deps, 'digitek', chain, asking(deps, 8_000_00))).toBe('screeningFirst');
    await marks(deps);
    await screens(deps, 'fineIf', 'Køb den model, vi har i forvejen.');
    await asks(deps, 8_000_00);
    expect(waits(deps, leder)).toBe(1);
    expect(lane(deps)).toMatchObject([{ chain: { name: 'Leder, plejecentre Øst' } }]);
  });

  it('below the limit is the leder’s to decide, and from the pool becomes one posting', async () => {
    const deps = anIdeaIn();
    await marks(deps);
    await screens(deps);
    await asks(deps, 25_000_00);
    expect(
      await outcomeOf(deps, 'digitek', chain, {
        ...{ type: 'bought', revision: 1, ore: 1, payer: pool },
      }),
    ).toBe('notDecided');
    await says(deps, leder, 'buy');
    expect(waits(deps, chef)).toBe(0);
    await buys(deps, 24_500_00);
    await buys(deps, 24_500_00);
    expect(spent(deps)).toEqual([
      { kind: 'spent', poolRow: '2026:area:omsorg', ore: 24_500_00, projectId: 'p1' },
    ]);
    expect(ideaIn(deps)?.status).toBe('closed');
    expect(lane(deps)).toEqual([]);
    expect(told(deps)).toContainEqual(['inquiryTold', 'stranger']);
  });

  it('above it goes on to the chef by itself, who has the last word', async () => {
    const deps = anIdeaIn();
    await marks(deps);
    await screens(deps);
    await asks(deps, 25_000_01);
    await says(deps, leder, 'buy', 'Det sparer os vagter.');
    expect([waits(deps, leder), waits(deps, chef)]).toEqual([0, 1]);
    expect(kindsOf(deps)).toEqual(['asked', 'fine', 'asked', 'buy', 'asked']);
    expect((await says(deps, leder, 'buy')).type).toBe('refused');
    await says(deps, chef, 'dontBuy', 'Ikke i år.');
    expect(ideaIn(deps)?.status).toBe('backlog');
    expect(told(deps)).toContainEqual(['inquiryTold', 'digitek']);
    expect((await buys(deps, 25_000_01)).type).toBe('refused');
    expect(spent(deps)).toEqual([]);
  });

  it('is asked of the chef at once, and of the deputy while the chef is away', async () => {
    const deps = anIdeaIn();
    const other = deps.stores.people.get('chef-sundhed')?.value;
    if (other)
      deps.stores.people.put({
        ...{ ...other, deputyFor: 'omsorg', deputyFrom: '2026-11-01', deputyTo: '2026-12-31' },
      });
    await marks(deps);
    await screens(deps);
    await asks(deps, 90_000_00, null);
    await says(deps, 'chef-sundhed', 'buy');
    expect(inquiryById(deps.stores, chain)?.word).toMatchObject({ onBehalf: true });
    expect(projectPage(deps, actorOf(deps, 'digitek', ''), 'p1')?.inquiries.purchase?.mayBuy).toBe(
      true,
    );
  });

  it('is a project after all, as long as nobody is asked to pay', async () => {
    const deps = anIdeaIn();
    const back = (): InquiryGiven => ({
      ...{ type: 'withdrawn', revision: seen(deps, screening).revision },
    });
    await marks(deps);
    await screens(deps);
    await did(deps, 'digitek', screening, back());
    expect([lane(deps).length, waits(deps, 'consultant')]).toEqual([0, 0]);
    await marks(deps);
    await screens(deps);
    await asks(deps, 8_000_00);
    expect(await outcomeOf(deps, 'digitek', screening, back())).toBe('movedOn');
  });

  it('says to whoever gave it who has it now', async () => {
    const deps = anIdeaIn();
    const where = () => ideaStandingsOf(deps, 'stranger')[0]?.where;
    await marks(deps);
    const asked = (whom: string) => ({ type: 'asked', asked: { type: 'purchase', whom } });
    expect(where()).toMatchObject(asked('Konsulent, DigiTek'));
    await screens(deps);
    await asks(deps, 8_000_00);
    expect(where()).toMatchObject(asked('Leder, plejecentre Øst'));
  });

  it('lets the chain ask whoever wants it', async () => {
    const deps = anIdeaIn();
    await marks(deps);
    await screens(deps);
    await asks(deps, 8_000_00);
    await did(deps, leder, chain, {
      type: 'question',
      ...seen(deps, chain),
      comment: 'Hvor mange?',
    });
    expect(waits(deps, 'stranger')).toBe(1);
    await did(deps, 'stranger', chain, { type: 'reply', question: 2, comment: 'To styk.' });
    expect(waits(deps, 'stranger')).toBe(0);
  });

  it('shows on the clock how many working days have gone', async () => {
    const deps = anIdeaIn();
    await marks(deps);
    for (const [at, gone] of [
      ['2026-11-24T09:00:00Z', 1],
      ['2026-11-29T09:00:00Z', 4],
      ['2026-12-02T09:00:00Z', 7],
    ] as const) {
      deps.clock.at = at;
      await tellByClock(deps);
      expect(lane(deps)).toMatchObject([{ screening: { gone } }]);
    }
    expect(told(deps)).toContainEqual(['inquiryOverdue', 'digitek']);
  });
});

describe('rights', () => {
  it.each(['lead-less', 'chef-omsorg', leder, 'stranger', 'it-arkitekt'])(
    '%s marks nothing, and buys nothing',
    async (by) => {
      const deps = anIdeaIn();
      await marks(deps, by);
      expect(lane(deps)).toEqual([]);
      await marks(deps);
      await screens(deps);
      await asks(deps, 8_000_00);
      await says(deps, leder, 'buy');
      await buys(deps, 8_000_00, by);
      expect(spent(deps)).toEqual([]);
    },
  );

  it('a pool that is not there pays nothing, and a price is needed', async () => {
    const deps = anIdeaIn();
    await marks(deps);
    await screens(deps);
    const given = asking(deps, 8_000_00);
    expect(
      await outcomeOf(deps, 'digitek', chain, { ...given, payer: 'area:nowhere' } as InquiryGiven),
    ).toBe('unknownPool');
    expect(await outcomeOf(deps, 'digitek', chain, asking(deps, 0))).toBe('amountMissing');
    expect(await outcomeOf(deps, 'digitek', chain, asking(deps, 1, 'leder-social'))).toBe(
      'nobodyToAsk',
    );
  });
});

describe('a purchase that other pools pay', () => {
  const ready = async (): Promise<TestDeps> => {
    const deps = anIdeaIn();
    await marks(deps);
    await screens(deps);
    return deps;
  };
  const asksFrom = (
    deps: TestDeps,
    payer: PoolId | null,
    ore = 8_000_00,
    to: string | null = leder,
  ) => did(deps, 'digitek', chain, { ...asking(deps, ore, to), payer } as InquiryGiven);
  const entered = (deps: TestDeps, payer: PoolId | null, ore = 8_000_00) =>
    outcomeOf(deps, 'digitek', chain, {
      ...{ type: 'bought', revision: seen(deps, chain).revision, ore, payer },
    });
  const mayBuy = (deps: TestDeps) =>
    projectPage(deps, actorOf(deps, 'digitek', ''), 'p1')?.inquiries.purchase?.mayBuy;

  it('another area’s is that chef’s to give too, after the own leder', async () => {
    const deps = await ready();
    await asksFrom(deps, 'area:sundhed');
    expect(await outcomeOf(deps, 'chef-sundhed', chain, answering(deps, 'buy'))).toBe('notYours');
    await says(deps, leder, 'buy');
    expect([waits(deps, chef), waits(deps, 'chef-sundhed')]).toEqual([1, 1]);
    await says(deps, chef, 'buy');
    expect([waits(deps, chef), waits(deps, 'chef-sundhed')]).toEqual([0, 1]);
    expect(mayBuy(deps)).toBe(false);
    expect(await entered(deps, 'area:sundhed')).toBe('notDecided');
    expect(await outcomeOf(deps, chef, chain, answering(deps, 'buy'))).toBe('holdsAlready');
    await says(deps, 'chef-sundhed', 'buy');
    expect(mayBuy(deps)).toBe(true);
    expect(await outcomeOf(deps, chef, chain, answering(deps, 'dontBuy'))).toBe('notYours');
    expect(await entered(deps, pool)).toBe('otherPayer');
    expect(await entered(deps, null)).toBe('otherPayer');
    expect(await entered(deps, 'area:sundhed', 8_000_01)).toBe('moreThanAsked');
    expect(await entered(deps, 'area:sundhed', 7_500_00)).toBe('done');
    expect(spent(deps)).toEqual([
      { kind: 'spent', poolRow: '2026:area:sundhed', ore: 7_500_00, projectId: 'p1' },
    ]);
  });

  const chefs = [chef, 'chef-social', 'chef-sundhed'];
  const waiting = (deps: TestDeps) => chefs.filter((who) => waits(deps, who) > 0);
  const asksAll = async (): Promise<TestDeps> => {
    const deps = await ready();
    await asksFrom(deps, 'common', 8_000_00, null);
    return deps;
  };

  it('the common pool is every chef’s, who are asked at once; one no is a no', async () => {
    const deps = await asksAll();
    expect(waiting(deps)).toEqual(chefs);
    await says(deps, 'chef-social', 'buy');
    expect(waiting(deps)).toEqual([chef, 'chef-sundhed']);
    expect(lane(deps)).toMatchObject([{ chain: { name: 'Chef, Omsorg og Chef, Sundhed' } }]);
    await says(deps, 'chef-sundhed', 'dontBuy', 'Vi har brug for pengene selv.');
    expect(ideaIn(deps)?.status).toBe('backlog');
    expect(await entered(deps, 'common')).toBe('notNow');
    expect([waiting(deps), spent(deps)]).toEqual([[], []]);
  });

  it('two who say yes at the same moment have both said it, on two servers', async () => {
    const deps = await asksAll();
    const given = answering(deps, 'buy');
    const other = beside(deps);
    await Promise.all([
      did(deps, 'chef-social', chain, given),
      did(other, 'chef-sundhed', chain, given),
    ]);
    await deps.stores.inquiries.readWhere('inquiryId', chain);
    expect([waiting(deps), mayBuy(deps)]).toEqual([[chef], false]);
    await says(deps, chef, 'buy');
    expect([waiting(deps), mayBuy(deps)]).toEqual([[], true]);
    expect(await entered(deps, 'common')).toBe('done');
  });

  it('a yes may become a no, by the same chef, as long as another is waited for', async () => {
    const deps = await asksAll();
    await says(deps, 'chef-social', 'buy');
    expect(await outcomeOf(deps, 'chef-social', chain, answering(deps, 'dontBuy'))).toBe('done');
    expect(ideaIn(deps)?.status).toBe('backlog');
  });

  it('a no that was put right before anything followed is a yes, and the others are waited for', async () => {
    const deps = await asksAll();
    await says(deps, 'chef-social', 'buy');
    await says(deps, 'chef-sundhed', 'buy');
    const now = inquiryById(deps.stores, chain);
    const last = now?.events.at(-1);
    if (!now || !last) throw new Error('Nobody has said anything.');
    const then = (answers: readonly (readonly [string, 'buy' | 'dontBuy'])[]) =>
      inquiryNowOf(now, [
        ...now.events.slice(0, -1),
        ...answers.map(([seat, answer], at) => ({ ...last, seat, answer, seq: last.seq + at })),
      ]);
    const right = then([
      ['sundhed', 'dontBuy'],
      ['sundhed', 'buy'],
    ]);
    expect([right.word, waitedNames(right)]).toEqual([null, 'Chef, Omsorg']);
    // Another's yes, written in the list by hand, does not undo a no.
    const no = then([
      ['sundhed', 'dontBuy'],
      ['omsorg', 'buy'],
    ]);
    expect(no.word?.answer).toBe('dontBuy');
  });

  it('a deputy says yes for the seat, and then for their own', async () => {
    const deps = await asksAll();
    const away = deps.stores.people.get('chef-sundhed')?.value;
    if (away)
      deps.stores.people.put({
        ...{ ...away, deputyFor: 'social', deputyFrom: '2026-11-01', deputyTo: '2026-12-31' },
      });
    await says(deps, 'chef-sundhed', 'buy');
    expect(waits(deps, 'chef-sundhed')).toBe(1);
    await says(deps, 'chef-sundhed', 'buy');
    await says(deps, chef, 'buy');
    expect(mayBuy(deps)).toBe(true);
    const seats = deps.stores.inquiries.all().flatMap(({ value }) => value.seat ?? []);
    expect(seats.sort()).toEqual(['omsorg', 'social', 'sundhed']);
  });

  it('an empty seat of the common pool is passed over, and nobody else’s', async () => {
    const deps = await ready();
    const holder = deps.stores.people.get('chef-social')?.value;
    if (holder) deps.stores.people.put({ ...holder, roles: [] });
    const given = { ...asking(deps, 8_000_00, null), payer: 'area:social' } as InquiryGiven;
    expect(await outcomeOf(deps, 'digitek', chain, given)).toBe('nobodyToAsk');
    await asksFrom(deps, 'common', 8_000_00, null);
    expect(waiting(deps)).toEqual([chef, 'chef-sundhed']);
    await says(deps, chef, 'buy');
    await says(deps, 'chef-sundhed', 'buy');
    expect(mayBuy(deps)).toBe(true);
  });

  it('what an earlier release asked one after the other goes on from there, at once', async () => {
    const deps = await ready();
    await asksFrom(deps, 'common', 8_000_00, null);
    const row = deps.stores.inquiries.get(`${chain}:1`);
    if (row) deps.stores.inquiries.put({ ...row.value, seats: [] });
    expect(waiting(deps)).toEqual([chef]);
    await says(deps, chef, 'buy');
    expect(waiting(deps)).toEqual(['chef-social', 'chef-sundhed']);
    await says(deps, 'chef-social', 'buy');
    await says(deps, 'chef-sundhed', 'buy');
    expect(mayBuy(deps)).toBe(true);
  });

  it('asked anew begins with the own chain again, whoever was asked last', async () => {
    const deps = await ready();
    await asksFrom(deps, 'area:sundhed', 8_000_00, null);
    await says(deps, chef, 'buy');
    await did(deps, 'digitek', chain, {
      ...{ type: 'withdrawn', revision: seen(deps, chain).revision },
    });
    await asksFrom(deps, pool, 90_000_00, null);
    expect([waits(deps, chef), waits(deps, 'chef-sundhed')]).toEqual([1, 0]);
    await says(deps, chef, 'buy');
    expect([mayBuy(deps), waits(deps, 'chef-sundhed')]).toEqual([true, 0]);
  });

  it('what the own chain decides may be paid by the own budget instead', async () => {
    const deps = await ready();
    await asksFrom(deps, null);
    await says(deps, leder, 'buy');
    expect(await entered(deps, 'common')).toBe('otherPayer');
    expect(await entered(deps, null, 9_000_00)).toBe('done');
    expect(spent(deps)).toEqual([]);
    expect(ideaIn(deps)?.status).toBe('closed');
  });

  it('nobody says yes to money that is not there, and may say no', async () => {
    const deps = await ready();
    await asksFrom(deps, pool, 200_000_01);
    const short = await did(deps, leder, chain, answering(deps, 'buy'));
    expect(short).toMatchObject({ refusal: { type: 'poolShort', missingOre: 1 } });
    expect(await outcomeOf(deps, leder, chain, answering(deps, 'dontBuy'))).toBe('done');
  });
});

describe('two servers, and a kill', () => {
  it('pass a leder’s yes on once', async () => {
    const first = anIdeaIn();
    const second = beside(first);
    await marks(first);
    await screens(first);
    await asks(first, 90_000_00);
    const given = { type: 'answered', ...seen(first, chain), answer: 'buy', comment: '' } as const;
    await Promise.all([first, second, first].map((deps) => did(deps, leder, chain, given)));
    expect(kindsOf(first)).toEqual(['asked', 'fine', 'asked', 'buy', 'asked']);
    expect(told(first).filter(([, to]) => to === chef)).toHaveLength(1);
  });

  const stateOf = (deps: TestDeps) => ({
    events: kindsOf(deps),
    messages: [...told(deps)].sort(),
    idea: [ideaIn(deps)?.status, ...spent(deps).map(({ ore }) => ore)],
  });

  it.each([
    ['a purchase that a leder decides', 20_000_00, pool],
    ['one that goes on to the chef', 90_000_00, pool],
    ['one that another area pays', 20_000_00, 'area:sundhed' as const],
    ['one that the common pool pays', 20_000_00, 'common' as const],
  ])('%s comes to the same after the sweep and the same presses once more', (_, ore, payer) => {
    const answers = (answer: 'fine' | 'buy', at: number): InquiryGiven => ({
      ...{ type: 'answered', ask: at, revision: at, answer, comment: '' },
    });
    const play = async (deps: TestDeps): Promise<void> => {
      const asked = { type: 'asked', revision: 0, comment: 'To tablets.' } as const;
      await did(deps, 'digitek', screening, { ...asked, askedId: null });
      await did(deps, 'consultant', screening, answers('fine', 1));
      await did(deps, 'digitek', chain, { ...asked, askedId: leder, ore, payer });
      await did(deps, leder, chain, answers('buy', 1));
      const over = ore > 25_000_00 ? [chef] : [];
      const own = payer === pool ? over : [chef, 'chef-sundhed'];
      const seats = payer === 'common' ? [...own, 'chef-social'] : own;
      for (const one of seats) await did(deps, one, chain, answers('buy', 3));
      const revision = seats.length === 0 ? 2 : 3 + seats.length;
      await did(deps, 'digitek', chain, { type: 'bought', revision, ore, payer });
    };
    return expectSameAfterKills({ world: () => anIdeaIn(), play, stateOf, kind: 'inquiry' });
  });
});
