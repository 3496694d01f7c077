import type { FrameLocator } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { ProjectReply } from '#shared/contract/api.ts';
import type { PlanReply } from '#shared/contract/plan.ts';
import { dayOf } from '#shared/domain/day.ts';
import { laterBy } from '#shared/domain/plan/month.ts';
import { findingsInLooks, findingsInThemes } from '../worlds/browser/findings.ts';
import { focusedName, tabTo } from '../worlds/browser/keyboard.ts';
import { idOf, until } from '../worlds/browser/portfolio.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

afterEach(() => {
  expect(world.violations).toEqual([]);
  expect(world.errors).toEqual([]);
});

const title = 'Kaffe, der husker medicinen';

const planOf = async (id: string) =>
  (await world.api<PlanReply>('konsulent', 'GET', '/api/plan')).rows.find((row) => row.id === id);

const today = dayOf(Date.now());

const monthsAhead = (by: number): string => laterBy(today.slice(0, 7), by);

const span = { start: monthsAhead(1), end: monthsAhead(4), hours: 40 };

/** A project of the backlog that two people know of. */
const made = async (): Promise<string> => {
  const { project } = await world.api<ProjectReply>('konsulent', 'POST', '/api/projects', {
    ...{ title, leadArea: 'omsorg', status: 'backlog', ownerId: await idOf(world, 'nattevagten') },
  });
  await world.api('konsulent', 'PATCH', `/api/projects/${project.id}`, {
    ...{ revision: await revisionOf(project.id), changes: { status: 'backlog' } },
  });
  return project.id;
};

const revisionOf = async (id: string): Promise<string> =>
  (await world.api<ProjectReply>('konsulent', 'GET', `/api/projects/${id}`)).revision;

const frame = (tab: FrameLocator) => tab.getByRole('region', { name: 'Prøve · intet er gemt' });

const bar = (tab: FrameLocator) => tab.locator(`button[data-stop][aria-label^="${title}"]`);

let id = '';

