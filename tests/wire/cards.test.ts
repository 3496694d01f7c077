import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { galleries } from '../gallery/gallery.ts';
import { calledDuring } from './calledIn.ts';
import { expectHeld } from './fixture.ts';

const cardFolder = fileURLToPath(new URL('../../bot/cards/', import.meta.url));
const aMaker = /^export const (\w+) = \((?:[^=]|=[^>])*?\): IAdaptiveCard =>/gm;

/** The exported functions under `bot/cards` that say that they give a card. */
const cardMakers = (): readonly string[] =>
  readdirSync(cardFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(`${cardFolder}${file}`, 'utf8').matchAll(aMaker)])
    .map(([, name]) => String(name));

describe('the cards of today', () => {
  it.each(Object.entries(galleries))('%s are as they were', async (kind, states) => {
    const drawn = states();
    const byName = Object.fromEntries(drawn.map(({ name, card }) => [name, card]));
    expect(Object.keys(byName)).toHaveLength(drawn.length);
    await expectHeld(`cards/${kind}`, byName);
  });

  it('are drawn by every maker of cards there is', async () => {
    const makers = cardMakers();
    const called = await calledDuring(() => Object.values(galleries).map((states) => states()));
    const ours = called.filter(({ file }) => file.includes('/bot/cards/')).map(({ name }) => name);
    expect(makers.length).toBeGreaterThan(30);
    expect(makers.filter((name) => !ours.includes(name))).toEqual([]);
  });
});
