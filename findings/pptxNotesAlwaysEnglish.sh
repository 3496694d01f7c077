#!/usr/bin/env bash
# Wrong guess: a deck made by pptxgenjs whose every text is given `lang: 'da-DK'` says that it is Danish.
# Version: pptxgenjs 4.0.1.
# Behaviour: the language is an option of each text, and speaker notes have none: they are written as
#   en-US whatever the slides say, and so is the number on each notes page. A Danish speaker's notes are
#   read aloud, and spell-checked, as English. Text that is given no language is en-US too; there is no
#   language of the deck to inherit.
# Source: what it writes, below (a:rPr lang, ECMA-376 part 1, 21.1.2.3.9); the types of addNotes take a
#   text and nothing else.
# What follows: set the language in ppt/notesSlides yourself afterwards, or give such a deck no notes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > package.json <<'PACKAGE'
{ "private": true, "type": "module", "dependencies": { "pptxgenjs": "4.0.1", "fflate": "0.8.3" } }
PACKAGE
npm install --no-audit --no-fund > install.log 2>&1

cat > look.mjs <<'LOOK'
import PptxGenJS from 'pptxgenjs';
import { strFromU8, unzipSync } from 'fflate';

const deck = new PptxGenJS();
const slide = deck.addSlide();
const lang = 'da-DK';
slide.addText('Tre sager skal besluttes', { x: 1, y: 1, w: 6, h: 1, lang });
slide.addTable([[{ text: 'Sag', options: { lang } }]], { x: 1, y: 3, w: 6 });
slide.addNotes('Husk at nævne puljen.');
const parts = unzipSync(await deck.write({ outputType: 'uint8array' }));
const languagesIn = (part) => [
  ...new Set([...strFromU8(parts[part]).matchAll(/<a:rPr lang="([^"]+)"/g)].map(([, found]) => found)),
];
const seen = ['ppt/slides/slide1.xml', 'ppt/notesSlides/notesSlide1.xml'].map(languagesIn);
console.log(`slide: ${seen[0].join(' ')}\nnotes: ${seen[1].join(' ')}`);
if (seen[0].join() !== 'da-DK' || seen[1].join() !== 'en-US') {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.mjs
