import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import type { FrameLocator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { boardSheet } from '#shared/words/screens/boardList.ts';
import { findingsInThemes } from '../worlds/browser/findings.ts';
import { focusedName, tabTo } from '../worlds/browser/keyboard.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

const consultant = 'konsulent';

const focusIsOn = async (tab: FrameLocator, words: string): Promise<void> => {
  await expect.poll(() => focusedName(tab)).toContain(words);
};

const grid = (tab: FrameLocator) => tab.locator('[data-list]');

const rowsIn = (tab: FrameLocator) => tab.locator('[data-row^="project:"]');

/** The names in the rows that are mounted, from the top. */
const titlesIn = (tab: FrameLocator): Promise<readonly string[]> =>
  rowsIn(tab)
    .locator('a')
    .evaluateAll((links) =>
      links
        .map((link) => ({
          text: link.textContent ?? '',
          top: Number.parseFloat(link.closest<HTMLElement>('[data-row]')?.style.top ?? '0'),
        }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );

const addressIn = (tab: FrameLocator): Promise<string> =>
  tab.locator('body').evaluate(() => window.location.hash);

const openList = async (
  sub = 'list:',
  looks: { theme?: 'default' | 'dark' | 'contrast'; width?: number } = {},
) => {
  const { page, tab } = await world.openTab(consultant, sub, looks);
  await grid(tab).waitFor();
  await rowsIn(tab).first().waitFor();
  return { page, tab };
};

const downloaded = async (page: Page, press: () => Promise<void>): Promise<ExcelJS.Worksheet> => {
  const waiting = page.waitForEvent('download');
  await press();
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/^portefoelje-\d{4}-\d\d-\d\d\.xlsx$/);
  const book = new ExcelJS.Workbook();
  const bytes = await readFile(await file.path());
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const sheet = book.getWorksheet(boardSheet.name);
  if (!sheet) throw new Error('The workbook has no sheet of projects.');
  return sheet;
};

const titlesOf = (sheet: ExcelJS.Worksheet): readonly string[] => {
  const heads = (sheet.getRow(1).values as unknown[]).slice(1);
  const at = heads.indexOf('Projekt') + 1;
  return Array.from({ length: sheet.rowCount - 1 }, (_, row) =>
    String(sheet.getRow(row + 2).getCell(at).value),
  );
};

describe('the list by keyboard alone', () => {
  it('is come to, put in order, grouped, narrowed, opened and come back to', async () => {
    const { page, tab } = await world.openTab(consultant);
    await tab.locator('[data-board]').waitFor();
    await tab.locator('body').evaluate(() => window.focus());

    await tabTo(page, tab, /^Vis som liste$/);
    await page.keyboard.press('Enter');
    await rowsIn(tab).first().waitFor();
    expect(await grid(tab).getAttribute('role')).toBe('treegrid');

    await tabTo(page, tab, /^Hele budgettet, kr\.$/);
    await page.keyboard.press('Enter');
    const head = tab.getByRole('columnheader', { name: 'Hele budgettet, kr.' });
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('descending');
    await page.keyboard.press('Enter');
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending');
    expect(await addressIn(tab)).toBe('#/liste?sorter=-budget');

    await page.keyboard.press('f');
    await tabTo(page, tab, /^Gruppér$|^faseområde/);
    await page.keyboard.press('o');
    await tab.locator('[data-row="group:social"]').waitFor();
    expect(await addressIn(tab)).toContain('grupper=omraade');

    // A single key does nothing in a field: the way out of it is Esc, to the rows.
    await page.keyboard.press('Escape');
    await focusIsOn(tab, 'Social');
    await page.keyboard.press('/');
    await page.keyboard.type('aarhus omsorg');
    await tab.getByRole('heading', { level: 1, name: /^\d+ af \d+/ }).waitFor();
    await expect.poll(() => tab.locator('[data-row^="group:"]').count()).toBe(1);
    const found = await titlesIn(tab);
    expect(found.length).toBeGreaterThan(2);

    await page.keyboard.press('Escape');
    await focusIsOn(tab, 'Omsorg');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => rowsIn(tab).count()).toBe(0);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => rowsIn(tab).count()).toBe(found.length);
    await page.keyboard.press('End');
    await focusIsOn(tab, found.at(-1) ?? '');
    await page.keyboard.press('Home');
    await focusIsOn(tab, 'Omsorg');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const second = found[1] ?? '';
    await focusIsOn(tab, second);
    const address = await addressIn(tab);
    expect(address).toContain('soeg=aarhus+omsorg');

    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { level: 1, name: second }).waitFor();
    await page.evaluate(() => window.history.back());
    await rowsIn(tab).first().waitFor();
    expect(await addressIn(tab)).toBe(address);
    expect(await titlesIn(tab)).toEqual(found);
    await focusIsOn(tab, second);

    const sheet = await downloaded(page, async () => {
      await tabTo(page, tab, /^Hent som Excel$/, 'Shift+Tab');
      await page.keyboard.press('Enter');
    });
    expect(titlesOf(sheet)).toEqual(found);
    expect(world.violations).toEqual([]);
    expect(world.errors).toEqual([]);
  });

  it('mounts only the rows in sight, and goes to the last by one key', async () => {
    const { page, tab } = await openList('list:grupper=ingen&sorter=navn');
    expect(await grid(tab).getAttribute('role')).toBe('grid');
    expect(await rowsIn(tab).count()).toBeLessThan(50);
    await rowsIn(tab).first().focus();
    await page.keyboard.press('End');
    const last = tab.locator('[data-row]:focus');
    await last.waitFor();
    const index = Number(await last.getAttribute('aria-rowindex'));
    expect(index).toBe(Number(await grid(tab).getAttribute('aria-rowcount')) - 1);
    expect(index).toBeGreaterThan(60);
  });
});

