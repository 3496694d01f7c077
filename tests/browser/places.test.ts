import { afterEach, describe, expect, it } from 'vitest';
import { findingsOn } from '../worlds/browser/findings.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

afterEach(() => {
  expect(world.violations).toEqual([]);
  expect(world.errors).toEqual([]);
});

const nav = { name: 'DigiTek Portefølje' } as const;

describe('the places of the tab', () => {
  it('are in the bar as far as there is room, and the rest under Mere, by keyboard', async () => {
    const { page, tab } = await world.openTab('konsulent', 'benefits', { width: 360, height: 740 });
    const bar = tab.getByRole('navigation', nav);
    const more = bar.locator('summary', { hasText: 'Mere' });
    await more.waitFor();
    // What one is on stays in sight, though it is among the last.
    expect(await bar.getByRole('link', { name: 'Gevinster' }).isVisible()).toBe(true);
    expect(await bar.getByRole('link', { name: 'Årshjul' }).isVisible()).toBe(false);
    const ends = await more.evaluate((button) => button.getBoundingClientRect().right);
    expect(ends).toBeLessThanOrEqual(360);
    expect(await findingsOn(page, { theme: 'default', part: 'tab' })).toEqual([]);
    await more.press('Enter');
    const rest = await bar.locator('details a').allTextContents();
    expect(rest.at(-1)).toBe('Årshjul');
    const inBar = await bar
      .locator(':scope > a')
      .evaluateAll((links) =>
        links.filter((link) => link.checkVisibility()).map((link) => link.textContent ?? ''),
      );
    expect(rest.filter((name) => inBar.includes(name))).toEqual([]);
    await bar.locator('details').getByRole('link', { name: 'Årshjul' }).press('Enter');
    await tab
      .getByRole('heading', { level: 1, name: /Årshjul|202/ })
      .first()
      .waitFor();
    expect(await bar.getByRole('link', { name: 'Årshjul' }).isVisible()).toBe(true);
  });

  it('are all in the bar on a screen that is wide enough', async () => {
    const { tab } = await world.openTab('konsulent', 'benefits', { width: 1440, height: 800 });
    const bar = tab.getByRole('navigation', nav);
    await bar.getByRole('link', { name: 'Årshjul' }).waitFor();
    expect(await bar.locator('summary').count()).toBe(0);
  });
});