describe('the plan', () => {
  it('takes a project in from the backlog by keyboard, moves it, and saves it', async () => {
    id = await made();
    const { page, tab } = await world.openTab('konsulent', 'plan');
    await tab.getByRole('searchbox', { name: 'Søg i planen' }).fill('kaffe');
    await tab.getByRole('button', { name: /^Backlog/ }).press('Enter');
    await tab.getByRole('button', { name: `Træk ${title} ind i planen` }).press('Enter');
    await frame(tab).waitFor();
    await bar(tab).focus();
    for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await focusedName(tab)).toContain(`${title}, lægges ind`);
    const rail = tab.getByRole('complementary', { name: 'Hvad nu hvis' });
    await rail.getByText('Chef, Omsorg').waitFor();
    await tabTo(page, tab, /^Gem$/);
    await page.keyboard.press('Enter');
    await tab
      .getByText(/^Gemt\. \d projekte?r? ændret\. De(n|) ?\d*, der skal vide det, får besked\.$/)
      .waitFor();
    expect(await frame(tab).count()).toBe(0);
    expect((await planOf(id))?.plan).toMatchObject({ start: monthsAhead(4) });
  });

  it('shows the milestones of a project on its bar, and says them beside it', async () => {
    const mark = async (code: string, due: string, done: boolean) =>
      world.api('konsulent', 'PUT', `/api/projects/${id}/steps/${code}`, {
        ...{ done, link: '', version: '', minutes: null, note: '', responsible: '', due },
      });
    await mark('evaluation', `${monthsAhead(6)}-12`, false);
    await mark('agreements', `${monthsAhead(5)}-03`, true);
    const { page, tab } = await world.openTab('konsulent', 'plan');
    await tab.getByRole('searchbox', { name: 'Søg i planen' }).fill('kaffe');
    await bar(tab).focus();
    expect(await focusedName(tab)).toMatch(/ 3\.\s\S+, nået, Evaluering 12\.\s\S+$/);
    expect(await tab.locator('svg', { hasText: /nået|Evaluering/ }).count()).toBe(2);
    await bar(tab).click();
    const said = tab.getByRole('region', { name: 'Milepæle' }).getByRole('listitem');
    expect(await said.allTextContents()).toEqual([
      expect.stringMatching(/, nået$/),
      expect.stringMatching(/^Evaluering 12\.\s/),
    ]);
    expect(await findingsInThemes(page, 'tab')).toEqual([]);
  });

  it('moves with the pointer by whole months, and Fortryd leaves all as it was', async () => {
    const { page, tab } = await world.openTab('konsulent', 'plan');
    await tab.getByRole('searchbox', { name: 'Søg i planen' }).fill('kaffe');
    const box = await bar(tab).boundingBox();
    if (!box) throw new Error('The bar is nowhere.');
    const before = await bar(tab).getAttribute('aria-label');
    await page.mouse.move(box.x + box.width / 2, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 90, box.y + 8, { steps: 6 });
    await page.mouse.up();
    await frame(tab).waitFor();
    expect(await bar(tab).getAttribute('aria-label')).toContain('flytter');
    await tab.getByRole('button', { name: 'Fortryd', exact: true }).click();
    expect(await bar(tab).getAttribute('aria-label')).toBe(before);
  });

  it('tells whoever tries that others have moved it meanwhile, and works it out again', async () => {
    const { page, tab } = await world.openTab('konsulent', 'plan');
    await tab.getByRole('searchbox', { name: 'Søg i planen' }).fill('kaffe');
    await bar(tab).focus();
    await page.keyboard.press('ArrowRight');
    const seen = (await planOf(id))?.plan ?? null;
    await world.api('digitek1', 'POST', '/api/plan', {
      ...{ moves: [{ id, seen, to: span }], added: [] },
    });
    await tab.getByText(/^Planen er ændret kl\./).waitFor();
    await tab.getByRole('button', { name: 'Regn igen' }).click();
    await until(async () => (await bar(tab).getAttribute('aria-label'))?.includes('40') === true);
    expect((await planOf(id))?.plan).toEqual(span);
  });

  it('is tried and proposed by the owner, and answered by DigiTek', async () => {
    const { page, tab } = await world.openTab('nattevagten', 'plan');
    await tab.getByRole('searchbox', { name: 'Søg i planen' }).fill('kaffe');
    await bar(tab).focus();
    await page.keyboard.press('ArrowRight');
    await tab.getByLabel('Hvorfor').fill('Ferie i afdelingen');
    await tab.getByRole('button', { name: 'Send som forslag' }).click();
    await tab.getByText('Sendt til DigiTek. Planen er ikke ændret.').waitFor();
    expect((await planOf(id))?.plan).toEqual(span);
    const team = await world.openTab('konsulent', 'plan');
    await team.tab.getByRole('searchbox', { name: 'Søg i planen' }).fill('kaffe');
    await bar(team.tab).click();
    await team.tab.getByText(/Ferie i afdelingen/).waitFor();
    await team.tab.getByRole('button', { name: 'Prøv forslaget' }).click();
    await team.tab.getByRole('button', { name: 'Gem', exact: true }).click();
    await team.tab.getByText(/^Gemt\. /).waitFor();
    expect(await planOf(id)).not.toHaveProperty('proposal');
    const { entries } = await world.api<{ entries: { kind: string }[] }>(
      ...(['konsulent', 'GET', `/api/projects/${id}/history`] as const),
    );
    expect(entries.filter(({ kind }) => kind === 'planned').length).toBe(4);
  });

  it.each([1280, 360])('and what is tried can be read by everybody: %i px', async (width) => {
    const looks = { width, height: width === 360 ? 720 : 800 };
    const { page, tab } = await world.openTab('konsulent', 'plan', looks);
    await tab.getByRole('heading', { level: 1, name: 'Plan' }).waitFor();
    expect(await findingsInThemes(page, 'tab')).toEqual([]);
    await tab.getByRole('button', { name: 'Prøv: hvad nu hvis?' }).click();
    await tab.getByRole('button', { name: 'Nyt SKAL-projekt' }).click();
    const form = tab.getByRole('form', { name: 'Nyt SKAL-projekt' });
    await form.getByLabel('Hvad hedder det').fill('EcoKnow');
    await form.getByLabel('Frist').fill(`${monthsAhead(4)}-01`);
    await form.getByLabel('Timer i DigiTek').fill('600');
    await form.getByRole('button', { name: 'Læg ind' }).click();
    await tab.getByText(/opretter 1 SKAL-projekt/).waitFor();
    expect(await findingsInThemes(page, 'tab')).toEqual([]);
    await tab.getByRole('button', { name: 'Fortryd', exact: true }).last().click();
  });
});

