import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { organisation } from '../../infra/tenant/organisation.ts';
import { aPng } from '../builders/pictures.ts';
import { findingsInThemes, findingsOn } from '../worlds/browser/findings.ts';
import { launch } from '../worlds/browser/launch.ts';
import { aCard, cardAnswer, chef, otherChef, TeamsWorld } from '../worlds/tenant/teamsWorld.ts';

let world: TeamsWorld;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  world = await TeamsWorld.start();
  await serveTab();
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await world?.close();
});

beforeEach(() => {
  world.quiet();
  complaints.length = 0;
});

describe('the host page', () => {
  it('asks who one wants to be, and then is that person', async () => {
    const page = await open('/');
    await page.getByRole('link', { name: 'Chef, Omsorg' }).first().click();
    await page.getByRole('button', { name: 'Skift person: Chef, Omsorg' }).waitFor();
    expect(page.url()).toContain(encodeURIComponent(chef.upn));
    expect(complaints).toEqual([]);
  });

  it('keeps what was typed when a press fails, and shows the receipt when it works', async () => {
    const { activityId } = await world.sendCard(chef.id, aCard('Skal det i gang?'));
    const page = await openAs(chef.upn);
    const card = page.locator(`[data-activity="${activityId}"] .card`);
    await card.getByLabel('Kommentar').fill('Gerne');
    await card.getByRole('button', { name: 'Ja' }).click();
    await page.getByText('Der opstod en fejl. Prøv igen.').waitFor();
    expect(await card.getByLabel('Kommentar').inputValue()).toBe('Gerne');
    bothAnswer();
    await card.getByRole('button', { name: 'Ja' }).click();
    await card.getByText('Kvittering').waitFor();
    expect(world.bot.heard.at(-1)?.value.action.data.comment).toBe('Gerne');
    expect(complaints).toEqual([]);
  });

  it('shows what is new without a reload, and counts it where it is not open', async () => {
    const page = await openAs(chef.upn);
    await world.sendCard(chef.id, aCard('Kom lige nu'));
    await page.locator('.card', { hasText: 'Kom lige nu' }).waitFor();
    const before = await page.getByRole('button', { name: /Chefgruppen/ }).textContent();
    await world.sendToChefgruppe(aCard('Til chefgruppen'));
    await page.locator('.toast').waitFor();
    expect(await page.getByRole('button', { name: /Chefgruppen/ }).textContent()).not.toBe(before);
  });

  it('lets one write, and shows the answer', async () => {
    world.bot.onMessage = async (context) => {
      await context.sendActivity('Her er **hjælpen**');
    };
    const page = await openAs(otherChef.upn);
    await page.getByRole('textbox', { name: 'Skriv en besked' }).fill('hvad kan du');
    await page.keyboard.press('Enter');
    await page.locator('.bubble strong', { hasText: 'hjælpen' }).waitFor();
  });

  it('draws a picture in a card, no wider than the card on a phone', async () => {
    world.bot.pages.set('/pictures/wide.png', { type: 'image/png', content: aPng(1_920, 960) });
    const { activityId } = await world.sendCard(chef.id, {
      ...aCard('Med billede'),
      body: [{ type: 'Image', url: `${world.bot.url}/pictures/wide.png`, altText: 'En sensor' }],
    });
    const page = await open(await chatAddress(chef.upn), 360);
    const picture = page.locator(`[data-activity="${activityId}"] img`);
    await expect
      .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBe(1_920);
    const card = page.locator(`[data-activity="${activityId}"] .card`);
    const room = await card.evaluate((each) => [each.clientWidth, each.scrollWidth] as const);
    expect(room[1]).toBe(room[0]);
    const { width, height } = (await picture.boundingBox()) ?? { width: 0, height: 0 };
    expect(width).toBeGreaterThan(200);
    expect(width).toBeLessThan(room[0]);
    expect(Math.round(width / height)).toBe(2);
    expect(complaints).toEqual([]);
  });

  it('opens the tab at the place a deep link names, over the real handshake', async () => {
    const link = deepLink('project/P001');
    await world.sendCard(chef.id, {
      ...aCard('Se projektet'),
      actions: [{ type: 'Action.OpenUrl', title: 'Åbn projektet', url: link }],
    });
    const page = await openAs(chef.upn);
    await page.getByRole('link', { name: 'Åbn projektet' }).last().click();
    const seen = page.frameLocator('iframe').locator('#seen');
    await expect.poll(() => seen.textContent()).toContain('project/P001');
    const told = JSON.parse((await seen.textContent()) ?? '{}') as Record<string, string>;
    expect(told).toMatchObject({ theme: 'default', oid: chef.id, sub: 'project/P001' });
    expect(told['token']).toMatch(/^eyJ/);
    await page.getByLabel('Tema').selectOption('contrast');
    await expect
      .poll(() => page.frameLocator('iframe').locator('#theme').textContent())
      .toBe('contrast');
  });

  it('is free of axe’s findings in every theme, with a chat open', async () => {
    await world.sendCard(chef.id, aCard('Kort'));
    const page = await open(addressOf(chef.upn));
    await page.locator('h1').waitFor();
    await page.waitForLoadState('networkidle').catch(() => undefined);
    expect(await findingsInThemes(page, 'host')).toEqual([]);
  });

  it.each(['default', 'dark', 'contrast'] as const)(
    'is free of axe’s findings in theme %s, where one chooses who one is',
    async (theme) => {
      const page = await open(`/?theme=${theme}`);
      await page.locator('h1').waitFor();
      expect(await findingsOn(page, { theme, part: 'host' })).toEqual([]);
    },
  );

  it('fits a phone: the list, then the chat over the whole width', async () => {
    const page = await open(addressOf(chef.upn), 360);
    await page.locator('.chat-entry', { hasText: 'DigiTek' }).click();
    await page.getByRole('button', { name: 'Tilbage til chats' }).waitFor();
    const spare = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(spare).toBe(0);
    const width = await page.locator('.pane-chat').evaluate((pane) => pane.clientWidth);
    expect(width).toBe(360);
  });
});

