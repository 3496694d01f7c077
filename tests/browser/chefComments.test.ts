import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findingsInThemes, findingsOn } from '../worlds/browser/findings.ts';
import { change, pageOf, readyAt, until } from '../worlds/browser/portfolio.ts';
import { cardAbout, phoneChat, tabTo, wordsOn } from '../worlds/browser/storyWorld.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

const chef = 'chef.omsorg';
const lead = 'digitek1';
const consultant = 'konsulent';
const own = 'Omsorgs pulje betaler';

/** A project that lacks only its chef's comment and the pool. */
const lacking = async (title: string, ask = 30_000): Promise<string> => {
  const id = await readyAt(world, 'gate1', { title, shares: { 'area:omsorg': ask } });
  const step = `/api/projects/${id}/steps/ideaChef`;
  await world.api(consultant, 'PUT', step, { done: false });
  await change(world, id, { shares: [] });
  return id;
};

const commentOf = async (id: string) => {
  const { chefComment } = await pageOf(world, id);
  if (!chefComment) throw new Error('no gate lies ahead');
  return chefComment;
};

/** The chef is asked, as the button on the project's page does it. */
const ask = async (id: string): Promise<string> => {
  const { id: commentId, revision } = await commentOf(id);
  const body = { type: 'asked', revision };
  await world.api(lead, 'POST', `/api/chef-comments/${commentId}/moves`, body);
  return commentId;
};

const isReady = (id: string) => async (): Promise<boolean> =>
  (await pageOf(world, id)).missing.length === 0;

/** The receipt may stand there before the choice has been written into the project. */
const paidBy = (id: string, pool: string): Promise<void> =>
  until(
    async () => (await pageOf(world, id)).project.shares.map((one) => one.pool).join() === pool,
  );

const press = async (page: Page, wanted: Locator): Promise<void> => {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
};

describe('before gate 1', () => {
  const title = 'App til vurdering af mundhygiejne';

  it('the chef is asked from the project’s page, picks a pool in chat, and gets the gate', async () => {
    const id = await lacking(title);
    const { tab } = await world.openTab(lead, `project:${id}`);
    await tab.getByText(/får et kort i Teams og kan kommentere til/).waitFor();
    await tab.getByRole('button', { name: /^Spørg (chefen|igen)/ }).click();
    await tab.getByText(/^Venter på Chef, Omsorg, svar inden/).waitFor();

    const page = await phoneChat(world, chef);
    const card = cardAbout(page, title);
    await card.getByText('Hvilken pulje skal betale 30.000 kr.?').waitFor();
    for (const words of ['Idé · Din kommentar og pulje', 'Tilbage, hvis Omsorg', 'Risiko:'])
      expect(await wordsOn(card)).toContain(words);
    expect(await card.getByRole('button').allTextContents()).toEqual([
      ...[own, 'Fællespuljen betaler', 'Flere puljer deler'],
      ...['Gem kun kommentaren', 'Spørg projektlederen'],
    ]);
    await card.getByRole('button', { name: 'Flere puljer deler' }).click();
    await card.getByText('Der mangler et ord').waitFor();
    await card.getByLabel(/^Kommentar/).fill('God idé. Tag tandplejen med fra starten.');
    await card.getByRole('button', { name: own }).click();
    await card.getByText('Du valgte Omsorgs pulje').waitFor();
    expect(await wordsOn(card)).toContain('Tilbage derefter');

    const told = cardAbout(await phoneChat(world, lead), title, 'valgte Omsorgs pulje');
    expect(await wordsOn(told)).toContain('»God idé. Tag tandplejen med fra starten.«');
    await until(isReady(id));
    await tab.getByRole('button', { name: /^Send/ }).first().click();
    await cardAbout(page, title, 'Gate 1 · Din beslutning').waitFor();
    await cardAbout(page, title, 'Gate 1 er allerede sendt').or(card).first().waitFor();
  });

  it('the common pool sends it to the chefgruppe; another choice brings it back', async () => {
    const name = 'App, der blev fælles';
    const id = await lacking(name);
    await ask(id);
    const card = cardAbout(await phoneChat(world, chef), name);
    await card.getByRole('button', { name: 'Fællespuljen betaler' }).click();
    await card.getByText('Du valgte fællespuljen').waitFor();
    await paidBy(id, 'common');
    expect((await pageOf(world, id)).routing?.decider.type).toBe('chefgruppe');
    await card.getByRole('button', { name: 'Vælg en anden pulje' }).click();
    await card.getByRole('button', { name: own }).click();
    await card.getByText('Du valgte Omsorgs pulje').waitFor();
    await paidBy(id, 'area:omsorg');
    expect((await pageOf(world, id)).routing?.decider.type).toBe('chef');
  });

  it('says on the project’s page when another pool pays than the chef chose', async () => {
    const name = 'App, der skiftede pulje';
    const id = await lacking(name);
    await ask(id);
    const card = cardAbout(await phoneChat(world, chef), name);
    await card.getByRole('button', { name: 'Fællespuljen betaler' }).click();
    await card.getByText('Du valgte fællespuljen').waitFor();
    await paidBy(id, 'common');
    await change(world, id, { shares: [{ pool: 'area:omsorg', ore: 30_000_00 }] });
    const { tab } = await world.openTab(lead, `project:${id}`);
    await tab.getByText(/Chefen har valgt, at fællespuljen betaler/).waitFor();
    expect(await isReady(id)()).toBe(false);
  });
});

