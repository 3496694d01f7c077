import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choice } from '#shared/domain/gates.ts';
import { cardFor } from '../../bot/cards/requests/cardFor.ts';
import { wordsIn } from '../../bot/cards/requests/room.ts';
import { summaryOf } from '../../bot/cards/summary.ts';
import { asRuns, beginningOf, clipped, isPlain } from '../../bot/cards/text.ts';
import {
  aDecision,
  aPoolView,
  aPosition,
  aReader,
  aStatement,
  aView,
  chefs,
  lead,
  type ViewParts,
} from '../builders/request.ts';
import { context } from '../gallery/states.ts';

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
    // The name cannot be a heading then: the line over it is.
    expect(card.body?.[0]).toMatchObject({ style: 'heading', size: 'Small', weight: 'Default' });
  });

  it('shows no link that is none', () => {
    for (const link of ['javascript:alert(1)', 'file:///etc/passwd', '', 'viborg.dk']) {
      const paper = { link, version: '', minutes: 3 };
      const view = aView({ request: { paper } });
      expect(JSON.stringify(cardFor(view, aReader(view), context))).not.toContain('selectAction');
    }
  });
});

describe('a text', () => {
  it.each([
    ['App til vurdering', true],
    ['2026 og frem (2. etape) – nu & her', true],
    ['Gate 1 · Din beslutning', true],
    ['[x](https://y)', false],
    ['a * b_c', false],
    ['1. Etape', false],
    ['- Nej', false],
    ['R&amp;D', false],
    ['{{TIME(2017-02-14T06:08:39Z)}}', false],
  ])('%s: a TextBlock draws it as it is written: %s', (text, plain) =>
    expect(isPlain(text)).toBe(plain),
  );

  it('is parted between two braces, and nowhere else', () => {
    expect(asRuns('a {{{DATE}} {b}')).toEqual(['a {', '{', '{DATE}} {b}']);
    expect(asRuns('')).toEqual(['']);
  });

  it('is cut at a word where it is a name', () => {
    expect(clipped('et to tre fire', 3)).toBe('et to tre …');
    expect(clipped('et to tre', 3)).toBe('et to tre');
    expect(clipped('', 3)).toBe('');
    expect(clipped(`${'a'.repeat(11)}😀`, 1)).toBe(`${'a'.repeat(11)} …`);
  });

  const two = 'Borgerne måler selv. Hospitalet deler gerne sine erfaringer.';

  it.each([
    [two, { words: 20 }, two, true],
    [two, { words: 6 }, 'Borgerne måler selv.', false],
    [two, { words: 20, sentences: 1 }, 'Borgerne måler selv.', false],
    [two, { words: 2 }, '', false],
    ['', { words: 5 }, '', true],
    ['Det koster f.eks. 5 kr. om dagen.', { words: 4 }, '', false],
  ] as const)('begins with whole sentences: %s %o', (text, limit, said, isAll) => {
    expect(beginningOf(text, limit)).toMatchObject({ text: said, isAll });
  });
});

const sentence = (about: string, words: number): string =>
  `${about} ${many(words - 1)}.`.replace('ord.', 'ordet.');
const linesOf = (card: ReturnType<typeof cardFor>): readonly string[] =>
  (card.body ?? []).map((element) =>
    element.type === 'RichTextBlock'
      ? (element.inlines ?? [])
          .map((run) => (typeof run === 'object' && 'text' in run ? run.text : ''))
          .join('')
      : 'text' in element
        ? String(element.text)
        : element.type,
  );

/** A matter for the chefgruppe, as large as they come, with so much written about it. */
const large = (purposeWords: number, reason: string, more: ViewParts = {}) => {
  const view = aView({
    project: {
      title: 'Telerehabilitering af hjertesvigtspatienter',
      purpose: sentence('Borgerne', purposeWords),
      recommendationWhy: reason,
      riskCategory: 3,
      budgetOre: 1_100_000_00,
    },
    request: {
      gate: 'gate2',
      shares: [{ pool: 'common', ore: 205_000_00 }],
      decider: { type: 'chefgruppe', seats: ['social', 'sundhed', 'omsorg'] },
      why: { type: 'commonPool' },
    },
    pools: [aPoolView('common', 205_000_00, 410_000_00)],
    statements: [aPosition('social', choice('trial'))],
    ...more,
  });
  return linesOf(cardFor(view, aReader(view), context));
};
const startsWith = (lines: readonly string[], start: string): string =>
  lines.find((one) => one.startsWith(start)) ?? '';

describe('when a card must be short', () => {
  it('the purpose gives way first, and the reason stays', () => {
    const lines = large(14, 'Skive er med.');
    expect(startsWith(lines, 'Borgerne')).toBe('');
    expect(startsWith(lines, 'DigiTek anbefaler:')).toMatch(/Skive er med\.$/);
  });

  it('then the reason, the last sentence first, and says where the rest is', () => {
    const lines = large(14, `Skive er med. ${sentence('Hospitalet', 20)}`);
    expect(startsWith(lines, 'DigiTek anbefaler:')).toMatch(/Skive er med\. Læs mere$/);
    expect(lines).toContain('Chef, Social: til afprøvning');
  });

  it('a first sentence that has no room goes whole', () => {
    const lines = large(14, sentence('Skive', 25));
    expect(startsWith(lines, 'DigiTek anbefaler:')).toMatch(/prioritet\. Læs mere$/);
  });

  it('the question, the money, the risk with its appetite and the benefits never give way', () => {
    const lines = large(30, sentence('Skive', 44), { earlier: [aDecision()] });
    expect(lines).toContain('Skal det afprøves for 205.000\u00a0kr.?');
    expect(lines.filter((one) => one === 'ColumnSet')).toHaveLength(4);
    expect(startsWith(lines, 'Risiko:')).toBe(
      'Risiko: 3\u00a0af\u00a04, kompleks. Over risikovilligheden: prisen er høj, der er plads til risiko\u00a01.',
    );
    expect(startsWith(lines, 'Gevinst')).not.toBe('');
    expect(startsWith(lines, '1\u00a0af\u00a03 har svaret')).toBe(
      '1\u00a0af\u00a03 har svaret. Chef, Social: til afprøvning',
    );
  });

  it('no sentence is ever cut, however much people write', () => {
    const parts = fc.record({
      purpose: fc.integer({ min: 1, max: 40 }),
      reason: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 5 }),
      question: fc.integer({ min: 1, max: 60 }),
      reply: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(parts, ({ purpose, reason, question, reply }) => {
        const text = reason.map((words) => sentence('Skive', words)).join(' ');
        const answer = reply.map((words) => sentence('Ja', words)).join(' ');
        const statements =
          reply.length === 0
            ? []
            : [
                aStatement({ id: 'q', text: sentence('Er', question) }),
                aStatement({ kind: 'reply', about: 'q', text: answer, byId: lead.id }),
              ];
        const lines = large(purpose, text, { statements });
        for (const one of lines) expect(one).not.toMatch(/\bord(?:«| …| Læs|$)/);
      }),
      { numRuns: 60 },
    );
  });
});
