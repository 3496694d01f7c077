import { afterEach, describe, expect, it } from 'vitest';
import type { PaperTemplatesReply } from '#shared/contract/papers.ts';
import { findingsOn } from '../worlds/browser/findings.ts';
import { readyAt } from '../worlds/browser/portfolio.ts';
import { type Theme, World } from '../worlds/browser/world.ts';

const world = World.ofFile();

afterEach(() => {
  expect(world.violations).toEqual([]);
  expect(world.errors).toEqual([]);
});

const openTemplates = async (alias: string, theme: Theme = 'default', width = 1280) => {
  const opened = await world.openTab(alias, '', { theme, width });
  await opened.tab.getByRole('navigation').first().waitFor();
  await opened.tab.locator('body').evaluate(() => {
    window.location.hash = '#/skabeloner';
  });
  await opened.tab.getByRole('heading', { level: 1, name: 'Skabeloner til papirer' }).waitFor();
  await opened.tab.getByRole('group', { name: 'Tjekliste' }).waitFor();
  return opened;
};

const ours = 'Er pårørenderådet hørt?';

describe('the questions of the papers', () => {
  it('are moved and added to by keyboard, a paper asks them, and the change is taken back', async () => {
    const id = await readyAt(world, 'gate1', { title: 'Lys med egne spørgsmål' });
    const { page, tab } = await openTemplates('konsulent');
    const section = tab.getByRole('group', { name: 'Tjekliste' });
    await section.getByText('Gate 1 hviler på det, så det kan ikke slås fra.').first().waitFor();
    const kept = section.getByRole('switch', { name: 'Spørges der om: CE-mærke' });
    expect(await kept.isDisabled()).toBe(true);
    await section.getByRole('button', { name: 'Tilføj ja eller nej: Tjekliste' }).press('Enter');
    const field = section.getByRole('textbox', { name: 'Jeres eget spørgsmål', exact: true });
    await field.pressSequentially(ours);
    const up = section.getByRole('button', { name: `Flyt op: ${ours}` });
    await up.press('Enter');
    await tab.getByText(`${ours} er nu nummer 6 af 7.`).waitFor();
    const place = tab.getByRole('combobox', { name: `Afsnit: ${ours}` });
    await place.selectOption({ label: 'Risiko' });
    await tab.getByText(`${ours} står nu sidst i Risiko.`).waitFor();
    const risk = tab.getByRole('group', { name: 'Risiko' });
    await risk.getByRole('textbox', { name: 'Jeres eget spørgsmål', exact: true }).waitFor();
    await expect.poll(() => risk.locator('select:focus').count()).toBe(1);
    await place.selectOption({ label: 'Tjekliste' });
    await tab.getByRole('button', { name: 'Gem skabelonerne' }).press('Enter');
    await tab.getByText('Skabelonerne er gemt.').waitFor();
    await tab.getByText(/Konsulent, DigiTek tilføjede »Er pårørenderådet hørt\?«/).waitFor();
    expect(await findingsOn(page, { theme: 'default', part: 'tab' })).toEqual([]);

    const paper = await world.openTab('digitek1', `project:${id}`);
    await paper.tab.locator('body').evaluate((_, to) => {
      window.location.hash = `#/projekt/${to}/papir/ideaDescription`;
    }, id);
    await paper.tab.getByText(ours).first().waitFor();

    await tab
      .getByRole('button', { name: /^Fortryd det, Konsulent, DigiTek ændrede/ })
      .first()
      .press('Enter');
    await tab.getByText('Ændringen er fortrudt.').waitFor();
    const { templates } = await world.api<PaperTemplatesReply>(
      ...(['konsulent', 'GET', '/api/settings/papers'] as const),
    );
    expect(templates.ideaDescription).toEqual({
      ...{ headings: {}, helps: {}, off: [], own: { ownAnswer1: 'checklist' } },
    });
  });

  it('stand still for everybody else, also on a phone', async () => {
    const { page, tab } = await openTemplates('direktor', 'contrast', 360);
    expect(await tab.getByRole('textbox').first().isEditable()).toBe(false);
    expect(await tab.getByRole('button', { name: /^Flyt op/ }).count()).toBe(0);
    const spare = await tab.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(spare).toBe(0);
    expect(await findingsOn(page, { theme: 'contrast', part: 'tab' })).toEqual([]);
  });
});
