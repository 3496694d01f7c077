import { describe, expect, it } from 'vitest';
import { choice } from '#shared/domain/gates.ts';
import { cardFor } from '../../bot/cards/cardFor.ts';
import { wordsIn } from '../../bot/cards/room.ts';
import { summaryOf } from '../../bot/cards/summary.ts';
import { clipped, plain } from '../../bot/cards/text.ts';
import {
  aPosition,
  aReader,
  aStatement,
  aView,
  chefs,
  lead,
  type ViewParts,
} from '../builders/request.ts';
import { context } from './states.ts';

const many = (count: number): string => Array.from({ length: count }, () => 'ord').join(' ');
const long: ViewParts = {
  project: {
    title: many(60).slice(0, 255),
    purpose: many(60).slice(0, 255),
    recommendationWhy: many(120),
    recommendLift: true,
    ownerId: chefs.omsorg.id,
  },
};
const hearing: ViewParts = {
  ...long,
  request: {
    decider: { type: 'chefgruppe', seats: ['social', 'sundhed', 'omsorg'] },
    why: { type: 'rerouted', by: 'Konsulent, DigiTek', because: many(300) },
  },
};
const asked = aStatement({ id: 'q', text: many(400) });
const replied = aStatement({ kind: 'reply', about: 'q', text: many(400), byId: lead.id });
const said = (seat: keyof typeof chefs) => aPosition(seat, choice('investigate'), many(400));

const longest: readonly (readonly [string, ViewParts])[] = [
  ['open', long],
  ['asked', { ...long, statements: [asked] }],
  ['answered', { ...long, statements: [asked, replied] }],
  ['a hearing', hearing],
  ['a hearing, asked', { ...hearing, statements: [said('social'), asked] }],
  ['a hearing, answered', { ...hearing, statements: [said('social'), asked, replied] }],
  ['own view', { ...hearing, statements: [said('omsorg'), asked, replied] }],
  [
    'to the meeting',
    { ...hearing, statements: [said('social'), aPosition('omsorg', null, many(400))] },
  ],
  ['decided', { ...long, decision: { comment: many(400) } }],
  ['stopped', { ...long, decision: { choice: choice('stop'), comment: many(400) } }],
  [
    'agreed',
    {
      ...hearing,
      statements: [said('social'), said('sundhed'), said('omsorg')],
      decision: { comment: many(400) },
    },
  ],
];

describe('whatever people write', () => {
  it.each(longest)('a card stays near what a phone holds: %s', (_, parts) => {
    const view = aView(parts);
    const card = cardFor(view, aReader(view), context);
    expect(wordsIn(card.body)).toBeLessThanOrEqual(120);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(12 * 1_024);
    expect(summaryOf(view, 'ask').length).toBeLessThanOrEqual(90);
  });

  it('is never read as markdown', () => {
    const evil = '[klik her](https://evil.example) **fed** _skrå_ {{DATE(2026-01-01T00:00:00Z)}}';
    const view = aView({
      project: { title: evil, purpose: evil, recommendationWhy: evil },
      statements: [aStatement({ text: evil })],
    });
    const card = cardFor(view, aReader(view), context);
    const blocks = JSON.stringify(card).match(/\{"type":"TextBlock"[^}]*\}/g) ?? [];
    expect(blocks.length).toBeGreaterThan(3);
    for (const block of blocks) expect(block).not.toMatch(/\]\(|\*\*|\{\{/);
    expect(JSON.stringify(card)).toContain('[klik her](https://evil.example)');
  });

  it('shows no link that is none', () => {
    for (const link of ['javascript:alert(1)', 'file:///etc/passwd', '', 'viborg.dk']) {
      const paper = { link, version: '', minutes: 3 };
      const view = aView({ request: { paper } });
      expect(JSON.stringify(cardFor(view, aReader(view), context))).not.toContain('selectAction');
    }
  });
});

describe('a text in a heading', () => {
  it.each([
    ['App til vurdering', 'App til vurdering'],
    ['[x](https://y)', '(x)(https://y)'],
    ['a * b_c', 'a ∗ b＿c'],
    ['1. Etape', '\u200b1. Etape'],
    ['- Nej', '\u200b- Nej'],
    ['2026 og frem', '2026 og frem'],
  ])('%s', (text, shown) => expect(plain(text)).toBe(shown));

  it('is cut at a word', () => {
    expect(clipped('et to tre fire', 3)).toBe('et to tre …');
    expect(clipped('et to tre', 3)).toBe('et to tre');
    expect(clipped('', 3)).toBe('');
  });
});
