import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import type { FrameLocator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { EconomyReply, PoolLineReply, PostingReply } from '#shared/contract/economy.ts';
import { economySheet, postingKinds } from '#shared/words/screens/economy.ts';
import { findingsInThemes } from '../worlds/browser/findings.ts';
import { readyAt, send, until } from '../worlds/browser/portfolio.ts';
import { type Theme, World } from '../worlds/browser/world.ts';

const world = World.ofFile();

const pool = 'area:sundhed';
const consultant = 'konsulent';
const chef = 'chef.sundhed';

const economy = (query = ''): Promise<EconomyReply> =>
  world.api<EconomyReply>(consultant, 'GET', `/api/economy${query}`);

const lineNow = async (): Promise<PoolLineReply> => {
  const line = (await economy()).pools.find((one) => one.pool.id.endsWith(`:${pool}`));
  if (!line) throw new Error(`There is no pool ${pool}.`);
  return line;
};

const grouped = (kroner: number): string => kroner.toLocaleString('da-DK');

const openMoney = async (
  alias: string,
  looks: { theme?: Theme; width?: number } = {},
): Promise<{ page: Page; tab: FrameLocator }> => {
  const { page, tab } = await world.openTab(alias, 'economy', looks);
  await tab.getByRole('heading', { level: 1, name: /tilbage i \d{4}/ }).waitFor();
  return { page, tab };
};

const enter = async (tab: FrameLocator, kind: string, fields: Record<string, string>) => {
  await tab.getByRole('button', { name: 'Bogfør', exact: true }).click();
  const dialog = tab.getByRole('dialog');
  await dialog.getByLabel(kind).check();
  for (const [label, value] of Object.entries(fields)) {
    const field = dialog.getByLabel(label, { exact: true });
    if (label === 'Bevilling') {
      const option = field.locator('option', { hasText: value });
      await field.selectOption((await option.getAttribute('value')) ?? '');
    } else await field.fill(value);
  }
  await dialog.getByRole('button', { name: 'Bogfør', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
};

const receipt = async (tab: FrameLocator, text: RegExp): Promise<void> => {
  await tab.getByRole('status').filter({ hasText: text }).waitFor();
};

const kroner = (ore: number): number => ore / 100;

const copenhagen = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'medium',
});

const postingCells = (posting: PostingReply): readonly unknown[] => [
  new Date(`${copenhagen.format(new Date(posting.at)).replace(' ', 'T')}Z`),
  posting.poolTitle,
  postingKinds[posting.kind],
  posting.projectTitle,
  posting.text,
  kroner(posting.ore),
  kroner(posting.afterOre),
  posting.by,
  posting.id,
];

const poolCells = ({ pool: { title }, balance, shortOre }: PoolLineReply): readonly unknown[] => [
  title,
  kroner(balance.budgetOre),
  kroner(balance.reservedOre),
  kroner(balance.grantedOre),
  kroner(balance.spentOre),
  kroner(balance.releasedOre),
  kroner(balance.availableOre),
  kroner(shortOre),
];

/** Every cell of a sheet as it stands; an empty text is no cell in a workbook. */
const cellsOf = (book: ExcelJS.Workbook, name: string, wide: number): readonly unknown[][] => {
  const sheet = book.getWorksheet(name);
  if (!sheet) throw new Error(`The workbook has no sheet ${name}.`);
  const rows: unknown[][] = [];
  sheet.eachRow((row) => {
    rows.push(Array.from({ length: wide }, (_, place) => row.getCell(place + 1).value ?? ''));
  });
  return rows;
};

const downloaded = async (page: Page, tab: FrameLocator): Promise<ExcelJS.Workbook> => {
  const waiting = page.waitForEvent('download');
  await tab.getByRole('button', { name: 'Hent som Excel' }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/^oekonomi-\d{4}\.xlsx$/);
  const book = new ExcelJS.Workbook();
  const bytes = await readFile(await file.path());
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return book;
};

const expectSame = (book: ExcelJS.Workbook, reply: EconomyReply): void => {
  const { pools, fixed, postings } = economySheet;
  expect(cellsOf(book, pools.name, pools.heads.length)).toEqual([
    [...pools.heads],
    ...reply.pools.map(poolCells),
  ]);
  expect(cellsOf(book, fixed.name, fixed.heads.length)).toEqual([
    [...fixed.heads],
    ...reply.fixed.lines.map((line) => [line.pool.title, kroner(line.pool.budgetOre)]),
    [economySheet.computed, kroner(reply.fixed.computedOre)],
    [economySheet.stated, kroner(reply.fixed.statedOre)],
    [economySheet.difference, kroner(reply.fixed.differenceOre)],
  ]);
  expect(cellsOf(book, postings.name, postings.heads.length)).toEqual([
    [...postings.heads],
    ...reply.postings.map(postingCells),
  ]);
};

describe('a year of one pool', () => {
  it('goes from asking to spending, correcting, giving back and a new budget', async () => {
    const title = 'Et år med en pulje';
    const start = await lineNow();
    const id = await readyAt(world, 'gate1', {
      title,
      leadArea: 'sundhed',
      shares: { [pool]: 10_000 },
    });
    const requestId = await send(world, id, 'gate1');
    await until(async () => (await lineNow()).balance.reservedOre > start.balance.reservedOre);

    const { tab: chefTab } = await world.openTab(chef, `request:${requestId}`);
    await chefTab.getByRole('button', { name: /^Videre til undersøgelse/ }).click();
    await until(async () => (await economy()).grants.some((one) => one.requestId === requestId));

    const { tab } = await openMoney(consultant);
    await enter(tab, 'Forbrug på en bevilling', {
      Bevilling: title,
      'Beløb i kroner': 'kr. 8.000,-',
      'Hvad er det?': 'Faktura 1042',
    });
    await receipt(tab, /Bogført: brugt 8\.000/);

    const spentRow = tab.getByRole('row').filter({ hasText: 'Faktura 1042' });
    await spentRow.getByRole('button', { name: /^Ret / }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Der står for meget').check();
    await dialog.getByLabel('Forskel i kroner').fill('500');
    await dialog.getByLabel('Hvorfor rettes det?').fill('Momsen var talt med');
    await dialog.getByRole('button', { name: 'Bogfør', exact: true }).click();
    await receipt(tab, /Bogført: rettelse −500/);

    await enter(tab, 'Frigiv det, der ikke bruges', {
      Bevilling: title,
      'Beløb i kroner': '2500',
      'Hvorfor bruges de ikke?': 'Det blev billigere',
    });
    await receipt(tab, /Bogført: frigivet 2\.500/);

    const after = await lineNow();
    expect(after.balance.spentOre - start.balance.spentOre).toBe(7_500_00);
    expect(after.balance.availableOre - start.balance.availableOre).toBe(-7_500_00);
    expect(after.balance.grantedOre).toBe(start.balance.grantedOre);

    const budget = kroner(after.balance.budgetOre) + 1_000;
    await tab.getByRole('button', { name: 'Ret budgettet for Sundhed' }).click();
    await tab.getByLabel(/^Budget for Sundhed/).fill(grouped(budget));
    await tab.getByRole('button', { name: 'Gem', exact: true }).click();
    await receipt(tab, /Budgettet for Sundhed er nu/);
    expect((await lineNow()).balance.budgetOre).toBe(budget * 100);
    const focused = tab.locator(':focus');
    expect(await focused.getAttribute('aria-label')).toBe('Ret budgettet for Sundhed');

    const { tab: seen } = await openMoney(chef);
    await seen.getByRole('row').filter({ hasText: 'Momsen var talt med' }).waitFor();
    expect(await seen.getByRole('button', { name: 'Bogfør', exact: true }).count()).toBe(0);
    expect(await seen.getByRole('button', { name: /^Ret / }).count()).toBe(0);
  });

  it('hands out a workbook that is the screen, cell by cell, filtered or not', async () => {
    const { page, tab } = await openMoney(consultant);
    const all = await economy();
    expect(all.found).toBe(all.postings.length);
    expectSame(await downloaded(page, tab), all);

    const row = all.pools.find((one) => one.pool.id.endsWith(`:${pool}`))?.pool.id ?? '';
    await tab.getByLabel('Pulje', { exact: true }).selectOption(row);
    const filtered = await economy(`?pool=${encodeURIComponent(row)}`);
    await tab.getByText(`${filtered.found} postering`).waitFor();
    expect(filtered.found).toBeLessThan(all.found);
    expectSame(await downloaded(page, tab), filtered);
    expect(world.violations).toEqual([]);
    expect(world.errors).toEqual([]);
  });

  it('shows both figures when two change a budget at once, and loses neither', async () => {
    const { tab } = await openMoney(consultant);
    const before = await lineNow();
    await tab.getByRole('button', { name: 'Ret budgettet for Sundhed' }).click();
    await tab.getByLabel(/^Budget for Sundhed/).fill('333.000');
    await world.api('konsulent2', 'PATCH', `/api/economy/pools/${before.pool.id}`, {
      revision: before.revision,
      budgetOre: 222_000_00,
    });
    await tab.getByRole('button', { name: 'Gem', exact: true }).click();
    await tab.getByText(/Der står nu 222\.000.*Du skrev 333\.000/).waitFor();
    expect((await lineNow()).balance.budgetOre).toBe(222_000_00);
    await tab.getByRole('button', { name: /^Gem 333\.000/ }).click();
    await receipt(tab, /Budgettet for Sundhed er nu 333\.000/);
    expect((await lineNow()).balance.budgetOre).toBe(333_000_00);
  });

  it('is closed to those who may not see the pools', async () => {
    const { tab } = await world.openTab('medarbejder');
    await tab.getByRole('link', { name: 'Tavle' }).first().waitFor();
    expect(await tab.getByRole('link', { name: 'Økonomi' }).count()).toBe(0);
  });
});

describe('the page', () => {
  it.each([1280, 360])('is free of axe’s findings in every theme at %d', async (width) => {
    const { page, tab } = await openMoney(consultant, { width });
    expect(await findingsInThemes(page, 'tab')).toEqual([]);
    await tab.getByRole('button', { name: 'Bogfør', exact: true }).click();
    await tab.getByRole('dialog').waitFor();
    expect(await findingsInThemes(page, 'tab')).toEqual([]);
  });

  it('enters a purchase from the keyboard alone, and gives focus back', async () => {
    const { page, tab } = await openMoney(consultant);
    const button = tab.getByRole('button', { name: 'Bogfør', exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Indkøb uden projekt').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Indkøb uden projekt').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Sun');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1,5 mio');
    await page.keyboard.press('Tab');
    await page.keyboard.type('?');
    await page.keyboard.press('Enter');
    await dialog.getByText('Skriv kort, hvad det er.').waitFor();
    await expect
      .poll(() => dialog.getByLabel('Hvad er det?').evaluate((one) => one.matches(':focus')))
      .toBe(true);
    await page.keyboard.type(' Et køkken');
    await dialog.getByLabel('Beløb i kroner').fill('150');
    await page.keyboard.press('Enter');
    await receipt(tab, /Bogført: brugt 150/);
    await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('mounts only the postings in sight', async () => {
    const line = await lineNow();
    for (let place = 0; place < 205; place += 1)
      await world.api(consultant, 'POST', '/api/economy/postings', {
        type: 'purchase',
        key: `many-${String(place).padStart(8, '0')}`,
        poolRow: line.pool.id,
        text: `Småting ${place}`,
        ore: 1_00,
      });
    const { tab } = await openMoney(consultant);
    await tab.getByText(/Viser de 200 nyeste af \d+/).waitFor();
    const counted = await tab.locator('body').evaluate((body) => ({
      nodes: body.ownerDocument.querySelectorAll('*').length,
      rows: body.querySelectorAll('tr[aria-rowindex]').length,
    }));
    expect(counted.rows).toBeLessThan(60);
    expect(counted.nodes).toBeLessThanOrEqual(3_500);
    await tab.locator('main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
    await tab.locator('tr[aria-rowindex="201"]').waitFor();
  });
});
