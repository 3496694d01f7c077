import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findingsInThemes, findingsOn } from '../worlds/browser/findings.ts';
import { change, pageOf, readyAt, until } from '../worlds/browser/portfolio.ts';
import { cardAbout, phoneChat, tabTo, wordsOn } from '../worlds/browser/storyWorld.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

const owner = 'nattevagten';
const lead = 'digitek1';
const consultant = 'konsulent';

const put = (id: string, code: string, step: object) =>
  world.api(consultant, 'PUT', `/api/projects/${id}/steps/${code}`, step);

const paper = (id: string, version: string) =>
  put(id, 'ideaDescription', {
    ...{ done: true, version, minutes: 3 },
    link: 'https://viborg.sharepoint.example/sites/digitek/Documents/papir.docx',
  });

/** A project that lacks only its owner's approval. */
const lacking = async (title: string): Promise<string> => {
  const shares = { 'area:omsorg': 30_000 };
  const id = await readyAt(world, 'gate1', { title, shares });
  await put(id, 'ideaOwner', { done: false });
  return id;
};

const approvalOf = async (id: string) => {
  const { approval } = await pageOf(world, id);
  if (!approval) throw new Error('no gate lies ahead');
  return approval;
};

/** The owner is asked, as the button on the project's page does it. */
const ask = async (id: string): Promise<string> => {
  const { id: approvalId, revision } = await approvalOf(id);
  const body = { type: 'asked', revision };
  await world.api(lead, 'POST', `/api/approvals/${approvalId}/moves`, body);
  return approvalId;
};

const isReady = (id: string) => async (): Promise<boolean> =>
  (await pageOf(world, id)).missing.length === 0;

const press = async (page: Page, wanted: Locator): Promise<void> => {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
};

describe('an idea description', () => {
  const title = 'Skærmen på Æblegården';

  it('is sent to the owner from the project’s page, back with a word, and approved anew', async () => {
    const id = await lacking(title);
    const { tab } = await world.openTab(lead, `project:${id}`);
    await tab
      .getByRole('button', { name: 'Spørg igen' })
      .or(tab.getByRole('button', { name: 'Spørg projektejeren' }))
      .click();
    await tab.getByText(/^Venter på Leder, nattevagten, svar inden/).waitFor();

    const page = await phoneChat(world, owner);
    const card = cardAbout(page, title);
    await card.getByText('Kan du stå inde for idébeskrivelsen?').waitFor();
    for (const words of ['Idé · Din godkendelse', 'Det koster', 'DigiTek anbefaler:', 'Tjekket:'])
      expect(await wordsOn(card)).toContain(words);
    expect(await card.getByRole('button').allTextContents()).toEqual([
      ...['Godkend idébeskrivelsen', 'Send tilbage', 'Spørg projektlederen'],
    ]);
    await card.getByRole('button', { name: 'Send tilbage' }).click();
    await card.getByText('Der mangler et ord').waitFor();
    await card.getByLabel(/^Kommentar/).fill('Hvem passer skærmen? Skriv det ind.');
    await card.getByRole('button', { name: 'Send tilbage' }).click();
    await card.getByText('Du sendte version 1 tilbage').waitFor();

    const told = cardAbout(await phoneChat(world, lead), title);
    await told.getByText('Projektejeren vil have rettet version 1').waitFor();
    expect(await wordsOn(told)).toContain('»Hvem passer skærmen? Skriv det ind.«');
    await tab.getByText(/sendte den tilbage .*»Hvem passer skærmen\?/).waitFor();

    await paper(id, 'version 2');
    const anew = cardAbout(page, title, 'Læs idébeskrivelsen, version 2');
    await anew.getByRole('button', { name: 'Godkend idébeskrivelsen' }).click();
    await cardAbout(page, title, 'Du godkendte idébeskrivelsen, version 2').waitFor();
    await until(isReady(id));
  });

  it('that changes after the yes is shown as before and now, and the gate waits', async () => {
    const name = 'Skærmen, der blev dyrere';
    const id = await lacking(name);
    await ask(id);
    const page = await phoneChat(world, owner);
    await cardAbout(page, name).getByRole('button', { name: 'Godkend idébeskrivelsen' }).click();
    await until(isReady(id));
    await change(world, id, { riskCategory: 4 });
    await paper(id, 'version 5');
    const card = cardAbout(page, name, 'Ændret siden du godkendte');
    await card.getByRole('button', { name: 'Godkend version 5' }).waitFor();
    expect(await wordsOn(card)).toMatch(/Risiko ?Før: 2 af 4.*Nu: 4 af 4/);
    expect(await isReady(id)()).toBe(false);
    await card.getByRole('button', { name: 'Godkend version 5' }).click();
    await until(isReady(id));
  });
});

