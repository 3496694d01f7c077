import type { FrameLocator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { VisitReply, VisitsReply } from '#shared/contract/visits.ts';
import { dayOf } from '#shared/domain/day.ts';
import { daysAfter } from '#shared/domain/workday.ts';
import { findingsInThemes, findingsOn } from '../worlds/browser/findings.ts';
import { until } from '../worlds/browser/portfolio.ts';
import { aPicture, cardAbout, phoneChat, wordsOn } from '../worlds/browser/storyWorld.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

const consultant = 'konsulent';
const leder = 'nattevagten';
const unit = 'Nattevagten i Æblegården';

const phone = { width: 360, height: 740 };
const wide = { width: 1440, height: 900 };

const inDays = (days: number): string => daysAfter(dayOf(Date.now()), days);

const spareIn = (tab: FrameLocator): Promise<number> =>
  tab.locator('html').evaluate((one) => one.scrollWidth - one.clientWidth);

const visits = (): Promise<VisitsReply> => world.api(consultant, 'GET', '/api/visits');

const idOf = async (name: string): Promise<string> => {
  const line = (await visits()).visits.find((one) => one.unit === name);
  if (!line) throw new RangeError(name);
  return line.id;
};

const visit = async (by = consultant): Promise<VisitReply> =>
  world.api(by, 'GET', `/api/visits/${await idOf(unit)}`);

/** The net goes, or comes back, for all that the tab asks of the server. */
const cut = async (page: Page): Promise<void> => {
  await page.context().route('**/api/**', (route) => route.abort());
};
const mend = async (page: Page): Promise<void> => {
  await page.context().unroute('**/api/**');
};

const write = async (tab: FrameLocator, text: string): Promise<void> => {
  await tab.getByLabel('Hvad så du?').fill(text);
  await tab.getByRole('button', { name: 'Gem', exact: true }).click();
};

const notesOf = async (): Promise<readonly string[]> =>
  ((await visit()).notes ?? []).map(({ text }) => text);

describe('a DigiTek 360', () => {
  it('is planned, and its hours stand in sight', async () => {
    const { page, tab } = await world.openTab(consultant, 'visits', wide);
    await tab.getByRole('button', { name: 'Planlæg besøg' }).click();
    const form = tab.getByRole('dialog');
    await form.getByLabel('Enhedens leder').selectOption({ label: 'Leder, nattevagten' });
    await form.getByLabel('Enhed', { exact: false }).last().fill(unit);
    await form.getByLabel('Chefområde').selectOption({ label: 'Omsorg' });
    await form.getByRole('button', { name: 'Gem besøget' }).click();
    await form.getByText(/Antallet af ansatte mangler/).waitFor();
    await form.getByLabel('Antal ansatte').fill('32');
    await form.getByText('40 + 4 + 32 + 12 = 88').waitFor();
    await form.getByLabel('Konsulent 1').selectOption({ label: 'Konsulent, DigiTek' });
    await form.getByLabel('Konsulent 2').selectOption({ index: 2 });
    await form.getByLabel('Forventningsafstemning').fill(inDays(7));
    await form.getByLabel('Praktik').fill(inDays(21));
    expect(await findingsOn(page)).toEqual([]);
    await form.getByRole('button', { name: 'Gem besøget' }).click();
    await tab.getByRole('heading', { name: unit }).waitFor();
    await tab.getByText('40 + 4 + 32 + 12').waitFor();
    await tab.getByRole('button', { name: 'Spørg lederen' }).click();
    await tab.getByText(/er spurgt .* og svarer inden/).waitFor();
    await tab.getByText('venter på lederens ja').waitFor();
  });

  it('is agreed by the leder on a card', async () => {
    const chat = await phoneChat(world, leder);
    const card = cardAbout(chat, unit, 'Må vi komme på besøg');
    await card.getByRole('button', { name: 'Ja, kom på besøg' }).waitFor({ timeout: 60_000 });
    expect(await wordsOn(card)).toContain('32 ansatte à 1 time');
    await card.getByRole('button', { name: 'Find andre datoer' }).click();
    await card.getByText('Dagen mangler').waitFor();
    await card.getByRole('button', { name: 'Ja, kom på besøg' }).click();
    await cardAbout(chat, unit, 'Du sagde ja til besøg').waitFor();
    expect(await findingsOn(chat)).toEqual([]);
    expect((await visit()).view.now.word).toMatchObject({ answer: 'yes', onBehalf: false });
  });

  it('is noted in on a phone without a net: nothing is lost, and nothing is there twice', async () => {
    const id = await idOf(unit);
    const { page, tab } = await world.openTab(consultant, `visit:${id}`, phone);
    await tab.getByRole('button', { name: 'Skriv observation' }).click();
    await tab.getByRole('heading', { name: 'Observation' }).waitFor();
    await write(tab, 'Morgenmødet tager 25 minutter.');
    await tab.getByText(/sendt$/).waitFor();
    expect(await findingsOn(page)).toEqual([]);
    await cut(page);
    await tab.getByRole('button', { name: 'Ny gruppe' }).click();
    await tab.getByLabel('Navn på gruppen').fill('Leder efter ting');
    await tab.getByRole('button', { name: 'Brug' }).click();
    await write(tab, 'Liften stod på 1. sal.');
    await tab.getByText(/på telefonen, nr\.\s1$/).waitFor();
    await write(tab, 'To medarbejdere deler én telefon.');
    await tab.getByText(/på telefonen, nr\.\s2$/).waitFor();
    await tab.getByText('2 noter ligger på telefonen').waitFor();
    await write(tab, 'Borger 070761-4285 råbte.');
    await tab.getByText(/ligner et CPR-nummer/).waitFor();
    expect(await findingsOn(page)).toEqual([]);
    expect(await spareIn(tab)).toBe(0);
    expect(await notesOf()).toEqual(['Morgenmødet tager 25 minutter.']);

    // The tab is closed and opened again: what lies on the phone lies there still, and is sent.
    await mend(page);
    const answered: string[] = [];
    await page.context().route('**/api/visits/*/notes', async (route) => {
      const response = await route.fetch();
      answered.push(String(response.status()));
      // The first is taken, and its answer never comes.
      if (answered.length === 1) await route.abort();
      else await route.fulfill({ response });
    });
    await page.reload();
    await until(async () => (await notesOf()).length === 3);
    await until(async () => answered.length >= 3);
    expect(await notesOf()).toEqual([
      'Morgenmødet tager 25 minutter.',
      'Liften stod på 1. sal.',
      'To medarbejdere deler én telefon.',
    ]);
  });

  it('keeps what is typed when the phone lets go of the page, until it is saved', async () => {
    const id = await idOf(unit);
    const { page, tab } = await world.openTab(consultant, `visit:${id}`, phone);
    await tab.getByRole('button', { name: 'Skriv observation' }).click();
    await tab.getByRole('button', { name: 'Leder efter ting' }).click();
    await tab.getByLabel('Hvad så du?').fill('Halvt skrevet');
    await page.reload();
    await tab.getByRole('button', { name: 'Skriv observation' }).click();
    await expect.poll(() => tab.getByLabel('Hvad så du?').inputValue()).toBe('Halvt skrevet');
    await write(tab, 'Halvt skrevet, og nu helt.');
    await until(async () => (await notesOf()).includes('Halvt skrevet, og nu helt.'));
    await page.reload();
    await tab.getByRole('button', { name: 'Skriv observation' }).click();
    await expect.poll(() => tab.getByLabel('Hvad så du?').inputValue()).toBe('');
    const note = (await visit()).notes?.find(({ text }) => text.startsWith('Halvt'));
    expect(note?.group).toBe('Leder efter ting');
  });

  it('takes a picture and a note of 20,000 signs without a net, on two devices whose tabs are closed', async () => {
    const id = await idOf(unit);
    const long = 'å'.repeat(20_000);
    const [first, second] = await Promise.all(
      [0, 1].map(async () => {
        const device = await world.openTab(consultant, `visit:${id}`, phone);
        await device.tab.getByRole('button', { name: 'Skriv observation' }).click();
        await device.tab.getByRole('button', { name: 'Leder efter ting' }).click();
        await cut(device.page);
        return device;
      }),
    );
    if (!first || !second) throw new RangeError();
    await first.tab.locator('input[type=file]').setInputFiles(aPicture('lift'));
    await first.tab.getByText('Billedet er med').waitFor();
    for (const [{ tab }, texts] of [
      [first, [long, 'Efter billedet.']],
      [second, ['Set fra den anden telefon.']],
    ] as const)
      for (const [place, text] of texts.entries()) {
        await write(tab, text);
        await tab.getByText(new RegExp(`på telefonen, nr\\.\\s${place + 1}$`)).waitFor();
      }
    const before = (await notesOf()).length;
    for (const { page } of [first, second]) {
      const again = await page.context().newPage();
      await page.close();
      await mend(again);
      await again.goto(page.url());
    }
    await until(async () => (await notesOf()).length === before + 3);
    const notes = (await visit()).notes ?? [];
    const own = notes
      .map(({ text }) => text)
      .filter((text) => [long, 'Efter billedet.'].includes(text));
    expect(own).toEqual([long, 'Efter billedet.']);
    const note = notes.find(({ text }) => text === long);
    expect([note?.group, note?.picture]).toEqual([
      'Leder efter ting',
      expect.stringMatching(/\.(?:png|jpg)$/),
    ]);
  });

  it('says when a picture finds no room, and keeps the text', async () => {
    const id = await idOf(unit);
    const { page, tab } = await world.openTab(consultant, `visit:${id}`, phone);
    await tab.getByRole('button', { name: 'Skriv observation' }).click();
    await tab.getByLabel('Hvad så du?').waitFor();
    const frame = page.frames().find((one) => one.url().includes('/tab/')) ?? page.mainFrame();
    await frame.evaluate(() => {
      const add = IDBObjectStore.prototype.add;
      IDBObjectStore.prototype.add = function full(value: { picture?: unknown }, ...more) {
        if (value.picture) throw new DOMException('full', 'QuotaExceededError');
        return add.call(this, value, ...more);
      };
    });
    await tab.locator('input[type=file]').setInputFiles(aPicture('fuld'));
    await tab.getByText('Billedet er med').waitFor();
    await write(tab, 'Nøglerne hænger på kontoret.');
    await tab.getByText('Billedet fik ikke plads. Teksten er gemt.').waitFor();
    await until(async () => (await notesOf()).includes('Nøglerne hænger på kontoret.'));
  });

  it('is grouped and valued, and becomes an idea with its origin', async () => {
    const id = await idOf(unit);
    const { page, tab } = await world.openTab(consultant, `visit:${id}`, wide);
    await tab.getByRole('button', { name: 'Ret Leder efter ting' }).click();
    const form = tab.getByRole('dialog');
    await form.getByLabel('Navn').fill('Man leder efter ting og folk');
    await form.getByLabel('Værdi').selectOption({ label: 'Høj' });
    await form.getByLabel('Indsats').selectOption({ label: 'Lille' });
    expect(await findingsOn(page)).toEqual([]);
    await form.getByRole('button', { name: 'Gem', exact: true }).click();
    await tab.getByRole('button', { name: 'Vælg først en gruppe' }).waitFor();
    await tab.getByLabel('Vælg Man leder efter ting og folk').click();
    await tab.getByText('Valgt · bliver en ny idé').waitFor();
    await tab.getByRole('button', { name: 'Gør 1 valgt til en idé' }).click();
    await tab.getByText('Én gruppe er blevet en idé.').waitFor();
    await tab.getByRole('link', { name: 'Man leder efter ting og folk' }).click();
    await tab.getByRole('link', { name: `DigiTek 360: ${unit}` }).waitFor();
    expect(await findingsOn(page)).toEqual([]);
  });

  it('shows what was noted to its leder, and only the groups to others', async () => {
    expect((await visit(leder)).notes?.length).toBeGreaterThan(3);
    const other = await visit('medarbejder');
    expect([other.notes, other.groups.length > 0]).toEqual([null, true]);
    expect(JSON.stringify(other)).not.toContain('Liften stod');
  });
});

describe('the pages of visits', () => {
  it.each([phone, wide])('in every theme at $width', async (size) => {
    const id = await idOf(unit);
    for (const place of ['visits', `visit:${id}`]) {
      const { page, tab } = await world.openTab(consultant, place, size);
      await tab.getByRole('heading', { name: /^Året/ }).waitFor();
      expect(await findingsInThemes(page)).toEqual([]);
      expect(await spareIn(tab)).toBe(0);
    }
  });
});
