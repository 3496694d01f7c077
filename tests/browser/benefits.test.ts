import { describe, expect, it } from 'vitest';
import { dayOf } from '#shared/domain/day.ts';
import { laterBy } from '#shared/domain/plan/month.ts';
import { findingsInThemes, findingsOn } from '../worlds/browser/findings.ts';
import { pageOf, readyAt, send, until } from '../worlds/browser/portfolio.ts';
import { cardAbout, phoneChat, tabTo, wordsOn } from '../worlds/browser/storyWorld.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

const owner = 'nattevagten';
const lead = 'digitek1';
const consultant = 'konsulent';
const title = 'Følges til dørs';

/** A project that gate 3 has put into operation. */
const inOperation = async (): Promise<string> => {
  const id = await readyAt(world, 'gate3', { title });
  const requestId = await send(world, id, 'gate3');
  await world.api('chef.omsorg', 'POST', `/api/requests/${requestId}/answer`, {
    outcome: 'operate',
  });
  await until(async () => (await pageOf(world, id)).project.phase === 'operation');
  return id;
};

const today = dayOf(Date.now());

const monthsAgo = (months: number): string => `${laterBy(today.slice(0, 7), -months)}-01`;

const spareIn = (tab: ReturnType<Awaited<ReturnType<World['openTab']>>['page']['frameLocator']>) =>
  tab.locator('html').evaluate((one) => one.scrollWidth - one.clientWidth);

describe('a benefit', () => {
  it('is written on the project’s page by keyboard, asked about on a card, and added up', async () => {
    const id = await inOperation();
    const { page, tab } = await world.openTab(lead, `project:${id}`, { width: 1440, height: 900 });
    const section = tab.getByRole('region', { name: 'Lovede gevinster' });
    const add = section.getByRole('button', { name: 'Ny gevinst' });
    await tabTo(page, add);
    await page.keyboard.press('Enter');
    await tabTo(page, section.getByRole('textbox', { name: 'Hvad bliver bedre?' }));
    await page.keyboard.type('Sparet kørsel');
    await tabTo(page, section.getByRole('textbox', { name: 'Indikator' }));
    await page.keyboard.type('Kørebogen');
    await tabTo(page, section.getByRole('textbox', { name: 'Mål', exact: true }));
    await page.keyboard.type('1.5');
    await page.keyboard.press('Tab');
    await section.getByText(/kan læses på to måder/).waitFor();
    await section.getByRole('textbox', { name: 'Mål', exact: true }).fill('3.400');
    await section.getByRole('textbox', { name: 'Usikkerhed ±' }).fill('400 timer');
    await section.getByLabel('Regnes fra').fill(monthsAgo(4));
    await section.getByRole('button', { name: 'Gem gevinsten' }).click();
    await section.getByText('Mål: 3.400 timer om året').waitFor();
    expect(await findingsOn(page)).toEqual([]);

    // The server's own clock asks: nobody has pressed anything.
    const chat = await phoneChat(world, owner);
    const card = cardAbout(chat, title, 'Sparet kørsel: hvad er tallet nu?');
    await card.getByRole('button', { name: 'Gem tallet' }).waitFor({ timeout: 90_000 });
    await card.getByLabel(/^Kørebogen/).fill('9-10');
    await card.getByRole('button', { name: 'Gem tallet' }).click();
    await card.getByText('Tallet kan ikke læses').waitFor();
    await card.getByLabel(/^Kørebogen/).fill('2.900,5');
    await card.getByLabel(/^Et ord/).fill('Skøn fra to ruter.');
    await card.getByRole('button', { name: 'Gem tallet' }).click();
    const receipt = cardAbout(chat, title, 'Du svarede: 2.900,5 timer om året');
    expect(await wordsOn(receipt)).toContain('85 % af det lovede');
    expect(await findingsOn(chat)).toEqual([]);
    await section.getByText(/Nu: 2\.900,5\stimer om året ±\s400/).waitFor();
  });
});

describe('the page of benefits', () => {
  it.each([
    { width: 360, height: 740 },
    { width: 1440, height: 900 },
  ])('in every theme at $width', async (size) => {
    const { page, tab } = await world.openTab(consultant, 'benefits', size);
    await tab.getByRole('heading', { name: 'Gevinster' }).waitFor();
    await tab.getByRole('link', { name: title }).first().waitFor();
    expect(await findingsInThemes(page)).toEqual([]);
    expect(await spareIn(tab)).toBe(0);
    await tab.getByRole('button', { name: 'Områder' }).click();
    await tab.getByRole('rowheader', { name: 'Omsorg' }).first().waitFor();
    await tab.getByRole('button', { name: 'År', exact: true }).click();
    await tab
      .getByRole('rowheader', { name: today.slice(0, 4) })
      .first()
      .waitFor();
    expect(await findingsInThemes(page)).toEqual([]);
  });

  it('is read by everybody, and only the team asks', async () => {
    const { tab } = await world.openTab('medarbejder', 'benefits');
    await tab.getByRole('link', { name: title }).first().waitFor();
    expect(await tab.getByRole('button', { name: /^Spørg/ }).count()).toBe(0);
  });
});
