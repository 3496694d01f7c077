import type { FrameLocator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findingsInLooks } from '../worlds/browser/findings.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();
const by = 'konsulent';
/** In SPREDNING, and nobody has named a unit yet. */
const title = 'Robotstøvsugere på plejehjem';
const place = 'project:P087';

const add = async (tab: FrameLocator, name: string): Promise<void> => {
  await tab.getByRole('button', { name: 'Tilføj enhed' }).click();
  const form = tab.getByRole('form', { name: 'Tilføj enhed' });
  await form.getByLabel('Hvad hedder enheden?').fill(name);
  await form.getByRole('button', { name: 'Gem' }).click();
  await tab.getByRole('rowheader', { name }).waitFor();
};

describe('a project that is spread', () => {
  it('gets its units one by one, and says how far it has come; twice the same is told', async () => {
    const { tab } = await world.openTab(by, place);
    await tab.getByRole('heading', { level: 1, name: title }).waitFor();
    await tab.getByText('Ingen enheder endnu. Tilføj den første.').waitFor();
    await add(tab, 'Plejecenter Nord');
    await add(tab, 'Plejecenter Syd');
    await tab.getByText('Spredt til 0 af 2 enheder').waitFor();
    await tab.getByRole('button', { name: 'Tilføj enhed' }).click();
    const form = tab.getByRole('form', { name: 'Tilføj enhed' });
    await form.getByLabel('Hvad hedder enheden?').fill('plejecenter nord');
    await form.getByLabel('Hvilken måned skal den starte?').fill('2031-05');
    await form.getByRole('button', { name: 'Gem' }).click();
    await form.getByText('Plejecenter Nord er der allerede.').waitFor();
  });

  it('has a unit started by keyboard alone, and the board’s card says so', async () => {
    const { tab, page } = await world.openTab(by, place);
    const unit = tab.getByRole('button', { name: 'Ret Plejecenter Nord' });
    await unit.focus();
    await page.keyboard.press('Enter');
    const form = tab.getByRole('form', { name: 'Ret Plejecenter Nord' });
    const save = form.getByRole('button', { name: 'Gem' });
    await save.focus();
    await page.keyboard.press('Enter');
    await tab.getByText(/^I drift fra/).waitFor();
    await tab.getByText('Spredt til 1 af 2 enheder').waitFor();
    const board = await world.openTab(by, 'board:soeg=robotst%C3%B8vsugere+p%C3%A5');
    await board.tab.locator('[data-card="P087"]', { hasText: 'spredt til 1 af 2' }).waitFor();
  });

  it('axe finds nothing in any theme', async () => {
    const { tab, page } = await world.openTab(by, place);
    await tab.getByRole('button', { name: 'Ret Plejecenter Syd' }).click();
    await tab.getByLabel('Hvad er sket?').selectOption('Den er givet op');
    expect(await findingsInLooks(page)).toEqual([]);
  });

  it('is in operation by itself when the last is given up, and the history says so', async () => {
    const { tab } = await world.openTab(by, place);
    await tab.getByRole('button', { name: 'Ret Plejecenter Syd' }).click();
    const form = tab.getByRole('form', { name: 'Ret Plejecenter Syd' });
    await form.getByLabel('Hvad er sket?').selectOption('Den er givet op');
    await form.getByRole('button', { name: 'Gem' }).click();
    await form.getByText(/Skriv, hvorfor enheden er givet op/).waitFor();
    await form.getByLabel('Hvorfor er den givet op?').fill('Gulvene er for bløde.');
    await form.getByRole('button', { name: 'Gem' }).click();
    await tab.getByText('»Gulvene er for bløde.«').first().waitFor();
    const history = tab.getByRole('region', { name: 'Historien' }).first();
    await history.getByText('Nu i IDRIFTSÆTTELSE: spredt til 1 af 2').waitFor();
  });
});