describe('the address of the list', () => {
  it('gives the same to whoever opens it, and again when the page is loaded anew', async () => {
    const { tab } = await openList();
    await tab.getByRole('button', { name: /^Venter på svar/ }).click();
    await tab.getByLabel('Område', { exact: true }).selectOption('omsorg');
    await tab.getByLabel('Gruppér').selectOption('none');
    await tab
      .getByRole('columnheader', { name: 'Projekt', exact: true })
      .getByRole('button')
      .click();
    const shown = await titlesIn(tab);
    const address = await addressIn(tab);
    expect(address).toBe('#/liste?vis=venter&omraade=omsorg&grupper=ingen&sorter=navn');

    await tab.locator('body').evaluate(() => window.location.reload());
    await rowsIn(tab).first().waitFor();
    expect(await titlesIn(tab)).toEqual(shown);

    const link = `list:${address.split('?')[1]}`;
    const other = await world.openTab('chef.omsorg', link);
    await rowsIn(other.tab).first().waitFor();
    expect(await titlesIn(other.tab)).toEqual(shown);
  });

  it('is handed to Teams, which shows it as a link to send', async () => {
    const { page, tab } = await openList('list:vis=venter');
    await tab.getByRole('button', { name: 'Del link' }).click();
    const toast = page.getByText(/Linket er kopieret|^Link: /);
    await toast.first().waitFor();
  });

  it('leads back from elsewhere to the same list', async () => {
    const { tab } = await openList('list:vis=fast');
    await tab.getByRole('link', { name: 'Økonomi' }).click();
    await tab.getByRole('link', { name: 'Tavle', exact: true }).click();
    await grid(tab).waitFor();
    expect(await addressIn(tab)).toBe('#/liste?vis=fast');
  });
});

