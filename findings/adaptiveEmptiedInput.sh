#!/usr/bin/env bash
# Wrong guess: what a person typed on a card goes over the button's own data of the same name, also when
#   what they did was to empty the field; then an empty text is sent.
# Version: adaptivecards 3.0.6 (drawn in jsdom 26.1.0).
# Behaviour: a field with nothing in it is not sent at all. So a button whose `data` has the same name, to
#   say what is there now, sends that: the person took the old comment out, pressed, and the old comment
#   came. A changed text does go over it, so the card looks right in every try but that one. A list
#   (Input.ChoiceSet) that stands open is no different when the last mark is taken from it.
# Source: SubmitActionBase.internalPrepareForExecution in lib/card-elements.js: a copy of data, then each
#   input for which isSet() is true. The JSON schema of Adaptive Cards 1.5 says of data that fields are
#   combined with it, and not what a field with nothing in it does.
# What follows: no name of a button's data is the id of a field on the card; and the server takes a field
#   that is not sent as one that is empty, never as one that was not touched.
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

/** What the button sends after something was done to the fields. */
const sentAfter = (data, change) => {
  const card = new AdaptiveCard();
  const choices = [{ title: 'Pleje', value: 'care' }];
  card.parse({
    ...{ type: 'AdaptiveCard', version: '1.5' },
    body: [
      { type: 'Input.Text', id: 'comment', value: 'old' },
      { type: 'Input.ChoiceSet', id: 'areas', style: 'expanded', isMultiSelect: true, value: 'care', choices },
    ],
    actions: [{ type: 'Action.Execute', title: 'Send', verb: 'send', data }],
  });
  let sent = '';
  card.onExecuteAction = (action) => {
    sent = JSON.stringify(action.data);
  };
  const drawn = card.render();
  const text = drawn.querySelector('input[type=text]') ?? drawn.querySelector('input');
  const say = (words) => {
    text.value = words;
    text.dispatchEvent(new window.Event('input'));
  };
  change({ say, mark: drawn.querySelector('input[type=checkbox]') });
  drawn.querySelector('button').click();
  return sent;
};

const empty = ({ say, mark }) => {
  say('');
  mark.click();
};
const now = { comment: 'old', areas: 'care' };
const seen = [
  ['changed, data of that name', sentAfter(now, ({ say }) => say('new'))],
  ['emptied, data of that name', sentAfter(now, empty)],
  ['emptied, no such data', sentAfter({}, empty)],
];
for (const [what, sent] of seen) console.log(`${what.padEnd(27)} ${sent}`);
const expected = ['{"comment":"new","areas":"care"}', '{"comment":"old","areas":"care"}', '{}'];
if (seen.map(([, sent]) => sent).join() !== expected.join()) {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.cjs
