import { describe, expect, it } from 'vitest';
import type { StoriesReply } from '#shared/contract/stories.ts';
import { newestCard, pressLabel, still } from '../worlds/browser/cards.ts';
import { until } from '../worlds/browser/portfolio.ts';
import {
  aPicture,
  arrives,
  asked,
  cardAbout,
  eventRows,
  hashFrom,
  loaded,
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
const chef = 'chef.omsorg';

const opening = 'Borgeren ringede ikke efter hjælp. Hun ringede for at sige godmorgen.';
const middle = 'Opkaldet tager fire minutter, og det er det samme ansigt hver gang.';
const ending = 'Borgerne fortæller, at de er mere rolige.';
const text = [opening, middle, ending].join('\n\n');
const suggested = text.replace('fire minutter', 'fem minutter');
const changed = suggested.replace('mere rolige', 'meget rolige');
/** Somebody's number by its look: the date is a date, and it is written as such numbers are. */
const cpr = '010190-1234';
const postUrl = 'https://www.linkedin.com/posts/viborg-kommune_velfaerd-1';
const ownUrl = 'https://www.linkedin.com/posts/konsulent_velfaerd-2';

describe('a micro-story', () => {
  const title = 'Skærmopkald som browseren ser dem';
  let projectId = '';
  let id = '';

  it('is laid out from its project, and is not sent before it can be', async () => {
    projectId = await projectFor(world, { title });
    const { tab } = await world.openTab(author, `project:${projectId}`);
    await tab.getByRole('button', { name: 'Skriv en mikrohistorie' }).click();
    const field = tab.getByLabel('Teksten', { exact: true });
    await field.waitFor();
    id = await storyIdOf(world, projectId, 'microStory');
    const draft = await field.inputValue();
    expect(draft).toContain('Borgerne får hjælp, når de har brug for den.');
    expect(draft).toContain('[Skriv, hvad en borger eller medarbejder oplever]');
    const send = tab.getByRole('button', { name: /end til Chef, Omsorg$/ });
    expect(await send.getAttribute('aria-disabled')).toBe('true');
    const lacks = tab.getByRole('region', { name: 'Det mangler, før den kan sendes' });
    await lacks.getByText('Her mangler der noget: [Skriv, hvad en borger').waitFor();

    await field.fill(`${text}\n\nRing til ${cpr}.`);
    await lacks.getByText('Der står noget i teksten, som ligner et cpr-nummer: 01…').waitFor();
    expect(await lacks.textContent()).not.toContain(cpr);
    await lacks.getByRole('button', { name: /^Vis stedet/ }).click();
    expect(
      await field.evaluate((element) => {
        const area = element as HTMLTextAreaElement;
        return area.value.slice(area.selectionStart, area.selectionEnd);
      }),
    ).toBe(cpr);
    await field.fill(text);
    await lacks.waitFor({ state: 'detached' });
    await tab.getByText(`${text.length} af 3.000 tegn`).waitFor();
  });

  it('marks where LinkedIn folds, and wants alt text and consent for a picture', async () => {
    const { tab } = await openStory(world, author, id);
    const field = tab.getByLabel('Teksten', { exact: true });
    await field.fill(`${'Noget før. '.repeat(40)}${text}`);
    await tab.getByText('Stregen i teksten viser, hvor LinkedIn klipper').waitFor();
    expect(await tab.locator('[data-fold]').count()).toBe(1);
    const preview = tab.getByRole('region', { name: 'Sådan ser det ud' });
    expect(await preview.textContent()).not.toContain(ending);
    await preview.getByRole('button', { name: '…se mere' }).click();
    expect(await preview.textContent()).toContain(ending);
    await field.fill(text);

    await tab.locator('input[type=file]').setInputFiles(aPicture('tablet'));
    const pictures = tab.getByRole('region', { name: 'Billeder' });
    await pictures.getByText('Billede 1 mangler en alt-tekst.').waitFor();
    const send = tab.getByRole('button', { name: 'Gem og send til Chef, Omsorg' });
    expect(await send.getAttribute('aria-disabled')).toBe('true');
    await send.click({ force: true });
    await pictures.getByLabel('Alt-tekst: Hvad ser man?').fill('En borger ser på en tablet');
    await pictures.getByLabel('Der er nogen i billedet').check();
    await pictures.getByText('Billede 1 viser nogen. Skriv, hvor samtykket ligger.').waitFor();
    expect((await storyOf(world, id)).view.now.state).toBe('draft');
    await pictures.getByLabel('Hvor ligger samtykket, og hvis er det?').fill('Mappe 4, borgeren');
    expect(await loaded(pictures)).toEqual([64]);
    await tab.getByLabel('Et ord med på vejen (frivilligt)').fill('Er tallet rigtigt?');
    await send.click();
    await tab.getByText('Venter på Chef, Omsorg', { exact: false }).first().waitFor();
    await arrives(world, id, 'asked');
  });

  it('is on the chef’s phone with text, picture and due time, and gets another text', async () => {
    const page = await phoneChat(world, chef);
    const card = cardAbout(page, title);
    await card.getByText('Må vi slå denne historie op?').waitFor();
    await still(world, card);
    expect(await wordsOn(card)).toMatch(/Svar inden \S+dag kl\. \d/);
    for (const words of [opening, middle, ending, 'Er tallet rigtigt?'])
      expect(await card.textContent()).toContain(words);
    await card.getByText('En borger ser på en tablet. Samtykke er på plads.').waitFor();
    expect(Math.min(...(await loaded(card)))).toBeGreaterThan(0);
    expect(await card.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    expect((await card.getByRole('button').allTextContents()).slice(0, 3)).toEqual([
      'OK, må slås op',
      'Foreslå tekst',
      'Stop',
    ]);
    await card.getByRole('button', { name: 'Foreslå tekst' }).click();
    const field = card.getByLabel('Ret teksten, som du gerne vil have den');
    expect(await field.inputValue()).toBe(text);
    await field.fill(suggested);
    await card.getByRole('button', { name: 'Send mit forslag' }).click();
    await card.getByText('En anden tekst er foreslået').waitFor();
    await arrives(world, id, 'suggested');
  });

  it('shows the author what the chef changed, and taking it is the chef’s OK', async () => {
    const { tab } = await openStory(world, author, id);
    const suggestion = tab.getByRole('region', { name: 'Forslag til en anden tekst' });
    await suggestion.getByText('Chef, Omsorg: Forslag til en anden tekst').waitFor();
    expect((await suggestion.locator('del').allTextContents()).join('').trim()).toBe('fire');
    expect((await suggestion.locator('ins').allTextContents()).join('').trim()).toBe('fem');
    await suggestion.getByRole('button', { name: 'Brug forslaget' }).click();
    await tab.getByRole('region', { name: 'Klar til at slå op' }).waitFor();
    const { approval, version } = (await storyOf(world, id)).view.now;
    expect(version.text).toBe(suggested);
    expect(approval?.hash).toBe(version.hash);
    await until(async () =>
      JSON.stringify(await world.cardsAbout(chef, title)).includes('Det tæller som dit OK'),
    );
  });

  it('loses its OK with one word, and the chef sees only what was and what is', async () => {
    const { tab } = await openStory(world, author, id);
    await tab.getByRole('button', { name: 'Ret teksten' }).click();
    await tab.getByText('gælder OK’et ikke længere').waitFor();
    await tab.getByLabel('Teksten', { exact: true }).fill(changed);
    await tab.getByRole('button', { name: 'Gem og send til Chef, Omsorg' }).click();
    await arrives(world, id, 'asked');
    expect((await storyOf(world, id)).view.now.approval).toBeNull();

    const page = await phoneChat(world, chef);
    const card = cardAbout(page, title);
    await card.getByText('Er det stadig OK?').waitFor();
    await still(world, card);
    await card.getByText('Ét sted er ændret.', { exact: false }).waitFor();
    const shown = await wordsOn(card);
    // The chef's own text, used unchanged, was the chef's OK.
    for (const words of ['Før', 'Nu', 'Ændret efter dit OK', 'Dit OK fra'])
      expect(shown).toContain(words);
    expect(shown).not.toContain(opening);
    expect(await card.locator('img').count()).toBe(0);
    await card.getByRole('button', { name: 'Vis hele teksten' }).click();
    await card.getByText(opening).waitFor();
    await card.getByRole('button', { name: /^OK/ }).click();
    await card.getByText('Historien må slås op').waitFor();
    expect(await wordsOn(card)).toMatch(/Du sagde OK \S+dag .* kl\. \d/);
    await arrives(world, id, 'approved');
  });

  it('is copied as it was signed off, and entered with both profiles', async () => {
    const { page, tab } = await openStory(world, author, id);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await tab.getByRole('button', { name: 'Kopiér teksten' }).click();
    await tab.getByText('Kopieret. Sæt den ind i opslaget.').waitFor();
    await tab.getByLabel('Link', { exact: true }).focus();
    await page.keyboard.press('Control+V');
    const pasted = await tab.getByLabel('Link', { exact: true }).inputValue();
    expect(pasted).toBe(changed.replaceAll('\n', ' '));
    await tab.getByRole('button', { name: 'Skriv i registret' }).click();
    await tab.getByText('Sæt linket til opslaget ind. Det begynder med https://').waitFor();
    await tab.getByLabel('Link', { exact: true }).fill(postUrl);
    await tab.getByRole('button', { name: 'Skriv i registret' }).click();
    await arrives(world, id, 'published');
    const again = tab.getByRole('region', { name: 'Slået op et sted til' });
    expect(await again.getByLabel('Hvor?').inputValue()).toBe('private');
    await again.getByLabel('Hvis profil?').fill('Konsulenten selv');
    await again.getByLabel('Link', { exact: true }).fill(ownUrl);
    await again.getByRole('button', { name: 'Skriv i registret' }).click();
    const places = tab.getByRole('region', { name: 'Her ligger den' }).getByRole('link');
    await expect.poll(() => places.count()).toBe(2);
    expect(await places.first().getAttribute('href')).toBe(postUrl);
    const { register } = await world.api<StoriesReply>(
      'kommunikation',
      'GET',
      `/api/stories?project=${projectId}`,
    );
    expect(register.map(({ channel, outlet, link }) => [channel, outlet, link]).sort()).toEqual([
      ['official', '', postUrl],
      ['private', 'Konsulenten selv', ownUrl],
    ]);
    expect(new Set(register.map(({ approvedBy }) => approvedBy))).toEqual(
      new Set(['Chef, Omsorg']),
    );
  });

  it('lies in the lists as it happened, each text with its hash', async () => {
    const rows = await eventRows(world, id);
    expect(rows.map((row) => Number(row['Seq']))).toEqual(rows.map((_, place) => place + 1));
    expect(rows.map((row) => row['Kind'])).toEqual([
      'saved',
      'saved',
      'asked',
      'suggested',
      'accepted',
      'saved',
      'asked',
      'approved',
      'published',
      'published',
    ]);
    const hashed = rows.filter((row) => row['Text'] !== undefined && row['Text'] !== '');
    for (const row of hashed) expect(row['Hash']).toBe(hashFrom(row));
    const [accepted, approved] = ['accepted', 'approved'].map((kind) =>
      rows.find((row) => row['Kind'] === kind),
    );
    expect(accepted?.['Hash']).not.toBe(approved?.['Hash']);
    expect(approved).toMatchObject({ ByName: 'Chef, Omsorg', Seat: 'omsorg' });
    expect(rows.slice(5, 7).map((row) => row['Hash'])).toContain(approved?.['Hash']);
    await until(async () => (await world.graph.row('Stories', id))['State'] === 'published');
    expect(await world.graph.row('Stories', id)).toMatchObject({ Text: changed, Revision: 10 });
    const history = await world.graph.history(`story:${id}`);
    expect(history).toMatchObject({ holds: true });
    expect(history.kinds).toHaveLength(10);
  });
});

describe('a chef', () => {
  it('must say why before it stops, and what was typed stays', async () => {
    const title = 'Historien der blev stoppet';
    const projectId = await projectFor(world, { title });
    const id = await asked(world, { projectId, title, text });
    const page = await phoneChat(world, chef);
    const card = cardAbout(page, title);
    await still(world, card);
    await card.getByRole('button', { name: 'Stop', exact: true }).click();
    await card.getByText('Hvorfor må den ikke slås op?').waitFor();
    await card.getByText('Intet er ændret endnu.').waitFor();
    const reason = card.getByLabel('Begrundelse (skal udfyldes)');
    await reason.fill('ok');
    await card.getByRole('button', { name: 'Stop historien' }).click();
    await card.getByText('Begrundelsen mangler').waitFor();
    expect(await reason.inputValue()).toBe('ok');
    expect((await storyOf(world, id)).view.now.state).toBe('asked');
    await card.getByRole('button', { name: 'Tilbage til alle valg' }).click();
    await card.getByRole('button', { name: 'OK, må slås op' }).waitFor();
    await card.getByRole('button', { name: 'Stop', exact: true }).click();
    await reason.fill('Borgeren har sagt nej.');
    await card.getByRole('button', { name: 'Stop historien' }).click();
    await card.getByText('Historien bliver ikke slået op').waitFor();
    await card.getByText('»Borgeren har sagt nej.«').waitFor();
    await arrives(world, id, 'stopped');
    const mine = await phoneChat(world, author);
    await cardAbout(mine, title).getByText('Borgeren har sagt nej.').waitFor();
  });

  it('is answered kindly when late, twice or somebody else, and nothing changes', async () => {
    const title = 'Trykket kom for sent til historien';
    const projectId = await projectFor(world, { title });
    const id = await asked(world, { projectId, title, text });
    const card = await newestCard(world, chef, id);
    const strange = await pressLabel(world, 'chef.social', card, 'OK, må slås op').catch(
      (refused: Error) => ({ card: refused.message }),
    );
    expect(strange.card).toMatch(/Den venter ikke på dig|403|404/);
    expect((await storyOf(world, id)).view.now.revision).toBe(3);
    const first = await pressLabel(world, chef, card, 'OK, må slås op');
    expect(first.card).toContain('Historien må slås op');
    const double = await pressLabel(world, chef, card, 'OK, må slås op');
    expect(double.card).toContain('Historien må slås op');
    const late = await pressLabel(world, chef, card, 'Stop', 'Alligevel ikke.');
    expect(late.card).toContain('Trykket ændrede ikke noget');
    const rows = await eventRows(world, id);
    expect(rows.map((row) => row['Kind'])).toEqual(['saved', 'saved', 'asked', 'approved']);
  });

  it('breaks no content security policy and leaves no error uncaught', () => {
    expect(world.violations).toEqual([]);
    expect(world.errors).toEqual([]);
  });
});
