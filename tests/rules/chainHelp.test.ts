import { describe, expect, it } from 'vitest';
import type { ChainGiven } from '#shared/domain/chain/edit.ts';
import { writersNow } from '#shared/domain/chain/writing.ts';
import { suggestionsIn } from '#shared/words/chain/suggest.ts';
import { emptyNow, tried, uuidOf } from '../builders/chain.ts';

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

describe('what is suggested for the next link', () => {
  const said = { facts, benefits: [] };
  const { chain } = emptyNow();

  it('is the project’s own words, and nothing where it says nothing', () => {
    expect(suggestionsIn(said, chain, 'deliverable')).toEqual([
      'Selvbooking på nettet',
      'Servicedesign og integrationer',
    ]);
    expect(suggestionsIn(said, chain, 'purpose')).toEqual([facts.purpose]);
    expect(suggestionsIn(said, chain, 'benefit')).toEqual(['Telefonen ringer mindre']);
    for (const column of ['situation', 'ability', 'behaviour', 'result'] as const)
      expect(suggestionsIn(said, chain, column)).toEqual([]);
  });

  it('is not what stands there already, nor what a link has no room for', () => {
    const now = tried(emptyNow(), 'lead', {
      type: 'added',
      link: { id: uuidOf(1), column: 'deliverable', text: 'selvbooking på nettet' },
      edges: [],
    });
    if ('type' in now) throw new Error(now.type);
    expect(suggestionsIn(said, now.chain, 'deliverable')).toEqual([
      'Servicedesign og integrationer',
    ]);
    const long = { ...said, facts: { ...facts, purpose: 'x'.repeat(201) } };
    expect(suggestionsIn(long, chain, 'purpose')).toEqual([]);
  });
});
