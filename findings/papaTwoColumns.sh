#!/usr/bin/env bash
# Wrong guess: papaparse, told nothing, finds the separator of an ordinary list; a line end after the last
#   row, which every spreadsheet writes, is no matter.
# Version: papaparse 5.7.1.
# Behaviour: a list of two columns that ends with a line end is not recognised, whatever parts it: the
#   empty last line counts as a row of one cell, and two columns must be two on average over the first ten
#   rows. It falls back to the comma. A Danish list (semicolons) with amounts is then cut in the amounts:
#   "Rampe;12,50" is "Rampe;12" and "50". Commas themselves come out right by luck, with an error told.
#   A third column, ten rows or skipEmptyLines help. But three columns with a comma in two headings
#   ("Pris, kr.") beside amounts in the same two are parted at the commas, with no error at all: both
#   signs give even rows, and the comma is tried first.
# Source: guessDelimiter in papaparse.js; the page papaparse.com/docs says of delimiter that left empty
#   it is found by itself from a handful of rows.
# What follows: try the separators oneself against headings one knows, or at the least give
#   skipEmptyLines, and name the semicolon first in delimitersToGuess.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact papaparse@5.7.1 > install.log 2>&1

cat > look.mjs <<'LOOK'
import papaparse from 'papaparse';

const two = (rows, mark) => ['Navn', ...Array(rows).fill('Rampe')].map((name, at) => `${name}${mark}${at ? '12,50' : 'Pris'}\r\n`).join('');
const tabs = 'Navn\tPris\r\nRampe\t1250\r\n';
const amounts = 'Navn;Pris, kr.;Brugt, kr.\r\nRampe;12,50;7,25\r\nLift;1,00;2,00';
const foundIn = (text, options = {}) => {
  const { data, errors, meta } = papaparse.parse(text, options);
  const told = errors.map(({ code }) => code).join() || 'no error';
  return `${JSON.stringify(meta.delimiter)} ${JSON.stringify(data[1])} ${told}`;
};
const seen = [
  ['two columns, line end', foundIn(two(1, ';'))],
  ['two columns, none', foundIn(two(1, ';').trimEnd())],
  ['two columns by tabs', foundIn(tabs)],
  ['two columns, 10 lines', foundIn(two(9, ';'))],
  ['skipEmptyLines', foundIn(two(1, ';'), { skipEmptyLines: true })],
  ['commas in headings', foundIn(amounts)],
  ['… semicolon first', foundIn(amounts, { delimitersToGuess: [';', ','] })],
];
for (const [what, found] of seen) console.log(`${what.padEnd(22)} ${found}`);
const expected = [
  '"," ["Rampe;12","50"] UndetectableDelimiter',
  '";" ["Rampe","12,50"] no error',
  '"," ["Rampe\\t1250"] UndetectableDelimiter',
  '";" ["Rampe","12,50"] no error',
  '";" ["Rampe","12,50"] no error',
  '"," ["Rampe;12","50;7","25"] no error',
  '";" ["Rampe","12,50","7,25"] no error',
];
if (seen.map(([, found]) => found).join('\n') !== expected.join('\n')) {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.mjs
