import type { FrameLocator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findingsInThemes, findingsOn } from '../worlds/browser/findings.ts';
import { tabTo } from '../worlds/browser/keyboard.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

/** Somebody who has no role at all. */
const author = 'medarbejder';
const idea = 'Robotstøvsuger på gangene';
const twin = 'Robotstøvsugere på plejehjem';
const purpose = 'På plejehjemmet bruger vi en time om dagen på at støvsuge gulvet.';
const shared = ['Robotstøvsugere', 'plejehjem'];
const none = 'Vi kender ikke noget, der ligner.';

const write = async (width = 1280) => {
  const height = width === 1280 ? 800 : 740;
  const { page, tab } = await world.openTab(author, '', { width, height });
  await tab.getByRole('button', { name: 'Ny idé' }).first().click();
  const form = tab.getByRole('dialog');
  await form.getByLabel('Navn').fill(idea);
  await form.getByLabel('Formål i én sætning').fill(purpose);
  return { page, tab, form };
};

type Form = ReturnType<FrameLocator['getByRole']>;

const alikeIn = (form: Form) => form.getByRole('region', { name: 'Det ligner' });
const rowOf = (form: Form, title: string) =>
  alikeIn(form).getByRole('listitem').filter({ hasText: title });

const boldIn = (form: Form, title: string): Promise<readonly string[]> =>
  rowOf(form, title).locator('b').allTextContents();

/** Nothing stands outside the window: one need not scroll sideways. */
const isWithin = (form: Form, width: number): Promise<boolean> =>
  form.evaluate((_, wide) => document.documentElement.scrollWidth <= wide, width);

describe('while an idea is being written', () => {
  it('what is alike stands beside it: why, where it stands, and what stopped it', async () => {
    const { form } = await write();
    await rowOf(form, twin).waitFor();
    expect(await alikeIn(form).getByRole('listitem').count()).toBe(5);
    expect(await boldIn(form, twin)).toEqual(expect.arrayContaining(shared));
    expect(await rowOf(form, twin).textContent()).toContain('i drift');
    expect(await form.getByRole('status').textContent()).toBe('5 ligner');
  });

  it('never takes the focus, moves nothing, and follows what is typed', async () => {
    const { page, form } = await write();
    await rowOf(form, twin).waitFor();
    const before = await form.boundingBox();
    const name = form.getByLabel('Navn');
    await name.focus();
    await form.getByLabel('Formål i én sætning').fill('');
    await name.fill('Zumba');
    await alikeIn(form).getByText(none).first().waitFor();
    expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await form.boundingBox()).toEqual(before);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Robotstøvsuger', { delay: 20 });
    await rowOf(form, twin).waitFor();
    expect(await form.boundingBox()).toEqual(before);
  });

  it('is opened by keyboard, and what was typed is there when one comes back', async () => {
    const { page, tab, form } = await write();
    await rowOf(form, twin).waitFor();
    await form.getByLabel('Område').focus();
    await tabTo(page, tab, new RegExp(twin));
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { level: 1, name: twin }).waitFor();
    await tab.getByRole('main').getByRole('link', { name: 'Tavle' }).click();
    await expect.poll(() => form.getByLabel('Navn').inputValue()).toBe(idea);
    expect(await form.getByLabel('Formål i én sætning').inputValue()).toBe(purpose);
    await form.getByRole('button', { name: 'Luk uden at gemme' }).click();
    await tab.getByRole('button', { name: 'Ny idé' }).first().click();
    expect(await form.getByLabel('Navn').inputValue()).toBe('');
  });

  it('is one line on a phone, after the second field, until it is asked for', async () => {
    const { form } = await write(360);
    const fold = form.getByRole('button', { name: '5 ligner' });
    await fold.waitFor();
    expect(await rowOf(form, twin).count()).toBe(0);
    await fold.click();
    await rowOf(form, twin).waitFor();
    expect(await boldIn(form, twin)).toEqual(expect.arrayContaining(shared));
    expect(await isWithin(form, 360)).toBe(true);
  });

  it('is not missed when it cannot be had', async () => {
    const { page, tab } = await world.openTab(author);
    await page.route('**/api/ideas/alike', (route) => route.abort());
    await tab.getByRole('button', { name: 'Ny idé' }).first().click();
    const form = tab.getByRole('dialog');
    const asked = page.waitForRequest('**/api/ideas/alike');
    await form.getByLabel('Navn').fill('Bænk, der husker');
    await asked;
    await form.getByRole('button', { name: 'Gem idéen' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Bænk, der husker' }).waitFor();
  });

  it.each([1280, 360])('axe finds nothing in any theme, %i wide', async (width) => {
    const { page, form } = await write(width);
    if (width === 360) await form.getByRole('button', { name: '5 ligner' }).click();
    await rowOf(form, twin).waitFor();
    expect(await findingsInThemes(page)).toEqual([]);
  });
});

describe('an idea that somebody has had before', () => {
  it('is followed instead of given twice: one’s words are kept with it', async () => {
    const { page, tab, form } = await write();
    await form.getByRole('button', { name: `Det er det samme som ${twin}` }).click();
    await tab.getByRole('heading', { level: 1, name: twin }).waitFor();
    const same = tab.getByRole('region', { name: 'Én til har haft samme idé' });
    await same.getByText(`»${idea}. ${purpose}«`).waitFor();
    expect(await findingsOn(page)).toEqual([]);
    const mine = await world.openTab(author, 'ideas');
    await mine.tab.getByText('Du har haft samme idé').first().waitFor();
    await mine.tab.getByRole('link', { name: twin }).first().waitFor();
  });
});
