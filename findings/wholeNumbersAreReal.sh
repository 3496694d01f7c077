#!/usr/bin/env bash
# Wrong guess: a whole number from JavaScript that is given to SQLite is an integer there; 7 in a column of
#   text is '7', and 'sag-' || ? is 'sag-7'.
# Versions: libsql 0.5.29 (better-sqlite3 12.4.1 does the same); sql.js 1.13.0, which does not.
# Behaviour: every number is bound as a floating one. In a column of type text it becomes '7.0', a key put
#   together in SQL becomes 'sag-7.0', json_object writes 7.0, and in a column without a type it stays
#   real. A column of type integer turns it back, so that most tables never show it. Half is 3.5 where
#   integers gave 3. The same statement by sql.js, the same engine, gives 7 throughout: it looks whether
#   the number is whole. A BigInt (7n) is an integer in all of them.
# Source: what they give, below; sqlite.org/datatype3.html, 3 (a real number stored as text keeps its
#   point). docs/api.md of better-sqlite3, which libsql follows, has a table where number stands beside
#   REAL and beside INTEGER, and does not say which is sent.
# What follows: text that is made of a number is made before it is bound; or BigInt, or cast(? as integer).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact libsql@0.5.29 sql.js@1.13.0 > install.log 2>&1

cat > look.cjs <<'LOOK'
const Database = require('libsql');
const sqlJs = require('sql.js');

const table = 'create table kept (words text, whole integer, any)';
const put = 'insert into kept values (?1, ?1, ?1)';
const asked = `select words, typeof(whole), typeof(any), 'sag-' || ?1, json_object('n', ?1), ?1 / 2 from kept`;

const byLibsql = (value) => {
  const db = new Database(':memory:');
  db.exec(table);
  db.prepare(put).run(value);
  return db.prepare(asked).raw(true).all(value)[0].join('  ');
};
const bySqlJs = (db, value) => {
  db.run(table);
  db.run(put, [value]);
  return db.exec(asked, [value])[0].values[0].join('  ');
};
const look = async () => {
  const { Database: Other } = await sqlJs();
  const seen = [
    ['libsql 7', byLibsql(7)],
    ['libsql 7n', byLibsql(7n)],
    ['sql.js 7', bySqlJs(new Other(), 7)],
  ];
  for (const [how, found] of seen) console.log(`${how.padEnd(10)} ${found}`);
  const expected = [
    '7.0  integer  real  sag-7.0  {"n":7.0}  3.5',
    '7  integer  integer  sag-7  {"n":7}  3',
    '7  integer  integer  sag-7  {"n":7}  3',
  ];
  if (seen.map(([, found]) => found).join('\n') !== expected.join('\n')) {
    console.error('It is otherwise now.');
    process.exit(1);
  }
};
look();
LOOK
node look.cjs
