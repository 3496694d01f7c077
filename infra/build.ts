import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { rootFrom } from './root.ts';

const root = rootFrom(import.meta.url);

/** Milliseconds of the newest of a file, or of all files below a folder; 0 when there is none. */
const newestIn = (path: string): number => {
  const about = statSync(path);
  if (!about.isDirectory()) return about.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
};

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** What is built, by its first file, and of what. */
type Built = { readonly output: string; readonly sources: readonly string[] };

/** Says that it was built to its end, and when that began: a build that is cut off leaves files too. */
const markOf = ({ output }: Built): string => `${output.split('/').slice(0, 2).join('/')}.built`;

/** Whether it is missing in this folder, was cut off, or is older than something it is made of. */
export const isStale = (folder: string, built: Built): boolean => {
  const at = changedAt(join(folder, markOf(built)));
  return (
    at === 0 ||
    changedAt(join(folder, built.output)) === 0 ||
    built.sources.some((source) => newestIn(join(folder, source)) > at)
  );
};

/** Builds it, and marks it as built once it is. */
export const builtIn = async (
  folder: string,
  built: Built,
  build: () => Promise<void>,
): Promise<void> => {
  const begun = new Date();
  await build();
  const mark = join(folder, markOf(built));
  mkdirSync(join(folder, 'dist'), { recursive: true });
  writeFileSync(mark, '');
  utimesSync(mark, begun, begun);
};

/** What packages that are CommonJS find in every file of theirs. */
const inModules = [
  "import { createRequire as requireFrom } from 'node:module';",
  "import { fileURLToPath as pathFrom } from 'node:url';",
  'const require = requireFrom(import.meta.url);',
  'const fileOfThis = pathFrom(import.meta.url);',
  "const folderOfThis = pathFrom(new URL('.', import.meta.url));",
].join('\n');

/**
 * A program as one file with its packages in it: to find and read their fifteen hundred files is half
 * of what a start costs. Outside stay a binary, and what only a paper, a deck or a workbook asks for.
 */
export const asOneFile = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  external: ['libsql', 'docx', 'exceljs', 'pptxgenjs'],
  banner: { js: inModules },
  define: { __filename: 'fileOfThis', __dirname: 'folderOfThis' },
  // The map is read at each start: it names lines and need not hold them.
  ...{ sourcemap: 'linked', sourcesContent: false },
  ...{ minifyWhitespace: true, minifySyntax: true, lineLimit: 160 },
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** The server whose sources are in a folder. */
export const bundleServer = async (folder: string, outfile: string): Promise<void> => {
  await build({
    ...asOneFile,
    ...{ absWorkingDir: root, outfile, entryPoints: [join(folder, 'bot/main.ts')] },
    // Node's own is on its way out, and says so where a package is not in a folder of packages.
    alias: { '#shared': join(folder, 'shared'), punycode: join(root, 'node_modules/punycode') },
  });
};

export const buildServer = (): Promise<void> => bundleServer(root, 'dist/server/main.js');

/** The tab as static files in dist/tab. */
const buildTab = async (): Promise<void> => {
  const vite = await import('vite');
  // Whatever else runs here: what is built is what people get, without React's checks for developers.
  process.env['NODE_ENV'] = 'production';
  await vite.build({
    configFile: join(root, 'tabs/vite.config.ts'),
    logLevel: 'warn',
  });
};

const tab: Built = {
  output: 'dist/tab/index.html',
  sources: ['tabs', 'shared', 'package-lock.json'],
};
const server: Built = {
  output: 'dist/server/main.js',
  sources: ['bot', 'shared', 'package-lock.json'],
};

/** Builds what is missing, was cut off, or is older than its source. */
export const buildIfStale = async (): Promise<void> => {
  if (isStale(root, tab)) await builtIn(root, tab, buildTab);
  if (isStale(root, server)) await builtIn(root, server, buildServer);
};

const isMain = pathToFileURL(process.argv[1] ?? '').href === import.meta.url;
if (isMain) {
  await builtIn(root, tab, buildTab);
  await builtIn(root, server, buildServer);
}