describe('a card that is let go over another room', () => {
  const drag = async (tab: FrameLocator, from: string, to: string): Promise<void> => {
    const card = tab
      .locator(`[data-column="${from}"] [data-card]:not(:has(svg use[href="#door-small"]))`)
      .first();
    await card.dragTo(tab.locator(`[data-column="${to}"]`), { targetPosition: { x: 60, y: 20 } });
  };

  it('says why it stays where it is', async () => {
    const { tab } = await world.openTab(consultant);
    await tab.locator('[data-board]').waitFor();
    await drag(tab, 'trial', 'idea');
    await tab.getByRole('status').filter({ hasText: 'kan ikke flyttes tilbage' }).waitFor();
    expect(await addressIn(tab)).toBe('');
  });

  it('asks for the gate of the next room, as the door and the menu do', async () => {
    const { tab } = await world.openTab(consultant);
    await tab.locator('[data-board]').waitFor();
    await tab.getByLabel('Type', { exact: true }).selectOption('digitek');
    // Where it comes from is a filter of its own: neither clears the other.
    await tab.getByLabel('Kommer fra', { exact: true }).selectOption('tucv');
    await expect.poll(() => addressIn(tab)).toMatch(/type=digitek.*fra=tucv/);
    expect(await tab.getByLabel('Type', { exact: true }).inputValue()).toBe('digitek');
    // However long what is chosen is, the tools stand on one line, and it is said in full when pointed at.
    await tab.getByLabel('Kommer fra', { exact: true }).selectOption('radar');
    const tools = tab.locator('select[data-filter]');
    const tops = await tools.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().top),
    );
    expect([tops.length, new Set(tops).size]).toEqual([4, 1]);
    expect(await tools.nth(2).getAttribute('title')).toBe('Fra KL’s Teknologiradar');
    await tab.getByLabel('Kommer fra', { exact: true }).selectOption('');
    await drag(tab, 'idea', 'investigation');
    await tab.getByRole('heading', { level: 2, name: /Gate/ }).first().waitFor();
    expect(await addressIn(tab)).toMatch(/^#\/projekt\/.+\/gate$/);
  });
});

describe('the list', () => {
  it.each([1280, 360])('is free of axe’s findings in every theme at %d', async (width) => {
    const { page } = await openList('list:', { width });
    // A row that is pointed at must be read too.
    await page.mouse.move(width / 2, 400);
    expect(await findingsInThemes(page, 'tab')).toEqual([]);
  });

  it('has search, filters, groups and order in a sheet on a phone', async () => {
    const { tab } = await openList('list:', { width: 360 });
    await tab.getByRole('button', { name: 'Søg og filtrér' }).click();
    await tab.getByLabel('Gruppér').selectOption('area');
    await tab.getByLabel('Sortér').selectOption('title up');
    await tab.getByLabel('Søg i projekter').fill('aarhus');
    await tab.locator('[data-row^="group:"]').first().waitFor();
    await expect.poll(() => addressIn(tab)).toBe('#/liste?soeg=aarhus&grupper=omraade&sorter=navn');
  });
});

describe('a card pressed just after a search', () => {
  it('is opened: its element does not move before it is let go', async () => {
    const { page, tab } = await world.openTab(consultant, 'board', { width: 1280 });
    const cards = tab.locator('[data-board] [role="listitem"]');
    await cards.nth(5).waitFor();
    // One that is not the first: the others come behind it, and stand so for a moment.
    const card = cards.nth(2).locator('[data-card]');
    const id = (await card.getAttribute('data-card')) ?? '';
    const title = (await card.getAttribute('aria-label'))?.split(',')[0] ?? '';
    const search = tab.getByRole('searchbox').first();
    await search.fill(title);
    await expect.poll(() => cards.count()).toBe(1);
    await page.waitForTimeout(400);
    await search.fill('');
    await cards.nth(5).waitFor();
    const box = await tab.locator(`[data-card="${id}"]`).boundingBox();
    await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
    await page.mouse.down();
    await page.waitForTimeout(400);
    await page.mouse.up();
    await expect.poll(() => addressIn(tab)).toBe(`#/projekt/${id}`);
  });
});
