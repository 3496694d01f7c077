#!/usr/bin/env bash
# Wrong guess: the objects that pptxgenjs puts on a slide have numbers of their own, whatever they are.
# Version: pptxgenjs 4.0.1.
# Behaviour: text and shapes are numbered by their place on the slide (2, 3, 4 …), a table by which table
#   it is, times the slide's number, plus 1. So on slide 1 a title and the table under it are both 2, and
#   two things on a slide have the same number wherever the two ways of counting meet. Animations,
#   comments and accessibility checks find an object by that number.
# Source: what it writes, below; ECMA-376 part 1, 20.1.2.2.8: the id of a drawing object is unique in its
#   document part.
# What follows: a deck with tables made by it must be numbered anew before it is handed out, or the table
#   must be the only object that lands on its number.
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
for (let at = 1; at <= 3; at += 1) {
  const slide = deck.addSlide();
  for (let text = 0; text < 3; text += 1)
    slide.addText(`Text ${text}`, { x: 1, y: text, w: 4, h: 0.5 });
  slide.addTable([[{ text: 'Matter' }, { text: 'Amount' }]], { x: 1, y: 4, w: 4 });
}
const parts = unzipSync(await deck.write({ outputType: 'uint8array' }));
const seen = [1, 2, 3].map((at) => {
  const xml = strFromU8(parts[`ppt/slides/slide${at}.xml`]);
  return [...xml.matchAll(/<p:cNvPr id="(\d+)" name="([^"]+)"/g)].map(([, id, name]) => `${name} ${id}`);
});
for (const [at, names] of seen.entries()) console.log(`slide ${at + 1}: ${names.join(', ')}`);
const tables = seen.map((names) => names.find((one) => one.startsWith('Table')));
const twice = seen.filter((names) => new Set(names.map((one) => one.split(' ').at(-1))).size < names.length);
if (tables.join() !== 'Table 0 2,Table 0 3,Table 0 4' || twice.length !== 3) {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.mjs
