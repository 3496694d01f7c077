import { afterAll, describe, expect, it } from 'vitest';
import type { StoriesReply } from '#shared/contract/stories.ts';
import { still } from '../worlds/browser/cards.ts';
import { until } from '../worlds/browser/portfolio.ts';
import {
  asked,
  cardAbout,
  eventRows,
  move,
  phoneChat,
  projectFor,
  storyOf,
  wordsOn,
} from '../worlds/browser/storyWorld.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

/** The tenant's own hour; null gives the real one back, and nobody else sees the other. */
const setClock = (at: string | null): Promise<unknown> => world.local('clock', { at });

const minutesAfter = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();

/** What is due by the clock is told within half a minute. */
const soon = 30_000;

afterAll(async () => {
  await setClock(null);
});

const author = 'konsulent';
const chef = 'chef.social';

describe('a chef who does not answer', () => {
  const title = 'Historien som ingen svarer på';
  let id = '';

  const lineNow = async () => {
    const { stories } = await world.api<StoriesReply>(author, 'GET', '/api/stories');
    return stories.find((story) => story.id === id);
  };

  it('is reminded on the morning of the day', async () => {
    const projectId = await projectFor(world, { title, leadArea: 'social' });
    id = await asked(world, { projectId, title, text: 'Nu er det lettere.', area: 'social' });
    await until(async () => (await world.cardsAbout(chef, id)).length === 1);
    const { nudgeAt = '' } = (await storyOf(world, id)).view.now.ask ?? {};
    await setClock(minutesAfter(nudgeAt, 1));
    await until(async () => (await world.cardsAbout(chef, id)).length === 2, soon);
    const page = await phoneChat(world, chef);
    // By itself, or, where more is due that day, in the one message of the morning.
    const nudge = cardAbout(page, title, 'Husk · Mikrohistorie');
    const morning = cardAbout(page, title, 'Godmorgen');
    await nudge.or(morning).first().waitFor();
    if ((await morning.count()) > 0) {
      expect(await wordsOn(morning)).toContain(`Mikrohistorie: ${title}Svar senest`);
      expect(await nudge.count()).toBe(0);
      return;
    }
    expect(await wordsOn(nudge)).toContain('ellers går den til team DigiTek');
    await nudge.getByRole('button', { name: 'OK, må slås op' }).waitFor();
  });

  it('is not taken for a yes: past due the author has the next step', async () => {
    const { dueAt = '' } = (await storyOf(world, id)).view.now.ask ?? {};
    await setClock(minutesAfter(dueAt, 1));
    await until(async () => (await world.cardsAbout(author, id)).length > 0, soon);
    const page = await phoneChat(world, author);
    const card = cardAbout(page, title);
    await card.getByText('Chef, Social har ikke svaret').waitFor();
    expect(await wordsOn(card)).toContain('Intet er slået op, og intet bliver det uden et OK.');
    const { view } = await storyOf(world, id);
    expect(view).toMatchObject({ overdue: true, now: { state: 'asked', approval: null } });
    expect(await lineNow()).toMatchObject({ overdue: true });
    const { tab } = await world.openTab('kommunikation', `story:${id}`);
    await tab.getByText('Tavshed slår intet op.', { exact: false }).waitFor();

    await still(world, card);
    await card.getByLabel('Besked til den, der spørges', { exact: false }).fill('Nåede du den?');
    await card.getByRole('button', { name: 'Spørg igen' }).click();
    await card.getByText(/^Spurgt igen/).waitFor();
    const again = (await storyOf(world, id)).view;
    expect(again.overdue).toBe(false);
    expect(again.now.ask?.dueAt.localeCompare(dueAt)).toBe(1);
    await until(async () =>
      JSON.stringify(await world.cardsAbout(chef, id)).includes('Nåede du den?'),
    );
    const rows = await eventRows(world, id);
    expect(rows.map((row) => row['Kind'])).toEqual(['saved', 'saved', 'asked', 'asked']);
  });

  it('leaves the clock as it was, and nothing broken', async () => {
    await move(world, author, id, { type: 'stopped', ask: null, comment: 'Det var en prøve.' });
    await setClock(null);
    expect((await storyOf(world, id)).view.now.state).toBe('stopped');
    expect(world.violations).toEqual([]);
    expect(world.errors).toEqual([]);
  });
});
