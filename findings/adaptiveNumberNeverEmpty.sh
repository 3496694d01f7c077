#!/usr/bin/env bash
# Wrong guess: a field that is not required may be left empty; `min` and `max` of an Input.Number say what
#   a number may be when there is one, as they do for a date and a time.
# Version: adaptivecards 3.0.6 (drawn in jsdom 26.1.0).
# Behaviour: an Input.Number with `min` or `max` and nothing in it is not valid, so no button of the card
#   sends anything, other fields and other buttons alike. Without `errorMessage` no word is shown either:
#   the press does nothing. It is so from the start, and again when a number is taken out. Without the
#   limits it may be empty; so may an Input.Date and an Input.Time with limits.
# Source: NumberInput.isValid in lib/card-elements.js: it takes only undefined for empty, and the value of
#   an empty field is NaN, which is neither above min nor below max. The JSON schema of Adaptive Cards
#   1.5 calls min and max a hint, which a client may ignore. github microsoft/AdaptiveCards, issue 8347.
# What follows: an optional number has no limits on the card and is looked at by the server; or it is an
#   Input.Text; or the buttons that must work without it have associatedInputs "none".
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact adaptivecards@3.0.6 jsdom@26.1.0 > install.log 2>&1

cat > look.cjs <<'LOOK'
const { JSDOM } = require('jsdom');

const { window } = new JSDOM('<body></body>', { url: 'https://card.example/' });
for (const name of Object.getOwnPropertyNames(window)) if (!(name in globalThis)) globalThis[name] = window[name];
const { AdaptiveCard } = require('adaptivecards/dist/adaptivecards.js');

/** What the card's button sends with a field as it is drawn, filled in, and emptied. */
const sentWith = (field, value) => {
  const card = new AdaptiveCard();
  card.parse({
    ...{ type: 'AdaptiveCard', version: '1.5', body: [{ id: 'it', ...field }] },
    actions: [{ type: 'Action.Execute', title: 'Send', verb: 'send' }],
  });
  let sent = 'nothing';
  card.onExecuteAction = ({ data }) => {
    sent = JSON.stringify(data);
  };
  const drawn = card.render();
  const press = () => {
    sent = 'nothing';
    drawn.querySelector('button').click();
    return sent;
  };
  const fill = (text) => {
    const input = drawn.querySelector('input');
    input.value = text;
    input.dispatchEvent(new window.Event('input'));
    return press();
  };
  return [press(), fill(value), fill('')].join('  ');
};

const seen = [
  ['number, no limits', sentWith({ type: 'Input.Number' }, '5')],
  ['number, min', sentWith({ type: 'Input.Number', min: 0 }, '5')],
  ['number, max', sentWith({ type: 'Input.Number', max: 10 }, '5')],
  ['date, min', sentWith({ type: 'Input.Date', min: '2026-01-01' }, '2026-02-01')],
  ['time, min', sentWith({ type: 'Input.Time', min: '08:00' }, '09:00')],
];
console.log(`${' '.repeat(18)} at first  filled in  emptied`);
for (const [what, sent] of seen) console.log(`${what.padEnd(18)} ${sent}`);
const expected = [
  '{}  {"it":"5"}  {}',
  'nothing  {"it":"5"}  nothing',
  'nothing  {"it":"5"}  nothing',
  '{}  {"it":"2026-02-01"}  {}',
  '{}  {"it":"09:00"}  {}',
];
if (seen.map(([, sent]) => sent).join() !== expected.join()) {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.cjs