describe('in the tab, by keyboard alone', () => {
  const title = 'Skærmen, der blev spurgt om';

  it('the owner asks, the lead replies, and the owner approves', async () => {
    const id = await lacking(title);
    const approvalId = await ask(id);
    const place = `request:approval:${approvalId}`;
    const { page, tab } = await world.openTab(owner, place);
    await tab.getByRole('heading', { name: 'Kan du stå inde for idébeskrivelsen?' }).waitFor();
    const comment = tab.getByLabel('Kommentar', { exact: false });
    await tabTo(page, comment);
    await page.keyboard.type('Hvem passer den om natten?');
    await press(page, tab.getByRole('button', { name: /^Spørg projektlederen/ }));
    await tab.getByText('»Hvem passer den om natten?«').waitFor();

    const theirs = await world.openTab(lead, place);
    await tabTo(theirs.page, theirs.tab.getByRole('textbox'));
    await theirs.page.keyboard.type('Aftenvagten gør det.');
    await press(theirs.page, theirs.tab.getByRole('button', { name: 'Send svaret' }));
    await theirs.tab.getByText('Dit svar er sendt').waitFor();

    await tab.getByText('»Aftenvagten gør det.«').waitFor();
    await press(page, tab.getByRole('button', { name: /^Godkend idébeskrivelsen/ }));
    await tab.getByRole('heading', { name: /^Du godkendte idébeskrivelsen/ }).waitFor();
    await until(isReady(id));
  });

  it('is in the list of what waits, and is gone from it afterwards', async () => {
    const name = 'Skærmen i listen';
    const approvalId = await ask(await lacking(name));
    const { tab } = await world.openTab(owner, `request:approval:${approvalId}`);
    const list = tab.getByRole('complementary', { name: 'Sager, der venter på dig' });
    await list.getByRole('link', { name: new RegExp(name) }).click();
    await tab.getByRole('button', { name: /^Godkend idébeskrivelsen/ }).click();
    await tab.getByRole('heading', { name: /^Du godkendte/ }).waitFor();
    await list.getByRole('link', { name: new RegExp(name) }).waitFor({ state: 'detached' });
  });
});

describe('axe finds nothing', () => {
  const title = 'Skærmen for alle øjne';
  let approvalId = '';
  let id = '';

  it('on the project’s page, where the lead asks', async () => {
    id = await lacking(title);
    const { page, tab } = await world.openTab(lead, `project:${id}`);
    await tab
      .getByRole('button', { name: /^Spørg/ })
      .first()
      .waitFor();
    expect(await findingsOn(page)).toEqual([]);
    approvalId = await ask(id);
  });

  it('in every theme', async () => {
    const page = await world.open(owner, { app: 'chat' }, { width: 360, height: 740 });
    await cardAbout(page, title).getByText('Kan du stå inde for idébeskrivelsen?').waitFor();
    expect(await findingsInThemes(page)).toEqual([]);
    const opened = await world.openTab(owner, `request:approval:${approvalId}`, {
      ...{ width: 360, height: 740 },
    });
    await opened.tab.getByRole('button', { name: /^Godkend/ }).waitFor();
    expect(await findingsInThemes(opened.page)).toEqual([]);
    const spare = await opened.tab
      .locator('html')
      .evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(spare).toBe(0);
  });
});
