#!/usr/bin/env bash
# Wrong guess: a cell that holds hours (36:00, format [h]:mm) is read as a number, or as a length of
#   time; and where a reader makes a date of it, every reader makes the same one.
# Version: hucre 1.0.0, read-excel-file 9.3.17; the workbook is written by exceljs 4.4.0.
# Behaviour: both readers take [h]:mm and h:mm for formats of a date and give a Date. Thirty-six hours
#   (1.5 in the file) is 1 January 1900, 12:00 by hucre and 31 December 1899, 12:00 by read-excel-file.
#   The two differ by a day for every number below 60, where Excel counts a 29 February 1900 that never
#   was; from 60 on they agree. So a column of hours becomes a column of moments, and which day it is
#   says only which library was used.
# Source: what they give, below; ECMA-376 part 1, 18.17.4 (dates and times) and 18.8.30 (formats).
# What follows: the import reads a cell as a person sees it, by its format (numfmt), and never asks a
#   reader whether it is a date.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact exceljs@4.4.0 hucre@1.0.0 read-excel-file@9.3.17 > install.log 2>&1

cat > look.mjs <<'LOOK'
import exceljs from 'exceljs';
import { readXlsx } from 'hucre/xlsx';
import { readSheet } from 'read-excel-file/node';

const cells = [
  ['[h]:mm', 1.5],
  ['h:mm', 0.5],
  ['dd-mm-yyyy', 59],
  ['dd-mm-yyyy', 61],
  ['0.0', 1.5],
];
const book = new exceljs.Workbook();
const sheet = book.addWorksheet('Timer');
cells.forEach(([format, value], at) => {
  const cell = sheet.getCell(1, at + 1);
  cell.value = value;
  cell.numFmt = format;
});
const bytes = Buffer.from(await book.xlsx.writeBuffer());
const said = (value) => (value instanceof Date ? value.toISOString().slice(0, 16) : value);
const byHucre = (await readXlsx(new Uint8Array(bytes))).sheets[0].rows[0].map(said);
const byOther = (await readSheet(bytes))[0].map(said);
cells.forEach(([format, value], at) =>
  console.log(`${format.padEnd(10)} ${String(value).padEnd(4)} hucre ${byHucre[at]}  read-excel-file ${byOther[at]}`),
);
const expected = {
  byHucre: ['1900-01-01T12:00', '1899-12-31T12:00', '1900-02-28T00:00', '1900-03-01T00:00', 1.5],
  byOther: ['1899-12-31T12:00', '1899-12-30T12:00', '1900-02-27T00:00', '1900-03-01T00:00', 1.5],
};
if (JSON.stringify({ byHucre, byOther }) !== JSON.stringify(expected)) {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.mjs
