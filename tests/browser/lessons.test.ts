import { afterEach, describe, expect, it } from 'vitest';
import { findingsInLooks } from '../worlds/browser/findings.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

afterEach(() => {
  expect(world.violations).toEqual([]);
  expect(world.errors).toEqual([]);
});

describe('Erfaringer', () => {
  it('are searched, and look well', async () => {
    const { page, tab } = await world.openTab('nattevagten', 'lessons');
    await tab.getByRole('heading', { level: 1, name: 'Erfaringer' }).waitFor();
    await tab.getByText('Dørtrin koster mere end robotten.').waitFor();
    await tab.getByText('1 er lovet delt og ikke fortalt').waitFor();
    expect(await findingsInLooks(page, { part: 'tab' })).toEqual([]);
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
