import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { RequestsReply } from '#shared/contract/api.ts';
import { newestCard, pressLabel, still } from '../worlds/browser/cards.ts';
import { pageOf, readyAt, send, until } from '../worlds/browser/portfolio.ts';
import { say } from '../worlds/browser/storyWorld.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

const own = { 'area:sundhed': 1_000 };
const chef = 'chef.sundhed';

/** A project that waits for Chef, Sundhed at gate 1. */
const waiting = async (title: string): Promise<{ id: string; requestId: string }> => {
  const id = await readyAt(world, 'gate1', { title, leadArea: 'sundhed', shares: own });
  return { id, requestId: await send(world, id, 'gate1') };
};

const phoneChat = (alias: string): Promise<Page> =>
  world.open(alias, { app: 'chat' }, { width: 360, height: 740 });

const cardAbout = (page: Page, title: string) =>
  page.locator('.message .card', { hasText: title }).last();

/** What has waited longest for somebody, of requests and stories: `mine` shows five from there on. */
const oldestOf = async (alias: string): Promise<string> => {
  const waits = await world.api<RequestsReply>(alias, 'GET', '/api/requests?waitingFor=me');
  const [oldest] = [
    ...waits.requests.map(({ view }) => [view.request.askedAt, view.project.title] as const),
    ...waits.stories.map(({ view }) => [view.now.ask?.at ?? '', view.now.about.title] as const),
  ].sort(([a], [b]) => a.localeCompare(b));
  if (!oldest) throw new Error(`Nothing waits for ${alias}.`);
  return oldest[1];
};

