import type { FrameLocator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { still } from '../worlds/browser/cards.ts';
import { pageOf, readyAt, send, until } from '../worlds/browser/portfolio.ts';
import {
  arrives,
  cardAbout,
  eventRows,
  hashFrom,
  openStory,
  phoneChat,
  projectFor,
  storyIdOf,
  storyOf,
  wordsOn,
} from '../worlds/browser/storyWorld.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

const author = 'konsulent';
const office = 'kommunikation';
const leder = 'nattevagten';
const chef = 'chef.omsorg';
const lederName = 'Leder, nattevagten';

const enter = async (tab: FrameLocator, link: string): Promise<void> => {
  await tab.getByLabel('Link', { exact: true }).last().fill(link);
  await tab.getByRole('button', { name: 'Skriv i registret' }).click();
  await tab.locator(`a[href="${link}"]`).waitFor();
};

describe('an article', () => {
  const title = 'Artiklen om nattens robotter';
  const topic = 'Vi vil fortælle, hvordan natten blev roligere.';
  const wishes = 'Fortæl også om medarbejderne.';
  const material = `Artiklen fortæller om natten på plejehjemmet. Pressen kan tale med ${lederName}.`;
  const file = 'https://viborg.sharepoint.example/sites/digitek/Documents/artikel.docx';
  let id = '';

  it('begins with a topic that the leder sends back once with a wish', async () => {
    const projectId = await projectFor(world, { title });
    const { tab } = await world.openTab(author, `project:${projectId}`);
    await tab.getByRole('button', { name: 'Artikel', exact: true }).click();
    const field = tab.getByLabel('Emnet: Hvad vil I fortælle', { exact: false });
    await field.fill(topic);
    id = await storyIdOf(world, projectId, 'article');
    await tab.getByLabel('Leder, der spørges').selectOption(lederName);
    await tab.getByLabel('Chef, der spørges').selectOption('Chef, Omsorg');
    await tab.getByRole('button', { name: `Gem og send til ${lederName}` }).click();
    await arrives(world, id, 'topicLeder');

    const card = cardAbout(await phoneChat(world, leder), title);
    await card.getByText('Må vi skrive om det her?').waitFor();
    await still(world, card);
    expect(await wordsOn(card)).toContain(topic);
    await card.getByRole('button', { name: 'Send tilbage' }).click();
    await card.getByText('Hvad skal være anderledes?', { exact: true }).waitFor();
    await card.getByLabel('Dine ønsker (skal udfyldes)').fill(wishes);
    await card.getByRole('button', { name: 'Send tilbage' }).click();
    await card.getByText('Emnet er sendt tilbage').waitFor();
    await arrives(world, id, 'draft');

    await tab.getByText(wishes, { exact: false }).first().waitFor();
    await tab
      .getByLabel('Emnet: Hvad vil I fortælle', { exact: false })
      .fill(`${topic} Medarbejderne fortæller.`);
    await tab.getByRole('button', { name: `Gem og send til ${lederName}` }).click();
    await arrives(world, id, 'topicLeder');
  });

  it('is past the leder in the chat and past the chef in the tab', async () => {
    const card = cardAbout(await phoneChat(world, leder), title);
    await card.getByText('Medarbejderne fortæller.', { exact: false }).waitFor();
    await still(world, card);
    await card.getByRole('button', { name: 'Godkend emnet' }).click();
    await card.getByText('Emnet er godkendt').waitFor();
    await arrives(world, id, 'topicChef');
    const { tab } = await world.openTab(chef, `request:story:${id}`);
    await tab.getByRole('heading', { name: 'Må vi skrive om dette emne?' }).waitFor();
    await tab.getByRole('button', { name: /^Godkend/ }).click();
    await tab.getByText('Du godkendte').waitFor();
    await arrives(world, id, 'writing');
    await until(async () =>
      JSON.stringify(await world.cardsAbout(office, title)).includes('Nu kan I skrive'),
    );
  });

  it('is written by Kommunikation with a file, and signed off by leder and chef', async () => {
    const { tab } = await openStory(world, office, id);
    await tab.getByLabel('Kort om materialet').fill(material);
    await tab.getByRole('button', { name: 'Tilføj en fil' }).click();
    const files = tab.getByRole('region', { name: 'Filer' });
    await files.getByLabel('Navn').fill('Artiklen');
    await files.getByLabel('Link').fill(file);
    await files.getByLabel('Udgave').fill('3.0');
    await tab.getByRole('button', { name: `Gem og send til ${lederName}` }).click();
    await arrives(world, id, 'materialLeder');
    for (const [alias, next, receipt] of [
      [leder, 'materialChef', 'Materialet er godkendt'],
      [chef, 'approved', 'Materialet må sendes ud'],
    ] as const) {
      // The leder is also told how the chef answered, which may come as late as the question.
      const page = await phoneChat(world, alias);
      const card = cardAbout(page, title, 'Må vi sende det her ud?');
      await still(world, card);
      expect(await wordsOn(card)).toContain(material);
      expect(await card.getByRole('link', { name: 'Artiklen' }).getAttribute('href')).toBe(file);
      await card.getByRole('button', { name: 'Godkend materialet' }).click();
      await cardAbout(page, title, receipt).waitFor();
      await arrives(world, id, next);
    }
  });

  it('is sent to KL and laid on viborg.dk, each with link and day', async () => {
    const { tab } = await openStory(world, author, id);
    const form = tab.getByRole('region', { name: 'Sendt til eller lagt op' }).last();
    await form.getByLabel('Hvilken organisation?').selectOption('KL');
    await enter(tab, 'https://www.kl.example/nyt/natten');
    await form.getByLabel('Hvor?').selectOption('viborg.dk');
    await enter(tab, 'https://viborg.example/nyheder/natten');
    const { publications, approval, version } = (await storyOf(world, id)).view.now;
    expect(publications.map(({ channel, outlet }) => [channel, outlet])).toEqual([
      ['organisation', 'KL'],
      ['viborgDk', ''],
    ]);
    expect(publications.every(({ day }) => /^\d{4}-\d{2}-\d{2}$/.test(day ?? ''))).toBe(true);
    expect(approval?.hash).toBe(version.hash);
    const rows = await eventRows(world, id);
    expect(rows.map((row) => row['Kind'])).toEqual([
      ...['saved', 'saved', 'asked', 'suggested', 'saved', 'asked', 'approved', 'approved'],
      ...['saved', 'asked', 'approved', 'approved', 'published', 'published'],
    ]);
    const signed = rows.filter((row) => row['Kind'] === 'asked' || row['Kind'] === 'saved');
    for (const row of signed) expect(row['Hash']).toBe(hashFrom(row));
    expect((await world.graph.history(`story:${id}`)).holds).toBe(true);
  });
});

describe('a press enquiry', () => {
  it('is logged in the tab; the leder gets the facts, takes it and says what came of it', async () => {
    const title = 'Projektet som pressen spørger til';
    const projectId = await projectFor(world, { title });
    const { tab } = await world.openTab(office, `project:${projectId}`);
    await tab.getByRole('button', { name: 'Pressehenvendelse' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Hvad spørger de om?').fill('Hvad koster det?');
    await dialog.getByLabel('Leder, der spørges').selectOption(lederName);
    await dialog.getByRole('button', { name: 'Send til lederen' }).click();
    await dialog.getByText('Skriv, hvem der spørger, og hvad de spørger om.').waitFor();
    await dialog.getByLabel('Medie').fill('Stiftstidenden');
    await dialog.getByLabel('Journalist og telefon').fill('Jens Jensen, 12 34 56 78');
    await dialog.getByRole('button', { name: 'Send til lederen' }).click();
    const id = await storyIdOf(world, projectId, 'press');
    await arrives(world, id, 'asked');

    const card = cardAbout(await phoneChat(world, leder), title);
    await card.getByText('Kan du svare pressen?').waitFor();
    await still(world, card);
    for (const words of ['Stiftstidenden', 'Hvad koster det?', 'Borgerne får hjælp'])
      expect(await wordsOn(card)).toContain(words);
    expect(await wordsOn(card)).toMatch(/Svar inden \S+dag kl\. \d/);
    await card.getByRole('button', { name: 'Jeg tager den' }).click();
    await card.getByText('Hvad kom der ud af det?', { exact: true }).waitFor();
    await arrives(world, id, 'taken');
    await still(world, card);
    await card.getByRole('button', { name: 'Afslut' }).click();
    await card.getByText('Intet er ændret endnu.').waitFor();
    await card.getByLabel('Resultat (skal udfyldes)').fill('Et interview fredag.');
    await card.getByRole('button', { name: 'Afslut' }).click();
    await card.getByText('Henvendelsen er afsluttet').waitFor();
    await arrives(world, id, 'closed');
    const rows = await eventRows(world, id);
    expect(rows.map((row) => row['Kind'])).toEqual(['saved', 'asked', 'taken', 'closed']);
    expect(rows.at(-1)).toMatchObject({ Comment: 'Et interview fredag.', ByName: lederName });
    await until(async () =>
      JSON.stringify(await world.cardsAbout(office, title)).includes('Et interview fredag.'),
    );
  });

  it('is logged with presse in the chat, and a leder who cannot says so', async () => {
    const title = 'Radioen ringer om dørlåse';
    const projectId = await projectFor(world, { title });
    const page = await phoneChat(world, chef);
    await page.getByRole('textbox', { name: 'Skriv en besked' }).fill(`presse ${title}`);
    await page.keyboard.press('Enter');
    const form = cardAbout(page, 'Hvad spørger pressen om?');
    const named = form.getByLabel('Projekt, lidt af navnet', { exact: false });
    await named.waitFor();
    expect(await named.inputValue()).toBe(title);
    await form.getByLabel('Medie', { exact: false }).fill('P4 Midt og Vest');
    await form.getByRole('button', { name: 'Send henvendelsen' }).click();
    await form.getByText('Skriv, hvad der bliver spurgt om.', { exact: false }).waitFor();
    expect(await form.getByLabel('Medie', { exact: false }).inputValue()).toBe('P4 Midt og Vest');
    await form.getByLabel('Spørgsmålet', { exact: false }).fill('Hvem kan åbne døren?');
    await form.getByRole('button', { name: 'Send henvendelsen' }).click();
    await page.getByText(`Lederen har fået den: ${lederName}`).last().waitFor();
    const id = await storyIdOf(world, projectId, 'press');

    const card = cardAbout(await phoneChat(world, leder), title);
    await still(world, card);
    await card.getByRole('button', { name: 'Jeg kan ikke' }).click();
    await card.getByText('Hvorfor kan du ikke?').waitFor();
    await card.getByLabel('Begrundelse', { exact: false }).fill('Jeg er på ferie.');
    await card.getByRole('button', { name: 'Jeg kan ikke' }).click();
    await card.getByText('Lederen kan ikke svare pressen').waitFor();
    await arrives(world, id, 'declined');
  });
});

describe('viborg.dk', () => {
  const first = 'https://viborg.example/projekter/lys';
  const second = 'https://viborg.example/projekter/lys-2';

  it('tells Kommunikation when the project has moved on, until it is told anew', async () => {
    const title = 'Lyset der følger borgeren';
    const projectId = await readyAt(world, 'gate1', {
      title,
      shares: { 'area:omsorg': 1_000 },
    });
    const { tab } = await world.openTab(office, `project:${projectId}`);
    await tab.getByRole('button', { name: 'viborg.dk', exact: true }).click();
    const field = tab.getByLabel('Tekst til viborg.dk');
    await field.waitFor();
    const before = await field.inputValue();
    expect(before).toContain(title);
    const id = await storyIdOf(world, projectId, 'description');
    await enter(tab, first);
    await arrives(world, id, 'published');

    const requestId = await send(world, projectId, 'gate1');
    await world.api(chef, 'POST', `/api/requests/${requestId}/answer`, { outcome: 'investigate' });
    await until(async () => (await pageOf(world, projectId)).project.phase === 'investigation');
    const chat = await phoneChat(world, office);
    const card = cardAbout(chat, title);
    await card.getByText('Skal teksten skiftes ud?').waitFor();
    await tab.getByText('viborg.dk fortæller stadig om fasen', { exact: false }).waitFor();

    await tab.getByRole('button', { name: 'Lav ny tekst fra projektet' }).click();
    await expect.poll(() => field.inputValue()).not.toBe(before);
    expect(await wordsOn(card)).toContain('Vi undersøger, om det kan bruges');
    expect(await field.inputValue()).toContain('Vi undersøger, om det kan bruges');
    await tab.getByRole('button', { name: 'Gem', exact: true }).click();
    await tab.getByText('Gemt', { exact: true }).waitFor();
    await enter(tab, second);
    await tab
      .getByText('viborg.dk fortæller stadig om fasen', { exact: false })
      .waitFor({ state: 'detached' });
    expect((await storyOf(world, id)).view.now.publications.map(({ phase }) => phase)).toEqual([
      'idea',
      'investigation',
    ]);
    await until(async () =>
      JSON.stringify(await world.cardsAbout(office, title)).includes(
        'Teksten på viborg.dk er skiftet',
      ),
    );
    expect((await world.graph.row('Stories', id))['State']).toBe('published');
  });

  it('breaks no content security policy and leaves no error uncaught', () => {
    expect(world.violations).toEqual([]);
    expect(world.errors).toEqual([]);
  });
});