describe('in the tab, by keyboard alone', () => {
  it('the chef asks, the lead replies, and the chef picks a pool', async () => {
    const id = await lacking('App, der blev spurgt om');
    const place = `request:chefComment:${await ask(id)}`;
    const { page, tab } = await world.openTab(chef, place);
    await tab.getByRole('heading', { name: /^Hvilken pulje skal betale/ }).waitFor();
    await tabTo(page, tab.getByLabel('Kommentar', { exact: false }));
    await page.keyboard.type('Er tandplejen med?');
    await press(page, tab.getByRole('button', { name: /^Spørg projektlederen/ }));
    await tab.getByText('»Er tandplejen med?«').waitFor();

    const theirs = await world.openTab(lead, place);
    await tabTo(theirs.page, theirs.tab.getByRole('textbox'));
    await theirs.page.keyboard.type('Ja, fra marts.');
    await press(theirs.page, theirs.tab.getByRole('button', { name: 'Send svaret' }));
    await theirs.tab.getByText('Dit svar er sendt').waitFor();

    await tab.getByText('»Ja, fra marts.«').waitFor();
    await press(page, tab.getByRole('button', { name: new RegExp(`^${own}`) }));
    await tab.getByRole('heading', { name: 'Du valgte Omsorgs pulje' }).waitFor();
    await until(isReady(id));
    await press(page, tab.getByRole('button', { name: 'Vælg en anden pulje' }));
    await press(page, tab.getByRole('button', { name: /^Fællespuljen betaler/ }));
    await tab.getByRole('heading', { name: 'Du valgte fællespuljen' }).waitFor();
  });

  it('a gate that asks for nothing wants only a word', async () => {
    const name = 'App, der ikke koster noget';
    const id = await lacking(name, 0);
    await change(world, id, { askOre: 0 });
    const { tab } = await world.openTab(chef, `request:chefComment:${await ask(id)}`);
    await tab.getByRole('heading', { name: 'Hvad vil du sige før gate 1?' }).waitFor();
    await tab.getByRole('textbox').fill('Godt arbejde.');
    await tab.getByRole('button', { name: /^Gem kommentaren/ }).click();
    await tab.getByRole('heading', { name: 'Du har kommenteret' }).waitFor();
    await until(isReady(id));
  });
});

describe('axe finds nothing', () => {
  const title = 'App for alle øjne';
  let commentId = '';

  it('on the project’s page, where the lead asks', async () => {
    const id = await lacking(title);
    const { page, tab } = await world.openTab(lead, `project:${id}`);
    await tab.getByRole('button', { name: /^Spørg (chefen|igen)/ }).waitFor();
    expect(await findingsOn(page)).toEqual([]);
    commentId = await ask(id);
  });

  it('in every theme', async () => {
    const page = await world.open(chef, { app: 'chat' }, { width: 360, height: 740 });
    await cardAbout(page, title)
      .getByText(/^Hvilken pulje skal betale/)
      .waitFor();
    expect(await findingsInThemes(page)).toEqual([]);
    const opened = await world.openTab(chef, `request:chefComment:${commentId}`, {
      ...{ width: 360, height: 740 },
    });
    await opened.tab.getByRole('button', { name: new RegExp(`^${own}`) }).waitFor();
    expect(await findingsInThemes(opened.page)).toEqual([]);
    const spare = await opened.tab
      .locator('html')
      .evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(spare).toBe(0);
  });
});
