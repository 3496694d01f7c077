#!/usr/bin/env bash
# Wrong guess: rrule, given a rule as calendars write it (DTSTART with a TZID, UNTIL in UTC, as the standard
#   asks), knows the same meetings as the calendar it came from.
# Version: rrule 2.8.1.
# Behaviour: it compares the clock on the wall, taken for UTC, with UNTIL, which is UTC. East of Greenwich
#   the last meeting is lost: every Tuesday at nine in Copenhagen until 29 September, 07:00Z, which is
#   nine, ends on the 22nd. West of it there is one too many. The same rule with DTSTART in UTC has five.
#   toString() then writes UNTIL without its Z, so that it is another moment to the next reader.
# Source: what it gives, below; RFC 5545, 3.3.10: where DTSTART has a zone, UNTIL is in UTC, and a start
#   that is the same moment is the last one. The README (dates, time zones) says that results are to be
#   read as local, and nothing of UNTIL beside a TZID.
# What follows: UNTIL is put into the zone of DTSTART before it is given to rrule, or COUNT is used; or the
#   file is read by something that knows zones.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact rrule@2.8.1 > install.log 2>&1

cat > look.mjs <<'LOOK'
import library from 'rrule';

/** Meetings by their days; each rule's last start is the very moment of its UNTIL, or 15 minutes after it. */
const daysOf = (start, until) =>
  library
    .rrulestr(`DTSTART${start}\nRRULE:FREQ=WEEKLY;UNTIL=${until}`)
    .all()
    .map((date) => date.toISOString().slice(5, 10))
    .join(' ');
const copenhagen = ';TZID=Europe/Copenhagen:20260901T090000';
const seen = [
  ['07:00 in UTC', daysOf(':20260901T070000Z', '20260929T070000Z')],
  ['09:00 Copenhagen', daysOf(copenhagen, '20260929T070000Z')],
  ['09:00 New York', daysOf(';TZID=America/New_York:20260901T090000', '20260929T124500Z')],
];
for (const [what, days] of seen) console.log(`${what.padEnd(17)} ${days}`);
const again = library.rrulestr(`DTSTART${copenhagen}\nRRULE:FREQ=WEEKLY;UNTIL=20260929T070000Z`).toString();
console.log(again);
const expected = [
  '09-01 09-08 09-15 09-22 09-29',
  '09-01 09-08 09-15 09-22',
  '09-01 09-08 09-15 09-22 09-29',
];
if (seen.map(([, days]) => days).join() !== expected.join() || !again.endsWith('UNTIL=20260929T070000')) {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
TZ=UTC node look.mjs
