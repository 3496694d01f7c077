import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type InquirySubject, inquirySubjects } from '#shared/domain/inquiries/inquiry.ts';
import { storyKinds } from '#shared/domain/stories/story.ts';
import type { asking } from '#shared/useCases/matters/waiting.ts';
import { type CardBot, labelsOn, saidOn } from '../worlds/bot/storyWorld.ts';
import { type Hung, type HungName, hungCards } from './hungCards.ts';

/*
 * A card of each kind that somebody can answer, as it hung in a chat the day it was sent. The file is
 * made once (`KEEP_CARDS=1`) and never again: a later build is asked to take the press of it as it was
 * meant, months after.
 */

type Kept = {
  readonly card: unknown;
  /** What the button sends, as the client had it. */
  readonly press: { readonly verb: string; readonly data: Readonly<Record<string, unknown>> };
};

const folder = fileURLToPath(new URL('./hung/', import.meta.url));
const fileOf = (name: string): string => `${folder}${name}.json`;

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

/** Which of them stand for each kind of matter. A kind without one does not compile. */
const byKind: Readonly<Record<keyof typeof asking, readonly HungName[]>> = {
  request: ['gate', 'hearing'],
  // What viborg.dk says is a task, and asks nobody.
  story: storyKinds.filter((kind) => kind !== 'description'),
  approval: ['approval'],
  chefComment: ['chefComment'],
  interest: ['interest'],
  inquiry: ['talk', 'it', 'screening', 'purchase'],
  benefit: ['benefit'],
  visit: ['visit'],
  quarter: ['minutes'],
};

const cards = Object.entries(hungCards) as readonly (readonly [HungName, Hung])[];

const drawn = async (hung: Hung, bot: CardBot): Promise<unknown> =>
  bot.send(hung.by, hung.drawnBy.verb, hung.drawnBy.data);

const nodesOf = (value: unknown): readonly Record<string, unknown>[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(nodesOf);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
};

const keep = async (name: HungName, hung: Hung): Promise<void> => {
  const card = await drawn(hung, await hung.asked());
  const button = nodesOf(card).find(
    ({ type, title }) => type === 'Action.Execute' && title === hung.label,
  );
  if (!button) throw new Error(`${name}: no »${hung.label}« among ${labelsOn(card).join(', ')}`);
  const press = { verb: button['verb'], data: button['data'] };
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(name), `${JSON.stringify({ card, press }, null, 1)}\n`);
};

const keptOf = (name: HungName): Kept => JSON.parse(readFileSync(fileOf(name), 'utf8'));

/** Months later, on another day of the year. */
const laterMs = 120 * 86_400_000;

const monthsOn = async (hung: Hung): Promise<CardBot> => {
  const bot = await hung.asked();
  const { clock } = bot.deps;
  clock.at = new Date(Date.parse(clock.now()) + laterMs).toISOString().replace('.000', '');
  return bot;
};

const pressed = async (name: HungName, hung: Hung, bot: CardBot): Promise<unknown> => {
  const { verb, data } = keptOf(name).press;
  const shown = await bot.send(hung.by, verb, { ...data, ...hung.typed });
  await bot.deps.settle();
  return shown;
};

describe('a card of each kind that hangs in a chat', () => {
  it('is kept: of every kind that asks somebody, and of everything that is asked', () => {
    const named = Object.values(byKind).flat();
    expect([...named].sort()).toEqual(cards.map(([name]) => name).sort());
    const subjects = byKind.inquiry as readonly InquirySubject[];
    expect([...subjects].sort()).toEqual([...inquirySubjects].sort());
    for (const kind of Object.values(byKind)) expect(kind.length).toBeGreaterThan(0);
  });

  it.each(cards)('%s: is kept as it was sent', async (name, hung) => {
    if (process.env['KEEP_CARDS'] === '1' && !existsSync(fileOf(name))) await keep(name, hung);
    expect(existsSync(fileOf(name)), 'KEEP_CARDS=1 npx vitest run tests/wire/hung.test.ts').toBe(
      true,
    );
    const { card } = keptOf(name);
    expect(labelsOn(card)).toContain(hung.label);
  });

  it.each(cards)('%s: 120 days on its press is what it was meant to be', async (name, hung) => {
    const bot = await monthsOn(hung);
    expect(hung.outcome(bot.deps)).not.toEqual(hung.wanted);
    const shown = await pressed(name, hung, bot);
    expect(hung.outcome(bot.deps), saidOn(shown)).toEqual(hung.wanted);
    // Pressed again, by a finger or by Teams, it is one answer.
    await pressed(name, hung, bot);
    expect(hung.outcome(bot.deps)).toEqual(hung.wanted);
  });

  it.each(cards)('%s: and by somebody else it is nothing', async (name, hung) => {
    const bot = await monthsOn(hung);
    const before = hung.outcome(bot.deps);
    await pressed(name, { ...hung, by: 'stranger' }, bot);
    expect(hung.outcome(bot.deps)).toEqual(before);
  });
});
