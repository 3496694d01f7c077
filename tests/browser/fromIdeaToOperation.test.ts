import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BoardReply, ProjectReply } from '#shared/contract/api.ts';
import { still } from '../worlds/browser/cards.ts';
import { pageOf, until } from '../worlds/browser/portfolio.ts';
import { cardAbout, phoneChat, wordsOn } from '../worlds/browser/storyWorld.ts';
import { wordFrom } from '../worlds/browser/wordPages.ts';
import { World } from '../worlds/browser/world.ts';

/*
 * One project from a message in Teams to operation, by eight people, each through the door that is
 * theirs: cards in chat and pages of the tab. Nothing is done past the product.
 */

const employee = 'medarbejder';
const consultant = 'konsulent';
const leder = 'distrikt.nord';
const owner = 'nattevagten';
const lead = 'digitek1';
const team = 'digitek2';
const chef = 'chef.omsorg';
const it1 = 'it.arkitekt';

const said = 'Kan væggen tænde lyset, når Gerda står op? Så falder hun ikke om natten.';
const title = 'Kan væggen tænde lyset, når Gerda står op?';

let world: World;
let id = '';
/** The lead has one window from the first paper to the last gate. */
let leads: Opened;
/** Those who answer on cards have their chat open, on a phone. */
let ownersChat: Page;
let chefsChat: Page;

type Opened = { readonly page: Page; readonly tab: FrameLocator };

beforeAll(async () => {
  world = await World.enter();
});

afterAll(async () => {
  await world?.leave();
});

const page = (): Promise<ProjectReply> => pageOf(world, id);

const stepOf = async (code: string) => (await page()).steps.find((step) => step.code === code);

const missingNow = async (): Promise<readonly string[]> =>
  (await page()).missing.map((one) => ('code' in one ? one.code : one.type));

/** Opens the form behind what is missing, fills it in and saves it. */
const mend = async (
  tab: FrameLocator,
  missing: string,
  fill: () => Promise<unknown>,
): Promise<void> => {
  const row = tab.getByRole('listitem').filter({ hasText: missing });
  await row.getByRole('button').first().click();
  await fill();
  await tab.getByRole('button', { name: /^Gem/ }).click();
  await row.waitFor({ state: 'detached' });
};

const slide = async (tab: FrameLocator, label: string, steps: number): Promise<void> => {
  const slider = tab.getByRole('slider', { name: label });
  await slider.focus();
  for (let press = 0; press < steps; press += 1) await slider.press('ArrowRight');
};

const tick = async (tab: FrameLocator, step: string): Promise<void> => {
  const row = tab.getByRole('listitem').filter({ hasText: step });
  await row.getByRole('button', { name: 'Sæt flueben', exact: true }).click();
  await tab.getByRole('button', { name: `${step}: Fjern flueben` }).waitFor();
};

/** Writes in a field of a paper; the field is closed and kept. */
const write = async (tab: FrameLocator, name: string, text: string): Promise<void> => {
  await tab.getByRole('button', { name: `Ret: ${name}` }).click();
  await tab.getByRole('textbox', { name }).fill(text);
  await tab.getByRole('button', { name: 'Færdig', exact: true }).click();
};

const answerYes = async (tab: FrameLocator, name: string, note: string): Promise<void> => {
  await tab.getByRole('button', { name: `Ret: ${name}` }).click();
  await tab.getByRole('radio', { name: 'Ja', exact: true }).check();
  await tab.getByLabel('Uddyb eventuelt').fill(note);
  await tab.getByRole('button', { name: 'Færdig', exact: true }).click();
};

/** A table of a paper: one row of it. */
const writeRow = async (
  tab: FrameLocator,
  name: string,
  cells: Readonly<Record<string, string>>,
): Promise<void> => {
  await tab.getByRole('button', { name: `Ret: ${name}` }).click();
  const row = tab.getByRole('group', { name: 'Række 1' });
  for (const [column, text] of Object.entries(cells))
    await row.getByLabel(column, { exact: true }).fill(text);
  await tab.getByRole('button', { name: 'Færdig', exact: true }).click();
};

