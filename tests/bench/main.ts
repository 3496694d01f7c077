import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { type Pairing, pairPart } from './against.ts';
import { parts } from './parts.ts';
import { type Kept, keepFigures, lastFigures, lastRelease } from './release.ts';
import { type BenchRow, isBroken, type Outcome, outcomesOf } from './row.ts';

/*
 * `npm run bench` runs all; `-- api` one part. `-- --against <commit>` runs each part here and there
 * in turns, `--pairs N` of them (9); `--keep <release>` leaves the figures in the repository.
 */
const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    against: { type: 'string' },
    pairs: { type: 'string', default: '9' },
    keep: { type: 'string' },
  },
});

const strange = positionals.filter((name) => !(name in parts));
if (strange.length > 0) throw new RangeError(`No such part: ${strange.join(', ')}`);
const wanted = Object.keys(parts).filter(
  (name) => positionals.length === 0 || positionals.includes(name),
);

const short = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(2);

const beforeOf = (row: BenchRow, last: readonly Kept[]): number | null =>
  last.find(({ id, what }) => id === row.id && what === row.what)?.value ?? null;

const lineOf = (outcome: Outcome, last: readonly Kept[]): string => {
  if (isBroken(outcome)) return `FAIL ${outcome.id.padEnd(4)} ${outcome.problem}`;
  const before = beforeOf(outcome, last);
  return [
    outcome.ok ? 'ok  ' : 'FAIL',
    outcome.id.padEnd(4),
    outcome.what.padEnd(64),
    `${short(outcome.value)} ${outcome.unit}`.padStart(14),
    `gate ${short(outcome.gate)}`.padStart(12),
    `aim ${short(outcome.aim)}`.padStart(12),
    before === null ? '' : `${lastRelease} ${short(before)}`.padStart(18),
  ].join(' ');
};

const measureAll = async (): Promise<number> => {
  const last = await lastFigures();
  const outcomes: Outcome[] = [];
  for (const [name, part] of Object.entries(parts).filter(([each]) => wanted.includes(each)))
    for await (const outcome of outcomesOf(name, part, 'full')) {
      outcomes.push(outcome);
      console.log(lineOf(outcome, last));
    }
  const about = {
    node: process.version,
    cpus: availableParallelism(),
    at: new Date().toISOString(),
    lastRelease,
  };
  const rows = outcomes.map((one) =>
    isBroken(one) ? one : { ...one, before: beforeOf(one, last) },
  );
  await writeFile('bench.json', `${JSON.stringify({ ...about, rows }, null, 2)}\n`);
  const found = outcomes.filter((one): one is BenchRow => !isBroken(one));
  if (asked.keep) await keepFigures(asked.keep, found);
  const failed = outcomes.filter((one) => !one.ok).length;
  console.log(`${outcomes.length - failed} goals held, ${failed} failed`);
  return failed;
};

const pairingLine = ({ id, what, ratio, pairs, problem }: Pairing): string =>
  [
    id.padEnd(4),
    what.padEnd(64),
    ratio === null ? 'not paired' : `${ratio.toFixed(2)} × of it in ${pairs} pairs`,
    problem,
  ].join(' ');

/** Today's lines against another commit's; how many could not be paired. */
const pairAll = async (commit: string): Promise<number> => {
  const pairings: Pairing[] = [];
  for (const name of wanted)
    for (const pairing of await pairPart(name, commit, Number(asked.pairs))) {
      pairings.push(pairing);
      console.log(pairingLine(pairing));
    }
  await writeFile('bench.json', `${JSON.stringify({ against: commit, pairings }, null, 2)}\n`);
  return pairings.filter(({ ratio }) => ratio === null).length;
};

const failed = asked.against ? await pairAll(asked.against) : await measureAll();
// A line that broke may have left a server open, and the process would wait for it.
process.exit(failed === 0 ? 0 : 1);
