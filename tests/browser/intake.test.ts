import { describe, expect, it } from 'vitest';
import type { ProjectReply } from '#shared/contract/api.ts';
import { still } from '../worlds/browser/cards.ts';
import { findingsInThemes } from '../worlds/browser/findings.ts';
import { change, pageOf, until } from '../worlds/browser/portfolio.ts';
import { cardAbout, phoneChat, tabTo, wordsOn } from '../worlds/browser/storyWorld.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

const chef = 'chef.omsorg';
const author = 'medarbejder';
const team = 'digitek1';

const given = async (title: string): Promise<string> => {
  const idea = { title, purpose: 'Ledsageren går ved siden af og kan tale med borgeren.' };
  const { project } = await world.api<ProjectReply>(author, 'POST', '/api/projects', {
    ...{ ...idea, leadArea: 'omsorg', origin: 'staff' },
  });
  return project.id;
};

/** The two first steps of the intake, as the page does them. */
const screened = async (id: string): Promise<void> => {
  const step = (code: string, note: string) =>
    world.api(team, 'PUT', `/api/projects/${id}/steps/${code}`, { done: true, note });
  await step('purchaseOrProject', '');
  await step('blockers', 'Ingen lov står i vejen. Vejle afprøver det samme.');
};

const asked = async (id: string, askedId: string | null = null): Promise<void> => {
  const { interest } = await pageOf(world, id);
  const body = { type: 'asked', revision: interest?.revision ?? 0, askedId };
  await world.api(team, 'POST', `/api/interests/${interest?.id}/moves`, body);
};

