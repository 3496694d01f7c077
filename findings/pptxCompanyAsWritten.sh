#!/usr/bin/env bash
# Wrong guess: what a presentation says of itself may be any text: title, subject and author may have an
#   "&" in them, so the company and the name of a slide master may too ("Social, Sundhed & Omsorg").
# Version: pptxgenjs 4.0.1.
# Behaviour: title, subject, author and all text on the slides are escaped. The company is put into
#   docProps/app.xml as it is, and the name of a master into its slide layout; with an "&" the part is no
#   longer XML. Nothing is said when it is written, and text that is escaped beforehand comes out right.
# Source: what it writes, below; XML 1.0, 2.4: an ampersand stands for itself only as "&amp;".
# What follows: escape these two oneself, or leave "&" and "<" out of them, and read a presentation's parts
#   once in a test.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact pptxgenjs@4.0.1 fflate@0.8.3 > install.log 2>&1

cat > look.mjs <<'LOOK'
import { strFromU8, unzipSync } from 'fflate';
import pptxgen from 'pptxgenjs';

const Presentation = pptxgen.default ?? pptxgen;

const written = async (name) => {
  const presentation = new Presentation();
  Object.assign(presentation, { title: name, subject: name, author: name, company: name });
  presentation.defineSlideMaster({ title: name, objects: [] });
  presentation.addSlide({ masterName: name }).addText(name, { x: 1, y: 1, w: 5, h: 1 });
  const parts = unzipSync(new Uint8Array(await presentation.write({ outputType: 'nodebuffer' })));
  const said = (part, pattern) => pattern.exec(strFromU8(parts[part]))[1];
  return {
    title: said('docProps/core.xml', /<dc:title>(.*?)<\/dc:title>/),
    author: said('docProps/core.xml', /<dc:creator>(.*?)<\/dc:creator>/),
    text: said('ppt/slides/slide1.xml', /<a:t>(.*?)<\/a:t>/),
    company: said('docProps/app.xml', /<Company>(.*?)<\/Company>/),
    master: said('ppt/slideLayouts/slideLayout2.xml', /<p:cSld name="(.*?)">/),
  };
};

const plain = 'Sundhed & Omsorg';
const escaped = 'Sundhed &amp; Omsorg';
const seen = await written(plain);
const { company, master } = await written(escaped);
for (const [what, value] of Object.entries(seen)) console.log(`${what.padEnd(8)} ${value}`);
console.log(`escaped beforehand: company ${company}, master ${master}`);
const expected = { title: escaped, author: escaped, text: escaped, company: plain, master: plain };
if (
  JSON.stringify(seen) !== JSON.stringify(expected) ||
  company !== escaped ||
  master !== escaped
) {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.mjs
