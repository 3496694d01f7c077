import { randomBytes } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { StoryReply } from '#shared/contract/stories.ts';
import { aPng } from '../builders/pictures.ts';
import { still } from '../worlds/browser/cards.ts';
import { findingsInLooks, type Look } from '../worlds/browser/findings.ts';
import {
  aPicture,
  arrives,
  asked,
  cardAbout,
  loaded,
  move,
  openStory,
  phoneChat,
  projectFor,
  storyOf,
  tabTo,
  wordsOn,
  written,
} from '../worlds/browser/storyWorld.ts';
import { type Place, World } from '../worlds/browser/world.ts';

const world = World.ofFile();
let projectId = '';
let askedId = '';

const author = 'konsulent';
const chef = 'chef.sundhed';
const area = 'sundhed';
const text = 'Sårplejen er blevet lettere.\n\nNu ser sygeplejersken såret på skærmen.';

beforeAll(async () => {
  projectId = await projectFor(world, { title: 'Sår på skærmen', leadArea: area });
  askedId = await asked(world, { projectId, title: 'Historien for alle øjne', text, area });
});

/** Replaces what a field holds, as somebody without a mouse does. */
const type = async (page: Page, field: Locator, words: string): Promise<void> => {
  await tabTo(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(words);
};

const press = async (page: Page, button: Locator): Promise<void> => {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
};

describe('with the keyboard alone', () => {
  const title = 'Historien fra tastaturet';
  let id = '';

  it('the author writes and sends, and the chef suggests another text', async () => {
    const { view } = await written(world, { projectId, title, text: '[Skriv noget]', area });
    id = view.now.id;
    const mine = await openStory(world, author, id);
    await type(mine.page, mine.tab.getByLabel('Teksten', { exact: true }), text);
    await press(mine.page, mine.tab.getByRole('button', { name: 'Gem og send til Chef, Sundhed' }));
    await arrives(world, id, 'asked');

    const { page, tab } = await world.openTab(chef, `request:story:${id}`);
    await tab.getByRole('heading', { name: 'Må vi slå denne historie op?' }).waitFor();
    await press(page, tab.getByRole('button', { name: /^Foreslå tekst/ }));
    await type(page, tab.getByLabel('Ret teksten, som du gerne vil have den'), `${text} Tak.`);
    await press(page, tab.getByRole('button', { name: 'Send mit forslag' }));
    await tab.getByText('Du foreslog en anden tekst').waitFor();
    await arrives(world, id, 'suggested');
  });

  it('the author answers with one’s own text, and the chef says OK', async () => {
    const mine = await openStory(world, author, id);
    await press(mine.page, mine.tab.getByRole('button', { name: 'Svar på forslaget' }));
    await type(mine.page, mine.tab.getByLabel('Teksten', { exact: true }), `${text} Mange tak.`);
    await press(mine.page, mine.tab.getByRole('button', { name: 'Gem og send til Chef, Sundhed' }));
    await arrives(world, id, 'asked');
    const { page, tab } = await world.openTab(chef, `request:story:${id}`);
    await press(page, tab.getByRole('button', { name: /^OK/ }));
    await tab.getByText('Du sagde OK').waitFor();
    await arrives(world, id, 'approved');
  });
});

const screens: readonly (readonly [string, string, () => Place, string])[] = [
  ['the overview', 'kommunikation', () => ({ app: 'tab', sub: 'stories' }), 'main h1'],
  ['a story', author, () => ({ app: 'tab', sub: `story:${askedId}` }), 'main ol'],
  ['Til beslutning', chef, () => ({ app: 'tab', sub: `request:story:${askedId}` }), 'h1, h2'],
  ['the chat', chef, () => ({ app: 'chat' }), ''],
];

const shownOn = (page: Page, sign: string): Locator =>
  sign === ''
    ? cardAbout(page, 'Historien for alle øjne')
    : page.frameLocator('iframe').locator(sign).first();

const looks: readonly Look[] = [
  ['default', 1280],
  ['dark', 1280],
  ['contrast', 1280],
  ['default', 360],
];

describe('axe finds nothing, and nothing sticks out', () => {
  it.each(screens)('on %s in every theme and on a phone', async (_name, alias, place, sign) => {
    const page = await world.open(alias, place());
    await shownOn(page, sign).waitFor();
    expect(await findingsInLooks(page, { looks })).toEqual([]);
  });
});

describe('what nobody should have written', () => {
  const title = 'Historien med det hele';
  const odd = [
    '<img src=x onerror="window.hacked=1"> <script>window.hacked=1</script>',
    '[klik her](javascript:alert(1)) <at>Chef, Sundhed</at> **fed** _skrå_ &lt;b&gt;',
    '\u202Esnevmo\u202C שלום 👩‍👩‍👧‍👦 🇩🇰 ﬁn ﬂise a\u030Aben',
  ];
  const most = 3_000;
  const long = `${odd.join('\n\n')}\n\n${'Ord '.repeat(most)}`.slice(0, most - 1).concat('.');
  const altOf = (place: number): string => `<b>Billede</b> [${place}](javascript:alert(1))`;
  let id = '';

  const harmless = async (where: Locator): Promise<void> => {
    const found = await where.evaluate((one) => ({
      hacked: 'hacked' in window,
      links: one.querySelectorAll('a[href^="javascript" i]').length,
      made: one.querySelectorAll('at, script, b, strong b, img[src="x"], em').length,
    }));
    expect(found).toEqual({ hacked: false, links: 0, made: 0 });
  };

  it('is too long by one with a sentence, and fits with 3,000', async () => {
    const { view } = await written(world, { projectId, title, text, area });
    id = view.now.id;
    const { tab } = await openStory(world, author, id);
    const field = tab.getByLabel('Teksten', { exact: true });
    await field.fill(`${long}!`);
    const send = tab.getByRole('button', { name: 'Gem og send til Chef, Sundhed' });
    await tab
      .getByText('Teksten er 1 tegn for lang. LinkedIn har plads til 3.000.')
      .first()
      .waitFor();
    expect(await send.getAttribute('aria-disabled')).toBe('true');
    const tooLong = await written(world, { projectId, title, text: `${long}!`, area });
    const refused = await move(world, author, tooLong.view.now.id, {
      type: 'asked',
      revision: tooLong.view.now.revision,
    });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.reply)).toContain('Teksten er 1 tegn for lang');
    await field.fill(long);
    await tab.getByText('3.000 af 3.000 tegn').waitFor();
    const preview = tab.getByRole('region', { name: 'Sådan ser det ud' });
    await preview.getByRole('button', { name: '…se mere' }).click();
    for (const words of odd) expect(await preview.textContent()).toContain(words);
    await harmless(tab.locator('main'));
    await tab.getByRole('button', { name: 'Gem', exact: true }).click();
    await tab.getByText('Gemt', { exact: true }).waitFor();
  });

  it('has ten pictures and no eleventh, and shrinks or refuses what is not fit', async () => {
    const { tab } = await openStory(world, author, id);
    const pictures = tab.getByRole('region', { name: 'Billeder' });
    const choose = tab.locator('input[type=file]');
    await choose.setInputFiles({
      ...aPicture('brev'),
      mimeType: 'image/jpeg',
      buffer: Buffer.from('Det er et brev og ikke et billede.'),
    });
    await pictures.getByText('Filen kan ikke læses som et billede.', { exact: false }).waitFor();
    const huge = aPng(3_000, 2_000, randomBytes(9_000_000));
    await choose.setInputFiles({ name: 'stort.png', mimeType: 'image/png', buffer: huge });
    await pictures.getByText('Billede 1', { exact: true }).waitFor();
    await choose.setInputFiles(
      Array.from({ length: 10 }, (_, place) => ({
        ...aPicture(`nr-${place}`),
        buffer: aPng(60 + place, 40),
      })),
    );
    await pictures.getByText('Der kan være højst 10 billeder.').waitFor();
    await pictures.getByText('Billede 10', { exact: true }).waitFor();
    const alts = pictures.getByLabel('Alt-tekst: Hvad ser man?');
    expect(await alts.count()).toBe(10);
    for (let place = 0; place < 10; place += 1) await alts.nth(place).fill(altOf(place));
    const widths = await loaded(pictures);
    expect(Math.min(...widths)).toBeGreaterThan(0);
    expect(widths[0]).toBeLessThan(3_000);
    await tab.getByRole('button', { name: 'Gem og send til Chef, Sundhed' }).click();
    await arrives(world, id, 'asked');
    const [first] = (await storyOf(world, id)).view.now.version.pictures;
    const sent = await fetch(`${world.serverUrl}/pictures/${first?.id}`);
    expect((await sent.arrayBuffer()).byteLength).toBeLessThan(1_048_576);
  });

  it('is text on the card and in the tab, with all ten pictures', async () => {
    const card = cardAbout(await phoneChat(world, chef), '<img src=x onerror');
    await still(world, card);
    for (const words of odd) expect(await wordsOn(card)).toContain(words);
    expect(await wordsOn(card)).toContain(altOf(9));
    await harmless(card);
    const widths = await loaded(card);
    expect(widths).toHaveLength(10);
    expect(Math.min(...widths)).toBeGreaterThan(0);
    expect(await card.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    const { tab } = await world.openTab(chef, `request:story:${id}`);
    await tab.getByRole('heading', { name: 'Må vi slå denne historie op?' }).waitFor();
    for (const words of odd) expect(await tab.locator('main').textContent()).toContain(words);
    await harmless(tab.locator('main'));
    await tab.getByRole('button', { name: /^OK, må slås op/ }).click();
    await tab.getByText('Du sagde OK').waitFor();
    const reply: StoryReply = await storyOf(world, id);
    expect(reply.view.now.version.text).toBe(long);
    expect(reply.view.now.approval?.hash).toBe(reply.view.now.version.hash);
  });

  it('breaks no content security policy and leaves no error uncaught', () => {
    expect(world.violations).toEqual([]);
    expect(world.errors).toEqual([]);
  });
});
