#!/usr/bin/env bash
# Wrong guess: a row made with `tableHeader: false` by docx is written as a row without that option: there
#   is nothing to say of it.
# Version: docx 9.15.2 (nanoid held at 5.1.6: the one it asks for wants a newer Node than docx itself says).
# Behaviour: it writes <w:tblHeader w:val="off"/> into every such row. Word reads the value and shows no
#   header; a reader that only asks whether the element is there, as accessibility checks and converters
#   do, takes every row of the table for a header. Left out, or undefined, nothing is written.
# Source: what it writes, below; ECMA-376 part 1, 17.4.78 and 17.17.4 (an on/off element that is there
#   with the value off is off), which is right and is not what such readers look at.
# What follows: leave the option out of rows that are none; never pass a boolean through.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > package.json <<'PACKAGE'
{ "private": true, "type": "module",
  "dependencies": { "docx": "9.15.2", "fflate": "0.8.3" },
  "overrides": { "nanoid": "5.1.6" } }
PACKAGE
npm install --no-audit --no-fund > install.log 2>&1

cat > look.mjs <<'LOOK'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { strFromU8, unzipSync } from 'fflate';

const row = (more) => new TableRow({ children: [new TableCell({ children: [new Paragraph('a')] })], ...more });
const headerIn = async (more) => {
  const file = new Document({ sections: [{ children: [new Table({ rows: [row(more)] })] }] });
  const parts = unzipSync(new Uint8Array(await Packer.toBuffer(file)));
  return /<w:tblHeader[^>]*>/.exec(strFromU8(parts['word/document.xml']))?.[0] ?? 'nothing';
};
const seen = [await headerIn({ tableHeader: true }), await headerIn({ tableHeader: false }), await headerIn({})];
console.log(['true', 'false', 'left out'].map((how, at) => `${how.padEnd(9)} ${seen[at]}`).join('\n'));
if (seen.join(' ') !== '<w:tblHeader/> <w:tblHeader w:val="off"/> nothing') {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.mjs
