import type { FrameLocator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findingsOn } from '../worlds/browser/findings.ts';
import { pageOf, readyAt, send, until } from '../worlds/browser/portfolio.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

const chef = 'chef.social';

const waiting = async (title: string): Promise<{ id: string; requestId: string }> => {
  const id = await readyAt(world, 'gate1', {
    title,
    leadArea: 'social',
    shares: { 'area:social': 1_000 },
  });
  return { id, requestId: await send(world, id, 'gate1') };
};

/** Tab is pressed until the wanted thing has the focus, as somebody without a mouse does. */
const tabTo = async (page: Page, tab: FrameLocator, name: string | RegExp): Promise<void> => {
  const wanted = tab.getByRole('button', { name }).or(tab.getByRole('link', { name })).first();
  await wanted.waitFor();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard never comes to ${name}.`);
};

describe.each([
  ['a phone', { width: 360, height: 740 }],
  ['a desktop', { width: 1280, height: 800 }],
])('Til beslutning on %s', (where, size) => {
  it('is answered with the keyboard alone', async () => {
    const title = `Tastaturet alene på ${where}`;
    const { id, requestId } = await waiting(title);
    const { page, tab } = await world.openTab(chef, `request:${requestId}`, size);
    await tab.getByRole('heading', { name: `Skal vi undersøge ${title}?` }).waitFor();
    await tab.getByText('Du beslutter', { exact: false }).first().waitFor();
    await tab.locator('body').focus();
    await tabTo(page, tab, /^Videre til undersøgelse/);
    await page.keyboard.press('Enter');
    await tab.getByText('Du besluttede: videre til undersøgelse').waitFor();
    await until(async () => (await pageOf(world, id)).project.phase === 'investigation');
  });

  it('asks for a reason in place, keeps it, and stops', async () => {
    const { id, requestId } = await waiting(`Stop på ${where}`);
    const { tab } = await world.openTab(chef, `request:${requestId}`, size);
    await tab.getByRole('button', { name: /^Stop idéen/ }).click();
    await tab.getByText('Hvorfor stopper du idéen?').first().waitFor();
    const forward = tab.getByRole('button', { name: /^Videre til undersøgelse/ });
    expect(await forward.count()).toBe(0);
    await tab.getByRole('button', { name: 'Tilbage', exact: true }).click();
    await forward.waitFor();
    await tab.getByRole('button', { name: /^Stop idéen/ }).click();
    expect((await pageOf(world, id)).project.status).toBe('active');
    const field = tab.getByRole('textbox').first();
    await field.fill('Det findes allerede i huset.');
    await tab
      .getByRole('button', { name: /^Stop idéen/ })
      .last()
      .click();
    await tab.getByText('Du besluttede: stop').waitFor();
    await until(async () => (await pageOf(world, id)).project.status === 'stopped');
    expect((await world.graph.row('Decisions', requestId))['Comment']).toBe(
      'Det findes allerede i huset.',
    );
  });

  it('fits the width, with targets big enough for a thumb', async () => {
    const { requestId } = await waiting(`Bredden på ${where}`);
    const { tab } = await world.openTab(chef, `request:${requestId}`, size);
    const answers = tab.getByRole('region', { name: 'Dit svar' }).getByRole('button');
    await answers.first().waitFor();
    const spare = await tab.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
    expect(spare).toBe(0);
    const heights = await answers.evaluateAll((all) =>
      all.map((each) => each.getBoundingClientRect().height),
    );
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(size.width < 720 ? 44 : 32);
  });
});

describe('a question asked on Til beslutning', () => {
  it('is answered there by the lead, and the chef sees the reply on the open matter', async () => {
    const { requestId } = await waiting('Spurgt fra fanen');
    const asking = await world.openTab(chef, `request:${requestId}`);
    await asking.tab.getByRole('textbox').first().fill('Hvor mange borgere?');
    await asking.tab.getByRole('button', { name: /^Spørg projektlederen/ }).click();
    await asking.tab.getByText('Dit spørgsmål er sendt.', { exact: false }).first().waitFor();
    const lead = await world.openTab('digitek1', `request:${requestId}`);
    await lead.tab.getByText('Hvor mange borgere?').first().waitFor();
    await lead.tab.getByRole('textbox', { name: /Hvor mange borgere/ }).fill('Omkring 40.');
    await lead.tab.getByRole('button', { name: 'Send svaret' }).click();
    await asking.tab.getByText('Omkring 40.').first().waitFor();
    await asking.tab.getByRole('button', { name: /^Videre til undersøgelse/ }).waitFor();
  });

  it('tells somebody who comes late who decided, and changes nothing', async () => {
    const { id, requestId } = await waiting('Sent på fanen');
    const { tab } = await world.openTab(chef, `request:${requestId}`);
    const stop = tab.getByRole('button', { name: /^Stop idéen/ });
    await stop.waitFor();
    await world.api(chef, 'POST', `/api/requests/${requestId}/answer`, { outcome: 'investigate' });
    const late = await world.call(chef, 'POST', `/api/requests/${requestId}/answer`, {
      outcome: 'stop',
      comment: 'Alligevel ikke.',
    });
    expect(late.status).toBe(409);
    expect(JSON.stringify(late.reply)).toContain('videre til undersøgelse');
    await stop.waitFor({ state: 'detached' });
    await until(async () => (await pageOf(world, id)).project.phase === 'investigation');
  });

  it('breaks no content security policy and leaves no error uncaught', () => {
    expect(world.violations).toEqual([]);
    expect(world.errors).toEqual([]);
  });
});

const plain = async (title: string): Promise<string> => {
  const id = await readyAt(world, 'gate1', { title, leadArea: 'social', isFree: true });
  await send(world, id, 'gate1');
  return id;
};

describe('several plain matters', () => {
  it.each([
    ['on a phone', { width: 360, height: 740, theme: 'dark' }],
    ['on a desktop', { width: 1280, height: 800, theme: 'contrast' }],
  ] as const)('are answered together %s, by keyboard, and one is left', async (where, looks) => {
    const titles = ['Lys i gangen', 'Kalender på væggen', 'Højttaler i stuen'];
    const ids: string[] = [];
    for (const title of titles) ids.push(await plain(`${title} ${where}`));
    const { page, tab } = await world.openTab(chef, 'request:', looks);
    await tab.getByRole('link', { name: /sager kan besvares samlet/ }).press('Enter');
    await tab.getByRole('heading', { name: 'Svar samlet' }).waitFor();
    await tab.getByRole('checkbox', { name: `${titles[2]} ${where}` }).press('Space');
    expect(await findingsOn(page, { theme: looks.theme, part: 'tab' })).toEqual([]);
    const spare = await tab.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
    expect(spare).toBe(0);
    await tab.getByRole('button', { name: /^Sig ja til 2/ }).press('Enter');
    await tab.getByText('2\u00a0svar er gemt').waitFor();
    const phases = async () =>
      await Promise.all(ids.map(async (id) => (await pageOf(world, id)).project.phase));
    await until(async () => (await phases()).join() === 'investigation,investigation,idea');
    // The one that was left is answered by itself, so that the next person begins with none.
    await tab.getByRole('button', { name: 'Læs sagen' }).press('Enter');
    await tab.getByRole('button', { name: /^Videre til undersøgelse/ }).press('Enter');
    await until(async () => (await phases()).at(-1) === 'investigation');
  });
});