/** Saves what is written as version 1, and opens the document that comes of it. */
const saved = async () => {
  const { page: window, tab } = leads;
  await tab.getByText(/^Gemt kl/).waitFor();
  await tab.getByRole('button', { name: /^Gem som version/ }).click();
  await tab.getByText('Version 1 er gemt.').waitFor();
  const word = await wordFrom(window, tab, 'Hent som Word');
  await tab.getByRole('link', { name: 'Åbn i Word' }).waitFor();
  await tab.getByRole('link', { name: title }).click();
  await tab.getByRole('heading', { level: 1, name: title }).waitFor();
  return word;
};

type Word = Awaited<ReturnType<typeof saved>>;

/** What everybody needs of a document: what it is, in which language, and how one finds about in it. */
const isReadable = (word: Word, paper: string, headings: readonly string[]): void => {
  expect(word.name).toBe(`${paper}, version 1.docx`);
  expect(word.title).toContain(`${title}. ${paper}, version 1`);
  expect(word.languages).toEqual(['da-DK']);
  expect(word.titles).toEqual([title]);
  expect(word.headings).toEqual(headings);
  expect(word.heads.length).toBeGreaterThan(2);
  // The first table names each row by its first cell; the others have a head, and one only.
  for (const heads of word.heads.slice(1))
    expect(heads).toEqual(heads.map((_, place) => place === 0));
  expect(word.foot).toContain(`${title} · version 1`);
};

/** DigiTek's meeting says what it recommends, and goes on. */
const recommend = async (outcome: string, because: string): Promise<void> => {
  const { page: window, tab } = await world.openTab(team, 'meeting');
  await tab.getByRole('button', { name: title }).click();
  const work = tab.getByRole('region', { name: title });
  await work.getByRole('radio', { name: new RegExp(`^${outcome}`) }).check();
  await work.getByRole('radio', { name: 'Høj', exact: true }).check();
  await work.getByLabel('Fordi').fill(because);
  await work.getByRole('button', { name: 'Gem, og gå til næste' }).click();
  await tab.getByRole('region', { name: 'Færdige' }).getByRole('button', { name: title }).waitFor();
  await window.close();
};

/** The lead asks for a word that is missing, at its line in the list. */
const askFor = async (tab: FrameLocator, button: RegExp, waits: RegExp): Promise<void> => {
  await tab.getByRole('button', { name: button }).click();
  await tab.getByText(waits).waitFor();
};

const ownerApproves = async (paper: string): Promise<void> => {
  await askFor(leads.tab, /^Spørg projektejeren$/, /^Venter på Leder, nattevagten, svar inden/);
  const card = cardAbout(ownersChat, title, `Kan du stå inde for ${paper}?`);
  await still(world, card);
  await card.getByRole('button', { name: `Godkend ${paper}` }).click();
  await cardAbout(ownersChat, title, `Du godkendte ${paper}`).waitFor();
};

/** The chef says a word on the card, and by which button. */
const chefComments = async (
  question: string,
  [label, comment]: readonly [label: string, comment: string],
  receipt: string,
): Promise<void> => {
  await askFor(leads.tab, /^Spørg chefen$/, /^Venter på Chef, Omsorg, svar inden/);
  const card = cardAbout(chefsChat, title, question);
  await still(world, card);
  await card.getByLabel(/^Kommentar/).fill(comment);
  await card.getByRole('button', { name: label, exact: true }).click();
  await cardAbout(chefsChat, title, receipt).waitFor();
  await fitsThePhone(chefsChat);
  await expect.poll(missingNow).toEqual([]);
};

/** A phone shows all of it without being pushed sideways. */
const fitsThePhone = async (chat: Page): Promise<void> => {
  const spare = await chat.locator('html').evaluate((one) => one.scrollWidth - one.clientWidth);
  expect(spare).toBe(0);
};

