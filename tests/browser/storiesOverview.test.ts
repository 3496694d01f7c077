import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import type { FrameLocator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { StoriesReply } from '#shared/contract/stories.ts';
import { dayOf } from '#shared/domain/day.ts';
import { storiesSheet } from '#shared/words/stories/overview.ts';
import { asked, move, moved, projectFor, storyOf, written } from '../worlds/browser/storyWorld.ts';
import { World } from '../worlds/browser/world.ts';

const author = 'konsulent';
const office = 'kommunikation';
const chef = 'chef.social';
const area = 'social';
/** In every title here, and in nobody else's. */
const mark = 'Overblikket';
const project = `${mark}s projekt`;
const text = 'Borgerne er glade for det. Nu er det blevet lettere.';
const officialUrl = 'https://www.linkedin.com/posts/overblik-1';
const privateUrl = 'https://www.linkedin.com/posts/overblik-2';
const today = dayOf(Date.now());

const titles = {
  draft: `${mark}: kladden`,
  waiting: `${mark}: hos chefen`,
  approved: `${mark}: klar`,
  published: `${mark}: ude`,
  stopped: `${mark}: stoppet`,
} as const;

const world = World.ofFile();
let projectId = '';
let publishedId = '';

const answered = async (title: string, type: 'approved' | 'stopped'): Promise<string> => {
  const id = await asked(world, { projectId, title, text, area });
  const ask = (await storyOf(world, id)).view.now.ask?.seq ?? 0;
  await moved(world, chef, id, { type, ask, comment: 'Sådan bliver det.' });
  return id;
};

const publish = async (id: string, channel: 'official' | 'private', link: string) => {
  const { revision } = (await storyOf(world, id)).view.now;
  const outlet = channel === 'private' ? 'Konsulenten' : '';
  await moved(world, author, id, {
    type: 'published',
    ...{ revision, channel, outlet, link, day: today },
  });
};

beforeAll(async () => {
  projectId = await projectFor(world, { title: project, leadArea: area });
  const { view } = await written(world, { projectId, title: titles.draft, text, area });
  const { id, revision, about, version } = view.now;
  const { text: words, pictures, files } = version;
  await moved(world, author, id, {
    type: 'saved',
    revision,
    content: { text: words, pictures: [...pictures], files: [...files] },
    about: { ...about, plannedFor: today },
  });
  await asked(world, { projectId, title: titles.waiting, text, area });
  await answered(titles.approved, 'approved');
  await answered(titles.stopped, 'stopped');
  publishedId = await answered(titles.published, 'approved');
  await publish(publishedId, 'official', officialUrl);
  await publish(publishedId, 'private', privateUrl);
});

/** A view of Historier, narrowed to what this file made. */
const openView = async (
  view: string,
  alias = office,
): Promise<{ readonly page: Page; readonly tab: FrameLocator }> => {
  const { page, tab } = await world.openTab(alias, 'stories');
  await tab.getByRole('heading', { level: 1, name: /^Historier \d{4}/ }).waitFor();
  await tab
    .getByRole('navigation', { name: 'Visninger' })
    .getByRole('link', { name: new RegExp(`^${view}`) })
    .click();
  await tab.getByRole('searchbox', { name: 'Søg i historier' }).fill(mark);
  return { page, tab };
};

describe('Historier, for Kommunikation', () => {
  it('has a board with each story in its column', async () => {
    const { tab } = await openView('Tavle');
    for (const [column, title] of [
      ['Kladde', titles.draft],
      ['Hos chef eller leder', titles.waiting],
      ['OK, klar til at slå op', titles.approved],
      ['Slået op', titles.published],
      ['Stoppet', titles.stopped],
    ] as const) {
      const there = tab.getByRole('region', { name: column, exact: true }).getByRole('link');
      await there.filter({ hasText: title }).waitFor();
      expect(await there.count()).toBe(1);
    }
    const waiting = tab.getByRole('link').filter({ hasText: titles.waiting });
    await waiting.getByText('Chef, Social').waitFor();
    await waiting.getByText('svar senest', { exact: false }).waitFor();
    await waiting.click();
    await tab.getByRole('heading', { level: 1, name: titles.waiting }).waitFor();
    await tab.getByText('Venter på Chef, Social', { exact: false }).first().waitFor();
  });

  it('has the planned day and the days that things came out in the calendar', async () => {
    const { tab } = await openView('Kalender');
    const main = tab.locator('main');
    await main.getByRole('link').filter({ hasText: titles.draft }).first().waitFor();
    await main.getByRole('link').filter({ hasText: titles.published }).first().waitFor();
  });

  it('lists what came out, and narrows it to a channel', async () => {
    const { tab } = await openView('Register');
    const lines = tab.getByRole('table').getByRole('row');
    await expect.poll(() => lines.count()).toBe(3);
    for (const link of [officialUrl, privateUrl])
      expect(await tab.locator(`a[href="${link}"]`).count()).toBe(1);
    await tab.getByLabel('Kanal').selectOption('LinkedIn, privat profil');
    await expect.poll(() => lines.count()).toBe(2);
    const shown = await lines.last().textContent();
    for (const words of [titles.published, 'Konsulenten', 'Chef, Social'])
      expect(shown).toContain(words);
  });

  it('hands out a workbook with what the filter leaves', async () => {
    const { page, tab } = await openView('Register');
    await tab.getByLabel('Kanal').selectOption('LinkedIn, privat profil');
    await expect.poll(() => tab.getByRole('table').getByRole('row').count()).toBe(2);
    const waiting = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toMatch(/^historier-\d{4}\.xlsx$/);
    const bytes = await readFile(await file.path());
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    const sheet = book.getWorksheet(storiesSheet.register.name);
    const cells = (row: number): readonly unknown[] =>
      storiesSheet.register.heads.map((_, place) => sheet?.getRow(row).getCell(place + 1).value);
    expect(sheet?.actualRowCount).toBe(2);
    expect(cells(1)).toEqual([...storiesSheet.register.heads]);
    const [day, ...rest] = cells(2);
    expect(day).toEqual(new Date(`${today}T00:00:00Z`));
    expect(rest.slice(0, 9)).toEqual([
      ...['Mikrohistorie', titles.published, project, 'Social', 'LinkedIn, privat profil'],
      ...['Konsulenten', privateUrl, 'Konsulent, DigiTek', 'Chef, Social'],
    ]);
    expect(rest.at(9)).toBeInstanceOf(Date);
  });

  it('asks which projects are not told, and begins a story from there', async () => {
    const title = `${mark}: ikke fortalt`;
    await projectFor(world, { title, leadArea: area });
    const { tab } = await openView('Ikke fortalt');
    const untold = tab.getByRole('region', { name: 'Hvilke projekter er ikke fortalt?' });
    await untold.getByRole('link', { name: title }).waitFor();
    expect(await untold.getByRole('link', { name: project, exact: true }).count()).toBe(0);
    await untold.getByRole('button', { name: `Skriv mikrohistorie om ${title}` }).click();
    await tab.getByRole('heading', { level: 1, name: title }).waitFor();
    await tab.getByLabel('Teksten', { exact: true }).waitFor();
    await tab.getByRole('navigation', { name: 'Historier' }).getByRole('link').first().click();
    const { untold: left } = await world.api<StoriesReply>(office, 'GET', '/api/stories');
    expect(left.map((one) => one.title)).not.toContain(title);
  });

  it('says which projects viborg.dk does not tell of', async () => {
    const { tab } = await openView('viborg.dk');
    const missing = tab.getByRole('region', { name: 'Mangler' });
    await missing.getByRole('link', { name: project, exact: true }).waitFor();
  });

  it('is read by a leder and a chef, who can begin nothing but an enquiry', async () => {
    for (const alias of ['nattevagten', chef]) {
      const { tab } = await openView('Tavle', alias);
      await tab.getByRole('link').filter({ hasText: titles.draft }).waitFor();
      expect(await tab.getByRole('button', { name: 'Ny historie' }).count()).toBe(0);
      await tab.getByRole('button', { name: 'Ny pressehenvendelse' }).waitFor();
    }
    const refused = await move(world, chef, publishedId, {
      type: 'published',
      ...{ revision: 99, channel: 'official', link: officialUrl, day: today },
    });
    expect(refused.status).toBe(403);
  });

  it('is closed to somebody without a role', async () => {
    const { tab } = await world.openTab('medarbejder');
    await tab.getByRole('link', { name: 'Tavle', exact: true }).waitFor();
    expect(await tab.getByRole('link', { name: 'Historier' }).count()).toBe(0);
    const { status } = await world.call('medarbejder', 'GET', '/api/stories');
    expect(status).toBe(403);
  });

  it('breaks no content security policy and leaves no error uncaught', () => {
    expect(world.violations).toEqual([]);
    expect(world.errors).toEqual([]);
  });
});
