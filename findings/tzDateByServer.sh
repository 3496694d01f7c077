#!/usr/bin/env bash
# Wrong guess: new TZDate(2026, 9, 25, 2, 30, 'Europe/Copenhagen') is one moment, wherever it is asked; and
#   a time read with a zone beside it, new TZDate('2026-11-30T09:00', zone), is nine o'clock in that zone.
# Version: @date-fns/tz 1.5.0.
# Behaviour: the hour that comes twice in October is the first on a server that runs in Copenhagen or
#   Sydney, and the second on one in UTC or New York. Setting an hour or a date into it does likewise, so
#   a reminder for half past two is an hour apart by where it is reckoned. A text without an offset is
#   read in the server's own zone, then shown in the other: nine is ten in Copenhagen by a server in UTC.
#   A test on a developer's machine in Denmark sees neither.
# Source: what it gives, below. Its README says that all calculations are made in the given zone rather
#   than the system's, and of text that it is read as Date reads it.
# What follows: work out the offset oneself by tzOffset, which is the same everywhere, and say which of
#   the two hours is meant; give text its offset.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact @date-fns/tz@1.5.0 > install.log 2>&1

cat > look.mjs <<'LOOK'
import { TZDate } from '@date-fns/tz';

const zone = 'Europe/Copenhagen';
const set = new TZDate(2026, 9, 24, 2, 30, zone);
set.setDate(25);
const moments = [
  new TZDate(2026, 9, 25, 2, 30, zone),
  set,
  new TZDate('2026-11-30T09:00', zone),
  new TZDate(2026, 10, 30, 9, 0, zone),
];
console.log(moments.map((date) => new Date(+date).toISOString().slice(5, 16)).join('  '));
LOOK

# $1: the zone of a server.
seenIn() { TZ=$1 node look.mjs; }

echo "                   of parts     setDate(25)  of text      of parts, a plain day"
copenhagen=$(seenIn Europe/Copenhagen)
utc=$(seenIn UTC)
newYork=$(seenIn America/New_York)
sydney=$(seenIn Australia/Sydney)
printf '%-18s %s\n' Copenhagen "$copenhagen" UTC "$utc" 'New York' "$newYork" Sydney "$sydney"
[[ $copenhagen == '10-25T00:30  10-25T00:30  11-30T08:00  11-30T08:00' ]]
[[ $utc == '10-25T01:30  10-25T01:30  11-30T09:00  11-30T08:00' ]]
[[ $newYork == '10-25T01:30  10-25T01:30  11-30T14:00  11-30T08:00' ]]
[[ $sydney == '10-25T00:30  10-25T00:30  11-29T22:00  11-30T08:00' ]]
echo "As found."
