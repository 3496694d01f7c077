import { afterEach, describe, expect, it } from 'vitest';
import type { RulesReply } from '#shared/contract/rules.ts';
import { findingsOn } from '../worlds/browser/findings.ts';
import { type Theme, World } from '../worlds/browser/world.ts';

const world = World.ofFile();

afterEach(() => {
  expect(world.violations).toEqual([]);
  expect(world.errors).toEqual([]);
});

const openSettings = async (alias: string, theme: Theme = 'default', width = 1280) => {
  const opened = await world.openTab(alias, '', { theme, width });
  await opened.tab.getByRole('navigation').first().waitFor();
  await opened.tab.locator('body').evaluate(() => {
    window.location.hash = '#/indstillinger';
  });
  await opened.tab.getByRole('heading', { level: 1, name: 'Indstillinger' }).waitFor();
  await opened.tab.getByLabel('Chefens kommentar').waitFor();
  return opened;
};

describe('the settings in the tab', () => {
  it('are found from the board, changed by keyboard, and say who changed what', async () => {
    const { page, tab } = await world.openTab('konsulent');
    await tab.getByRole('link', { name: 'Indstillinger', exact: true }).press('Enter');
    const field = tab.getByLabel('Spørgsmål til IT og Digitalisering');
    await field.fill('0');
    await field.press('Enter');
    await tab.getByText('Skriv et helt tal. Fra 1 til 60.').first().waitFor();
    await field.fill('6');
    await field.press('Enter');
    await tab.getByText('Indstillingerne er gemt.').waitFor();
    await tab
      .getByText(
        /Spørgsmål til IT og Digitalisering: fra 5.arbejdsdage til 6.arbejdsdage\. Konsulent, DigiTek/,
      )
      .first()
      .waitFor();
    const { values } = await world.api<RulesReply>('distrikt.syd', 'GET', '/api/settings/rules');
    expect(values.itDays).toBe(6);
    expect(await findingsOn(page, { theme: 'default', part: 'tab' })).toEqual([]);
    await field.fill('5');
    await field.press('Enter');
    await tab
      .getByText(/til 5.arbejdsdage\. Konsulent/)
      .first()
      .waitFor();
  });

  it('are changed by two at once, and what one has changed does not go back with the other', async () => {
    const [one, other] = [await openSettings('konsulent'), await openSettings('konsulent2')];
    const change = async ({ tab }: typeof one, label: string, value: string): Promise<void> =>
      tab.getByLabel(label, { exact: true }).fill(value);
    const save = ({ tab }: typeof one): Promise<void> =>
      tab.getByRole('button', { name: 'Gem', exact: true }).click();
    await change(one, 'Screening af et indkøb', '7');
    await change(one, 'Ja eller nej til et indkøb', '4');
    await save(one);
    await one.tab.getByText('Indstillingerne er gemt.').waitFor();
    await change(other, 'Ja eller nej til et indkøb', '3');
    await save(other);
    await other.tab.getByText(/det, andre har ændret, er sat ind/).waitFor();
    const field = other.tab.getByLabel('Screening af et indkøb', { exact: true });
    await expect.poll(() => field.inputValue()).toBe('7');
    await save(other);
    await other.tab.getByText('Indstillingerne er gemt.').waitFor();
    const { values } = await world.api<RulesReply>('direktor', 'GET', '/api/settings/rules');
    expect([values.screeningDays, values.purchaseDays]).toEqual([7, 3]);
  });

  it('order the next agenda by keyboard alone, and say aloud where each came', async () => {
    const { page, tab } = await openSettings('konsulent');
    const orderNow = async () =>
      (await world.api<RulesReply>('konsulent', 'GET', '/api/settings/rules')).values.agendaOrder;
    const up = tab.getByRole('button', { name: 'Flyt Puljerne op' });
    await up.focus();
    await page.keyboard.press('Alt+ArrowUp');
    await tab.getByText('Puljerne er flyttet til plads 1 af 2').waitFor();
    // The focus goes along, and a part moves with all its kinds.
    expect(await up.evaluate((button) => button === document.activeElement)).toBe(true);
    await tab.getByRole('button', { name: 'Flyt Skal følges op op' }).press('Enter');
    await tab.getByText('Skal følges op er flyttet til plads 2 af 3').waitFor();
    await tab.getByRole('button', { name: 'Gem', exact: true }).press('Enter');
    await tab.getByText('Indstillingerne er gemt.').waitFor();
    expect((await orderNow()).slice(-2)).toEqual(['pools', 'priorities']);
    await tab.getByText(/Dagsordenens rækkefølge: fra .*Konsulent, DigiTek/).waitFor();
    await tab.getByText('Hvor mange chefer der skal være til stede').waitFor();
    expect(await findingsOn(page, { theme: 'default', part: 'tab' })).toEqual([]);
  });

  it('stand still for everybody else, also on a phone', async () => {
    const { page, tab } = await openSettings('direktor', 'contrast', 360);
    await tab.getByText('Konsulenten ændrer dem.').waitFor();
    expect(await tab.getByLabel('Chefens kommentar').isEditable()).toBe(false);
    expect(await tab.getByRole('button', { name: 'Gem' }).count()).toBe(0);
    const spare = await tab.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(spare).toBe(0);
    expect(await findingsOn(page, { theme: 'contrast', part: 'tab' })).toEqual([]);
  });
});
