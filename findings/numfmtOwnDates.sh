#!/usr/bin/env bash
# Wrong guess: numfmt, which writes and reads numbers as spreadsheets do and has Danish among its locales,
#   reads the Danish dates that it writes.
# Version: numfmt 4.0.1, locale da.
# Behaviour: a day in Danish has a dot after it, and any dot is refused: "2. november 2026", which is what
#   format itself gives for that day by d. mmmm yyyy and by the computer's own long date ([$-F800]), is
#   nothing to parseDate and parseValue. So is 2.11.2026. Without dots, or with hyphens or slashes, the day
#   comes first, as it should. The Danish writing of a time, 9.00, is no time, and "kr. 1.234,50" no number,
#   where "1.234,50 kr." is. "02112026", a day as some systems export it, is a number to parseValue.
#   And the answer is { value, formatId }, where its own page says { v, z }: asked for v, every text is
#   undefined, also those it has understood.
# Source: what it gives, below; API.md of the package, parseDate and parseValue.
# What follows: dates in words and with dots are read by oneself before numfmt is asked; undefined is "not
#   understood", never "no date".
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact numfmt@4.0.1 > install.log 2>&1

cat > look.mjs <<'LOOK'
import { format, parseTime, parseValue } from 'numfmt';

const da = { locale: 'da' };
const day = 46_328;
const written = ['d. mmmm yyyy', '[$-F800]dddd, mmmm dd, yyyy', 'd mmm yyyy', 'dd-mm-yyyy'].map((pattern) => format(pattern, day, da));
const read = (text) => parseValue(text, da)?.value ?? null;
const names = Object.keys(parseValue('2-11-2026', da)).join();
const seen = [
  ...written.map((text) => [text, read(text)]),
  ...['2.11.2026', '02112026', '1.234,50 kr.', 'kr. 1.234,50'].map((text) => [text, read(text)]),
  ...['9:00', '9.00'].map((text) => [text, parseTime(text, da)?.value ?? null]),
];
for (const [text, value] of seen) console.log(`${text.padEnd(18)} ${value ?? 'not understood'}`);
console.log(`an answer has ${names}`);
const expected = [
  ['2. november 2026', null],
  ['2. november 2026', null],
  ['2 nov 2026', day],
  ['02-11-2026', day],
  ['2.11.2026', null],
  ['02112026', 2_112_026],
  ['1.234,50 kr.', 1234.5],
  ['kr. 1.234,50', null],
  ['9:00', 0.375],
  ['9.00', null],
];
if (JSON.stringify(seen) !== JSON.stringify(expected) || names !== 'value,formatId') {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.mjs
