#!/usr/bin/env bash
# Wrong guess: {{DATE(…)}} on a card is a feature of the TextBlock; a RichTextBlock, which reads no markdown,
#   shows the signs that it is given. And the feature takes the date that JavaScript writes.
# Version: adaptivecards 3.0.6 (drawn in jsdom 26.1.0).
# Behaviour: every text that is drawn is looked through: a TextRun, a run that is a mere string, facts, the
#   label of a field. A sentence in which somebody has written such a thing is drawn as a date that nobody
#   wrote. Only a button's title and a field's placeholder are left alone. But the date must have its seconds and no
#   part of them: toISOString() always writes milliseconds, which RFC 3339 allows, and that is never laid
#   out; the card shows braces and all. Nothing says so.
# Source: formatText in lib/text-formatters.js, and who calls it in lib/card-elements.js. The page on text
#   features (learn.microsoft.com/adaptive-cards/authoring-cards/text-features) asks for RFC 3339 of the
#   date.
# What follows: people's words are parted between the two braces, into two runs; our own dates are written
#   out by the server, or without the milliseconds.
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

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = text;
  result.didProcess = true;
};
/** Texts are given by innerText too, which jsdom keeps as any property. */
const drawn = (element) => {
  const card = new AdaptiveCard();
  card.parse({ type: 'AdaptiveCard', version: '1.5', body: [element] });
  const parts = [...card.render().querySelectorAll('*')];
  return parts.flatMap((part) => [part.innerText ?? part.textContent, part.placeholder ?? '']).join(' ');
};
const laidOut = (element) => !drawn(element).includes('{{');

const day = new Date(Date.UTC(2026, 10, 30, 12));
const seconds = day.toISOString().replace('.000', '');
const date = (text) => `{{DATE(${text},SHORT)}}`;
const block = (text) => ({ type: 'TextBlock', text });
const seen = [
  ['TextBlock', block(date(seconds))],
  ['TextRun', { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: date(seconds) }] }],
  ['a run, a string', { type: 'RichTextBlock', inlines: [date(seconds)] }],
  ['fact', { type: 'FactSet', facts: [{ title: 'Dag', value: date(seconds) }] }],
  ['label', { type: 'Input.Text', id: 'it', label: date(seconds) }],
  ['button', { type: 'ActionSet', actions: [{ type: 'Action.Execute', title: date(seconds) }] }],
  ['TextBlock, milliseconds', block(date(day.toISOString()))],
  ['TextBlock, no seconds', block(date('2026-11-30T12:00Z'))],
].map(([where, element]) => [where, laidOut(element)]);
for (const [where, is] of seen) console.log(`${where.padEnd(24)} ${is ? 'laid out' : 'as written'}`);
if (seen.map(([, is]) => is).join() !== 'true,true,true,true,true,false,false,false') {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.cjs