/** The lead sends the gate; the chef answers it on a phone, and it is followed by all it means. */
const decided = async (gate: 1 | 2 | 3, label: string, receipt: string): Promise<string> => {
  const { tab } = leads;
  await tab.getByRole('button', { name: `Send Gate ${gate}` }).click();
  await tab.getByText('0 af 1 har svaret').waitFor();
  const card = cardAbout(chefsChat, title, `Gate ${gate} · Din beslutning`);
  await still(world, card);
  const words = await wordsOn(card);
  await fitsThePhone(chefsChat);
  await card.getByRole('button', { name: label, exact: true }).click();
  await cardAbout(chefsChat, title, `Du besluttede: ${receipt}`).waitFor();
  await tab.getByText('0 af 1 har svaret').waitFor({ state: 'detached' });
  return words;
};

describe('a message in Teams', () => {
  it('becomes an idea of the employee who wrote it', async () => {
    const chat = await world.open(employee, { app: 'chat' });
    await chat.getByRole('textbox', { name: 'Skriv en besked' }).fill(said);
    await chat.keyboard.press('Enter');
    const message = chat.locator('.message.own', { hasText: title }).last();
    await message.getByRole('button', { name: 'Flere handlinger' }).click();
    await chat.getByRole('menuitem', { name: /Gør til idé/ }).click();
    const dialog = chat.getByRole('dialog', { name: 'Gør beskeden til en idé' });
    await dialog.getByLabel('Område').selectOption({ label: 'Omsorg' });
    expect(await dialog.getByLabel('Hvad går idéen ud på?').inputValue()).toBe(title);
    await dialog.getByRole('button', { name: 'Send idéen' }).click();
    await dialog.getByText('DigiTek har fået din idé').waitFor();
    const { projects } = await world.api<BoardReply>(employee, 'GET', '/api/board');
    id = projects.find((one) => one.title === title)?.id ?? '';
    expect((await page()).project).toMatchObject({ phase: 'idea', status: 'raw' });
    await chat.close();
  });

  it('is looked at by the consultant, wanted by a leder, and given an owner and a lead', async () => {
    const { page: window, tab } = await world.openTab(consultant, 'ideas');
    await tab.getByRole('button', { name: title }).first().click();
    const panel = tab.getByRole('region', { name: title });
    await panel.getByRole('link', { name: 'Se, hvor idéen kommer fra' }).waitFor();
    await panel.getByRole('button', { name: 'Det er et projekt' }).click();
    await panel.getByLabel('Hvad har I fundet?').fill('Ingen lov står i vejen.');
    await panel.getByRole('button', { name: 'Gem' }).click();
    await panel.getByRole('button', { name: 'Spørg en leder' }).click();
    await tab.getByRole('menuitem', { name: 'Leder, Distrikt Nord' }).click();
    await panel.getByText(/^Venter på Leder, Distrikt Nord/).waitFor();

    const chat = await phoneChat(world, leder);
    const card = cardAbout(chat, title);
    await still(world, card);
    await card.getByRole('button', { name: 'Ja, høj prioritet' }).click();
    await card.getByText('Hvem skal være projektejer?').waitFor();
    await still(world, card);
    await card
      .getByLabel('Projektejer', { exact: true })
      .selectOption({ label: 'Leder, nattevagten' });
    await card.getByRole('button', { name: 'Gør til projektejer' }).click();
    await card.getByText('Du svarede: ja, høj prioritet').waitFor();
    await chat.close();

    const who = panel.getByRole('combobox', { name: 'Projektleder' });
    await who.click();
    await who.pressSequentially('medlem, dig');
    await tab.getByRole('option', { name: 'Medlem, DigiTek' }).first().click();
    await panel.getByRole('button', { name: 'Gem' }).click();
    await panel.getByRole('button', { name: 'Start idéfasen' }).click();
    await until(async () => (await page()).project.status === 'active');
    expect((await page()).project).toMatchObject({
      ...{ firstPriority: 'high', firstPriorityBy: 'Leder, Distrikt Nord' },
      ...{ ownerName: 'Leder, nattevagten', leadName: 'Medlem, DigiTek' },
    });
    await window.close();
  });
});

