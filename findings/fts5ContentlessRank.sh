#!/usr/bin/env bash
# Wrong guess: a full-text table of SQLite that keeps no texts (content='') may also keep less of where
#   a word stood (detail=column or none, to be small) and still ranks: each of the two alone does.
# Version: SQLite 3.45.1 as libsql 0.5.29 brings it; better-sqlite3 12.4.1 (3.50.4) does the same.
# Behaviour: together they give every row the rank 0, by bm25() and by the hidden column rank, and no
#   error. Rows come in the order of their ids, which looks like an order by rank until somebody reads
#   them. The rank is counted from where the phrase stood in the row; with less than full detail that
#   is worked out from the text, and a table without content has none.
# Source: what it gives, below; sqlite.org/fts5.html, the reference of xInstCount (with less than full
#   detail and no content it always says 0), far from bm25 and the detail option, which name no such case.
# What follows: who wants an index without texts ranks by weights of their own, or pays for full detail.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact libsql@0.5.29 > install.log 2>&1

cat > look.cjs <<'LOOK'
const Database = require('libsql');

const texts = ['en robot i en have med mange andre ord', 'robot robot robot', 'en kat', 'en hund'];
const ranksOf = (options) => {
  const db = new Database(':memory:');
  db.exec(`create virtual table ideas using fts5(${['text', ...options].join()})`);
  const put = db.prepare('insert into ideas(rowid, text) values (?, ?)');
  texts.forEach((text, at) => put.run(at + 1, text));
  const rows = db
    .prepare("select rowid, bm25(ideas) as score, rank from ideas where ideas match 'robot' order by rank")
    .all();
  return {
    order: rows.map(({ rowid }) => rowid).join(),
    isRanked: rows.every(({ score, rank }) => score < 0 && rank === score),
  };
};
const seen = [
  [],
  ["content=''"],
  ['detail=none'],
  ['detail=column'],
  ["content=''", 'detail=column'],
  ["content=''", 'detail=none'],
].map((options) => [options.join() || 'plain', ranksOf(options)]);
for (const [options, { order, isRanked }] of seen)
  console.log(`${options.padEnd(26)} order ${order}  ${isRanked ? 'ranked' : 'every rank is 0'}`);
const as = seen.map(([, { order, isRanked }]) => `${order} ${isRanked}`).join('; ');
if (as !== '2,1 true; 2,1 true; 2,1 true; 2,1 true; 1,2 false; 1,2 false') {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.cjs
