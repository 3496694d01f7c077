#!/usr/bin/env bash
# Wrong guess: date-holidays, whose Danish public holidays are right to the year in which one was abolished
#   (Store Bededag, 2024), is right of the other Danish days too.
# Version: date-holidays 3.37.0.
# Behaviour: Fastelavn, when nurseries and care homes dress up, is given as the Monday, 48 days before Easter.
#   It is the Sunday, 49 days before, as the same package says of the same word in Norway. New Year's Eve
#   is not there at all; Christmas Eve and Grundlovsdag are, as observances. Who asks for types:
#   ['public'] sees none of it.
# Source: data/countries/DK.yaml (easter -48) and NO.yaml (easter -49) of the package. That it is the Sunday
#   seven weeks before Easter: ikalender.dk/nationale-maerkedage/fastelavn.
# What follows: the public days may be taken; the rest of a Danish year is one's own table.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact date-holidays@3.37.0 > install.log 2>&1

cat > look.mjs <<'LOOK'
import Holidays from 'date-holidays';

const daysOf = (country, year) => new Holidays(country).getHolidays(year).map(({ date, name, type }) => [date.slice(0, 10), name, type]);
const weekday = (day) => new Date(`${day}T12:00Z`).toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' });
const carnival = (country) =>
  [2026, 2027].map((year) => {
    const [day] = daysOf(country, year).find(([, name]) => name === 'Fastelavn');
    return `${day} ${weekday(day)}`;
  });
const seen = [
  ['DK', ...carnival('DK')],
  ['NO', ...carnival('NO')],
  ['Store Bededag', ...[2023, 2024].map((year) => daysOf('DK', year).some(([, name]) => name === 'Store Bededag'))],
  ['24 and 31 December', ...['12-24', '12-31'].map((end) => daysOf('DK', 2026).find(([day]) => day.endsWith(end))?.[2] ?? 'none')],
];
for (const [what, ...found] of seen) console.log(`${what.padEnd(19)} ${found.join('  ')}`);
const expected = [
  ['DK', '2026-02-16 Monday', '2027-02-08 Monday'],
  ['NO', '2026-02-15 Sunday', '2027-02-07 Sunday'],
  ['Store Bededag', true, false],
  ['24 and 31 December', 'observance', 'none'],
];
if (JSON.stringify(seen) !== JSON.stringify(expected)) {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.mjs
