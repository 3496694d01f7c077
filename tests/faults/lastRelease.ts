import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { rootFrom } from '../../infra/root.ts';
import { run } from '../../infra/run.ts';
import { serverFrom } from '../worlds/processes/programs.ts';

/** The build that people have: what is new must work beside it. Moved on with each release. */
const lastRelease = '1122df5b7cc1bb35f2a9803928135ba553af6a41';

const root = rootFrom(import.meta.url);
const built = join(root, 'dist/faults');

const git = (...args: readonly string[]) => run('git', args, { cwd: root });

/** Its sources in a folder under this one, so that they find the packages that are here. */
const unpacked = async (commit: string): Promise<string> => {
  const folder = join(built, `sources-${commit}`);
  const archive = `${folder}.tar`;
  mkdirSync(folder, { recursive: true });
  for (const [program, ...args] of [
    ['git', 'archive', '--output', archive, commit, 'bot', 'shared', 'infra'],
    ['tar', '-xf', archive, '-C', folder],
  ] as const) {
    const { code, output } = await run(program, args, { cwd: root });
    if (code !== 0) throw new Error(`${program}: ${output}`);
  }
  return folder;
};

/** The server of the last release in one file; null where the history that has it is not there. */
export const lastReleasesServer = async (): Promise<string | null> => {
  const found = await git('rev-parse', '--verify', '--quiet', `${lastRelease}^{commit}`).catch(
    () => null,
  );
  if (found?.code !== 0) return null;
  const name = `server-${lastRelease.slice(0, 12)}`;
  const file = join(built, `${name}.js`);
  return existsSync(file) ? file : serverFrom(await unpacked(lastRelease), name);
};