describe('in the chat', () => {
  it('asks for a reason before it stops, keeps what was typed, and stops with one', async () => {
    const title = 'Stop med en grund';
    const { id } = await waiting(title);
    const page = await phoneChat(chef);
    const card = cardAbout(page, title);
    await still(world, card);
    await card.getByLabel(/^Kommentar/).fill('ok');
    await card.getByRole('button', { name: 'Stop idéen' }).click();
    await card.getByText('Hvorfor stopper du idéen?').waitFor();
    await card.getByText('Begrundelsen mangler').waitFor();
    expect(await card.getByRole('button').allTextContents()).toEqual([
      'Stop idéen',
      'Tilbage til alle valg',
    ]);
    const field = card.getByLabel('Begrundelse (skal udfyldes)');
    expect(await field.inputValue()).toBe('ok');
    expect((await pageOf(world, id)).project.status).toBe('active');
    await card.getByRole('button', { name: 'Tilbage til alle valg' }).click();
    expect(await card.getByLabel(/^Kommentar/).inputValue()).toBe('ok');
    await card.getByRole('button', { name: 'Stop idéen' }).click();
    await card.getByLabel('Begrundelse (skal udfyldes)').fill('Vi har noget lignende.');
    await card.getByRole('button', { name: 'Stop idéen' }).click();
    await card.getByText('»Vi har noget lignende.«').waitFor();
    await until(async () => (await pageOf(world, id)).project.status === 'stopped');
  });

  it('carries a question to the lead and the reply back to the still open card', async () => {
    const title = 'Et spørgsmål undervejs';
    const { id } = await waiting(title);
    const page = await phoneChat(chef);
    const card = cardAbout(page, title);
    await still(world, card);
    await card.getByLabel(/^Kommentar/).fill('Hvem passer det om natten?');
    await card.getByRole('button', { name: 'Spørg projektlederen' }).click();
    await card.getByText('Gate 1 · Du har spurgt').waitFor();
    const lead = await phoneChat('digitek1');
    const question = cardAbout(lead, title);
    await question.getByText('Hvem passer det om natten?').waitFor();
    await still(world, question);
    await question.getByLabel(/^Svar/).fill('Nattevagten gør det.');
    await question.getByRole('button', { name: 'Send svaret' }).click();
    await question.getByText('Dit svar er sendt').waitFor();
    const answered = page.locator('.message .card', { hasText: 'Nattevagten gør det.' }).last();
    await answered.getByText('Gate 1 · Nyt svar til dig').waitFor();
    expect((await pageOf(world, id)).project.phase).toBe('idea');
    await still(world, answered);
    await answered.getByRole('button', { name: 'Videre til undersøgelse' }).click();
    await cardAbout(page, title).getByText('Du besluttede: videre til undersøgelse').waitFor();
  });

  it('answers late, double and strange presses kindly, and changes nothing', async () => {
    const title = 'Tryk for sent';
    const { id, requestId } = await waiting(title);
    const card = await newestCard(world, chef, requestId);
    const strange = await pressLabel(
      world,
      'chef.omsorg',
      card,
      'Stop idéen',
      'Ikke min sag.',
    ).catch((refused: Error) => ({ card: refused.message }));
    expect(strange.card).toMatch(/Sagen venter på Chef, Sundhed|403|404/);
    expect((await pageOf(world, id)).project.status).toBe('active');
    await pressLabel(world, chef, card, 'Videre til undersøgelse');
    await until(async () => (await pageOf(world, id)).project.phase === 'investigation');
    const double = await pressLabel(world, chef, card, 'Videre til undersøgelse');
    expect(double.card).toContain('Du besluttede: videre til undersøgelse');
    const late = await pressLabel(world, chef, card, 'Stop idéen', 'Alligevel ikke.');
    expect(late.card).toMatch(/ændrede ikke noget/);
    const rows = await world.graph.rows('Decisions', 'ProjectId', id);
    expect(rows.map((row) => row['Outcome'])).toEqual(['investigate']);
    expect((await pageOf(world, id)).project.phase).toBe('investigation');
  });

  it('understands hjælp, mine and status', async () => {
    const title = 'Find mig i chatten';
    await waiting(title);
    const page = await phoneChat(chef);
    await say(page, 'hjælp');
    await page.getByText('Det kan du skrive til mig').last().waitFor();
    const oldest = await oldestOf(chef);
    const before = (await world.cardsAbout(chef, oldest)).length;
    await say(page, 'mine');
    await until(async () => (await world.cardsAbout(chef, oldest)).length > before);
    await page.locator('.message .card', { hasText: oldest }).last().waitFor();
    await say(page, 'status find mig i');
    await page.getByText('Venter på gate 1 hos Chef, Sundhed').last().waitFor();
    await say(page, 'hvad er klokken');
    await page.getByText('Det forstod jeg ikke').last().waitFor();
  });

  it('lets the consultant withdraw and re-route a request from the project’s page', async () => {
    const title = 'Send mig videre';
    const { id, requestId } = await waiting(title);
    const { tab } = await world.openTab('konsulent', `project:${id}`);
    await tab.getByRole('button', { name: 'Send videre' }).click();
    await tab.getByLabel('Send til').selectOption('Chef, Omsorg');
    await tab.getByLabel('Hvorfor sendes sagen videre?').fill('Omsorg skal bruge det.');
    await tab.getByRole('button', { name: 'Send videre' }).click();
    await tab.getByText('Chef, Omsorg beslutter').first().waitFor();
    await until(async () =>
      JSON.stringify(await newestCard(world, chef, requestId)).includes('Sendt videre'),
    );
    const next = (await pageOf(world, id)).open?.view.request.id ?? '';
    expect(next).not.toBe(requestId);
    await newestCard(world, 'chef.omsorg', next);
    await tab.getByRole('button', { name: 'Træk tilbage' }).click();
    await tab.getByLabel('Hvorfor trækkes sagen tilbage?').fill('Vi venter et år.');
    await tab.getByRole('button', { name: 'Træk tilbage' }).click();
    await tab.getByRole('button', { name: 'Send Gate 1' }).waitFor();
    await until(async () =>
      JSON.stringify(await newestCard(world, 'chef.omsorg', next)).includes(
        'Sagen er trukket tilbage',
      ),
    );
    const endings = (await world.graph.rows('Decisions', 'ProjectId', id)).map(
      (row) => row['Ending'],
    );
    expect(endings.sort()).toEqual(['rerouted', 'withdrawn']);
    expect((await world.graph.history(id)).holds).toBe(true);
  });

  it('breaks no content security policy and leaves no error uncaught', () => {
    expect(world.violations).toEqual([]);
    expect(world.errors).toEqual([]);
  });
});
