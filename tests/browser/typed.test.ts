import type { FrameLocator } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { ProjectReply } from '#shared/contract/api.ts';
import type { RulesReply } from '#shared/contract/rules.ts';
import { idOf, readyAt, send } from '../worlds/browser/portfolio.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

afterEach(() => {
  expect(world.violations).toEqual([]);
  expect(world.errors).toEqual([]);
});

/** Types in a tab, closes it without a word, and opens it again on the same device. */
const closedAndOpened = async (
  alias: string,
  sub: string,
  type: (tab: FrameLocator) => Promise<void>,
): Promise<FrameLocator> => {
  const { page, tab } = await world.openTab(alias, sub);
  await type(tab);
  const address = page.url();
  const context = page.context();
  await page.close();
  const again = await context.newPage();
  await again.goto(address);
  return again.frameLocator('iframe');
};

describe('a tab that is closed', () => {
  it('loses nothing of what was typed in the forms of a project', async () => {
    const id = await readyAt(world, 'gate2', { title: 'Ordene der blev' });
    const whatIs = 'Beboerne går selv til bordet.';
    const question = 'Hvem tager nattevagten?';
    const forms = (tab: FrameLocator) => ({
      status: tab.getByRole('region', { name: 'Status', exact: true }),
      talk: tab.getByRole('region', { name: 'Samtale' }),
    });
    const tab = await closedAndOpened('digitek1', `project:${id}`, async (first) => {
      const { status, talk } = forms(first);
      await status.getByRole('button', { name: 'Skriv status' }).click();
      await status.getByLabel('Hvordan går det?').fill(whatIs);
      await talk.getByRole('button', { name: 'Spørg nogen' }).click();
      await talk.getByRole('textbox', { name: 'Dit spørgsmål' }).fill(question);
    });
    const { status, talk } = forms(tab);
    await status.getByText('Det her skrev du sidst').waitFor();
    expect(await status.getByLabel('Hvordan går det?').inputValue()).toBe(whatIs);
    expect(await talk.getByRole('textbox', { name: 'Dit spørgsmål' }).inputValue()).toBe(question);
    await talk.getByRole('button', { name: 'Annullér' }).click();
    await talk.getByRole('button', { name: 'Spørg nogen' }).click();
    expect(await talk.getByRole('textbox', { name: 'Dit spørgsmål' }).inputValue()).toBe('');
  });

  it('loses nothing of an idea, nor of an answer that is being written', async () => {
    const idea = 'Sensor i dørmåtten';
    const ideas = await closedAndOpened('medarbejder', 'ideas', async (tab) => {
      await tab.getByRole('button', { name: 'Ny idé' }).first().click();
      await tab.getByRole('textbox', { name: /^Navn/ }).fill(idea);
    });
    await ideas.getByRole('button', { name: 'Ny idé' }).first().click();
    expect(await ideas.getByRole('textbox', { name: /^Navn/ }).inputValue()).toBe(idea);

    const id = await readyAt(world, 'gate2', { title: 'Svaret der blev' });
    const request = await send(world, id, 'gate2');
    const words = 'Kun hvis natten er med.';
    const comment = (tab: FrameLocator) =>
      tab.getByRole('textbox', { name: 'Kommentar eller spørgsmål' });
    const tab = await closedAndOpened('chef.omsorg', `request:${request}`, (first) =>
      comment(first).fill(words),
    );
    await comment(tab).waitFor();
    expect(await comment(tab).inputValue()).toBe(words);
  });

  it('loses nothing of the plan of a visit, nor of a link of a chain', async () => {
    const unit = 'Plejecenter Bakken';
    const unitIn = (tab: FrameLocator) =>
      tab.getByRole('dialog').getByRole('textbox', { name: /^Enhed/ });
    const newVisit = (tab: FrameLocator) => tab.getByRole('button', { name: 'Planlæg besøg' });
    const visits = await closedAndOpened('konsulent', 'visits', async (tab) => {
      await newVisit(tab).click();
      await unitIn(tab).fill(unit);
    });
    await newVisit(visits).click();
    await visits.getByText('Det her skrev du sidst').waitFor();
    expect(await unitIn(visits).inputValue()).toBe(unit);

    const { project } = await world.api<ProjectReply>('konsulent', 'POST', '/api/projects', {
      ...{ title: 'Leddet der blev', leadArea: 'omsorg', leadId: await idOf(world, 'digitek1') },
    });
    const situation = 'Borgere venter i telefonkø';
    const link = (tab: FrameLocator) => tab.getByRole('textbox', { name: /^Nyt led i/ });
    const chain = await closedAndOpened('digitek1', `chain:${project.id}`, (tab) =>
      link(tab).fill(situation),
    );
    await chain.getByText('Det her skrev du sidst').waitFor();
    expect(await link(chain).inputValue()).toBe(situation);
    await chain.getByRole('button', { name: 'Annullér' }).click();
  });

  it('loses nothing of the settings; what others have saved meanwhile stands, and it can be dropped', async () => {
    const onPage = async (tab: FrameLocator, hash: string, title: string): Promise<void> => {
      await tab.getByRole('navigation').first().waitFor();
      await tab.locator('body').evaluate((_, to) => {
        window.location.hash = to;
      }, hash);
      await tab.getByRole('heading', { level: 1, name: title }).waitFor();
    };
    const rules = (tab: FrameLocator) => onPage(tab, '#/indstillinger', 'Indstillinger');
    const field = (tab: FrameLocator, label: string) => tab.getByLabel(label, { exact: true });
    const typedIn = (tab: FrameLocator, label: string) => field(tab, label).inputValue();
    const [screening, yesOrNo] = ['Screening af et indkøb', 'Ja eller nej til et indkøb'];
    const tab = await closedAndOpened('konsulent', '', async (first) => {
      await rules(first);
      await field(first, screening).fill('9');
    });
    const { values } = await world.api<RulesReply>('konsulent2', 'GET', '/api/settings/rules');
    await world.api('konsulent2', 'PATCH', '/api/settings/rules', {
      seen: values,
      values: { ...values, purchaseDays: 8 },
    });
    await rules(tab);
    await tab.getByText('Det her skrev du sidst').waitFor();
    expect([await typedIn(tab, screening), await typedIn(tab, yesOrNo)]).toEqual(['9', '8']);
    await tab.getByRole('button', { name: 'Kassér ændringer' }).press('Enter');
    expect(await typedIn(tab, screening)).toBe(String(values.screeningDays));
    await tab.getByText('Det her skrev du sidst').waitFor({ state: 'detached' });
    await field(tab, screening).fill('9');
    await tab.getByRole('button', { name: 'Gem', exact: true }).press('Enter');
    await tab.getByText('Indstillingerne er gemt.').waitFor();
    await tab.getByRole('button', { name: 'Kassér ændringer' }).waitFor({ state: 'detached' });

    const ours = 'Er pårørenderådet hørt?';
    const own = (at: FrameLocator) =>
      at
        .getByRole('group', { name: 'Tjekliste' })
        .getByRole('textbox', { name: 'Jeres eget spørgsmål', exact: true });
    const templates = (at: FrameLocator) => onPage(at, '#/skabeloner', 'Skabeloner til papirer');
    const papers = await closedAndOpened('konsulent', '', async (first) => {
      await templates(first);
      await first.getByRole('button', { name: 'Tilføj ja eller nej: Tjekliste' }).press('Enter');
      await own(first).fill(ours);
    });
    await templates(papers);
    await papers.getByText('Det her skrev du sidst').waitFor();
    expect(await own(papers).inputValue()).toBe(ours);
  });
});