describe('the intake of an idea', () => {
  const title = 'Kørestol, hvor man går ved siden af';
  let id = '';

  it('goes from the lane to the chef, who wants it and names an owner in chat', async () => {
    id = await given(title);
    const { tab } = await world.openTab(team, 'ideas');
    await tab.getByRole('button', { name: title }).click();
    const panel = tab.getByRole('region', { name: title });
    await panel.getByRole('button', { name: 'Det er et projekt' }).click();
    await panel.getByRole('button', { name: 'Gem' }).click();
    await panel.getByText('Skriv et par ord om, hvad I fandt.').waitFor();
    await panel.getByLabel('Hvad har I fundet?').fill('Ingen lov står i vejen.');
    await panel.getByRole('button', { name: 'Gem' }).click();
    await panel.getByRole('button', { name: 'Spørg Chef, Omsorg' }).click();
    await panel.getByText(/^Venter på Chef, Omsorg, svar inden/).waitFor();
    const alike = panel.getByRole('region', { name: 'Det ligner' });
    await alike.getByRole('link', { name: 'Kørestol med styring ved siden af brugeren' }).waitFor();
    expect(await alike.getByRole('link', { name: title }).count()).toBe(0);

    const page = await phoneChat(world, chef);
    const card = cardAbout(page, title);
    await card.getByText('Skal DigiTek gå videre med idéen?').waitFor();
    for (const words of ['Ny idé · Er der interesse?', 'Ingen lov står i vejen.', 'Fra:'])
      expect(await wordsOn(card)).toContain(words);
    await card.getByRole('button', { name: 'Ja, høj prioritet' }).click();
    await card.getByText('Hvem skal være projektejer?').waitFor();
    // It is drawn anew when the bot is done with the press; what is chosen before that is gone.
    await still(world, card);
    await card.getByLabel('Projektejer', { exact: true }).selectOption({ index: 1 });
    await card.getByRole('button', { name: 'Gør til projektejer' }).click();
    await card.getByText('Du svarede: ja, høj prioritet').waitFor();
    // The card may be drawn anew between the answer and what follows from it in the idea.
    await card.getByText('Projektejer:').waitFor();
    const { project } = await pageOf(world, id);
    expect(project).toMatchObject({ firstPriority: 'high', firstPriorityBy: 'Chef, Omsorg' });
    expect(project.ownerName).not.toBe('');
  });

  it('gets a lead, and goes into the idea phase', async () => {
    const { tab } = await world.openTab(team, 'ideas');
    await tab.getByRole('button', { name: title }).click();
    const panel = tab.getByRole('region', { name: title });
    const lead = panel.getByRole('combobox', { name: 'Projektleder' });
    await lead.click();
    await lead.pressSequentially('medlem');
    await tab.getByRole('option', { name: 'Medlem, DigiTek' }).first().click();
    await panel.getByRole('button', { name: 'Gem' }).click();
    await panel.getByRole('button', { name: 'Start idéfasen' }).click();
    await until(async () => (await pageOf(world, id)).project.status === 'active');
    await tab.getByRole('button', { name: title }).waitFor({ state: 'detached' });
  });

  it('tells its author, who is asked and answers on their own page', async () => {
    const other = 'Kop, der siger til';
    const otherId = await given(other);
    await screened(otherId);
    await asked(otherId);
    const page = await phoneChat(world, chef);
    const card = cardAbout(page, other);
    await card.getByLabel(/^Kommentar/).fill('Hvor mange borgere drejer det sig om?');
    await card.getByRole('button', { name: 'Spørg idégiveren' }).click();
    await card.getByText('Dit spørgsmål er sendt til idégiveren').waitFor();

    const { tab } = await world.openTab(author, 'ideas', { width: 360, height: 740 });
    await tab.getByText('1 venter på dig').waitFor();
    await tab.getByLabel(/Hvor mange borgere drejer det sig om/).fill('Cirka 40.');
    await tab.getByRole('button', { name: 'Send svaret' }).click();
    await tab.getByText('1 venter på dig').waitFor({ state: 'detached' });
    await card.getByText('»Cirka 40.«').waitFor();
    // The reply comes as a card of its own, below the first.
    await until(async () => (await page.locator('.message .card', { hasText: other }).count()) > 1);
    await still(world, card);
    await card.getByLabel(/^Kommentar/).fill('Vi flytter. Spørg igen til sommer.');
    await card.getByRole('button', { name: 'Ikke nu' }).click();
    await card.getByText('Du svarede: ikke nu').waitFor();
    await tab.getByText('Chef, Omsorg sagde: ikke nu').waitFor();
    await tab.getByText('»Vi flytter. Spørg igen til sommer.«').waitFor();
    await until(async () => (await pageOf(world, otherId)).project.status === 'backlog');
  });

  it('is answered in the tab too, by keyboard alone', async () => {
    const third = 'Lys i gangen om natten';
    const thirdId = await given(third);
    await asked(thirdId);
    const { page, tab } = await world.openTab(chef, `request:interest:${thirdId}:interest`);
    const yes = tab.getByRole('button', { name: /^Ja, lav prioritet/ });
    await yes.waitFor();
    await tabTo(page, yes);
    await page.keyboard.press('Enter');
    const later = tab.getByRole('button', { name: /^Det ved jeg ikke endnu/ });
    await later.waitFor();
    await tabTo(page, later);
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { name: 'Du svarede: ja, lav prioritet' }).waitFor();
    expect((await pageOf(world, thirdId)).project.firstPriority).toBe('low');
  });

  it('moves along the lane with the arrows, one stop for Tab', async () => {
    const { page, tab } = await world.openTab(team, 'ideas');
    const rows = tab.locator('[data-idea]');
    await rows.first().waitFor();
    await rows.first().focus();
    await page.keyboard.press('ArrowDown');
    const second = await rows.nth(1).getAttribute('data-idea');
    expect(await rows.nth(1).getAttribute('aria-current')).toBe('true');
    expect(await tab.locator('[data-idea][tabindex="0"]').count()).toBe(1);
    expect(await tab.locator(':focus').first().getAttribute('data-idea')).toBe(second);
  });

  it('is nobody else’s to move', async () => {
    const fourth = 'Dørklokke med billede';
    const fourthId = await given(fourth);
    const { tab } = await world.openTab('distrikt.syd', 'ideas');
    await tab.getByRole('button', { name: /^Alle/ }).click();
    await tab.getByRole('button', { name: fourth }).click();
    await tab.getByText('DigiTek har den.').waitFor();
    await change(world, fourthId, { status: 'backlog' });
  });

  it.each([1280, 360])(
    'axe finds nothing on the page of ideas in any theme at %d',
    async (width) => {
      const { page, tab } = await world.openTab(team, 'ideas', { width, height: 740 });
      await tab.locator('[data-idea]').first().waitFor();
      expect(await findingsInThemes(page)).toEqual([]);
    },
  );
});
