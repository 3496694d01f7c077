import type { FrameLocator } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { findingsInThemes, findingsOn } from '../worlds/browser/findings.ts';
import { tabTo } from '../worlds/browser/storyWorld.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

afterEach(() => {
  expect(world.violations).toEqual([]);
  expect(world.errors).toEqual([]);
});

const frame = (tab: FrameLocator) => tab.getByRole('region', { name: /^Som den var/ });
const rail = (tab: FrameLocator) => tab.getByRole('complementary', { name: 'Siden da' });

describe('the board as it was', () => {
  it('is a step from the board, says what became of each, and leads home again', async () => {
    const { tab, page } = await world.openTab('konsulent');
    await tab.locator('[data-card]').first().waitFor();
    const link = tab.getByRole('link', { name: 'Som den var' });
    await tabTo(page, link);
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { level: 1, name: /^Tavlen \d/ }).waitFor();
    const moved = frame(tab)
      .getByRole('link', { name: /, nu undersøgelse,/ })
      .first();
    await moved.waitFor();
    await rail(tab).getByText('kom en fase videre').waitFor();
    const row = rail(tab).getByRole('row', { name: /^Projekter/ });
    expect(await row.getByRole('cell').count()).toBe(2);
    expect(await moved.getAttribute('href')).toMatch(/^#\/projekt\//);
    await tab.getByRole('button', { name: 'Tilbage til i dag' }).click();
    await tab.getByRole('heading', { level: 1, name: /projekter$/ }).waitFor();
  });

  it('can be of any day there is history of, and says where that begins', async () => {
    const { tab } = await world.openTab('direktor', 'past');
    const day = tab.getByRole('textbox', { name: 'Dag', exact: true });
    await day.waitFor();
    await day.fill('2020-01-01');
    await tab.getByText(/^Vi har historie fra/).waitFor();
    expect(await day.inputValue()).not.toBe('2020-01-01');
  });

  it('shows a phone what has happened first, and the board behind a press', async () => {
    const size = { width: 360, height: 740 };
    const { tab, page } = await world.openTab('chef.omsorg', 'past', size);
    await rail(tab).waitFor();
    expect(await tab.locator('[data-card]').count()).toBe(0);
    const spare = await tab.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(spare).toBe(0);
    expect(await findingsOn(page)).toEqual([]);
    await tab.getByRole('button', { name: 'Se tavlen fra den dag' }).click();
    await tab.locator('[data-card]').first().waitFor();
  });

  it('has nothing axe finds in any theme', async () => {
    const { tab, page } = await world.openTab('konsulent', 'past');
    await tab.locator('[data-card]').first().waitFor();
    expect(await findingsInThemes(page)).toEqual([]);
  });
});
