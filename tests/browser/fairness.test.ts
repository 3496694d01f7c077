import { afterEach, expect, it } from 'vitest';
import { findingsInLooks, findingsInThemes } from '../worlds/browser/findings.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

afterEach(() => {
  expect(world.violations).toEqual([]);
  expect(world.errors).toEqual([]);
});

it('what the areas have had is found from Økonomi, and looks well', async () => {
  const { page, tab } = await world.openTab('direktor', 'economy');
  await tab.getByRole('link', { name: 'Fordeling', exact: true }).press('Enter');
  await tab.getByRole('heading', { level: 1, name: 'Fordeling' }).waitFor();
  const visits = tab.getByRole('table', { name: 'DigiTek 360, gennemført' });
  await visits.getByRole('row', { name: /^Omsorg/ }).waitFor();
  expect(await tab.getByRole('heading', { level: 2 }).count()).toBe(4);
  expect(await findingsInLooks(page, { part: 'tab' })).toEqual([]);
});

it.each([
  ['the board', '', 1280],
  ['the list', 'list:', 360],
])(
  'how long phases and answers take is found from %s, and looks well',
  async (_name, place, width) => {
    const { page, tab } = await world.openTab('nattevagten', place, { width });
    await tab.getByRole('link', { name: 'Ventetid', exact: true }).first().press('Enter');
    await tab.getByRole('heading', { level: 1, name: 'Ventetid' }).waitFor();
    const others = tab.getByRole('table', { name: 'Hvor længe tager andre svar?' });
    await others.getByRole('row', { name: /Projektejers godkendelse/ }).waitFor();
    await tab.getByText(/har været længere i deres fase end sædvanligt\.$/).waitFor();
    // Each lane of the picture says all of it, and the table the same in figures.
    const lane = tab.getByRole('img', { name: /^AFPRØVNING: \d+.projekt/ });
    await lane.waitFor();
    const count = (await lane.getAttribute('aria-label'))?.match(/\d+/)?.[0] ?? '';
    const table = tab.getByRole('table', { name: 'Hvor længe er projekterne i hver fase?' });
    const row = table.getByRole('row', { name: /^AFPRØVNING/ });
    expect(await row.getByRole('cell').first().textContent()).toContain(count);
    expect(await findingsInThemes(page, 'tab')).toEqual([]);
  },
);
