import { afterEach, describe, expect, it } from 'vitest';
import type { StepTemplatesReply } from '#shared/contract/steps.ts';
import { findingsOn } from '../worlds/browser/findings.ts';
import { readyAt } from '../worlds/browser/portfolio.ts';
import { tabTo } from '../worlds/browser/storyWorld.ts';
import { type Theme, World } from '../worlds/browser/world.ts';

const world = World.ofFile();

afterEach(() => {
  expect(world.violations).toEqual([]);
  expect(world.errors).toEqual([]);
});

const openSteps = async (alias: string, theme: Theme = 'default', width = 1280) => {
  const opened = await world.openTab(alias, '', { theme, width });
  await opened.tab.getByRole('navigation').first().waitFor();
  await opened.tab.locator('body').evaluate(() => {
    window.location.hash = '#/trin';
  });
  await opened.tab.getByRole('heading', { level: 1, name: 'Trin i faserne' }).waitFor();
  await opened.tab.getByRole('group', { name: 'UNDERSØGELSE' }).waitFor();
  return opened;
};

const templates = (): Promise<StepTemplatesReply> =>
  world.api('konsulent', 'GET', '/api/settings/steps');

describe('the steps of the phases', () => {
  it('are named, moved, taken out and added to by keyboard, and projects follow', async () => {
    const id = await readyAt(world, 'gate2', { title: 'Lys med egne trin' });
    const { page, tab } = await openSteps('konsulent');
    const phase = tab.getByRole('group', { name: 'UNDERSØGELSE' });
    await phase.getByText('Gaten hviler på det, så det kan ikke tages ud.').first().waitFor();
    const name = phase.getByRole('textbox', { name: 'Jeres eget trin' });
    await tabTo(page, name);
    await page.keyboard.type('Spørg pårørenderådet');
    const up = phase.getByRole('button', { name: 'Flyt op: Spørg pårørenderådet' });
    await up.focus();
    await page.keyboard.press('Enter');
    await tab.getByText('Spørg pårørenderådet er nu nummer 8 af 9.').waitFor();
    await phase.getByRole('switch', { name: 'Bruges: Tidsplan for undersøgelsen' }).press('Space');
    const kept = phase.getByRole('switch', { name: 'Bruges: Projektbeskrivelse' });
    expect(await kept.isDisabled()).toBe(true);
    await tab.getByRole('button', { name: 'Gem trinnene' }).press('Enter');
    await tab.getByText('Trinnene er gemt.').waitFor();
    await tab.getByText(/Konsulent, DigiTek tog »Tidsplan for undersøgelsen« ud/).waitFor();
    expect(await findingsOn(page, { theme: 'default', part: 'tab' })).toEqual([]);

    const project = await world.openTab('digitek1', `project:${id}`);
    const row = project.tab.getByRole('listitem').filter({ hasText: 'Spørg pårørenderådet' });
    await row.getByRole('button', { name: 'Spørg pårørenderådet: Sæt flueben' }).press('Enter');
    await row.getByRole('button', { name: 'Spørg pårørenderådet: Fjern flueben' }).waitFor();
    expect(await project.tab.getByText('Tidsplan for undersøgelsen').count()).toBe(0);

    await tab
      .getByRole('button', { name: /^Fortryd det, Konsulent, DigiTek ændrede/ })
      .first()
      .press('Enter');
    await tab.getByText('Ændringen er fortrudt.').waitFor();
    expect((await templates()).templates).toEqual({ steps: {}, order: {} });
    const again = await world.openTab('digitek1', `project:${id}`);
    await again.tab.getByRole('heading', { name: 'Trin, der ikke bruges mere' }).waitFor();
    await again.tab.getByText('Tidsplan for undersøgelsen').first().waitFor();
  });

  it('stand still for everybody else, also on a phone', async () => {
    const { page, tab } = await openSteps('direktor', 'dark', 360);
    expect(await tab.getByRole('textbox').first().isEditable()).toBe(false);
    expect(await tab.getByRole('button', { name: 'Gem trinnene' }).count()).toBe(0);
    const spare = await tab.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(spare).toBe(0);
    expect(await findingsOn(page, { theme: 'dark', part: 'tab' })).toEqual([]);
  });
});
