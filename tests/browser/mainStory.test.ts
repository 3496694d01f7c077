import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BoardReply } from '#shared/contract/api.ts';
import { still } from '../worlds/browser/cards.ts';
import { pageOf, until } from '../worlds/browser/portfolio.ts';
import { World } from '../worlds/browser/world.ts';

/** A project in IDÉ; before the story begins it lacks all that gate 1 rests on. */
const projectId = 'P066';
const name = 'Vaske-tørre-toiletter på plejehjem';
const paper = 'https://viborg.sharepoint.example/sites/digitek/Documents/idebeskrivelse.docx';

/**
 * P4 of the goals: an answer is on everybody's board within two seconds. The board looks each
 * second, so it is there with the second look after it was stored; one more may have begun since.
 */
const mostLooks = 3;

let world: World;

beforeAll(async () => {
  world = await World.enter();
  const { revision } = await pageOf(world, projectId);
  const nothing = { efficiency: null, quality: null, wellbeing: null, riskCategory: null };
  await world.api('konsulent', 'PATCH', `/api/projects/${projectId}`, {
    revision,
    changes: { ...nothing, predictability: null, breadth: null, challenge: null, maturity: null },
  });
  await world.api('konsulent', 'PUT', `/api/projects/${projectId}/steps/ideaDescription`, {
    done: false,
  });
});

afterAll(async () => {
  await world?.leave();
});

const section = (tab: FrameLocator, title: RegExp) =>
  tab.getByRole('region', { name: title }).first();

/** Opens the form that mends what is missing, and closes it by saving. */
const mend = async (
  tab: FrameLocator,
  missing: string,
  fill: (tab: FrameLocator) => Promise<void>,
): Promise<void> => {
  const row = tab.getByRole('listitem').filter({ hasText: missing });
  await row.getByRole('button').first().click();
  await fill(tab);
  await tab.getByRole('button', { name: /^Gem/ }).click();
  await row.waitFor({ state: 'detached' });
};

const slide = async (tab: FrameLocator, label: string, to: number, from: number): Promise<void> => {
  const slider = tab.getByRole('slider', { name: label });
  await slider.focus();
  for (let value = from; value < to; value += 1) await slider.press('ArrowRight');
};

const fillIn = async (tab: FrameLocator): Promise<void> => {
  await mend(tab, 'Skriv, hvad næste fase koster', async () => {
    await tab.getByLabel('Næste fase koster').fill('45.000');
    await tab.getByRole('button', { name: 'Tilføj en pulje' }).click();
    await tab.getByLabel('Pulje', { exact: true }).selectOption('Omsorgs pulje');
  });
  await mend(tab, 'Vurdér gevinsterne', async () => {
    await slide(tab, 'Effektivitet', 3, 0);
    await slide(tab, 'Kvalitet', 2, 0);
    await slide(tab, 'Trivsel', 1, 0);
  });
  await mend(tab, 'Vælg risikokategori', async () => {
    await tab.getByLabel('Kategori').selectOption('2');
  });
  await mend(tab, 'Skriv DigiTeks anbefaling', async () => {
    await tab.getByLabel('Anbefalet prioritet').selectOption('Høj');
    await tab.getByLabel('Anbefalet svar').selectOption('Videre til undersøgelse');
    await section(tab, /^Anbefaling/)
      .getByLabel('Begrundelse')
      .fill('Andre sparer tid på det.');
  });
  await mend(tab, 'Idébeskrivelse: skriv papiret, eller sæt et link ind', async () => {
    await tab.getByLabel('Link til papiret').fill(paper);
    await tab.getByLabel('Version', { exact: true }).fill('version 3');
    await tab.getByLabel('Minutter at læse').fill('6');
  });
  for (const step of ['DigiTek-møde om idéen', 'Projektejer godkender', 'Chefen har kommenteret']) {
    const row = tab.getByRole('listitem').filter({ hasText: step });
    const label = step === 'DigiTek-møde om idéen' ? 'Sæt flueben' : 'Skriv ned';
    await row.getByRole('button', { name: label, exact: true }).click();
    // What the owner and the chef said is written down with how they said it.
    if (step !== 'DigiTek-møde om idéen') {
      await row.getByLabel('Hvordan blev det sagt?').fill('På mødet den 3. marts');
      await row.getByRole('button', { name: 'Gem', exact: true }).click();
    }
    await row.getByRole('button', { name: /Fjern flueben/ }).waitFor();
  }
};

const chatCard = (page: Page) => page.locator('.message .card', { hasText: name }).last();

