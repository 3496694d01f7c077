import { add, close, type Tally } from '../play.ts';
import { rootFrom } from '../root.ts';
import { bringAll, playOn } from './playOn.ts';
import { runtimes } from './runtimes.ts';

const root = rootFrom(import.meta.url);
const wide = (cell: string): string => cell.padStart(9);
const all: Tally = { passed: 0, failed: 0, skipped: 0 };
const rows: string[] = [];

for (const other of await bringAll(root, runtimes)) {
  const started = Date.now();
  const here: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const project of ['runtimes', 'quick', 'servers'])
    add(here, await playOn(root, other, { project }));
  const seconds = (Date.now() - started) / 1_000;
  const cells = [here.passed, here.failed, here.skipped, seconds];
  rows.push([other.version, ...cells.map((cell) => cell.toFixed(0))].map(wide).join(''));
  add(all, here);
}
console.log(['Node', 'passed', 'failed', 'skipped', 'seconds'].map(wide).join(''));
console.log(rows.join('\n'));
close(all);