function bothAnswer(): void {
  world.bot.onInvoke = () => cardAnswer(aCard('Kvittering'));
}

function addressOf(upn: string): string {
  return `/?user=${encodeURIComponent(upn)}`;
}

async function chatAddress(upn: string): Promise<string> {
  const { conversations } = (await world.get(`chats?user=${upn}&refresh=false`)) as {
    conversations: { id: string; kind: string }[];
  };
  const personal = conversations.find(({ kind }) => kind === 'personal');
  return `${addressOf(upn)}&conversation=${encodeURIComponent(personal?.id ?? '')}`;
}

async function openAs(upn: string): Promise<Page> {
  const page = await open(await chatAddress(upn));
  await page.getByRole('textbox', { name: 'Skriv en besked' }).waitFor();
  return page;
}

async function open(path: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  await page.goto(`${world.tenant.url}${path}`);
  return page;
}

function deepLink(sub: string): string {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: sub }));
  return `https://teams.microsoft.com/l/entity/${organisation.teamsAppId}/portfolio?context=${context}`;
}

/** A tab that does nothing but talk to its host by Microsoft's own library. */
async function serveTab(): Promise<void> {
  const library = createRequire(import.meta.url).resolve('@microsoft/teams-js');
  const script = `
    const { app, authentication } = microsoftTeams;
    await app.initialize([${JSON.stringify(world.tenant.url)}]);
    app.registerOnThemeChangeHandler((theme) => { document.querySelector('#theme').textContent = theme; });
    const context = await app.getContext();
    const token = await authentication.getAuthToken();
    app.notifySuccess();
    document.querySelector('#seen').textContent = JSON.stringify({
      theme: context.app.theme, oid: context.user.id, sub: context.page.subPageId, token });`;
  world.bot.pages.set('/tab/', {
    type: 'text/html',
    content: `<!doctype html><title>Tab</title><p id="seen"></p><p id="theme"></p>
      <script src="/teams.js"></script><script type="module">${script}</script>`,
  });
  world.bot.pages.set('/teams.js', {
    type: 'text/javascript',
    content: await readFile(library),
  });
}
