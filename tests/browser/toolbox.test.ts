import { readFile } from 'node:fs/promises';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { ProjectReply } from '#shared/contract/api.ts';
import type { VisitReply, VisitsReply } from '#shared/contract/visits.ts';
import { findingsInThemes, findingsOn } from '../worlds/browser/findings.ts';
import { focusedName } from '../worlds/browser/keyboard.ts';
import { pageOf, readyAt, until } from '../worlds/browser/portfolio.ts';
import { tabTo } from '../worlds/browser/storyWorld.ts';
import { World } from '../worlds/browser/world.ts';

/* Forms of the toolbox that one comes to now and then, each by keyboard, in three themes and on a phone. */

const world = World.ofFile();

afterEach(() => {
  expect(world.violations).toEqual([]);
  expect(world.errors).toEqual([]);
});

const consultant = 'konsulent';
const phone = { width: 360, height: 740 } as const;
const wide = { width: 1280, height: 800 } as const;

const spareIn = (tab: FrameLocator): Promise<number> =>
  tab.locator('html').evaluate((one) => one.scrollWidth - one.clientWidth);

const projectOf = (id: string): Promise<ProjectReply> =>
  world.api<ProjectReply>(consultant, 'GET', `/api/projects/${id}`);

describe('agreements of a project', () => {
  it('are written by keyboard, and the one that is past says so', async () => {
    const { page, tab } = await world.openTab(consultant, 'project:P017', wide);
    const section = tab.getByRole('region', { name: 'Aftaler' });
    await section.getByText('Ingen datoer er skrevet').waitFor();
    await section.getByRole('button', { name: 'Ret: Aftaler' }).focus();
    await page.keyboard.press('Enter');
    await until(async () => (await focusedName(tab)).startsWith('Serviceaftale'));
    expect(await findingsOn(page)).toEqual([]);
    await section.getByLabel(/^Serviceaftale/).fill('2020-05-03');
    await section.getByLabel(/^Kontrakt/).fill('2099-01-31');
    await tabTo(page, section.getByRole('button', { name: 'Gem', exact: true }));
    await page.keyboard.press('Enter');
    await section.getByText('3. maj 2020, udløbet').waitFor();
    await section.getByText('31. januar 2099', { exact: true }).waitFor();
    await until(async () => (await focusedName(tab)) === 'Ret: Aftaler');
    const { project } = await projectOf('P017');
    expect([project.slaUntil, project.agreementUntil]).toEqual(['2020-05-03', '2099-01-31']);
    // Given up, what was typed is not stored, and one is where one was.
    await page.keyboard.press('Enter');
    await section.getByLabel(/^Serviceaftale/).fill('2030-01-01');
    await section.getByRole('button', { name: 'Fortryd' }).press('Enter');
    await until(async () => (await focusedName(tab)) === 'Ret: Aftaler');
    expect((await projectOf('P017')).project.slaUntil).toBe('2020-05-03');
  });

  it('in every theme, on a phone and on a wide screen', async () => {
    const { page, tab } = await world.openTab(consultant, 'project:P017', wide);
    await tab.getByRole('button', { name: 'Ret: Aftaler' }).press('Enter');
    await tab.getByLabel(/^Serviceaftale/).waitFor();
    expect(await findingsInThemes(page)).toEqual([]);
    await page.setViewportSize(phone);
    await tab.getByLabel(/^Serviceaftale/).waitFor();
    expect(await findingsInThemes(page)).toEqual([]);
  });
});

/** What one gets by a press, as the file says itself. */
const pictureBy = async (page: Page, press: Locator) => {
  const [download] = await Promise.all([page.waitForEvent('download'), press.press('Enter')]);
  const bytes = await readFile(await download.path());
  return {
    name: download.suggestedFilename(),
    isPng: bytes.subarray(1, 4).toString('latin1') === 'PNG',
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
  };
};

