#!/usr/bin/env bash
# Wrong guess: a controlled Dialog of Fluent UI that stands on the page with open={false} draws nothing, so a
#   check of the page by axe finds the same with it and without it.
# Versions: @fluentui/react-components 9.74.11 with React 19.3.1, axe-core 4.13.0, in Debian's Chromium.
# Behaviour: a Dialog that has never been opened puts two elements at the ends of body that say both
#   aria-hidden and tabindex 0 (data-tabster-dummy), and axe reports aria-hidden-focus, serious. A closed
#   Menu puts none. With the keyboard nobody meets them: Tab has the same stops with and without. So every
#   page that holds a closed Dialog fails a check that passes on the page that has none.
# Source: what it does, below; the rule aria-hidden-focus of axe-core asks that nothing under aria-hidden
#   takes focus; the page of Dialog in Fluent's documentation says nothing of it.
# What follows: put the Dialog on the page when it is opened and take it off when it has closed, and the
#   check needs no exception. An exception for the rule would also pass what a person does meet.
set -euo pipefail

if ! command -v chromium > /dev/null; then
  [[ $(id -u) == 0 ]] || { echo "Chromium is needed (apt-get install chromium)." >&2; exit 1; }
  { apt-get update && apt-get install -y --no-install-recommends chromium; } > /dev/null 2>&1
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact @fluentui/react-components@9.74.11 react@19.3.1 react-dom@19.3.1 \
  axe-core@4.13.0 esbuild@0.28.2 playwright-core@1.65.1 > install.log 2>&1

cat > page.tsx <<'PAGE'
import {
  Button, Dialog, DialogSurface, FluentProvider, Menu, MenuButton, MenuItem, MenuList, MenuPopover,
  MenuTrigger, teamsLightTheme,
} from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';

const holds = (what: string): boolean => location.search.includes(what);

const Page = () => (
  <FluentProvider theme={teamsLightTheme}>
    <main>
      <h1>Year</h1>
      <Button>Open</Button>
      {holds('dialog') && (
        <Dialog open={false}>
          <DialogSurface aria-label="Form"><Button>Save</Button></DialogSurface>
        </Dialog>
      )}
      {holds('menu') && (
        <Menu>
          <MenuTrigger><MenuButton>More</MenuButton></MenuTrigger>
          <MenuPopover><MenuList><MenuItem>One</MenuItem></MenuList></MenuPopover>
        </Menu>
      )}
    </main>
  </FluentProvider>
);
createRoot(document.body.appendChild(document.createElement('div'))).render(<Page />);
PAGE

cat > look.mjs <<'LOOK'
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const { outputFiles } = await build({
  ...{ entryPoints: ['page.tsx'], bundle: true, write: false, jsx: 'automatic', charset: 'utf8' },
  define: { 'process.env.NODE_ENV': '"production"' },
});
const script = outputFiles[0].text.replaceAll('</script', '<\\/script');
const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Year</title><body><script>${script}</script></body></html>`;
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] });

const look = async (what) => {
  const page = await browser.newPage();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`http://page.example/?${what}`);
  await page.locator('h1').waitFor();
  await page.waitForTimeout(1000);
  const dummies = await page.locator('[data-tabster-dummy][aria-hidden=true][tabindex="0"]').count();
  const stops = [];
  for (let press = 0; press < 4; press += 1) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(() => document.activeElement.tagName.toLowerCase()));
  }
  await page.evaluate(axe);
  const found = await page.evaluate(async () => (await window.axe.run()).violations.map(({ id }) => id));
  await page.close();
  return `${dummies} hidden and focusable; axe: ${found.join(' ') || 'nothing'}; Tab: ${stops.join(' ')}`;
};
const seen = [];
for (const what of ['neither', 'menu', 'dialog']) seen.push([what, await look(what)]);
console.log(`Chromium ${browser.version()}`);
await browser.close();
for (const [what, found] of seen) console.log(`${what.padEnd(8)} ${found}`);
const [neither, menu, dialog] = seen.map(([, found]) => found);
const tab = (found) => found.split('Tab: ')[1];
const isSo =
  neither.startsWith('0 hidden and focusable; axe: nothing') &&
  menu.startsWith('0 hidden and focusable; axe: nothing') &&
  dialog.startsWith('2 hidden and focusable; axe: aria-hidden-focus;') &&
  tab(dialog) === tab(neither);
if (!isSo) {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.mjs "$(command -v chromium)"
