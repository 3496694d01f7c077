import type { FrameLocator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { QuarterReply } from '#shared/contract/quarter.ts';
import { findingsInThemes, findingsOn } from '../worlds/browser/findings.ts';
import { pageOf, readyAt, send, until } from '../worlds/browser/portfolio.ts';
import { cardAbout, phoneChat, tabTo, wordsOn } from '../worlds/browser/storyWorld.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

afterEach(() => {
  expect(world.violations).toEqual([]);
  expect(world.errors).toEqual([]);
});

const day = '2027-04-15';
const title = 'Måtten, der mærker fald';
const heading = 'Kvartalsstatus torsdag 15. april 2027';
let projectId = '';

const quarter = (alias = 'konsulent'): Promise<QuarterReply> =>
  world.api(alias, 'GET', `/api/quarters/${day}`);

const answer = (alias: string, requestId: string, outcome: string, comment: string) =>
  world.api(alias, 'POST', `/api/requests/${requestId}/answer`, { outcome, comment });

/** A gate the common pool pays for, answered differently by two of three chefs. */
const differs = async (): Promise<void> => {
  projectId = await readyAt(world, 'gate2', { title, shares: { common: 40_000 } });
  const requestId = await send(world, projectId, 'gate2');
  await answer('chef.social', requestId, 'trial', '');
  await answer('chef.omsorg', requestId, 'backToInvestigation', 'Hvem tager imod om aftenen?');
};

const rowOf = (tab: FrameLocator) => tab.getByRole('listitem').filter({ hasText: title });

const agendaHeading = (tab: FrameLocator) =>
  tab.getByRole('heading', { level: 1, name: /^Kvartalsstatus 15/ });

describe('a quarter', () => {
  it('has its agenda made of what waits, put in order by keyboard and by hand, and sent', async () => {
    await differs();
    const { tab, page } = await world.openTab('konsulent', `quarter:${day}`);
    await agendaHeading(tab).waitFor();
    await rowOf(tab).getByText('Svarene er forskellige').waitFor();
    await tab.getByRole('button', { name: 'Tilføj punkt' }).click();
    const form = tab.getByRole('form', { name: 'Tilføj punkt' });
    await form.getByLabel('Hvad er punktet?').fill('Besøg i Aarhus');
    await form.getByRole('button', { name: 'Gem' }).click();
    const up = tab.getByRole('button', { name: 'Flyt Besøg i Aarhus op' });
    await tabTo(page, up);
    await page.keyboard.press('Alt+ArrowUp');
    await tab.getByText(/^Flyttet til punkt \d+ af \d+$/).waitFor();
    const { points } = await quarter();
    expect(points.at(-1)?.title).not.toBe('Besøg i Aarhus');
    // By its handle to the top of its part; let go with Esc it stays.
    const part = tab.getByRole('region', { name: 'Skal følges op' }).getByRole('listitem');
    const handle = part.filter({ hasText: 'Besøg i Aarhus' }).getByTitle('Træk for at flytte');
    const top = (await part.first().boundingBox()) ?? { x: 0, y: 0 };
    const drag = async (): Promise<void> => {
      await handle.hover();
      await page.mouse.down();
      await page.mouse.move(top.x + 20, top.y + 4, { steps: 5 });
    };
    const firstOf = async () =>
      (await quarter()).points.find(({ section }) => section === 'follow')?.title;
    await drag();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await firstOf()).not.toBe('Besøg i Aarhus');
    await drag();
    await page.mouse.up();
    await expect.poll(firstOf).toBe('Besøg i Aarhus');
    const minutes = tab.getByLabel(`Minutter til ${title}`);
    await minutes.fill('12');
    await minutes.press('Enter');
    await expect
      .poll(async () => (await quarter()).points.find((one) => one.title === title)?.minutes)
      .toBe(12);
    await tab.getByRole('button', { name: 'Send dagsordenen' }).click();
    await tab.getByText(/^Sendt .*Konsulent, DigiTek/).waitFor();
    const chat = await phoneChat(world, 'chef.sundhed');
    const card = cardAbout(chat, heading, 'Du får dagsordenen');
    await card.getByRole('link', { name: 'Åbn dagsordenen' }).waitFor();
  });

  it('is shown to a chef who reads, and to nobody without a part in it', async () => {
    const { tab } = await world.openTab('chef.social', `quarter:${day}`, { width: 360 });
    await rowOf(tab).first().waitFor();
    expect(await tab.getByRole('button', { name: /^Flyt / }).count()).toBe(0);
    const spare = await tab.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(spare).toBe(0);
    const { status } = await world.call('nattevagten', 'GET', `/api/quarters/${day}`);
    expect(status).toBe(403);
  });
});

/** To the point about the gate, by the keys that go from point to point. */
const toPoint = async (page: Page, tab: FrameLocator): Promise<void> => {
  const wanted = tab.getByRole('heading', { level: 1, name: `Skal vi afprøve ${title}?` });
  // The agenda has a heading too; only the meeting goes from point to point.
  await tab.getByRole('button', { name: 'Næste punkt' }).waitFor();
  await expect.poll(() => tab.getByRole('heading', { level: 1 }).count()).toBeGreaterThan(0);
  for (let tries = 0; tries < 60 && (await wanted.count()) === 0; tries += 1) {
    await tab.getByRole('button', { name: 'Næste punkt' }).focus();
    await page.keyboard.press('j');
    await page.waitForTimeout(150);
  }
  await wanted.waitFor();
};

