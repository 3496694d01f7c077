#!/usr/bin/env bash
# Wrong guess: ics, which makes calendar files, writes { days: 1 } or { weeks: 2 } as a length that a
#   calendar can read; its page names both.
# Versions: ics 3.12.0; read by ical.js 2.2.1.
# Behaviour: the T that begins hours, minutes and seconds is always written: P1DT, P2WT. iCalendar has no
#   such length: after T comes a time. A strict reader may refuse the event; a lenient one, as ical.js,
#   guesses right, so that a try with it shows nothing. ics tells no error. With an hour beside the day it
#   is right, P1DT2H.
# Source: what it writes, below; RFC 5545, 3.3.6: dur-date is days and perhaps a time, dur-time is T and at
#   least one of hours, minutes, seconds; dur-week is alone.
# What follows: an event of whole days is given an end, or hours: 24.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact ics@3.12.0 ical.js@2.2.1 > install.log 2>&1

cat > look.mjs <<'LOOK'
import ICAL from 'ical.js';
import { createEvent } from 'ics';

/** RFC 5545, 3.3.6. */
const isLength = (text) => /^[+-]?P(?:\d+W|(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/.test(text) && text !== 'P';

const seen = [{ days: 1 }, { weeks: 2 }, { days: 1, hours: 2 }, { hours: 24 }].map((duration) => {
  const { error, value } = createEvent({ title: 'Kursus', start: [2026, 11, 30], duration });
  const written = /DURATION:(\S+)/.exec(value)?.[1];
  const event = new ICAL.Component(ICAL.parse(value)).getFirstSubcomponent('vevent');
  const read = event.getFirstPropertyValue('duration').toSeconds() / 3600;
  return [JSON.stringify(duration), written, isLength(written) ? 'a length' : 'no length', error ?? 'no error', `${read} hours`];
});
for (const one of seen) console.log(one.map((part) => part.padEnd(21)).join('').trimEnd());
const expected = ['P1DT no length 24 hours', 'P2WT no length 336 hours', 'P1DT2H a length 26 hours', 'PT24H a length 24 hours'];
if (seen.map(([, written, is, , read]) => `${written} ${is} ${read}`).join() !== expected.join()) {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.mjs
