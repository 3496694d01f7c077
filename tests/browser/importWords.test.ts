import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { wordsPage } from '#shared/words/screens/importPage.ts';
import { rootFrom } from '../../infra/root.ts';
import { findingsInThemes } from '../worlds/browser/findings.ts';
import { tabTo } from '../worlds/browser/keyboard.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();
const word = 'Velfærdsafdeling Vest';

afterEach(() => {
  expect(world.violations).toEqual([]);
  expect(world.errors).toEqual([]);
});

const openWords = async (alias: string) => {
  const opened = await world.openTab(alias, '', { width: 360 });
  await opened.tab.getByRole('navigation').first().waitFor();
  await opened.tab.locator('body').evaluate(() => {
    window.location.hash = '#/ord';
    window.focus();
  });
  return opened;
};

const spareIn = (tab: FrameLocator): Promise<number> =>
  tab.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);

/** What the import command says of a list with the word, without storing anything. */
const planned = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'import-words-'));
  const file = join(folder, 'liste.csv');
  await writeFile(file, `Projekt;Forvaltning\nLys på gangen;${word}\n`);
  const child = spawn(process.execPath, ['--import', 'tsx', 'infra/import/main.ts', file], {
    cwd: rootFrom(import.meta.url),
    env: { ...process.env, TENANT_PORT: new URL(world.hostUrl).port },
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  await new Promise((resolve) => child.once('close', resolve));
  await rm(folder, { recursive: true });
  return said;
};

describe('the words of imported lists', () => {
  it('are taught by keyboard alone on a phone, and the next import understands', async () => {
    expect(await planned()).toContain(`"${word}"`);
    const { page, tab } = await openWords('konsulent');
    await tab.getByRole('heading', { level: 1, name: wordsPage.title }).waitFor();
    await tabTo(page, tab, new RegExp(`^${wordsPage.kind}$`));
    await tabTo(page, tab, /^Omsorg/);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type(word);
    await tabTo(page, tab, /^Gem$/);
    await page.keyboard.press('Enter');
    await tab.getByText(wordsPage.saved).waitFor();
    expect(await spareIn(tab)).toBe(0);
    expect(await planned()).not.toContain(`"${word}"`);
  });

  it('are not for somebody who may not change settings: no form, and a sentence', async () => {
    const { tab } = await openWords('chef.omsorg');
    await tab.getByText('adgang').first().waitFor();
    expect(await tab.locator('form, textarea').count()).toBe(0);
    const path = '/api/settings/import-words';
    expect((await world.call('chef.omsorg', 'GET', path)).status).toBe(403);
  });

  it('have a page without findings of axe in any theme, on a phone', async () => {
    const { page, tab } = await openWords('konsulent');
    await tab.getByLabel('Omsorg', { exact: true }).waitFor();
    expect(await findingsInThemes(page, 'tab')).toEqual([]);
  });
});
