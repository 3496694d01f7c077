import { AlikeIndex } from '#shared/text/alike.ts';
import { alikePortfolio } from './alikePortfolio.ts';

/*
 * What an index of so many projects takes, in a process of its own: of the machine, because most of
 * it lies outside the heap. The first ones make room for what is thrown away while they are made.
 */

const collect = (globalThis as { gc?: () => void }).gc;
if (!collect) throw new Error('Start with --expose-gc');

const [size = 0, first = 0, more = 1] = process.argv.slice(2).map(Number);
const megabyte = 1_024 * 1_024;
const rows = alikePortfolio(size);
const held: AlikeIndex[] = [];

const takenAfter = (count: number): number => {
  for (let at = 0; at < count; at += 1) {
    const index = new AlikeIndex();
    index.follow(rows);
    held.push(index);
    collect();
  }
  return process.memoryUsage().rss / megabyte;
};

const before = takenAfter(first);
const mb = (takenAfter(more) - before) / more;
const alike = held.map((index) => index.among(rows, { title: 'Robotstøvsuger', purpose: '' }));
console.log(JSON.stringify({ mb, found: Math.min(...alike.map((each) => each.length)) }));
