import { afterEach, expect, it } from 'vitest';
import { findingsOn } from '../worlds/browser/findings.ts';
import { World } from '../worlds/browser/world.ts';

const looks = [
  ['default', 1280],
  ['dark', 360],
  ['contrast', 1280],
] as const;

const world = World.ofFile();

afterEach(() => {
  expect(world.violations).toEqual([]);
  expect(world.errors).toEqual([]);
});

it.each(looks)(
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

it.each(looks)(
  'how long phases and answers take is found from the board, in theme %s at %i',
  async (theme, width) => {
    const { page, tab } = await world.openTab('nattevagten', width === 360 ? 'list:' : '', {
      ...{ theme, width },
    });
    await tab.getByRole('link', { name: 'Ventetid', exact: true }).first().press('Enter');
    await tab.getByRole('heading', { level: 1, name: 'Ventetid' }).waitFor();
    await tab.getByText(/har været længere i deres fase end sædvanligt\.$/).waitFor();
    // Each lane of the picture says all of it, and the table the same in figures.
    const lane = tab.getByRole('img', { name: /^AFPRØVNING: \d+.projekt/ });
    await lane.waitFor();
    const count = (await lane.getAttribute('aria-label'))?.match(/\d+/)?.[0] ?? '';
    const table = tab.getByRole('table', { name: 'Hvor længe er projekterne i hver fase?' });
    const row = table.getByRole('row', { name: /^AFPRØVNING/ });
    expect(await row.getByRole('cell').first().textContent()).toContain(count);
    expect(await findingsOn(page, { theme, part: 'tab' })).toEqual([]);
    const spare = await tab.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(spare).toBe(0);
  },
);
