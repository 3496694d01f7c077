import { ListRows } from '#shared/graph/listRows.ts';
import { projects } from '#shared/lists/projects.ts';
import { largePortfolio } from './largePortfolio.ts';

/* How much memory a portfolio of this size takes, in a process of its own that holds nothing else. */

const collect = (globalThis as { gc?: () => void }).gc;
if (!collect) throw new Error('Start with --expose-gc');

const size = Number(process.argv[2]);
const megabyte = 1_024 * 1_024;

/** As Graph tells it: its texts are its own, and shared with nothing. */
const asTold = (): readonly string[] =>
  largePortfolio(size)
    .projects.all()
    .map(({ value }) => JSON.stringify(projects.toFields(value)));

const held = new ListRows(projects);
for (const [at, text] of asTold().entries())
  held.apply({
    ...{ seq: at + 1, etag: `"${at},1"`, deleted: false, hand: 'none' },
    fields: JSON.parse(text),
  });
collect();
const { heapUsed, external } = process.memoryUsage();
const rows = held.all().length;
console.log(JSON.stringify({ rows, mb: (heapUsed + external) / megabyte }));