describe('the årshjul', () => {
  it('has a list that is gone through by keyboard, and a ring that lights with it', async () => {
    const { page, tab } = await world.openTab('konsulent', 'year');
    const year = Number(today.slice(0, 4));
    const ring = tab.getByRole('img', {
      name: `Årshjul ${year}. Listen ved siden af siger det samme`,
    });
    await ring.waitFor();
    const lit = () =>
      ring
        .locator('path, circle')
        .evaluateAll(
          (parts) => parts.filter((part) => getComputedStyle(part).strokeWidth === '3px').length,
        );
    const before = await lit();
    await tabTo(page, tab, /mikrohistorier?/);
    expect(await lit()).toBeGreaterThan(before);
    await tab.getByRole('link', { name: `Året efter, ${year + 1}` }).click();
    await tab.getByRole('heading', { level: 1, name: `Årshjul ${year + 1}` }).waitFor();
    await tab.getByRole('link', { name: `Året efter, ${year + 2}` }).click();
    await tab.getByText(`Intet planlagt i ${year + 2} endnu`).waitFor();
  });

  it('holds what comes back each year: the consultant writes it, two at once, and everybody sees it', async () => {
    const [one, other] = [
      await world.openTab('konsulent', 'year'),
      await world.openTab('konsulent2', 'year', { width: 360 }),
    ];
    const write = async ({ tab }: typeof one, title: string, day: string): Promise<void> => {
      await tab.getByRole('button', { name: 'Faste punkter' }).press('Enter');
      const form = tab.getByRole('dialog', { name: 'Faste punkter i årshjulet' });
      await form.getByRole('button', { name: 'Tilføj punkt' }).press('Enter');
      await form.getByLabel('Hvad', { exact: true }).last().fill(title);
      await form.getByLabel('Hvornår').last().fill(day);
    };
    const save = ({ tab }: typeof one): Promise<void> =>
      tab.getByRole('dialog').getByRole('button', { name: 'Gem', exact: true }).press('Enter');
    await write(one, 'Strategisk dialog: IT og Omsorg', 'snart');
    await write(other, 'Indspil til budgettet', '1. juni');
    await save(one);
    await one.tab.getByText('»snart« er ikke en dag.').waitFor();
    await one.tab.getByLabel('Hvornår').fill('17. november');
    await one.tab.getByLabel('Link til dagsorden').fill('https://viborg.example/dagsorden');
    await save(one);
    await one.tab.getByRole('dialog').waitFor({ state: 'detached' });
    await save(other);
    await other.tab.getByText('En anden har ændret punkterne imens.').waitFor();
    expect(await findingsInLooks(other.page, { part: 'tab' })).toEqual([]);
    await save(other);
    await other.tab.getByRole('dialog').waitFor({ state: 'detached' });
    const back = other.tab.getByRole('button', { name: 'Faste punkter' });
    await expect
      .poll(() => back.evaluate((button) => button === document.activeElement))
      .toBe(true);
    const chef = await world.openTab('chef.omsorg', 'year');
    const link = chef.tab.getByRole('link', { name: /Strategisk dialog: IT og Omsorg/ });
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await chef.tab.getByText('Indspil til budgettet').count()).toBe(1);
    expect(await chef.tab.getByRole('button', { name: 'Faste punkter' }).count()).toBe(0);
  });

  it('can be read by everybody', async () => {
    const { page, tab } = await world.openTab('chef.omsorg', 'year');
    await tab.getByRole('heading', { level: 1 }).waitFor();
    expect(await findingsInLooks(page, { part: 'tab' })).toEqual([]);
  });
});
