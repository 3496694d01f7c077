import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RequestsReply } from '#shared/contract/api.ts';
import type { EconomyReply } from '#shared/contract/economy.ts';
import { findingsOn } from '../worlds/browser/findings.ts';
import { readyAt, send, until } from '../worlds/browser/portfolio.ts';
import { type Started, start } from '../worlds/browser/startOnce.ts';
import { cardAbout, wordsOn } from '../worlds/browser/storyWorld.ts';
import { type Activity, type Theme, World } from '../worlds/browser/world.ts';

let started: Started;
let world: World;
let year = 0;
let requestId = '';

const consultant = 'konsulent';
const chef = 'chef.omsorg';
const title = 'En sag hen over nytår';
const askedOre = 20_000_00;
/** Every sweep may be the one that has it: they are a minute apart. */
const aSweep = 180_000;
/** What a sweep tells comes within it, or that day is another's. */
const aWhile = 20_000;

/** Half past nine in Copenhagen on the first Monday from a day on. */
const mondayFrom = (day: string): string => {
  const at = new Date(`${day}T08:30:00Z`);
  while (at.getUTCDay() !== 1) at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString();
};

const economyIn = (wanted?: number): Promise<EconomyReply> =>
  world.api(consultant, 'GET', `/api/economy${wanted === undefined ? '' : `?year=${wanted}`}`);

/** Moves everybody's clock, and waits until the server has looked at the lists since. */
const setTime = async (at: string): Promise<void> => {
  await world.local('clock', { at });
  await until(async () => (await economyIn()).asOf >= at, aSweep);
};

const setClock = (day: string): Promise<void> => setTime(mondayFrom(day));

