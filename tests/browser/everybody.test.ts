import { beforeAll, describe, expect, it } from 'vitest';
import { findingsInThemes, findingsOn } from '../worlds/browser/findings.ts';
import { readyAt, send } from '../worlds/browser/portfolio.ts';
import { type Place, World } from '../worlds/browser/world.ts';

const world = World.ofFile();
let requestId = '';

beforeAll(async () => {
  const title = 'For alle øjne';
  const id = await readyAt(world, 'gate1', { title, shares: { 'area:omsorg': 1_000 } });
  requestId = await send(world, id, 'gate1');
});

const screens: readonly (readonly [string, string, () => Place, string])[] = [
  ['board', 'konsulent', () => ({ app: 'tab' }), '[data-card]'],
  ['project', 'konsulent', () => ({ app: 'tab', sub: 'project:P014' }), '#afsnit-gate'],
  ['decide', 'chef.omsorg', () => ({ app: 'tab', sub: `request:${requestId}` }), 'h1, h2'],
  ['chat', 'chef.omsorg', () => ({ app: 'chat' }), ''],
];

describe('axe finds nothing', () => {
  it.each(screens)('on %s in every theme', async (_name, alias, place, sign) => {
    const page = await world.open(alias, place());
    const shown =
      sign === '' ? page.locator('.message .card') : page.frameLocator('iframe').locator(sign);
    await shown.first().waitFor();
    expect(await findingsInThemes(page)).toEqual([]);
  });

  it('on a phone', async () => {
    const size = { width: 360, height: 740 };
    for (const place of [{ app: 'tab' } as const, { app: 'tab', sub: 'project:P014' } as const]) {
      const page = await world.open('konsulent', place, size);
      await page.frameLocator('iframe').locator('h1').first().waitFor();
      expect(await findingsOn(page)).toEqual([]);
    }
  });
});

describe('the tab', () => {
  it('says what is missing when it is opened outside Teams', async () => {
    const page = await world.openAddress(`${world.serverUrl}/tab/`);
    await page.getByText('Teams').first().waitFor();
    expect(await page.locator('[data-card]').count()).toBe(0);
    expect(await findingsOn(page)).toEqual([]);
  });

  it('is sent packed, as the build packed each of its files', async () => {
    const page = await (await fetch(`${world.serverUrl}/tab/`)).text();
    const script = /\/tab\/assets\/[^"]+\.js/.exec(page)?.[0] ?? '';
    const ask = async (accepted: string) => {
      const headers = { 'accept-encoding': accepted };
      const response = await fetch(`${world.serverUrl}${script}`, { headers });
      return { packing: response.headers.get('content-encoding'), text: await response.text() };
    };
    const plain = await ask('identity');
    expect(plain.packing).toBeNull();
    for (const packing of ['br', 'gzip'])
      expect(await ask(packing)).toEqual({ packing, text: plain.text });
  });

  it('tells somebody without a role what they may see, and offers them no answer', async () => {
    const { tab } = await world.openTab('medarbejder', `request:${requestId}`);
    await tab.locator('h1, h2').first().waitFor();
    expect(await tab.getByRole('button', { name: /^Videre til/ }).count()).toBe(0);
  });

  it('breaks no content security policy and leaves no error uncaught', () => {
    expect(world.violations).toEqual([]);
    expect(world.errors).toEqual([]);
  });
});
