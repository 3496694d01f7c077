#!/usr/bin/env bash
# Wrong guess: a workbook that exceljs has written, it can read: a sheet may be called "Budget '26", which
#   Excel allows and exceljs takes, and may say which part of it is printed.
# Version: exceljs 4.4.0.
# Behaviour: the name goes into the print area's formula with its apostrophe as it is, where it must be
#   doubled: 'Budget '26'!$A$1:$B$9. exceljs's own reader then refuses the whole workbook with an error
#   about something else ("Cannot read properties of undefined"). With rows to repeat on each page in the
#   place of a print area the workbook is read, and they are gone. The dollar before the rows is missing
#   too, in every print area, whatever the sheet is called: $A1:$B9.
# Source: what it writes, below; ECMA-376 part 1, 18.17.2.3: an apostrophe in the name of a sheet is written
#   twice in a formula.
# What follows: no apostrophe in a sheet's name, or no print area and no repeated rows with it.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact exceljs@4.4.0 fflate@0.8.3 > install.log 2>&1

cat > look.mjs <<'LOOK'
import exceljs from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';

/** What is written of a sheet's printing, and what is read of it again. */
const kept = async (name, pageSetup) => {
  const book = new exceljs.Workbook();
  book.addWorksheet(name, { pageSetup }).addRow(['Projekt', 'Pris']);
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  const written = /<definedName [^>]*>([^<]*)</.exec(strFromU8(unzipSync(bytes)['xl/workbook.xml']))[1];
  const again = new exceljs.Workbook();
  const read = await again.xlsx.load(bytes).then(
    () => JSON.stringify(again.worksheets[0].pageSetup[Object.keys(pageSetup)[0]]),
    ({ message }) => `error: ${message}`,
  );
  return [written.replaceAll('&apos;', "'"), read ?? 'nothing'];
};
const seen = [
  await kept('Budget 26', { printArea: 'A1:B9' }),
  await kept("Budget '26", { printArea: 'A1:B9' }),
  await kept('Budget 26', { printTitlesRow: '1:1' }),
  await kept("Budget '26", { printTitlesRow: '1:1' }),
];
for (const [written, read] of seen) console.log(`${written.padEnd(24)} ${read}`);
const expected = [
  ["'Budget 26'!$A1:$B9", '"A1:B9"'],
  ["'Budget '26'!$A1:$B9", "error: Cannot read properties of undefined (reading 'match')"],
  ["'Budget 26'!$1:$1", '"1:1"'],
  ["'Budget '26'!$1:$1", 'nothing'],
];
if (JSON.stringify(seen) !== JSON.stringify(expected)) {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.mjs
