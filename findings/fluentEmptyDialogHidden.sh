#!/usr/bin/env bash
# Wrong guess: a modal Dialog of Fluent UI that opens while its content is on its way (an empty line, then a
#   form) is at worst a dialog without focus; and a Menu that stands closed on the page has no part in it.
# Versions: @fluentui/react-components 9.74.11 with React 19.3.1, in Debian's Chromium.
# Behaviour: with nothing in it that can take focus, the Dialog takes it itself, and works: the page behind
#   is hidden from screen readers. With one closed Menu anywhere on the page it is turned round: the open
#   Dialog is put under aria-hidden, the page is not, and it stays so when the form has come. One sees a
#   dialog; who listens is read the page behind it. Where the form is there from the start, all is well.
# Source: what it does, below; useFocusFirstElement in @fluentui/react-dialog 9.18 and on falls back to the
#   surface and warns in development builds that a Dialog should have something focusable; of aria-hidden,
#   or of other parts of the page, neither it nor the page of Dialog says anything.
# What follows: a Dialog opens when what it shows is there, or holds a button from the start.
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
  esbuild@0.28.2 playwright-core@1.65.1 > install.log 2>&1

cat > page.tsx <<'PAGE'
import {
  Button, Dialog, DialogSurface, FluentProvider, Input, Menu, MenuButton, MenuItem, MenuList,
  MenuPopover, MenuTrigger, teamsLightTheme,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

const has = (what: string): boolean => location.search.includes(what);

const Form = () => {
  const [isHere, setHere] = useState(!has('late'));
  useEffect(() => {
    setTimeout(() => setHere(true), 300);
  }, []);
  return isHere ? <Input aria-label="Name" /> : <span>…</span>;
};
const Page = () => {
  const [isOpen, setOpen] = useState(false);
  return (
    <FluentProvider theme={teamsLightTheme}>
      <main>
        {has('menu') && (
          <Menu>
            <MenuTrigger><MenuButton>More</MenuButton></MenuTrigger>
            <MenuPopover><MenuList><MenuItem>One</MenuItem></MenuList></MenuPopover>
          </Menu>
        )}
        <Button id="opener" onClick={() => setOpen(true)}>Open</Button>
        {isOpen && <Dialog open><DialogSurface aria-label="Form"><Form /></DialogSurface></Dialog>}
      </main>
    </FluentProvider>
  );
};
createRoot(document.body.appendChild(document.createElement('div'))).render(<Page />);
PAGE

cat > look.mjs <<'LOOK'
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const { outputFiles } = await build({
  ...{ entryPoints: ['page.tsx'], bundle: true, write: false, jsx: 'automatic', charset: 'utf8' },
  define: { 'process.env.NODE_ENV': '"production"' },
});
const script = outputFiles[0].text.replaceAll('</script', '<\\/script');
const body = `<!doctype html><meta charset="utf-8"><body><script>${script}</script></body>`;
const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] });

const hiddenFrom = async (how) => {
  const page = await browser.newPage();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`http://page.example/?${how}`);
  await page.locator('#opener').press('Enter');
  await page.locator('input').waitFor();
  await page.waitForTimeout(1000);
  const found = await page.evaluate(() => {
    const isHidden = (selector) => document.querySelector(selector).closest('[aria-hidden=true]') !== null;
    return `dialog ${isHidden('[role=dialog]') ? 'hidden' : 'read'}, page ${isHidden('main') ? 'hidden' : 'read'}`;
  });
  await page.close();
  return found;
};
const seen = [];
for (const how of ['', 'menu', 'late', 'late+menu']) seen.push([how, await hiddenFrom(how)]);
console.log(`Chromium ${browser.version()}`);
await browser.close();
for (const [how, found] of seen) console.log(`${(how || 'at once, no menu').padEnd(17)} ${found}`);
const right = 'dialog read, page hidden';
if (seen.map(([, found]) => found).join('; ') !== [right, right, right, 'dialog hidden, page read'].join('; ')) {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.mjs "$(command -v chromium)"
