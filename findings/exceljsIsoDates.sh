#!/usr/bin/env bash
# Wrong guess: a date in a cell is read as that date, however the workbook keeps it; or the reader says
#   that it cannot.
# Version: exceljs 4.4.0; beside it xlsx 0.18.5, which writes it, read-excel-file 9.3.17 and hucre 1.0.0.
# Behaviour: a cell may keep its date as text of ISO 8601, with t="d". xlsx writes it so when it is asked for
#   dates, and the strict form of a workbook allows it as well. exceljs reads the year alone and takes it
#   for a number of days: every date of 2026 is 18 July 1905, and every date of 2027 is the day after. It
#   is a date like any other, and nothing is said. read-excel-file has the date, hucre the text of it.
# Source: what it reads, below; ISO/IEC 29500-1, 18.18.11: the type d of a cell is a date of ISO 8601.
# What follows: a list of projects that is read with exceljs has starts and ends in 1905, all alike. Look at
#   the type of the cell in the file first, or read it with another.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact \
  exceljs@4.4.0 xlsx@0.18.5 read-excel-file@9.3.17 hucre@1.0.0 fflate@0.8.3 > install.log 2>&1

cat > look.mjs <<'LOOK'
import exceljs from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre';
import readExcelFile from 'read-excel-file/node';
import { utils, write } from 'xlsx';

const dayOf = (value) => (value instanceof Date ? value.toISOString() : String(value)).slice(0, 10);

const seen = [];
for (const day of ['2026-03-01', '2026-11-30', '2027-01-15']) {
  const sheet = utils.aoa_to_sheet([['Start'], [new Date(`${day}T00:00:00Z`)]], { cellDates: true });
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Projekter');
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx', cellDates: true });
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
  const [, type, kept] = /<c r="A2"[^>]* t="(\w+)"><v>([^<]*)</.exec(xml);
  const read = new exceljs.Workbook();
  await read.xlsx.load(bytes);
  seen.push([
    ...[type, kept.slice(0, 10), dayOf(read.worksheets[0].getCell('A2').value)],
    dayOf((await readExcelFile(bytes))[0].data[1][0]),
    typeof (await readXlsx(bytes)).sheets[0].rows[1][0],
  ]);
}
console.log('type  in the file  exceljs     read-excel-file  hucre');
for (const [type, kept, one, two, three] of seen)
  console.log(`${type.padEnd(5)} ${kept.padEnd(12)} ${one.padEnd(11)} ${two.padEnd(16)} ${three}`);
const expected = [
  ['d', '2026-03-01', '1905-07-18', '2026-03-01', 'string'],
  ['d', '2026-11-30', '1905-07-18', '2026-11-30', 'string'],
  ['d', '2027-01-15', '1905-07-19', '2027-01-15', 'string'],
];
if (JSON.stringify(seen) !== JSON.stringify(expected)) {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
# Whole days: what the writer makes of a moment follows the clock of the machine.
TZ=UTC node look.mjs
