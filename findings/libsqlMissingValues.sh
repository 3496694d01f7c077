#!/usr/bin/env bash
# Wrong guess: libsql, which aims to be better-sqlite3 with more to it, refuses a statement that is given
#   fewer values than it has places, or a name it does not know; and a row is the columns that were asked
#   for, whichever of get() and all() fetches it.
# Versions: libsql 0.5.29; of better-sqlite3 its documentation, docs/api.md, and its 12.4.1.
# Behaviour: a place without a value is NULL, in silence: `where area = @area` with {Area: …} finds nothing,
#   and `update … set area = @area` with it empties the column in every row it meets. Values too many are
#   let go. better-sqlite3 throws "Missing named parameter", "Too few" and "Too many parameter values".
#   get() puts one column more into the row, `_metadata`, with how long it took; all() and iterate() do
#   not. It goes along into JSON and spreads, and no two answers are equal. A transaction() inside another
#   is no savepoint, as it is there, but an error.
# Source: what it does, below; index.js of the package for the transaction. Its README names the aim;
#   docs/api.md says what is not supported, and none of this among it.
# What follows: give values by place, from one list beside the statement, and read rows with all() or by
#   the names of their columns.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact libsql@0.5.29 > install.log 2>&1

cat > look.cjs <<'LOOK'
const Database = require('libsql');

const db = new Database(':memory:');
db.exec("create table ideas (id integer, area text); insert into ideas values (1, 'care'), (2, 'school')");
const said = (work) => {
  try {
    return JSON.stringify(work());
  } catch (error) {
    return `error: ${error.message}`;
  }
};
const areas = () => db.prepare('select area from ideas').raw(true).all().flat();
const nested = db.transaction(() => db.transaction(() => 1)());
const seen = [
  ['found by a misspelt name', said(() => db.prepare('select id from ideas where area = @area').all({ Area: 'care' }))],
  ['too few', said(() => db.prepare('select ? as one, ? as two').all('a'))],
  ['too many', said(() => db.prepare('select ? as one').all('a', 'b'))],
  ['columns by get()', said(() => Object.keys(db.prepare('select id, area from ideas').get()))],
  ['columns by all()', said(() => Object.keys(db.prepare('select id, area from ideas').all()[0]))],
  ['nested transaction', said(nested)],
  ['update by such a name', said(() => db.prepare('update ideas set area = @area').run({ Area: 'care' }).changes)],
  ['what is left', said(areas)],
];
for (const [what, found] of seen) console.log(`${what.padEnd(25)} ${found}`);
const expected = [
  '[]',
  '[{"one":"a","two":null}]',
  '[{"one":"a"}]',
  '["id","area","_metadata"]',
  '["id","area"]',
  'error: cannot start a transaction within a transaction',
  '2',
  '[null,null]',
];
if (seen.map(([, found]) => found).join('\n') !== expected.join('\n')) {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.cjs