/** A day on which something else has reminded them already is passed over: at most one a day. */
const toldThatWeek = async (words: string, from: string): Promise<readonly Activity[]> => {
  for (let day = 0; day < 5; day += 1) {
    if (day > 0) {
      const at = new Date(mondayFrom(from));
      at.setUTCDate(at.getUTCDate() + day);
      await setTime(at.toISOString());
    }
    const end = performance.now() + aWhile;
    while (performance.now() < end) {
      const cards = await world.cardsAbout(consultant, words);
      if (cards.length > 0) return cards;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
  return [];
};

const balanceIn = async (wanted: number) =>
  (await economyIn(wanted)).pools.find(({ pool }) => pool.id === `${wanted}:area:omsorg`)?.balance;

/** What all that is open asks of the pool. */
const askedInAll = async (): Promise<number> => {
  const { requests } = await world.api<RequestsReply>(consultant, 'GET', '/api/requests');
  return requests
    .flatMap(({ view }) => view.request.shares)
    .filter(({ pool }) => pool === 'area:omsorg')
    .reduce((sum, { ore }) => sum + ore, 0);
};

/** What the sample's own requests have reserved. */
let reservedBefore = 0;

beforeAll(async () => {
  started = await start();
  world = await World.enter(started);
  year = (await economyIn()).year;
});

afterEach(async () => {
  await world.closeWindows();
});

afterAll(async () => {
  await world?.leave();
  await started?.close();
});

const openMoney = async (looks: { theme?: Theme; width?: number } = {}, heading: RegExp) => {
  const { page, tab } = await world.openTab(consultant, 'economy', looks);
  await tab.getByRole('heading', { level: 1, name: heading }).waitFor();
  return { page, tab };
};

const expectSound = async (page: Page, tab: FrameLocator, theme: Theme): Promise<void> => {
  expect(await findingsOn(page, { theme, part: 'tab' })).toEqual([]);
  const spare = await tab.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
  expect(spare).toBe(0);
};

const looks = (['default', 'dark'] as const).flatMap((theme) =>
  [1280, 360].map((width) => ({ theme, width })),
);

describe('December', () => {
  it('reserves what is asked in its own year, and reminds the consultant of the next', async () => {
    // The server that has just begun reserves for the sample's requests first.
    await until(async () => {
      reservedBefore = (await balanceIn(year))?.reservedOre ?? 0;
      return reservedBefore === (await askedInAll());
    });
    const shares = { 'area:omsorg': askedOre / 100 };
    const id = await readyAt(world, 'gate1', { title, shares });
    await setClock(`${year}-12-01`);
    requestId = await send(world, id, 'gate1');
    await until(async () => (await balanceIn(year))?.reservedOre === reservedBefore + askedOre);
    const reminder = `Husk at åbne ${year + 1}`;
    expect(await toldThatWeek(reminder, `${year}-12-01`)).toHaveLength(1);
    const page = await world.open(consultant, { app: 'chat' }, { width: 360 });
    const card = cardAbout(page, reminder);
    expect(await card.getByRole('link').allTextContents()).toEqual([`Åbn ${year + 1}`]);
  });
});

describe('January, and nobody has opened the year', () => {
  const notOpened = (): string => `${year + 1} er ikke åbnet endnu`;

  it('tells the chef that the year is not opened, on the card and in the tab', async () => {
    await setClock(`${year + 1}-01-02`);
    const page = await world.open(chef, { app: 'chat' }, { width: 360 });
    // The morning's message names it too.
    const card = cardAbout(page, title, 'Hvad skal der ske?');
    await card.getByText(`${notOpened()}. Hvad skal der ske?`).waitFor();
    expect(await wordsOn(card)).not.toContain('rækker ikke');
    for (const look of looks) {
      const { page: window, tab } = await world.openTab(chef, `request:${requestId}`, look);
      await tab.getByText(`${notOpened()}.`).first().waitFor();
      expect(await tab.getByRole('button', { name: /^Videre til undersøgelse/ }).count()).toBe(0);
      expect(await tab.getByRole('button', { name: /fællespuljen/ }).count()).toBe(0);
      await tab.getByRole('button', { name: /^Stop/ }).waitFor();
      await expectSound(window, tab, look.theme);
    }
  });

  it('refuses a yes with that sentence, and says it in chat', async () => {
    const path = `/api/requests/${requestId}/answer`;
    const yes = await world.call(chef, 'POST', path, { outcome: 'investigate' });
    expect(yes).toMatchObject({ status: 422, reply: { error: { code: 'yearNotOpened' } } });
    await world.local('say', { user: `${chef}@viborg.example`, text: 'pulje' });
    await until(async () => (await world.cardsAbout(chef, 'Puljerne har intet budget')).length > 0);
  });
});

describe('March, and still nobody has', () => {
  const next = (): number => year + 1;

  it('counts the gate among what sits, with whose it is and since when', async () => {
    await setClock(`${next()}-03-01`);
    for (const look of looks) {
      const { page, tab } = await world.openTab(consultant, '', look);
      if (look.width === 360) await tab.getByLabel('Visning').selectOption('stuck');
      else await tab.getByRole('button', { name: /^Sidder fast/ }).click();
      await tab.getByText(/^Mere end 10.arbejdsdage ved en gate/).waitFor();
      await expectSound(page, tab, look.theme);
    }
    const { tab } = await world.openTab(consultant);
    await tab.getByRole('button', { name: /^Sidder fast/ }).click();
    const card = tab.getByRole('link', { name: new RegExp(`^${title}.*sidder fast`) });
    expect(await card.getAttribute('aria-label')).toMatch(/venter ved Gate\s1 på Chef, Omsorg/);
    await card.click();
    await tab.getByText(/Gaten har ventet på svar i \d+.dage/).waitFor();
  });

  it('opens the year by one press, and the money that was asked for is there', async () => {
    for (const look of looks) {
      const { page, tab } = await openMoney(look, /er ikke åbnet endnu/);
      await expectSound(page, tab, look.theme);
      await world.closeWindows();
    }
    const { tab } = await openMoney({}, /er ikke åbnet endnu/);
    await tab.getByRole('button', { name: `Åbn ${next()}` }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText(/søgt og ikke besluttet ved nytår, flytter med/).waitFor();
    await dialog.getByRole('button', { name: `Åbn ${next()}` }).dblclick();
    await tab
      .getByRole('status')
      .filter({ hasText: `${next()} er åbnet` })
      .waitFor();
    await until(async () => ((await balanceIn(next()))?.reservedOre ?? 0) >= askedOre, aSweep);
    await until(async () => (await balanceIn(year))?.reservedOre === 0, aSweep);
    const { pools, fixed } = await economyIn(next());
    expect([pools.length, fixed.lines.length]).toEqual([4, 5]);
    await until(
      async () => (await world.cardsAbout(consultant, `${next()} er åbnet`)).length > 0,
      aSweep,
    );
  });

  it('grants a yes in the year it was given, and shows that year', async () => {
    const { tab } = await world.openTab(chef, `request:${requestId}`);
    await tab.getByText(new RegExp(`200\\.000.kr\\. i ${next()}`)).waitFor();
    await tab.getByRole('button', { name: /^Videre til undersøgelse/ }).click();
    await until(async () =>
      (await economyIn(next())).grants.some((grant) => grant.requestId === requestId),
    );
    expect((await economyIn(year)).grants.some((grant) => grant.requestId === requestId)).toBe(
      false,
    );
    expect(world.violations).toEqual([]);
    expect(world.errors).toEqual([]);
  });
});
