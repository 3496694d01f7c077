import type { FrameLocator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { PaperReply } from '#shared/contract/papers.ts';
import { findingsOn } from '../worlds/browser/findings.ts';
import { readyAt, send } from '../worlds/browser/portfolio.ts';
import { type Theme, World } from '../worlds/browser/world.ts';

const world = World.ofFile();

afterEach(() => {
  expect(world.violations).toEqual([]);
  expect(world.errors).toEqual([]);
});

type Opened = { readonly page: Page; readonly tab: FrameLocator };

const openPaper = (
  alias: string,
  id: string,
  looks: { readonly theme?: Theme; readonly width?: number } = {},
): Promise<Opened> => world.openTab(alias, `paper:${id}:ideaDescription`, looks);

const paperOf = (id: string): Promise<PaperReply> =>
  world.api('konsulent', 'GET', `/api/projects/${id}/papers/ideaDescription`);

/**
 * Until the server has asked the lists again, in another second than before. What it had heard
 * when this began may be older than what was done before it, so the second time is surely after.
 */
const freshened = async (id: string): Promise<void> => {
  const second = async (): Promise<string> => (await paperOf(id)).asOf.slice(0, 19);
  const before = await second();
  await expect.poll(second).not.toBe(before);
};

const textOf = async (id: string, field: string): Promise<string | undefined> =>
  (await paperOf(id)).fields.find((one) => one.field === field)?.text;

const pen = (tab: FrameLocator, name: string) => tab.getByRole('button', { name: `Ret: ${name}` });

const kept = (tab: FrameLocator) => tab.getByText(/^Gemt kl/);

describe('a paper written in the tab', () => {
  it('is written by keyboard, stored by itself, and saved as a version with Ctrl+S', async () => {
    const id = await readyAt(world, 'gate1', { title: 'Nøglefri hjemmepleje' });
    const { page, tab } = await openPaper('konsulent', id);
    await pen(tab, 'Hvad er idéen?').press('Enter');
    await page.keyboard.type('Hjemmeplejen låser sig ind med en app.');
    await kept(tab).waitFor();
    expect(await textOf(id, 'what')).toBe('Hjemmeplejen låser sig ind med en app.');
    await page.keyboard.press('Escape');
    await pen(tab, 'CE-mærke').press('Enter');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('låsen er CE-mærket');
    await page.keyboard.press('Control+s');
    await tab.getByText('Version 1 er gemt.').waitFor();
    await tab.getByText('Ja, låsen er CE-mærket').waitFor();
    await tab.getByRole('link', { name: 'Åbn i Word' }).waitFor();
    const { versions, hasDraft } = await paperOf(id);
    expect(versions.map(({ version }) => version)).toEqual([1]);
    expect(hasDraft).toBe(false);
    expect(await findingsOn(page, { theme: 'default', part: 'tab' })).toEqual([]);
  });

  it('shows two who write in the same field both texts, and loses nothing in different fields', async () => {
    const id = await readyAt(world, 'gate1', { title: 'To skriver sammen' });
    const one = await openPaper('konsulent', id);
    const other = await openPaper('konsulent2', id);
    await pen(one.tab, 'Hvad er idéen?').click();
    await pen(other.tab, 'Hvad er idéen?').click();
    await one.tab.getByLabel('Hvad er idéen?').fill('Beboerne sover bedre.');
    await kept(one.tab).waitFor();
    // The other has not typed yet, and follows; from the first key on their own words stand.
    await other.tab.getByText('Beboerne sover bedre.').waitFor();
    await other.page.context().setOffline(true);
    await other.tab.getByLabel('Hvad er idéen?').fill('Nattevagten får ro.');
    await one.tab.getByLabel('Hvad er idéen?').fill('Beboerne sover længere.');
    await one.tab.getByText('Gemmer', { exact: true }).waitFor({ state: 'detached' });
    await other.page.context().setOffline(false);
    const both = other.tab.getByRole('alert');
    await both.getByText('En anden har skrevet i det samme felt imens.').waitFor();
    expect(await both.textContent()).toMatch(
      /Det, du skrev.*Nattevagten får ro\..*skrev.*Beboerne sover længere\./,
    );
    expect(await textOf(id, 'what')).toBe('Beboerne sover længere.');
    await pen(one.tab, 'Hvad får borgeren ud af det?').click();
    await one.tab.getByLabel('Hvad får borgeren ud af det?').fill('Hurtigere hjælp.');
    await kept(one.tab).waitFor();
    await other.tab.getByRole('button', { name: 'Behold min' }).click();
    await both.waitFor({ state: 'detached' });
    await kept(other.tab).waitFor();
    expect(await textOf(id, 'what')).toBe('Nattevagten får ro.');
    expect(await textOf(id, 'citizen')).toBe('Hurtigere hjælp.');
  });

  it('tells whoever decides that a draft has come, on a phone in the dark, and shows what it is bound to', async () => {
    const id = await readyAt(world, 'gate1', { title: 'Nøglefri aften' });
    const at = `/api/projects/${id}/papers/ideaDescription`;
    const write = (text: string, revision: string) =>
      world.api<PaperReply>('konsulent', 'PUT', `${at}/fields/what`, { revision, value: { text } });
    const { fields } = await write('Låse med en app.', 'none');
    await world.api('konsulent', 'POST', `${at}/versions`, { seen: 0 });
    await expect.poll(async () => (await paperOf(id)).versions[0]?.link ?? '').toMatch(/^https/);
    // What the owner said was said to another paper; it is said again of this one.
    const said = { done: true, note: 'Sagt på mødet' };
    await world.api('konsulent', 'PUT', `/api/projects/${id}/steps/ideaOwner`, said);
    const requestId = await send(world, id, 'gate1');
    await expect.poll(async () => (await paperOf(id)).bound.length).toBe(1);
    // SharePoint keeps whole seconds: what is written in the same one is not known to be later.
    await freshened(id);
    await freshened(id);
    await write('Låse og døre med en app.', fields[0]?.revision ?? '');
    const { page, tab } = await world.openTab('chef.omsorg', `request:${requestId}`, {
      ...{ theme: 'dark', width: 360 },
    });
    await tab.getByText('Papiret er rettet, efter sagen blev sendt.').waitFor();
    await tab.getByRole('link', { name: 'Se kladden' }).click();
    await tab.getByText(/sendt på version.1/).waitFor();
    await tab.getByText('Låse og døre med en app.').waitFor();
    expect(await findingsOn(page, { theme: 'dark', part: 'tab' })).toEqual([]);
    const spare = await tab.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(spare).toBe(0);
    const writer = await openPaper('konsulent', id, { width: 360 });
    await pen(writer.tab, 'Hvad er idéen?').click();
    await writer.tab.getByText('Ændret siden version').waitFor();
    await writer.tab.getByRole('button', { name: 'Næste' }).click();
    await writer.tab.getByLabel('Hvad får borgeren ud af det?').waitFor();
  });
});