describe('its meeting', () => {
  it('decides by button, never past a known difference, and writes its own minutes', async () => {
    const { tab, page } = await world.openTab('konsulent', `quarter:${day}`);
    await tab.getByRole('button', { name: 'Start mødet' }).click();
    await toPoint(page, tab);
    expect(await findingsOn(page, { part: 'tab' })).toEqual([]);
    await tab.getByRole('button', { name: /^Til afprøvning/ }).click();
    const form = tab.getByRole('form', { name: 'Til afprøvning' });
    await form.getByRole('button', { name: 'Beslut' }).click();
    await form.getByText(/Chef, Omsorg har svaret noget andet/).waitFor();
    expect((await pageOf(world, projectId)).project.phase).toBe('investigation');
    await form
      .getByLabel(/^Chef, Omsorg svarede noget andet/)
      .fill('Aftenvagten er ikke aftalt endnu.');
    await form.getByRole('button', { name: 'Beslut' }).click();
    await tab.getByText('Besluttet: til afprøvning').waitFor();
    const line = tab.getByRole('form', { name: 'Tilføj en linje' });
    await line.getByLabel('Tilføj en linje').fill('Distriktet begynder i maj.');
    await line.getByRole('button', { name: 'Skriv' }).click();
    await tab.getByText('Distriktet begynder i maj.').waitFor();
    await until(async () => (await pageOf(world, projectId)).project.phase === 'trial');
    await tab.getByRole('button', { name: 'Slut mødet' }).click();
    await tab.getByRole('button', { name: 'Slut mødet' }).click();
    await tab.getByRole('heading', { level: 1, name: /^Referat af kvartalsstatus/ }).waitFor();
    await tab.getByText('Chef, Omsorg var uenig: Aftenvagten er ikke aftalt endnu.').waitFor();
  });

  it.each([1280, 360])('has minutes and an agenda without findings at %i', async (width) => {
    const { tab, page } = await world.openTab('konsulent', `quarter:${day}`, { width });
    await tab.getByRole('heading', { level: 1, name: /^Referat/ }).waitFor();
    expect(await findingsInThemes(page, 'tab')).toEqual([]);
    // The longest name among the points stays inside its field.
    const field = await tab.getByLabel('Punkt').boundingBox();
    const rail = await tab.getByRole('complementary', { name: 'Referat' }).boundingBox();
    const edge = (box: typeof field): number => (box ? box.x + box.width : Number.NaN);
    expect(edge(field)).toBeLessThanOrEqual(edge(rail));
    await tab.getByRole('button', { name: 'Til dagsordenen' }).click();
    await agendaHeading(tab).waitFor();
    expect(await findingsInThemes(page, 'tab')).toEqual([]);
  });
});

describe('its minutes', () => {
  it('are signed by three chefs: on a card, by keyboard, and anew after a correction', async () => {
    const phone = await phoneChat(world, 'chef.social');
    const card = cardAbout(phone, heading, 'Er det skrevet rigtigt?');
    expect(await wordsOn(card)).toContain('Beslutningerne gælder allerede.');
    await card.getByRole('button', { name: 'Godkend referatet' }).click();
    await cardAbout(phone, heading, 'Du godkendte version').waitFor();

    const objecting = await phoneChat(world, 'chef.omsorg');
    const wrong = cardAbout(objecting, heading, 'Er det skrevet rigtigt?');
    await wrong.getByRole('button', { name: 'Foreslå rettelse' }).click();
    await wrong.getByText('Der mangler en tekst').waitFor();
    await wrong.getByLabel(/^Rettelse/).fill('Distriktet begynder i juni.');
    await wrong.getByRole('button', { name: 'Foreslå rettelse' }).click();
    await cardAbout(objecting, heading, 'Du har foreslået en rettelse').waitFor();

    const { tab } = await world.openTab('konsulent', `quarter:${day}`);
    await tab.getByText('»Distriktet begynder i juni.«').waitFor();
    const form = tab.getByRole('form', { name: 'Ret referatet' });
    await form.getByLabel('Punkt').selectOption(title);
    await form.getByLabel('Rettelse').fill('Distriktet begynder i juni, ikke i maj.');
    await form.getByRole('button', { name: 'Ret referatet' }).click();
    await tab.getByText('Rettelse (Konsulent, DigiTek): Distriktet').waitFor();

    const keys = await world.openTab('chef.sundhed', `request:quarter:${day}`);
    const sign = keys.tab.getByRole('button', { name: 'Godkend referatet' });
    await sign.waitFor();
    await tabTo(keys.page, sign);
    await keys.page.keyboard.press('Enter');
    await sign.waitFor({ state: 'detached' });

    for (const chat of [phone, objecting]) {
      const again = cardAbout(chat, heading, 'Rettet siden du godkendte');
      await again.getByRole('button', { name: 'Godkend rettelsen' }).click();
    }
    await tab.getByText('Godkendt af alle').waitFor();
    await tab.getByRole('link', { name: 'Åbn i Dokumenter' }).waitFor();
    await cardAbout(phone, heading, 'har godkendt version').waitFor();
  });
});
