import { afterEach, describe, expect, it } from 'vitest';
import { findingsInThemes, findingsOn } from '../worlds/browser/findings.ts';
import { readyAt } from '../worlds/browser/portfolio.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

afterEach(() => {
  expect(world.violations).toEqual([]);
  expect(world.errors).toEqual([]);
});

const title = 'Lys, der følger én';

describe('a status', () => {
  it('is written as a draft, lacks what it lacks, and is sent for all to read', async () => {
    const id = await readyAt(world, 'gate2', { title });
    const { tab } = await world.openTab('digitek1', `project:${id}`);
    const section = tab.getByRole('region', { name: 'Status', exact: true });
    await section.getByRole('button', { name: 'Skriv status' }).click();
    const form = section.getByRole('form', { name: 'Skriv status' });
    for (const subject of ['Tid', 'Penge'])
      await form.getByRole('radiogroup', { name: subject }).getByLabel('Som planlagt').check();
    await form.getByRole('button', { name: 'Gem kladde' }).click();
    await section.getByText(/^Kladde fra /).waitFor();
    await section.getByRole('button', { name: 'Skriv videre på kladden' }).click();
    await form.getByRole('button', { name: 'Send status' }).click();
    await form.getByText(/^Der mangler et valg .* og et par ord/).waitFor();
    await form.getByRole('radiogroup', { name: 'Gevinster' }).getByLabel('Skrider').check();
    await form.getByLabel('Hvordan går det?').fill('Lamperne tænder for sent.');
    await form.getByLabel('Hvad mangler I, og fra hvem?').fill('En tekniker i uge 3.');
    await form.getByRole('button', { name: 'Send status' }).click();
    await section.getByText('Lamperne tænder for sent.').waitFor();

    const size = { width: 360, height: 740 };
    const { tab: chef, page } = await world.openTab('chef.omsorg', `project:${id}`, size);
    const read = chef.getByRole('region', { name: 'Status', exact: true });
    await read.getByText('En tekniker i uge 3.').waitFor();
    await read.getByText('Skrider', { exact: true }).waitFor();
    expect(await findingsOn(page)).toEqual([]);
  });

  it('has nothing axe finds in any theme', async () => {
    const { tab, page } = await world.openTab('konsulent', 'project:P004');
    const section = tab.getByRole('region', { name: 'Status', exact: true });
    await section.getByRole('button', { name: /^Skriv/ }).click();
    await section.getByRole('form').waitFor();
    expect(await findingsInThemes(page)).toEqual([]);
  });
});
