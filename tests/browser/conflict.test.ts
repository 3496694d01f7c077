import { expect, it } from 'vitest';
import { pageOf, readyAt } from '../worlds/browser/portfolio.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

it('shows both texts when two people change the same thing, and takes the one that is chosen', async () => {
  const id = await readyAt(world, 'gate1', { title: 'To retter det samme' });
  const [one, other] = await Promise.all(
    ['konsulent', 'konsulent2'].map((alias) => world.openTab(alias, `project:${id}`)),
  );
  if (!one || !other) throw new Error('There are not two windows.');
  for (const [{ tab }, purpose] of [
    [one, 'Beboerne sover bedre.'],
    [other, 'Nattevagten får ro.'],
  ] as const) {
    await tab.getByRole('button', { name: 'Ret: Om projektet' }).click();
    await tab.getByLabel('Formål i én sætning').fill(purpose);
  }
  await one.tab.getByRole('button', { name: 'Gem', exact: true }).click();
  await one.tab.getByRole('button', { name: /^Gem/ }).waitFor({ state: 'detached' });
  await other.tab.getByRole('button', { name: 'Gem', exact: true }).click();
  const both = other.tab.getByRole('alert');
  await both.getByText('En anden har rettet det samme imens.').waitFor();
  expect(await both.textContent()).toMatch(
    /Det, du skrev.*Nattevagten får ro\..*Det, der står nu.*Beboerne sover bedre\./,
  );
  expect((await pageOf(world, id)).project.purpose).toBe('Beboerne sover bedre.');
  await other.tab.getByRole('button', { name: 'Behold min tekst' }).click();
  await both.waitFor({ state: 'detached' });
  expect((await pageOf(world, id)).project.purpose).toBe('Nattevagten får ro.');
  await one.tab.getByText('Nattevagten får ro.').first().waitFor();
  expect([world.violations, world.errors]).toEqual([[], []]);
});

it('keeps what is typed in a section when the tab is closed, and says that it is not saved', async () => {
  const id = await readyAt(world, 'gate1', { title: 'Fanen, der blev lukket' });
  const { page, tab } = await world.openTab('konsulent', `project:${id}`);
  await tab.getByRole('button', { name: 'Ret: Om projektet' }).click();
  await tab.getByLabel('Formål i én sætning').fill('Beboerne sover hele natten.');
  await page.reload();
  await tab.getByRole('button', { name: /^Skriv videre på det.*Om projektet$/ }).press('Enter');
  await tab.getByText('Det her skrev du sidst. Det er ikke gemt endnu.').waitFor();
  await tab.getByRole('button', { name: 'Gem', exact: true }).click();
  await tab.getByText('Beboerne sover hele natten.').first().waitFor();
  await page.reload();
  await tab.getByRole('button', { name: 'Ret: Om projektet' }).waitFor();
  expect(await tab.getByRole('button', { name: /^Skriv videre/ }).count()).toBe(0);
  expect([world.violations, world.errors]).toEqual([[], []]);
});

it('lets two people change different things of one project at once', async () => {
  const id = await readyAt(world, 'gate1', { title: 'To retter hver sit' });
  const [one, other] = await Promise.all(
    ['konsulent', 'konsulent2'].map((alias) => world.openTab(alias, `project:${id}`)),
  );
  if (!one || !other) throw new Error('There are not two windows.');
  await one.tab.getByRole('button', { name: 'Ret: Om projektet' }).click();
  await one.tab.getByLabel('Formål i én sætning').fill('Ro om natten.');
  await other.tab.getByRole('button', { name: 'Ret: Anbefaling' }).click();
  await other.tab.getByLabel('Begrundelse').fill('Det er billigt.');
  for (const { tab } of [one, other]) {
    await tab.getByRole('button', { name: 'Gem', exact: true }).click();
    await tab.getByRole('button', { name: /^Gem/ }).waitFor({ state: 'detached' });
  }
  const { project } = await pageOf(world, id);
  expect([project.purpose, project.recommendationWhy]).toEqual([
    'Ro om natten.',
    'Det er billigt.',
  ]);
});
