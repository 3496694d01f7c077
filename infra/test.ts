import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromiumPath } from './chromium.ts';
import { add, close, play, type Tally } from './play.ts';
import { rootFrom } from './root.ts';
import { run } from './run.ts';
import { bringAll, playOn } from './runtimes/playOn.ts';
import { outermostBeside } from './runtimes/runtimes.ts';

const root = rootFrom(import.meta.url);
const quickOnly = process.argv.includes('--quick');

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

const projectsToRun = async (tally: Tally): Promise<readonly string[]> => {
  if (quickOnly) return ['quick'];
  if (await chromiumPath(root)) return ['quick', 'servers', 'faults', 'browser'];
  const entries = await readdir(join(root, 'tests/browser'), { recursive: true });
  const files = entries.filter((name) => name.endsWith('.test.ts'));
  console.log(`SKIPPED ${files.length} browser test files: there is no Chromium on this machine.`);
  tally.skipped += files.length;
  return ['quick', 'servers', 'faults'];
};

const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
const wanted = quickOnly ? [] : outermostBeside(process.versions.node);
// Fetching waits for the network while the steps work.
const [others] = await Promise.all([bringAll(root, wanted), runSteps(tally)]);
// A project by itself: the world of the browser tests is not there while the others play.
for (const project of await projectsToRun(tally))
  add(tally, await play(root, { project, name: project }));
// What differs between Nodes shows in few tests; `npm run runtimes` plays the rest of them.
const plays = others.map((other) => playOn(root, other, { project: 'runtimes', quiet: true }));
for (const played of await Promise.all(plays)) add(tally, played);
close(tally);
