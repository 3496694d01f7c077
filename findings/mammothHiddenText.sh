#!/usr/bin/env bash
# Wrong guess: what mammoth makes of a Word document is what a reader of it sees: text that is marked hidden
#   (the guidance in a municipality's template, often) is left out, as text that was deleted is.
# Version: mammoth 1.13.0; the document is written by docx 9.15.2 (nanoid held at 5.1.6).
# Behaviour: hidden text is given as any other, joined to what stands beside it, in HTML and as raw text,
#   and no message says so. Text with a tracked deletion is left out. Its style map,
#   which tells bold, small capitals and the like apart, has no word for hidden.
# Source: what it gives, below; ECMA-376 part 1, 17.3.2.41 (vanish). The package's README names the marks
#   of text that it knows, hidden not among them, and does not say what becomes of the others.
# What follows: who reads papers with it looks for w:vanish in the document first, or shows people
#   what was read before it counts.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > package.json <<'PACKAGE'
{ "private": true, "type": "module",
  "dependencies": { "docx": "9.15.2", "mammoth": "1.13.0" },
  "overrides": { "nanoid": "5.1.6" } }
PACKAGE
npm install --no-audit --no-fund > install.log 2>&1

cat > look.mjs <<'LOOK'
import { DeletedTextRun, Document, Packer, Paragraph, TextRun } from 'docx';
import mammoth from 'mammoth';

const change = { id: 1, author: 'A', date: '2026-11-30T09:00:00Z' };
const children = [
  new TextRun('Det koster 5.000 kr.'),
  new TextRun({ text: ' [Skriv højst ti linjer]', vanish: true }),
  new DeletedTextRun({ text: ' Måske mere.', ...change }),
];
const buffer = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children })] }] }));
const { value: raw } = await mammoth.extractRawText({ buffer });
const { value: html, messages } = await mammoth.convertToHtml({ buffer });
console.log(raw.trim());
console.log(html);
console.log(`messages: ${messages.length}`);
const whole = 'Det koster 5.000 kr. [Skriv højst ti linjer]';
if (raw.trim() !== whole || html !== `<p>${whole}</p>` || messages.length > 0) {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.mjs
