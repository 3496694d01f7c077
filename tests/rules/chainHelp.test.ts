import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChainColumn } from '#shared/domain/chain/chain.ts';
import type { ChainGiven } from '#shared/domain/chain/edit.ts';
import { writersNow } from '#shared/domain/chain/writing.ts';
import { softHyphen, wrapped } from '#shared/domain/picture/ink.ts';
import { hyphenated } from '#shared/words/chain/hyphens.ts';
import { suggestionsIn } from '#shared/words/chain/suggest.ts';
import { addLink, edited, emptyNow, tried, uuidOf } from '../builders/chain.ts';

const link = (number: number, text: string): ChainGiven => ({
  type: 'added',
  link: { id: uuidOf(number), column: 'situation', text },
  edges: [],
});

const facts = {
  ...{ purpose: 'Borgeren får tid til det, der betyder noget', citizenEffect: '' },
  ...{ technology: 'Selvbooking på nettet', skalCase: '' },
  ...{ whys: ['Telefonen ringer mindre'], steps: ['serviceDesign'] as const },
};

describe('who writes in a chain now', () => {
  const first = tried(emptyNow(), 'lead', link(1, 'Kø'));
  if ('type' in first) throw new Error(first.type);
  const second = tried(first, 'owner', link(2, 'Tomme tider'));
  if ('type' in second) throw new Error(second.type);

  it('is whoever has saved something within a minute, at the link they wrote last', () => {
    const last = second.events.at(-1)?.at ?? '';
    expect(writersNow(second.events, last)).toMatchObject([
      { byId: 'owner', link: uuidOf(2) },
      { byId: 'lead', link: uuidOf(1) },
    ]);
    const later = new Date(Date.parse(last) + 61_000).toISOString();
    expect(writersNow(second.events, later)).toEqual([]);
  });
});

describe('a long word in a narrow box', () => {
  const broken = (text: string) => hyphenated(text).replaceAll(softHyphen, '|');

  it.each([
    ['Selvbooking i træningsappen', 'Selv|booking i trænings|appen'],
    ['At imødegå arbejdskraftudfordringen', 'At imødegå arbejds|kraft|udfor|dringen'],
    ['Velfærdsteknologi', 'Velfærds|tekno|logi'],
    ['forbedringsforslag', 'for|bed|rings|for|slag'],
    ['kort', 'kort'],
  ])('%s is broken at its joints', (text, parts) => expect(broken(text)).toBe(parts));

  it('says the same as before, and leaves no letter alone', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abdefgiklmnoprstuvyæøå KS-') }), (text) => {
        expect(hyphenated(text).replaceAll(softHyphen, '')).toBe(text);
        for (const word of broken(text)
          .split(/[^\p{L}|]+/u)
          .filter((one) => one.includes('|'))) {
          const parts = word.split('|');
          expect(parts[0]?.length).toBeGreaterThanOrEqual(3);
          expect(parts.at(-1)?.length).toBeGreaterThanOrEqual(3);
        }
      }),
      { seed: 20_261_130 },
    ));

  it('is broken with a hyphen on paper too', () =>
    expect(wrapped(hyphenated('At imødegå arbejdskraftudfordringen'), 14, 4)).toEqual([
      'At imødegå',
      'arbejdskraft-',
      'udfordringen',
    ]));
});

describe('what is suggested for the next link', () => {
  const said = { facts, benefits: [] };
  const { chain } = emptyNow();
  const textsIn = (column: ChainColumn) =>
    suggestionsIn(said, chain, column).map(({ text }) => text);

  it('is the project’s own words, and nothing where it says nothing', () => {
    expect(textsIn('deliverable')).toEqual([
      'Selvbooking på nettet',
      'Servicedesign og integrationer',
    ]);
    expect(textsIn('purpose')).toEqual([facts.purpose]);
    expect(textsIn('benefit')).toEqual(['Telefonen ringer mindre']);
    expect(textsIn('ability')).toEqual(['Vi kan bruge selvbooking på nettet']);
    for (const column of ['situation', 'behaviour', 'result'] as const)
      expect(textsIn(column)).toEqual([]);
  });

  it('is not what stands there already, nor what a link has no room for', () => {
    const now = tried(emptyNow(), 'lead', {
      type: 'added',
      link: { id: uuidOf(1), column: 'deliverable', text: 'selvbooking på nettet' },
      edges: [],
    });
    if ('type' in now) throw new Error(now.type);
    expect(suggestionsIn(said, now.chain, 'deliverable')).toEqual([
      { text: 'Servicedesign og integrationer' },
    ]);
    const long = { ...said, facts: { ...facts, purpose: 'x'.repeat(201) } };
    expect(suggestionsIn(long, chain, 'purpose')).toEqual([]);
  });

  it('is, for abilities, what is delivered, and for behaviour what can be done and what is wrong today', () => {
    const now = [
      addLink(1, 'situation', 'Borgere venter i telefonkø'),
      addLink(2, 'deliverable', 'KOL-app'),
      addLink(3, 'ability', 'Vi kan se ledige tider'),
      addLink(4, 'ability', 'Borgeren kan selvbooke'),
    ].reduce((so, given) => edited(so, 'lead', given), emptyNow());
    expect(suggestionsIn(said, now.chain, 'ability')).toEqual([{ text: 'Vi kan bruge KOL-app' }]);
    const stops = { text: 'Borgere venter i telefonkø', stops: true };
    const own = { text: 'Selvbooke', who: 'Borgeren', stops: false };
    const ours = { text: 'Se ledige tider', stops: false };
    expect(suggestionsIn(said, now.chain, 'behaviour')).toEqual([ours, own, stops]);
    // What it is written after comes first.
    expect(suggestionsIn(said, now.chain, 'behaviour', uuidOf(4))).toEqual([own, ours, stops]);
  });
});
