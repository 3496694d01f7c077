import { readFileSync } from 'node:fs';
import papaparse from 'papaparse';
import type { ToldRow } from '#shared/text/alike.ts';

const sampleFile = new URL('../../infra/sample/projects.csv', import.meta.url);

/** The same stream of numbers for the same seed (xorshift). */
const numbers = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
};

/**
 * As many projects as wanted with the words of the sample's 140: the name of one, and the texts of
 * two others. One word of eight is made longer by another, so that the words go on growing in
 * number with the projects, as they do where people write.
 */
export const alikePortfolio = (size: number): readonly ToldRow[] => {
  const { data } = papaparse.parse<Record<string, string>>(readFileSync(sampleFile, 'utf8'), {
    ...{ header: true, delimiter: ';', skipEmptyLines: true },
  });
  const next = numbers(20_261_129);
  const any = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const of = (column: string): string => any(data)[column] ?? '';
  const words = data.flatMap(({ titel = '' }) => titel.match(/\p{L}{4,}/gu) ?? []);
  const grown = (text: string): string =>
    text
      .split(' ')
      .map((word) => (next() < 0.12 ? `${word}${any(words).toLowerCase()}` : word))
      .join(' ');
  return Array.from({ length: size }, (_, at) => ({
    seq: at + 1,
    value: {
      title: grown(of('titel')),
      technology: of('leverandør_eller_teknologi'),
      purpose: of('resume').split(' ').slice(0, 12).join(' '),
      summary: grown(of('resume')),
    },
  }));
};
