import { existsSync } from 'node:fs';
import { run } from './run.ts';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const find = (): string | undefined => {
  const chosen = process.env['CHROMIUM'];
  return [...(chosen === undefined ? [] : [chosen]), ...places].find((path) => existsSync(path));
};

const mayInstall = (): boolean =>
  process.getuid?.() === 0 && (existsSync('/usr/bin/apt-get') || existsSync('/bin/apt-get'));

/** Where a browser for the tests is; Debian's own is installed when it is missing and we may. */
export const chromiumPath = async (cwd: string): Promise<string | undefined> => {
  const there = find();
  if (there !== undefined || !mayInstall()) return there;
  console.log('No Chromium here: installing the one of the distribution.');
  await run('apt-get', ['update', '-q'], { cwd });
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { cwd });
  return find();
};
