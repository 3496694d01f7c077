import { type Play, play, type Tally } from '../play.ts';
import { type Brought, bring } from './bring.ts';
import type { Runtime } from './runtimes.ts';

export type Other = { readonly version: string; readonly brought: Brought };

export const bringAll = (root: string, wanted: readonly Runtime[]): Promise<readonly Other[]> =>
  Promise.all(
    wanted.map(async (runtime) => ({
      version: runtime.version,
      brought: await bring(root, runtime),
    })),
  );

/** A Node that cannot be had is said to be skipped, and counted as one test that was. */
export const playOn = async (
  root: string,
  { version, brought }: Other,
  { project, quiet = false }: Pick<Play, 'project' | 'quiet'>,
): Promise<Tally> => {
  if ('why' in brought) {
    console.log(`SKIPPED ${project} tests on Node ${version}: ${brought.why}`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const name = `${project}-on-node-${version}`;
  const started = Date.now();
  const tally = await play(root, { project, node: brought.node, name, quiet });
  const seconds = ((Date.now() - started) / 1_000).toFixed(1);
  console.log(
    `${tally.failed === 0 ? 'ok  ' : 'FAIL'} ${name} (${tally.passed} tests, ${seconds} s)`,
  );
  return tally;
};