describe('the step where gains are found', () => {
  const step = 'Gevinster er afklaret';
  const begun = async (title: string, verySmall: boolean): Promise<string> => {
    const id = await readyAt(world, 'gate2', { title, verySmall });
    const path = `/api/projects/${id}/steps/benefitClarification`;
    await world.api(consultant, 'PUT', path, { done: false });
    return id;
  };

  it('leads to the chain; a very small project answers seven questions instead', async () => {
    const large = await begun('Afklares i kæden', false);
    const { page, tab } = await world.openTab('digitek1', `project:${large}`, phone);
    const row = tab.getByRole('listitem').filter({ hasText: step });
    await row.getByRole('link', { name: 'Åbn effektkæden' }).waitFor();
    expect(await findingsOn(page)).toEqual([]);
    expect(await spareIn(tab)).toBe(0);
    await row.getByRole('link', { name: 'Åbn effektkæden' }).press('Enter');
    await tab.getByRole('heading', { name: /^Effektkæde/ }).waitFor();
    const small = await begun('Afklares med spørgsmål', true);
    const other = await world.openTab('digitek1', `project:${small}`, wide);
    await other.tab.getByRole('link', { name: 'Svar på syv spørgsmål' }).press('Enter');
    await other.tab.getByRole('heading', { name: 'Hvad laver projektet?' }).waitFor();
  });
});

describe('a chart', () => {
  it.each([
    ['benefits', 'Projekter', /^gevinster-\d{4}-\d\d-\d\d\.png$/],
    ['visits', 'Besøg', /^digitek-360-\d{4}\.png$/],
    ['economy', 'DigiTek 360, gennemført', /^fordeling-\d{4}-\d\d-\d\d\.png$/],
    ['', 'Hvor længe er projekterne i hver fase?', /^ventetid-\d{4}-\d\d-\d\d\.png$/],
    ['chain:P017', '', /^Effektkæde.*\.png$/],
  ])(
    'of %s is kept as a picture by keyboard, and its figures stand in text',
    async (sub, table, name) => {
      const { page, tab } = await world.openTab(consultant, sub, { width: 1440, height: 900 });
      if (sub === 'economy')
        await tab.getByRole('link', { name: 'Fordeling', exact: true }).press('Enter');
      if (sub === '') await tab.getByRole('link', { name: 'Ventetid', exact: true }).press('Enter');
      if (table === '') {
        await tab.getByRole('tree', { name: 'Som tekst' }).waitFor();
        await tab.getByRole('button', { name: 'Mere', exact: true }).press('Enter');
      } else await tab.getByLabel(table).first().waitFor();
      const press =
        table === ''
          ? tab.getByRole('menuitem', { name: /PNG/ })
          : tab.getByRole('button', { name: 'Hent som billede' });
      const kept = await pictureBy(page, press);
      expect(kept.name).toMatch(name);
      expect(kept.isPng).toBe(true);
      expect(kept.width).toBeGreaterThan(1_800);
      expect(kept.height).toBeGreaterThan(300);
      expect(await findingsOn(page)).toEqual([]);
    },
  );
});

describe('the TEK triangle', () => {
  it('has its point dragged, and the sliders and the project follow', async () => {
    const id = await readyAt(world, 'gate1', { title: 'Punktet, der blev trukket' });
    const { page, tab } = await world.openTab('konsulent', `project:${id}`);
    await tab.getByRole('button', { name: 'Ret: Gevinster' }).click();
    const triangle = tab.locator('#afsnit-tek form svg').first();
    const box = await triangle.boundingBox();
    if (!box) throw new Error('There is no triangle.');
    const to = async (x: number, y: number): Promise<void> =>
      page.mouse.move(box.x + (box.width * x) / 228, box.y + (box.height * y) / 204);
    await to(114, 120);
    await page.mouse.down();
    await to(200, 176);
    await expect
      .poll(() => tab.getByRole('slider', { name: 'Kvalitet' }).inputValue())
      .not.toBe('0');
    await to(206, 180);
    await page.mouse.up();
    await expect
      .poll(() => tab.getByRole('slider', { name: 'Effektivitet' }).inputValue())
      .toBe('0');
    await tab.getByRole('button', { name: 'Gem', exact: true }).click();
    await tab.getByRole('button', { name: 'Ret: Gevinster' }).waitFor();
    const { efficiency, quality, wellbeing } = (await pageOf(world, id)).project;
    expect([efficiency, wellbeing, quality !== 0]).toEqual([0, 0, true]);
  });
});

