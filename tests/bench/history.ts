import { createHash } from 'node:crypto';
import {
  chainFaultOf,
  firstHash,
  type HistoryEntry,
  sealedTextOf,
} from '#shared/domain/history.ts';
import { atMost, type BenchLine, type BenchRow, ratioOf, type Size } from './row.ts';

const amounts = {
  full: { entries: 100_000, pairs: 9 },
  small: { entries: 50, pairs: 1 },
} as const satisfies Record<Size, unknown>;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** One subject's chain, each entry as long as a project's usual change. */
const chainOf = (length: number): readonly HistoryEntry[] => {
  const chain: HistoryEntry[] = [];
  let previousHash = firstHash;
  for (let seq = 1; seq <= length; seq += 1) {
    const unsealed: Omit<HistoryEntry, 'hash'> = {
      ...{ id: `P1:${seq}`, subject: 'P1', seq, cause: `P1:edit:${seq}`, kind: 'edited' },
      ...{ byId: '5f0c2b1e-8a5d-4b7e-9c55-0d3a6f1b2c3d', byName: 'Konsulent, DigiTek' },
      at: '2026-11-23T09:14:00Z',
      before: JSON.stringify({ nextStep: `Aftal prøve nummer ${seq}`, askOre: seq * 100 }),
      after: JSON.stringify({ nextStep: `Aftal prøve nummer ${seq + 1}`, askOre: seq * 200 }),
      previousHash,
    };
    const entry = { ...unsealed, hash: hashOf(sealedTextOf(unsealed)) };
    previousHash = entry.hash;
    chain.push(entry);
  }
  return chain;
};

const millisecondsOf = (work: () => void): number => {
  const started = performance.now();
  work();
  return performance.now() - started;
};

/** P26: whether a long history holds, against nothing but the hash of the same texts. */
const looking = async (size: Size): Promise<readonly BenchRow[]> => {
  const { entries, pairs } = amounts[size];
  const chain = chainOf(entries);
  const texts = chain.map(sealedTextOf);
  const looked = async () =>
    millisecondsOf(() => {
      if (chainFaultOf(chain, hashOf) !== null) throw new Error('The chain does not hold');
    });
  const bare = async () =>
    millisecondsOf(() => {
      for (const text of texts) hashOf(text);
    });
  return [
    atMost({
      id: 'P26',
      what: `whether ${entries.toLocaleString('en')} entries hold, against their bare hash`,
      value: await ratioOf(looked, bare, pairs),
      ...{ gate: 6, aim: 3, unit: '×' },
    }),
  ];
};

export async function* benchHistory(size: Size): AsyncGenerator<BenchLine> {
  yield { id: 'P26', measure: () => looking(size) };
}
