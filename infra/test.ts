import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromiumPath } from './chromium.ts';
import { rootFrom } from './root.ts';
import { run } from './run.ts';

const root = rootFrom(import.meta.url);
const quickOnly = process.argv.includes('--quick');

type Tally = { passed: number; failed: number; skipped: number };
type Step = {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** What it must have said: a tool that read nothing finds nothing wrong. */
  readonly says?: RegExp;
};

const tools = 'node_modules/.bin/';
/** Real servers serve the tab: built here once, it is there for all that start one. */
const build: Step = {
  name: 'build',
  command: [process.execPath, '--import', 'tsx', 'infra/build.ts'],
};
/** The longest first, so that both cores have something to do to the end. */
const folders = [
  'tests',
  'tabs',
  'infra',
  'bot',
  'shared',
  'shared/domain',
  'infra/tenant',
  'manifest',
];
const ourCode = ['shared', 'bot', 'tabs', 'infra', 'manifest', 'tests'];

/** What was found out about files that have not changed since is kept until the next `npm ci`. */
const typesOf = (folder: string): Step => {
  const known = `node_modules/.cache/types-7/${folder.replace('/', '-')}.tsbuildinfo`;
  return {
    name: `types of ${folder}`,
    command: [
      process.execPath,
      ...['node_modules/typescript-7/bin/tsc', '--incremental', '--tsBuildInfoFile', known],
      ...['-p', folder],
    ],
  };
};

const steps: readonly Step[] = [
  { name: 'format and lint', command: [`${tools}biome`, 'ci', '--error-on-warnings', '.'] },
  ...folders.map(typesOf),
  {
    name: 'dependency rules',
    command: [`${tools}depcruise`, '--config', '.dependency-cruiser.cjs', ...ourCode],
    says: /\([1-9]\d\d+ modules/,
  },
  { name: 'nothing unused', command: [`${tools}knip`, '--no-progress'] },
  ...(quickOnly ? [] : [build]),
];

const runStep = async (step: Step, tally: Tally): Promise<void> => {
  const [program, ...args] = step.command;
  const started = Date.now();
  const { code, output } = await run(program, args, { cwd: root });
  const seconds = ((Date.now() - started) / 1_000).toFixed(1);
  const isOk = code === 0 && (step.says?.test(output) ?? true);
  console.log(`${isOk ? 'ok  ' : 'FAIL'} ${step.name} (${seconds} s)`);
  if (!isOk) console.log(output.trimEnd());
  if (isOk) tally.passed += 1;
  else tally.failed += 1;
};

/** Two at a time: the tools use about one core each. */
const runSteps = async (tally: Tally): Promise<void> => {
  const waiting = [...steps];
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) await runStep(step, tally);
  };
  await Promise.all([worker(), worker()]);
};

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
};

const addReport = (tally: Tally, code: number, report: Report | undefined): void => {
  tally.passed += report?.numPassedTests ?? 0;
  tally.failed += report?.numFailedTests ?? 0;
  tally.skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  // A file that cannot even be loaded has no failing test in it, and must not look like success.
  if (code !== 0 && (report?.numFailedTests ?? 0) === 0) tally.failed += 1;
};

/** A project by itself: the world of the browser tests is not there while the others play. */
const runTests = async (project: string, tally: Tally): Promise<void> => {
  const outputFile = join(root, `test-results/${project}.json`);
  await mkdir(join(root, 'test-results'), { recursive: true });
  await rm(outputFile, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`];
  const { code } = await run(`${tools}vitest`, ['run', '--project', project, ...reporters], {
    cwd: root,
    show: true,
  });
  const report = await readFile(outputFile, 'utf8').then(
    (text) => JSON.parse(text) as Report,
    () => undefined,
  );
  addReport(tally, code, report);
};

const projectsToRun = async (tally: Tally): Promise<readonly string[]> => {
  if (quickOnly) return ['quick'];
  if (await chromiumPath(root)) return ['quick', 'faults', 'browser'];
  const entries = await readdir(join(root, 'tests/browser'), { recursive: true });
  const files = entries.filter((name) => name.endsWith('.test.ts'));
  console.log(`SKIPPED ${files.length} browser test files: there is no Chromium on this machine.`);
  tally.skipped += files.length;
  return ['quick', 'faults'];
};

const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
await runSteps(tally);
for (const project of await projectsToRun(tally)) await runTests(project, tally);
const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
console.log(`${tally.passed} passed, ${tally.failed} failed${skipped}`);
process.exitCode = tally.failed === 0 ? 0 : 1;