describe('a story of a measured benefit', () => {
  it('is begun by one press, says what was promised and measured, and is found again', async () => {
    const { page, tab } = await world.openTab(consultant, 'benefits', phone);
    await tab
      .getByRole('link', { name: /Skærmopkald/ })
      .first()
      .press('Enter');
    await tab
      .getByRole('button', { name: 'Lav et udkast til en historie om Sparet kørsel' })
      .press('Enter');
    const text = tab.getByRole('textbox', { name: 'Teksten' });
    await text.waitFor();
    await expect.poll(() => text.inputValue()).toMatch(/Sparet kørsel\. Vi lovede 3\.400\stimer/);
    expect(await text.inputValue()).toMatch(/2\.900\stimer om året \(±\s400\)/);
    expect(await findingsOn(page)).toEqual([]);
    expect(await spareIn(tab)).toBe(0);
    const again = await world.openTab(consultant, 'project:P123', wide);
    await again.tab.getByRole('link', { name: 'Se historien om Sparet kørsel' }).press('Enter');
    await again.tab.getByRole('textbox', { name: 'Teksten' }).waitFor();
  });
});

describe('a group of a DigiTek 360', () => {
  const unit = 'Bofællesskabet';
  const visit = async (): Promise<VisitReply> => {
    const { visits } = await world.api<VisitsReply>(consultant, 'GET', '/api/visits');
    const line = visits.find((one) => one.unit === unit);
    return world.api(consultant, 'GET', `/api/visits/${line?.id}`);
  };
  const groupOf = async (name: string) => (await visit()).groups.find((one) => one.name === name);

  it('that is not chosen yet is tied to a project there is, without a save between', async () => {
    const { page, tab } = await world.openTab(
      consultant,
      `visit:${(await visit()).view.now.id}`,
      phone,
    );
    await tab.getByRole('button', { name: 'Ret Låste døre om natten' }).press('Enter');
    const form = tab.getByRole('dialog');
    await form.getByText('Er det et projekt, vi har?').click();
    await form.getByText('Sæt først flueben ved »Vælg gruppen«.').waitFor();
    await form.getByRole('checkbox', { name: 'Vælg gruppen' }).press('Space');
    await form.getByLabel('Søg efter projektet').fill('online bostøtte');
    const found = form.getByRole('button', { name: 'Knyt til Online Bostøtte' });
    await found.waitFor();
    expect(await findingsOn(page)).toEqual([]);
    expect(await spareIn(tab)).toBe(0);
    await found.press('Enter');
    await form.waitFor({ state: 'detached' });
    await tab.getByRole('link', { name: 'Online Bostøtte' }).first().waitFor();
    expect(await groupOf('Låste døre om natten')).toMatchObject({
      isChosen: true,
      became: { title: 'Online Bostøtte' },
    });
  });

  it('has steps whose days are changed by keyboard, and the page says how far it is', async () => {
    const { page, tab } = await world.openTab(
      consultant,
      `visit:${(await visit()).view.now.id}`,
      wide,
    );
    const edit = tab.getByRole('button', { name: 'Ret trinnet Udvælgelse' }).first();
    await edit.press('Enter');
    const form = tab.getByRole('dialog');
    await form.getByRole('checkbox').press('Space');
    expect(await findingsOn(page)).toEqual([]);
    await form.getByRole('button', { name: 'Gem', exact: true }).press('Enter');
    await form.waitFor({ state: 'detached' });
    await tab.locator('li[aria-current="step"]').filter({ hasText: 'Igangsættelse' }).waitFor();
    await until(async () => /Udvælgelse/.test(await focusedName(tab)));
    expect((await visit()).view.now.steps.selection.done).toBe(true);
  });
});

describe('the portfolio’s cloud', () => {
  it('is every project in one triangle, by keyboard, in three themes and on a phone', async () => {
    const { page, tab } = await world.openTab('chef.omsorg', 'board', wide);
    const link = tab.getByRole('link', { name: 'TEK på tværs' });
    await link.focus();
    await page.keyboard.press('Enter');
    await tab.getByText(/^\d+ af \d+ vurderede projekter står i feltet\.$/).waitFor();
    const first = tab.getByRole('button', { name: /^Effektivitet \d, .*: \d+ projekt/ }).first();
    await first.focus();
    await page.keyboard.press('Enter');
    expect(await first.getAttribute('aria-pressed')).toBe('true');
    expect(await findingsInThemes(page)).toEqual([]);
    await tab.getByRole('combobox', { name: 'Område' }).selectOption({ label: 'Omsorg' });
    await tab.getByRole('link', { name: 'GPS til borgere med demens' }).waitFor();
    expect(await tab.getByRole('link', { name: 'KOL-hjemmemonitorering' }).count()).toBe(0);
    await page.setViewportSize(phone);
    await until(async () => (await spareIn(tab)) === 0);
  });
});