describe('the idea', () => {
  it('is described by its lead, in a paper that Word can open', async () => {
    leads = await world.openTab(lead, `project:${id}`);
    [ownersChat, chefsChat] = await Promise.all([phoneChat(world, owner), phoneChat(world, chef)]);
    const { tab } = leads;
    await tab.getByRole('link', { name: 'Skriv papiret' }).click();
    await write(tab, 'Hvad er idéen?', 'Lyset tændes, når Gerda sætter fødderne på gulvet.');
    await write(tab, 'Hvad får borgeren ud af det?', 'Hun finder badeværelset og falder ikke.');
    await answerYes(tab, 'CE-mærke', 'lampen er CE-mærket');
    const word = await saved();
    isReadable(word, 'Idébeskrivelse', [
      ...['Idéen', 'Forventede gevinster', 'Risiko', 'Økonomi', 'Hvem er spurgt', 'Tjekliste'],
      'Anbefaling og beslutning',
    ]);
    expect(word.text).toContain('Lyset tændes, når Gerda sætter fødderne på gulvet.');
    expect(word.text).toContain('lampen er CE-mærket');
    expect(word.text).toContain('Ikke besvaret');
    await until(async () => (await stepOf('ideaDescription'))?.version === 'version 1');
  });

  it('gets what gate 1 rests on, each from whose it is', async () => {
    const { tab } = leads;
    await mend(tab, 'Skriv, hvad næste fase koster', () =>
      tab.getByLabel('Næste fase koster').fill('1.500'),
    );
    await mend(tab, 'Vurdér gevinsterne', async () => {
      await slide(tab, 'Effektivitet', 2);
      await slide(tab, 'Kvalitet', 3);
      await slide(tab, 'Trivsel', 2);
    });
    await mend(tab, 'Vælg risikokategori', () => tab.getByLabel('Kategori').selectOption('2'));
    await tick(tab, 'Tjekliste: CE, MDR, informationssikkerhed');
    await recommend('Videre til undersøgelse', 'Mange falder om natten.');
    await ownerApproves('idébeskrivelsen');
    await chefComments(
      'Hvilken pulje skal betale 1.500 kr.?',
      ['Omsorgs pulje betaler', 'Begynd på Æblegården.'],
      'Du valgte Omsorgs pulje',
    );
  });

  it('goes through gate 1 by the chef’s card', async () => {
    const words = await decided(1, 'Videre til undersøgelse', 'videre til undersøgelse');
    expect(words).toContain('Skal idéen undersøges for 1.500 kr.?');
    expect(words).toContain('Mange falder om natten.');
    await expect.poll(async () => (await page()).project.phase).toBe('investigation');
  });
});

