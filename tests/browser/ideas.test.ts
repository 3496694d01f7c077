import { describe, expect, it } from 'vitest';
import type { ProjectReply } from '#shared/contract/api.ts';
import { findingsInThemes } from '../worlds/browser/findings.ts';
import { cardAbout, phoneChat, say, wordsOn } from '../worlds/browser/storyWorld.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

/** Somebody who has no role at all. */
const author = 'medarbejder';
const title = 'Bænk, der husker, hvem der sad på den';

describe('an idea, from anybody', () => {
  let id = '';

  it('is given in chat, and comes into the idea bank', async () => {
    const page = await phoneChat(world, author);
    await say(page, 'ny idé');
    const form = page.locator('.message .card', { hasText: 'Tager 20 sekunder' }).last();
    await form.getByRole('button', { name: 'Send idéen' }).click();
    await form.getByText('Skriv et par ord om').waitFor();
    await form.getByLabel('Hvad går idéen ud på?').fill(title);
    await form.getByLabel(/^Hvorfor er den god/).fill('Så går man sammen, og ikke bagved.');
    await form.getByLabel('Område').selectOption('Omsorg');
    await form.getByRole('button', { name: 'Send idéen' }).click();
    const receipt = cardAbout(page, title);
    await receipt.getByText('DigiTek har fået din idé').waitFor();
    const { projects } = await world.api<{ projects: readonly { id: string; title: string }[] }>(
      ...([author, 'GET', '/api/board'] as const),
    );
    id = projects.find((one) => one.title === title)?.id ?? '';
    expect(id).not.toBe('');
  });

  it('is still its author’s to write in, in the tab', async () => {
    const { tab } = await world.openTab(author, `project:${id}`);
    await tab.getByRole('heading', { level: 1, name: title }).waitFor();
    await tab.getByRole('button', { name: /^Ret/ }).first().click();
    await tab.getByLabel('Formål', { exact: false }).first().fill('Så ser man hinanden.');
    await tab.getByRole('button', { name: /^Gem/ }).click();
    await tab.getByText('Så ser man hinanden.').first().waitFor();
  });

  it('is answered for when its author asks, before and after DigiTek takes it', async () => {
    const page = await phoneChat(world, author);
    await say(page, 'hvor er min idé?');
    const first = cardAbout(page, title, 'Din idé · Modtaget');
    for (const words of [
      'Den er hos team DigiTek',
      'Næste skridt: er det et køb eller et projekt?',
    ])
      expect(await wordsOn(first)).toContain(words);
    const { revision } = await world.api<ProjectReply>('konsulent', 'GET', `/api/projects/${id}`);
    await world.api('konsulent', 'PATCH', `/api/projects/${id}`, {
      ...{ revision, changes: { status: 'backlog' } },
    });
    await say(page, 'min idé');
    const then = cardAbout(page, title, 'Din idé · Venter på tur');
    expect(await wordsOn(then)).toContain('Den ligger i backlog');
    expect(await wordsOn(then)).not.toContain('skrive videre på den');
  });

  it('axe finds nothing in any theme', async () => {
    const page = await world.open(author, { app: 'chat' }, { width: 360, height: 740 });
    await say(page, 'ny idé');
    await page.getByText('Tager 20 sekunder').last().waitFor();
    expect(await findingsInThemes(page)).toEqual([]);
  });
});