describe('the whole story of gate 1', () => {
  let director: { page: Page; tab: FrameLocator };
  let consultant: { page: Page; tab: FrameLocator };
  let chef: Page;
  let requestId = '';

  it('shows the consultant all 140 projects, by phase, with the gates between', async () => {
    consultant = await world.openTab('konsulent');
    const { tab } = consultant;
    const { projects } = await world.api<BoardReply>('konsulent', 'GET', '/api/board');
    const real = projects.filter(({ id }) => /^P\d{3}$/.test(id));
    expect(real).toHaveLength(140);
    const alive = projects.filter(({ status }) => status !== 'stopped' && status !== 'closed');
    await tab.getByRole('heading', { level: 1, name: `${alive.length} projekter` }).waitFor();
    for (const phase of ['IDÉ', 'UNDERSØGELSE', 'AFPRØVNING'])
      await tab.getByRole('region', { name: phase, exact: true }).waitFor();
    for (const gate of ['Gate 1', 'Gate 2', 'Gate 3'])
      await tab.getByRole('region', { name: gate, exact: true }).waitFor();
  });

  it('lets the consultant fill in what gate 1 rests on, and says who will decide and why', async () => {
    const { tab } = consultant;
    await tab
      .getByRole('searchbox')
      .or(tab.getByPlaceholder('Søg i projekter'))
      .first()
      .fill('Vaske');
    await tab.locator(`[data-card="${projectId}"]`).click();
    await tab.getByRole('heading', { level: 1, name }).waitFor();
    const send = tab.getByRole('button', { name: 'Send Gate 1' });
    expect(await send.getAttribute('aria-disabled')).toBe('true');
    await tab.getByText('8 ting mangler', { exact: true }).waitFor();
    await fillIn(tab);
    const who = await section(tab, /^Hvem beslutter Gate 1/).textContent();
    expect(who).toContain(
      'Chef, Omsorg beslutter, fordi projektet er i Omsorg og betales af områdets egen pulje.',
    );
    const money = await section(tab, /^Penge/).textContent();
    expect(money).toMatch(/45\.000\skr\./);
  });

  it('sends the request, and the right chef gets the card in the 1:1 chat', async () => {
    director = await world.openTab('direktor');
    await director.tab.getByRole('heading', { level: 1, name: /projekter/ }).waitFor();
    await consultant.tab.getByRole('button', { name: 'Send Gate 1' }).click();
    await consultant.tab.getByText('0 af 1 har svaret').waitFor();
    const { open } = await pageOf(world, projectId);
    requestId = open?.view.request.id ?? '';
    expect(await world.graph.row('Requests', requestId)).toMatchObject({
      ProjectId: projectId,
      Gate: 'gate1',
      AskOre: 45_000_00,
    });
    chef = await world.open('chef.omsorg', { app: 'chat' }, { width: 360, height: 740 });
    const card = chatCard(chef);
    await card.getByText('Skal idéen undersøges for 45.000 kr.?').waitFor();
    await card.getByText('Du beslutter, fordi projektet og pengene hører til Omsorg.').waitFor();
    await card.getByText('−45.000 kr.').waitFor();
    await card.getByRole('link', { name: 'Læs idébeskrivelsen (6 min.)' }).waitFor();
  });

  it('is on everybody’s board within two seconds of the answer, without a reload', async () => {
    const column = director.tab.getByRole('region', { name: 'UNDERSØGELSE', exact: true });
    const inIdea = director.tab
      .getByRole('region', { name: 'IDÉ', exact: true })
      .locator(`[data-card="${projectId}"]`);
    const count = await column.locator('header').getByText(/^\d+/).first().textContent();
    await still(world, chatCard(chef));
    await chatCard(chef)
      .getByLabel(/^Kommentar/)
      .fill('Husk nattevagten.');
    let looks = 0;
    director.page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/api/board') looks += 1;
    });
    const pressedAt = performance.now();
    await chatCard(chef).getByRole('button', { name: 'Videre til undersøgelse' }).click();
    await until(async () => (await pageOf(world, projectId)).project.phase !== 'idea');
    const before = looks;
    await inIdea.waitFor({ state: 'detached' });
    await expect
      .poll(() => column.locator('header').getByText(/^\d+/).first().textContent(), {
        interval: 20,
      })
      .not.toBe(count);
    const took = performance.now() - pressedAt;
    console.log(`From the press to the director's board: ${Math.round(took)} ms`);
    expect(looks - before).toBeLessThanOrEqual(mostLooks);
  });

  it('turns every copy of the card into a receipt', async () => {
    const receipt = chatCard(chef);
    await receipt.getByText('Du besluttede: videre til undersøgelse').waitFor();
    expect(await receipt.getByRole('link').allTextContents()).toEqual(['Åbn projektet']);
    for (const [alias, words] of [
      ['chef.omsorg', 'Du besluttede: videre til undersøgelse'],
      ['digitek1', 'Chef, Omsorg besluttede: videre til undersøgelse'],
    ] as const)
      await until(async () => JSON.stringify((await world.chat(alias)).activities).includes(words));
  });

  it('keeps request, decision and an unbroken history in the lists', async () => {
    const decision = await world.graph.row('Decisions', requestId);
    expect(decision).toMatchObject({
      Ending: 'decided',
      Outcome: 'investigate',
      Comment: 'Husk nattevagten.',
      ByName: 'Chef, Omsorg',
      AskOre: 45_000_00,
    });
    expect(JSON.parse(String(decision['Paper']))).toMatchObject({ link: paper });
    expect(await world.graph.row('Projects', projectId)).toMatchObject({
      Phase: 'investigation',
    });
    await until(async () => {
      const request = await world.graph.row('Requests', requestId);
      return request['ClosedAt'] !== null && request['ClosedAt'] !== undefined;
    });
    const history = await world.graph.history(projectId);
    expect(history.holds).toBe(true);
    expect(history.kinds).toEqual(
      expect.arrayContaining(['imported', 'edited', 'stepChanged', 'requested', 'ended', 'moved']),
    );
  });

  it('tells the consultant’s open page what was decided, without a reload', async () => {
    await consultant.tab.getByText('Husk nattevagten.').first().waitFor();
    await consultant.tab.getByRole('button', { name: 'Send Gate 2' }).waitFor();
  });

  it('breaks no content security policy and leaves no error uncaught', () => {
    expect(world.violations).toEqual([]);
    expect(world.errors).toEqual([]);
  });
});
