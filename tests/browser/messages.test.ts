import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsInThemes } from '../worlds/browser/findings.ts';
import { World } from '../worlds/browser/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.enter();
});
afterAll(() => world?.leave());

const chef = 'chef.omsorg';
const said = 'Hej alle. Kan vi få dørklokker, der blinker? Så opdager Grethe, at vi er kommet.';
const title = 'Kan vi få dørklokker, der blinker?';

const openGroup = (alias: string, width = 1280): Promise<Page> =>
  world.open(alias, { app: 'chat', with: 'groupChat' }, { width, height: 800 });

/** To the others in the chat, not to DigiTek. */
const write = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('checkbox', { name: 'Til @DigiTek' }).uncheck();
  await page.getByRole('textbox', { name: 'Skriv til alle i chatten' }).fill(text);
  await page.keyboard.press('Enter');
};

describe('what comes up in a conversation', () => {
  it('becomes an idea from the message’s own menu, by keyboard alone, and once', async () => {
    const page = await openGroup(chef);
    await write(page, said);
    const message = page.locator('.message', { hasText: 'dørklokker, der blinker' }).last();
    const more = message.getByRole('button', { name: 'Flere handlinger' });
    await more.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: /Gør til idé/ }).waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Gør beskeden til en idé' });
    const name = dialog.getByLabel('Hvad går idéen ud på?');
    await name.waitFor();
    expect(await name.inputValue()).toBe(title);
    expect(await dialog.getByLabel(/^Hvorfor er den god/).inputValue()).toBe(said);
    expect(await dialog.getByLabel('Område').inputValue()).toBe('omsorg');
    const send = dialog.getByRole('button', { name: 'Send idéen' });
    await send.focus();
    await page.keyboard.press('Enter');
    await dialog.getByText('DigiTek har fået din idé').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await more.click();
    await page.getByRole('menuitem', { name: /Gør til idé/ }).click();
    await dialog.getByText('Beskeden er allerede en idé').waitFor();
    const { projects } = await world.api<{ projects: readonly { title: string }[] }>(
      ...([chef, 'GET', '/api/board'] as const),
    );
    expect(projects.filter((one) => one.title === title)).toHaveLength(1);
  });

  it('stands under Idéer with the way back to the message', async () => {
    const { tab, page } = await world.openTab('konsulent', 'ideas');
    await tab
      .getByRole('button', { name: new RegExp(title.replace('?', '\\?')) })
      .first()
      .click();
    const link = tab.getByRole('link', { name: 'Se, hvor idéen kommer fra' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toMatch(
      /^https:\/\/teams\.microsoft\.com\/l\/message\/19%3A/,
    );
    await page.close();
  });

  it('warns of a number like a person’s, and does not copy it', async () => {
    const page = await openGroup(chef);
    await write(page, 'Fru Olsen, 010190-1234, falder om natten. Kan en sensor hjælpe?');
    const message = page.locator('.message', { hasText: 'falder om natten' }).last();
    await message.getByRole('button', { name: 'Flere handlinger' }).click();
    await page.getByRole('menuitem', { name: /Gør til idé/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Gør beskeden til en idé' });
    await dialog.getByText(/ligner et CPR-nummer/).waitFor();
    expect(await dialog.getByLabel(/^Hvorfor er den god/).inputValue()).not.toContain('1234');
  });
});

describe('a project in a conversation', () => {
  it('is found where one writes, and put into the message', async () => {
    const page = await openGroup(chef);
    await page.getByRole('button', { name: 'Find projekt' }).click();
    const search = page.getByRole('searchbox', { name: 'Find projekt' });
    await page.locator('.found-entry').first().waitFor();
    await search.fill('digirehab');
    const entry = page.locator('.found-entry', { hasText: /digirehab/i }).first();
    await entry.waitFor();
    const name = (await entry.locator('.found-title').textContent()) ?? '';
    await entry.click();
    await page.locator('.attached .card').waitFor();
    await write(page, 'Se lige her');
    const message = page.locator('.message', { hasText: 'Se lige her' }).last();
    const card = message.locator('.card', { hasText: name });
    await card.getByText(/^Som det ser ud/).waitFor();
    await card.getByRole('link', { name: 'Åbn projektet' }).waitFor();
  });

  it('is unfolded from its link', async () => {
    const page = await openGroup(chef);
    const { projects } = await world.api<{ projects: readonly { id: string; title: string }[] }>(
      ...([chef, 'GET', '/api/board'] as const),
    );
    const [project] = projects;
    const link = `${world.serverUrl}/tab/#/projekt/${project?.id}`;
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text', text);
      const input = document.querySelector('.compose textarea');
      input?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    }, link);
    await page.locator('.attached .card', { hasText: project?.title ?? '' }).waitFor();
    await page.getByRole('button', { name: 'Fjern kortet' }).click();
    await page.locator('.attached .card').waitFor({ state: 'detached' });
  });
});

it.each([1280, 360])('axe finds nothing in any theme at %i', async (width) => {
  const page = await openGroup(chef, width);
  await page.getByRole('button', { name: 'Find projekt' }).click();
  await page.locator('.found-entry').first().waitFor();
  expect(await findingsInThemes(page)).toEqual([]);
  await page.keyboard.press('Escape');
  const message = page.locator('.message', { hasText: 'falder om natten' }).last();
  await message.getByRole('button', { name: 'Flere handlinger' }).click();
  await page.getByRole('menuitem', { name: /Gør til idé/ }).click();
  await page.getByRole('dialog').getByLabel('Område').waitFor();
  expect(await findingsInThemes(page)).toEqual([]);
});
