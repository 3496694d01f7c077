#!/usr/bin/env bash
# Wrong guess: a table in a chat message, made plain text by html-to-text, keeps its cells apart, as every
#   browser's own innerText does (a tab between them).
# Version: html-to-text 10.0.1, with the options it has by itself.
# Behaviour: a whole table becomes one word. Neither the cells of a row nor the rows are kept apart:
#   "Pris" beside "Antal" over 12 beside 345 reads "PrisAntal12345", and "010190" beside "1234" reads
#   "0101901234". No option is set and nothing is warned.
#   The other formatter it has for tables, dataTable, keeps them apart; it has to be asked for.
# Source: what it gives, below; the package's own page says of `table` only that it is a block by itself
#   and that dataTable is for tables with data.
# What follows: who searches plain text for numbers (a number of a person's, an amount) finds ones that
#   nobody wrote, and loses ones that somebody did. Ask for dataTable, or put a space after each cell.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact html-to-text@10.0.1 > install.log 2>&1

cat > look.mjs <<'LOOK'
import { convert } from 'html-to-text';

const table = '<table><tr><td>Pris</td><td>Antal</td></tr><tr><td>12</td><td>345</td></tr></table>';
const asData = { selectors: [{ selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } }] };
const words = (text) => text.split(/\s+/).filter((word) => word !== '');
const seen = { plain: words(convert(table)), dataTable: words(convert(table, asData)) };
for (const [how, found] of Object.entries(seen)) console.log(`${how.padEnd(10)} ${found.join(' | ')}`);
const as = `${seen.plain.join()} ${seen.dataTable.join()}`;
if (as !== 'PrisAntal12345 Pris,Antal,12,345') {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.mjs
