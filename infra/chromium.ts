import { existsSync } from 'node:fs';
import { run } from './run.ts';

/** The engine without the windows around it: it draws the same pages for two thirds of the work. */
const shells = ['/usr/bin/chromium-headless-shell'];
const whole = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const firstOf = (places: readonly string[]): string | undefined => {
  const chosen = process.env['CHROMIUM'];
  return [...(chosen === undefined ? [] : [chosen]), ...places].find((path) => existsSync(path));
};

const mayInstall = (): boolean =>
  process.getuid?.() === 0 && (existsSync('/usr/bin/apt-get') || existsSync('/bin/apt-get'));

const install = async (name: string, cwd: string): Promise<void> => {
  console.log(`No browser here: installing the distribution's ${name}.`);
  await run('apt-get', ['update', '-q'], { cwd });
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], { cwd });
};

/** Where the browser is that people have: what is measured, is measured in that one. */
export const wholeChromiumPath = async (cwd: string): Promise<string | undefined> => {
  const there = firstOf(whole);
  if (there !== undefined || !mayInstall()) return there;
  await install('chromium', cwd);
  return firstOf(whole);
};

/** Where a browser for the tests is; Debian's own is installed when there is none and we may. */
export const chromiumPath = async (cwd: string): Promise<string | undefined> => {
  const there = firstOf([...shells, ...whole]);
  if (there !== undefined || !mayInstall()) return there;
  await install('chromium-headless-shell', cwd);
  return firstOf(shells) ?? wholeChromiumPath(cwd);
};