describe('the investigation', () => {
  it('is described in a projektbeskrivelse with how the benefits are measured', async () => {
    const { tab } = leads;
    await tab.getByRole('link', { name: 'Skriv papiret' }).click();
    await write(tab, 'Hvad skal projektet, og for hvem?', 'Lys ved 12 senge på Æblegården.');
    await writeRow(tab, 'Hvordan måler vi dem?', {
      ...{ Gevinst: 'Færre fald om natten', 'Sådan måler vi': 'Faldrapporter' },
      ...{ 'I dag': '14 om måneden', Mål: '7 om måneden' },
    });
    await write(tab, 'Hvem gør hvad?', 'Nattevagten tænder, DigiTek måler.');
    const word = await saved();
    isReadable(word, 'Projektbeskrivelse', [
      ...['Projektet', 'Gevinster og målemetoder', 'Økonomi', 'Roller og forberedelse', 'Risiko'],
      ...['Teknik og service', 'Tjekliste', 'Anbefaling og beslutning'],
    ]);
    for (const words of ['Sådan måler vi', 'Faldrapporter', 'Nattevagten tænder, DigiTek måler.'])
      expect(word.text).toContain(words);
  });

  it('is looked at by IT, who says on a card that the servicedesign is in order', async () => {
    const { tab } = leads;
    await tab.getByRole('button', { name: 'Spørg IT' }).first().click();
    await tab.getByLabel(/^Hvad skal IT og Digitalisering se på/).fill('Kun et relæ på væggen.');
    await tab.getByRole('button', { name: 'Send spørgsmålet' }).click();
    await tab.getByText(/^Venter på IT og Digitalisering, svar inden/).waitFor();
    const chat = await phoneChat(world, it1);
    const card = cardAbout(chat, title, 'Kun et relæ på væggen.');
    await still(world, card);
    await card.getByRole('button', { name: 'I orden', exact: true }).click();
    await cardAbout(chat, title, 'Du svarede: i orden').waitFor();
    await until(async () => (await stepOf('serviceDesign'))?.doneByName === 'Arkitekt, IT');
    await chat.close();
  });

  it('gets what gate 2 rests on, and goes through it', async () => {
    const { tab } = leads;
    await tick(tab, 'Gevinster er afklaret');
    await tick(tab, 'Udkast til kontrakt og databehandleraftale');
    await mend(tab, 'Skriv, hvad næste fase koster', async () => {
      await tab.getByLabel('Næste fase koster').fill('2.000');
      await tab.getByLabel('Andel').fill('2.000');
      for (const year of [1, 2, 3, 4]) await tab.getByLabel(`Drift, år ${year}`).fill('500');
    });
    await recommend('Til afprøvning', 'Det kan prøves på tre måneder.');
    await ownerApproves('projektbeskrivelsen');
    await chefComments(
      'Hvilken pulje skal betale 2.000 kr.?',
      ['Omsorgs pulje betaler', 'Husk de pårørende.'],
      'Du valgte Omsorgs pulje',
    );
    const words = await decided(2, 'Til afprøvning', 'til afprøvning');
    expect(words).toContain('2.000 kr.');
    await expect.poll(async () => (await page()).project.phase).toBe('trial');
  });
});

describe('the trial', () => {
  it('is evaluated in a paper with what was measured', async () => {
    const { tab } = leads;
    await tab.getByRole('link', { name: 'Skriv papiret' }).click();
    await write(tab, 'Hvad blev prøvet, hvor og hvor længe?', 'Tre måneder ved 12 senge.');
    await writeRow(tab, 'Hvad viste målingerne?', {
      ...{ Gevinst: 'Færre fald om natten', 'I dag': '14 om måneden' },
      ...{ Mål: '7 om måneden', Efter: '5 om måneden' },
    });
    await write(tab, 'Hvad har I lært?', 'Relæet skal sidde lavt.');
    await write(tab, 'Hvad anbefaler I?', 'Drift. Det virker, og det er billigt.');
    const word = await saved();
    isReadable(word, 'Evaluering', [
      ...['Afprøvningen', 'Resultater', 'Økonomi', 'Risiko', 'Det har vi lært'],
      ...['Jeres anbefaling', 'Anbefaling og beslutning'],
    ]);
    for (const words of ['5 om måneden', 'Relæet skal sidde lavt.', 'Drift. Det virker'])
      expect(word.text).toContain(words);
  });

  it('gets what gate 3 rests on, and goes into operation', async () => {
    const { tab } = leads;
    await tick(tab, 'Kontrakt, databehandler- og serviceaftale');
    await tick(tab, 'Afprøvet et afgrænset sted');
    await mend(tab, 'Skriv, hvem der betaler driften efter afprøvningen', () =>
      tab.getByLabel(/Hvem betaler driften/).fill('Omsorgs driftsbudget'),
    );
    await recommend('Sæt i drift', 'Faldene blev mere end halveret.');
    await ownerApproves('evalueringen');
    await chefComments(
      'Hvad vil du sige før gate 3?',
      ['Gem kommentaren', 'Flot arbejde.'],
      'Du har kommenteret',
    );
    await decided(3, 'Sæt i drift', 'i drift');
    await expect
      .poll(async () => (await page()).project)
      .toMatchObject({ phase: 'operation', status: 'operating' });
  });
});

