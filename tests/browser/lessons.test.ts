import { afterEach, describe, expect, it } from 'vitest';
import { findingsOn } from '../worlds/browser/findings.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

afterEach(() => {
  expect(world.violations).toEqual([]);
  expect(world.errors).toEqual([]);
});

describe('Erfaringer', () => {
  it.each([
    ['default', 1280],
    ['dark', 360],
    ['contrast', 1280],
  ] as const)('are found from the board, in theme %s at %i', async (theme, width) => {
    const { page, tab } = await world.openTab('nattevagten', 'lessons', { theme, width });
    await tab.getByRole('heading', { level: 1, name: 'Erfaringer' }).waitFor();
    await tab.getByText('Dørtrin koster mere end robotten.').waitFor();
    await tab.getByText('1 er lovet delt og ikke fortalt').waitFor();
    expect(await findingsOn(page, { theme, part: 'tab' })).toEqual([]);
    const spare = await tab.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(spare).toBe(0);
    await tab.getByRole('searchbox').fill('dørtrin');
    await tab.getByText('1 projekt', { exact: true }).waitFor();
    await tab.getByRole('button', { name: 'Risici' }).press('Enter');
    await tab.getByRole('searchbox').fill('findes slet ikke nogen steder');
    await tab.getByText('Intet passer på det, du søger.').waitFor();
  });

  it('are a link on the board', async () => {
    const { tab } = await world.openTab('konsulent', '');
    await tab.getByRole('link', { name: 'Erfaringer', exact: true }).press('Enter');
    await tab.getByRole('heading', { level: 1, name: 'Erfaringer' }).waitFor();
  });
});
