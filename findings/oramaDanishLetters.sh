#!/usr/bin/env bash
# Wrong guess: a search with orama in the language it calls danish keeps æ, ø and å apart from a, o and e:
#   they are letters of the alphabet there, as w is no v in English.
# Version: @orama/orama 3.1.18, { language: 'danish' }, nothing else set.
# Behaviour: they are folded as if they were accents, æ too, which becomes a alone. "får" (gets) finds "far"
#   (father), "før" (before) "for", "æske" (box) "aske" (ash), and the other way round, as hits like any
#   other.
# Source: what it gives, below; replaceDiacritics in dist/esm/components/tokenizer/diacritics.js, used for
#   every language after its own letters have been told apart (languages.js lists æøå for danish).
# What follows: a tokenizer of one's own, or another library, where Danish is searched.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact @orama/orama@3.1.18 > install.log 2>&1

cat > look.mjs <<'LOOK'
import { create, insert, search } from '@orama/orama';

const database = create({ schema: { text: 'string' }, language: 'danish' });
for (const text of ['far kører', 'får græsser', 'for dyrt', 'før jul', 'hvid æske', 'hvid aske']) insert(database, { text });
const foundBy = (term) => search(database, { term }).hits.map(({ document }) => document.text).sort().join(' | ');
const seen = ['får', 'far', 'før', 'æske', 'jul'].map((term) => [term, foundBy(term)]);
for (const [term, found] of seen) console.log(`${term.padEnd(6)} ${found}`);
const expected = [
  ['får', 'far kører | får græsser'],
  ['far', 'far kører | får græsser'],
  ['før', 'for dyrt | før jul'],
  ['æske', 'hvid aske | hvid æske'],
  ['jul', 'før jul'],
];
if (JSON.stringify(seen) !== JSON.stringify(expected)) {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.mjs
