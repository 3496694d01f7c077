import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PoolView } from '#shared/domain/funding.ts';
import { choice } from '#shared/domain/gates.ts';
import type { PointFacts } from '#shared/domain/quarter/facts.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import { quarterDeck } from '#shared/word/quarterDeck.ts';
import { gateFinding } from '#shared/words/quarter/deck.ts';
import { aQuarterView } from '../builders/quarter.ts';
import { aView } from '../builders/request.ts';

const pool: PoolView = {
  ...{ pool: 'common', askedOre: 390_000_00, beforeOre: 592_000_00, afterOre: 202_000_00 },
  ...{ missingOre: 0, year: 2027 },
  parts: { budgetOre: 1_372_000_00, spentOre: 0, grantedOre: 780_000_00, othersOre: 0 },
};

const request: RequestView = {
  ...aView({ request: { id: 'p1-gate2-1', gate: 'gate2', askOre: 390_000_00 } }),
  pools: [pool],
};

let parts: Readonly<Record<string, string>>;
let name: string;

beforeAll(async () => {
  const view = aQuarterView([['consultant', { type: 'send' }]]);
  const facts = view.points.map((): PointFacts => ({ type: 'own' }));
  const deck = await quarterDeck({ view, requests: [request], facts });
  name = deck.name;
  parts = Object.fromEntries(
    Object.entries(unzipSync(deck.bytes))
      .filter(([part]) => part.endsWith('.xml'))
      .map(([part, bytes]) => [part, strFromU8(bytes)]),
  );
});

const slides = (): readonly string[] =>
  Object.keys(parts)
    .filter((part) => /^ppt\/slides\/slide\d+\.xml$/.test(part))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((part) => parts[part] ?? '');

const found = (xml: string, pattern: RegExp): readonly string[] =>
  [...xml.matchAll(pattern)].map(([, one = '']) => one);

describe('the slides of a kvartalsstatus', () => {
  it('have one first page and one for each point, each with a title of its own', () => {
    expect(name).toBe('Kvartalsstatus 2027-01-21.pptx');
    const titled = slides().filter((xml) => found(xml, /<p:ph\s[^>]*type="(title)"/g).length === 1);
    expect(titled).toHaveLength(6);
    expect(slides()).toHaveLength(6);
    const titles = slides().map(
      (xml) => found(xml.slice(xml.indexOf('type="title"')), /<a:t>([^<]*)<\/a:t>/g)[0],
    );
    expect(new Set(titles).size).toBe(6);
  });

  it('are Danish in every text, notes and all', () => {
    const languages = Object.values(parts).flatMap((xml) => found(xml, /\blang="([^"]*)"/g));
    expect(new Set(languages)).toEqual(new Set(['da-DK']));
  });

  it('give each thing a number of its own, and the bar its figures to whoever listens', () => {
    for (const xml of slides()) {
      const numbers = found(xml, /<p:cNvPr id="(\d+)"/g);
      expect(new Set(numbers).size).toBe(numbers.length);
    }
    const alt = slides().flatMap((xml) => found(xml, /descr="([^"]+)"/g));
    const kr = 'kr.';
    expect(alt.map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
      `Brugt og bevilget 780.000 ${kr}, Bedt om 390.000 ${kr}, Tilbage 202.000 ${kr} af 1.372.000 ${kr}`,
    ]);
  });

  it('say in their title what has been found', () => {
    const said = (...types: readonly ('trial' | 'stop' | 'waiting')[]): string =>
      gateFinding({
        ...request,
        project: { ...request.project, title: 'Måtten' },
        positions: types.map((type) => ({
          ...{ seat: type, areaName: '', chefName: '', deputies: [] },
          position:
            type === 'waiting'
              ? { type }
              : { type: 'choice', choice: choice(type), statement: {} as never },
        })),
      });
    expect(said('waiting', 'waiting')).toBe('Måtten: ingen har svaret endnu');
    expect(said('trial', 'trial')).toBe('Måtten: alle siger »Til afprøvning«');
    expect(said('trial', 'trial', 'stop')).toBe(
      'Måtten: to siger »Til afprøvning« og én siger »Stop projektet«',
    );
    expect(said('trial', 'waiting')).toBe(
      'Måtten: én siger »Til afprøvning« og én har ikke svaret',
    );
  });
});
