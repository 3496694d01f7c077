import { afterEach, expect, it } from 'vitest';
import { findingsOn } from '../worlds/browser/findings.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

afterEach(() => {
  expect(world.violations).toEqual([]);
  expect(world.errors).toEqual([]);
});

it.each([
  ['default', 1280],
  ['dark', 360],
  ['contrast', 1280],
] as const)(
  'what the areas have had is found from Økonomi, in theme %s at %i',
  async (theme, width) => {
    const { page, tab } = await world.openTab('direktor', 'economy', { theme, width });
    await tab.getByRole('link', { name: 'Fordeling', exact: true }).press('Enter');
    await tab.getByRole('heading', { level: 1, name: 'Fordeling' }).waitFor();
    const visits = tab.getByRole('table', { name: 'DigiTek 360, gennemført' });
    await visits.getByRole('row', { name: /^Omsorg/ }).waitFor();
    expect(await tab.getByRole('heading', { level: 2 }).count()).toBe(4);
    expect(await findingsOn(page, { theme, part: 'tab' })).toEqual([]);
    const spare = await tab.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(spare).toBe(0);
  },
);
