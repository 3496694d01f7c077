import { mkdir, readFile, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { run } from './run.ts';

export type Tally = { passed: number; failed: number; skipped: number };

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
};

export type Play = {
  /** One of vitest.config.ts. */
  readonly project: string;
  /** The Node to play on; that of this process when none is said. */
  readonly node?: string;
  /** What the report is called. */
  readonly name: string;
  /** For those that play beside others: they say nothing unless something failed. */
  readonly quiet?: boolean;
};

/** A test that starts `node` by its name starts the one it is played on. */
const environmentOf = (node: string): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: [dirname(node), process.env['PATH']].join(delimiter),
});

/** Plays the tests of a project; what they say is shown as they say it. */
export const play = async (
  root: string,
  { project, node = process.execPath, name, quiet = false }: Play,
): Promise<Tally> => {
  const outputFile = join(root, `test-results/${name}.json`);
  await mkdir(join(root, 'test-results'), { recursive: true });
  await rm(outputFile, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`];
  const { code, output } = await run(
    node,
    ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters],
    { cwd: root, show: !quiet, env: environmentOf(node) },
  );
  if (quiet && code !== 0) console.log(output.trimEnd());
  const report = await readFile(outputFile, 'utf8').then(
    (text) => JSON.parse(text) as Report,
    () => undefined,
  );
  const failed = report?.numFailedTests ?? 0;
  return {
    passed: report?.numPassedTests ?? 0,
    // A file that cannot even be loaded has no failing test in it, and must not look like success.
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
};

export const add = (tally: Tally, { passed, failed, skipped }: Tally): void => {
  tally.passed += passed;
  tally.failed += failed;
  tally.skipped += skipped;
};

/** The last line of a command that plays tests. */
export const close = ({ passed, failed, skipped }: Tally): void => {
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed === 0 ? 0 : 1;
};
