import { describe, expect, it } from 'vitest';
import { findingsInThemes } from '../worlds/browser/findings.ts';
import { idOf, pageOf, readyAt, until } from '../worlds/browser/portfolio.ts';
import { cardAbout, phoneChat, tabTo, wordsOn } from '../worlds/browser/storyWorld.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

const owner = 'nattevagten';
const lead = 'digitek1';
const consultant = 'konsulent';
const it1 = 'it.arkitekt';
const it2 = 'it.sikkerhed';

/** A project on its way to gate 2, whose servicedesign nobody has ticked. */
const underway = async (title: string): Promise<string> => {
  const id = await readyAt(world, 'gate2', { title });
  await world.api(consultant, 'PATCH', `/api/projects/${id}/steps/serviceDesign`, { done: false });
  return id;
};

const stepIn = async (id: string) =>
  (await pageOf(world, id)).steps.find(({ code }) => code === 'serviceDesign');

describe('lead and owner', () => {
  const title = 'Samtalen om sengene';
  const question = 'Kan vagtplanen bære en aftenvagt mere?';

  it('talk on the project’s page, by keyboard alone, and on a card in chat', async () => {
    const id = await underway(title);
    const { page, tab } = await world.openTab(lead, `project:${id}`);
    const talk = tab.getByRole('region', { name: 'Samtale' });
    const ask = talk.getByRole('button', { name: 'Spørg nogen' });
    await tabTo(page, ask);
    await page.keyboard.press('Enter');
    const whom = talk.getByRole('combobox', { name: 'Hvem vil du spørge?' });
    await tabTo(page, whom);
    await page.keyboard.type('nattevagten');
    await tab.getByRole('option', { name: /^Leder, nattevagten \(projektejer/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await tabTo(page, talk.getByRole('textbox', { name: 'Dit spørgsmål' }));
    await page.keyboard.type(question);
    const send = talk.getByRole('button', { name: 'Send spørgsmålet' });
    await tabTo(page, send);
    await page.keyboard.press('Enter');
    await talk.getByText(/^Venter på Leder, nattevagten, svar inden/).waitFor();
    expect((await pageOf(world, id)).inquiries.talk).toHaveLength(1);

    const chat = await phoneChat(world, owner);
    const card = cardAbout(chat, title, question);
    await card.getByText('Medlem, DigiTek spørger').waitFor();
    await card.getByRole('button', { name: 'Send svaret' }).click();
    await card.getByText('Der mangler et ord').waitFor();
    await card.getByLabel(/^Svar/).fill('Ja, fra marts.');
    await card.getByRole('button', { name: 'Send svaret' }).click();
    await cardAbout(chat, title, 'Du svarede').waitFor();

    await talk.getByText('Leder, nattevagten svarede').waitFor();
    await talk.getByText('Ja, fra marts.').waitFor();
    const told = cardAbout(await phoneChat(world, lead), title, 'Leder, nattevagten svarede');
    expect(await wordsOn(told)).toContain('»Ja, fra marts.«');
    const history = tab.getByRole('region', { name: 'Historien' }).last();
    await history.getByText('Svar i samtalen').waitFor();
  });

  it('is answered on the page itself, and everybody may read it', async () => {
    const name = 'Samtalen om gangene';
    const id = await underway(name);
    const key = '3f0a4c1e-7b52-4d6a-9a11-6c0d2e8f5b47';
    await world.api(lead, 'POST', `/api/inquiries/${id}:talk:${key}/moves`, {
      ...{ type: 'asked', revision: 0, askedId: await idOf(world, owner), comment: question },
    });
    const { tab } = await world.openTab(owner, `project:${id}`);
    const talk = tab.getByRole('region', { name: 'Samtale' });
    await talk.getByRole('textbox', { name: 'Dit svar' }).fill('Det finder vi ud af.');
    await talk.getByRole('button', { name: 'Send svaret' }).click();
    await talk.getByText('Leder, nattevagten svarede').waitFor();
    const reader = await world.openTab('medarbejder', `project:${id}`);
    const seen = reader.tab.getByRole('region', { name: 'Samtale' });
    await seen.getByText('Det finder vi ud af.').waitFor();
    expect(await seen.getByRole('button', { name: 'Spørg nogen' }).count()).toBe(0);
  });
});

describe('a digital ildsjæl', () => {
  it('is found by unit from any project, and answers on a card', async () => {
    const name = 'Samtalen med en ildsjæl';
    const id = await underway(name);
    const { tab } = await world.openTab(owner, `project:${id}`);
    const talk = tab.getByRole('region', { name: 'Samtale' });
    await talk.getByRole('button', { name: 'Spørg nogen' }).click();
    const whom = talk.getByRole('combobox', { name: 'Hvem vil du spørge?' });
    await whom.click();
    await whom.pressSequentially('hjemmesygepl');
    await tab.getByRole('option', { name: /digital ildsjæl, Hjemmesygeplejen/ }).click();
    await talk.getByRole('textbox', { name: 'Dit spørgsmål' }).fill('Har I prøvet det hos jer?');
    await talk.getByRole('button', { name: 'Send spørgsmålet' }).click();
    const chat = await phoneChat(world, 'hjemmesygepleje');
    const card = cardAbout(chat, name, 'Har I prøvet det hos jer?');
    await card.getByLabel(/^Svar/).fill('Ja, i to år.');
    await card.getByRole('button', { name: 'Send svaret' }).click();
    await talk.getByText('Ja, i to år.').waitFor();
  });
});

describe('IT og Digitalisering', () => {
  const title = 'Servicedesign for sengene';

  it('is asked at the step, answers in writing, is asked again, and ticks it', async () => {
    const id = await underway(title);
    const { tab } = await world.openTab(lead, `project:${id}`);
    await tab.getByRole('button', { name: 'Spørg IT' }).click();
    await tab.getByLabel(/^Hvad skal IT og Digitalisering se på/).fill('Se især på log ind.');
    await tab.getByRole('button', { name: 'Send spørgsmålet' }).click();
    await tab.getByText(/^Venter på IT og Digitalisering, svar inden/).waitFor();

    const first = await phoneChat(world, it1);
    const card = cardAbout(first, title, 'Se især på log ind.');
    expect(await card.getByRole('button').allTextContents()).toEqual([
      ...['I orden', 'I orden, hvis …', 'Ikke endnu', 'Spørg projektlederen'],
    ]);
    await card.getByRole('button', { name: 'Ikke endnu' }).click();
    await card.getByText('Der mangler et ord').waitFor();
    await card.getByLabel(/^Et par ord/).fill('Datastrømmen mangler.');
    await card.getByRole('button', { name: 'Ikke endnu' }).click();
    await cardAbout(first, title, 'Du svarede: ikke endnu').waitFor();
    await tab.getByText('IT og Digitalisering: ikke endnu').waitFor();
    await tab.getByText('Datastrømmen mangler.').first().waitFor();
    expect((await stepIn(id))?.done).toBe(false);

    await tab.getByRole('button', { name: 'Spørg IT igen' }).click();
    await tab.getByLabel(/^Hvad skal IT og Digitalisering se på/).fill('Nu er den tegnet.');
    await tab.getByRole('button', { name: 'Send spørgsmålet' }).click();
    const second = await phoneChat(world, it2);
    const anew = cardAbout(second, title, 'Nu er den tegnet.');
    await anew.getByRole('button', { name: 'I orden', exact: true }).click();
    await cardAbout(second, title, 'Du svarede: i orden').waitFor();
    await until(async () => (await stepIn(id))?.doneByName === 'Sikkerhed, IT');
    await tab.getByText('IT og Digitalisering: i orden').waitFor();
    await cardAbout(first, title, 'Sikkerhed, IT svarede: i orden').waitFor();
  });

  it('answers in the tab too', async () => {
    const name = 'Servicedesign for gangene';
    const id = await underway(name);
    const inquiry = `${id}:it:serviceDesign`;
    await world.api(lead, 'POST', `/api/inquiries/${inquiry}/moves`, {
      ...{ type: 'asked', revision: 0, askedId: null, comment: 'Er data i orden?' },
    });
    const { tab } = await world.openTab(it1, `request:inquiry:${inquiry}`);
    await tab.getByRole('heading', { name: /spørger: er servicedesign/ }).waitFor();
    await tab.getByLabel('Et par ord').fill('Når aftalen er skrevet under.');
    await tab.getByRole('button', { name: /^I orden, hvis/ }).click();
    await tab.getByRole('heading', { name: 'Du svarede: i orden, hvis' }).waitFor();
  });
});

describe('axe finds nothing', () => {
  const title = 'Samtalen for alle øjne';

  it('in every theme', async () => {
    const id = await underway(title);
    const key = '9c2b7e10-4a6d-4f3b-8e55-1d7a0c9b2f63';
    const askedId = await idOf(world, owner);
    const asked = { type: 'asked', revision: 0, comment: 'Hvem passer dem om natten?' };
    const moves = (of: string) => `/api/inquiries/${id}:${of}/moves`;
    await world.api(lead, 'POST', moves(`talk:${key}`), { ...asked, askedId });
    await world.api(lead, 'POST', moves('it:serviceDesign'), { ...asked, askedId: null });
    const looks = { width: 360, height: 740 };
    const { page, tab } = await world.openTab(owner, `project:${id}`, looks);
    await tab.getByRole('textbox', { name: 'Dit svar' }).waitFor();
    expect(await findingsInThemes(page)).toEqual([]);
    const spare = await tab.locator('html').evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(spare).toBe(0);
    const inquiry = `request:inquiry:${id}:it:serviceDesign`;
    const opened = await world.openTab(it1, inquiry, looks);
    await opened.tab.getByRole('button', { name: /^I orden, hvis/ }).waitFor();
    expect(await findingsInThemes(opened.page)).toEqual([]);
    const chat = await world.open(it1, { app: 'chat' }, looks);
    await cardAbout(chat, title).getByText('Spørgsmål til dig').waitFor();
    expect(await findingsInThemes(chat)).toEqual([]);
  });
});