/** Who did what, in the order in which they did it. */
const story: readonly (readonly [head: string, who: string])[] = [
  ['Idéen kom ind', 'Medarbejder uden rolle'],
  ['Stopklodser er undersøgt: klar', 'Konsulent, DigiTek'],
  ['Spurgt, om der er interesse for idéen', 'Konsulent, DigiTek'],
  ['Ja til idéen', 'Leder, Distrikt Nord'],
  ['Chefens første bud: Høj', 'Leder, Distrikt Nord'],
  ['Projektejer peget på', 'Leder, Distrikt Nord'],
  ['Projektleder: Medlem, DigiTek', 'Konsulent, DigiTek'],
  ['Idébeskrivelse: version 1 er gemt', 'Medlem, DigiTek'],
  ['DigiTek-møde om idéen: klar', 'Medlem 2, DigiTek'],
  ['Projektejeren godkendte idébeskrivelsen', 'Leder, nattevagten'],
  ['Chefen valgte pulje før gate 1', 'Chef, Omsorg'],
  ['Hvem betaler: Omsorgs pulje 1.500 kr.', 'Chef, Omsorg'],
  ['Gate 1 er sendt', 'Medlem, DigiTek'],
  ['Gate 1: Undersøg videre', 'Chef, Omsorg'],
  ['Nu i UNDERSØGELSE', 'Chef, Omsorg'],
  ['Projektbeskrivelse: version 1 er gemt', 'Medlem, DigiTek'],
  ['Spurgte IT og Digitalisering', 'Medlem, DigiTek'],
  ['Svar fra IT og Digitalisering', 'Arkitekt, IT'],
  ['Servicedesign og integrationer: klar', 'Arkitekt, IT'],
  ['DigiTek-møde om projektet: klar', 'Medlem 2, DigiTek'],
  ['Projektejeren godkendte projektbeskrivelsen', 'Leder, nattevagten'],
  ['Chefen valgte pulje før gate 2', 'Chef, Omsorg'],
  ['Gate 2 er sendt', 'Medlem, DigiTek'],
  ['Gate 2: Afprøv', 'Chef, Omsorg'],
  ['Nu i AFPRØVNING', 'Chef, Omsorg'],
  ['Evaluering: version 1 er gemt', 'Medlem, DigiTek'],
  ['Hvem der betaler driften: Omsorgs driftsbudget', 'Medlem, DigiTek'],
  ['DigiTek-møde om evalueringen: klar', 'Medlem 2, DigiTek'],
  ['Projektejeren godkendte evalueringen', 'Leder, nattevagten'],
  ['Chefens kommentar før gate 3', 'Chef, Omsorg'],
  ['Gate 3 er sendt', 'Medlem, DigiTek'],
  ['Gate 3: Sæt i drift', 'Chef, Omsorg'],
  ['Nu i IDRIFTSÆTTELSE', 'Chef, Omsorg'],
];

describe('the history', () => {
  it('tells the whole story in order, to the employee who began it', async () => {
    const { tab } = await world.openTab(employee, `project:${id}`);
    const history = tab.getByRole('region', { name: 'Historien' }).last();
    await history.getByText('Nu i IDRIFTSÆTTELSE').or(history.getByText('Gate 3: Sæt')).waitFor();
    await history.getByRole('button', { name: /^Se alle/ }).click();
    const lines = (await history.getByRole('listitem').allTextContents())
      .reverse()
      .map((line) => line.replace(/\s/g, ' '));
    const places = story.map(([head, who]) => [
      head,
      lines.findIndex((line) => line.includes(head) && line.includes(who)),
    ]);
    const told = [...places].sort((a, b) => Number(a[1]) - Number(b[1]));
    expect(told).toEqual(places);
    expect(places.filter(([, place]) => place === -1)).toEqual([]);
    expect((await world.graph.history(id)).holds).toBe(true);
  });

  it('breaks no content security policy and leaves no error uncaught', () => {
    expect(world.violations).toEqual([]);
    expect(world.errors).toEqual([]);
  });
});
