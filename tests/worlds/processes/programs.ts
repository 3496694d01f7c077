import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { buildIfStale } from '../../../infra/build.ts';
import { rootFrom } from '../../../infra/root.ts';

const root = rootFrom(import.meta.url);

/** The programs of the tests, each in one file: the same code, ready in half the time. */
export type Programs = { readonly server: string; readonly tenant: string };

const inModules = [
  "import { createRequire as requireFrom } from 'node:module';",
  "import { fileURLToPath as pathFrom } from 'node:url';",
  'const require = requireFrom(import.meta.url);',
  'const __filename = pathFrom(import.meta.url);',
  "const __dirname = pathFrom(new URL('.', import.meta.url));",
].join('\n');

const bundle = async (
  entry: string,
  name: string,
  more: Pick<BuildOptions, 'alias' | 'banner' | 'packages'>,
): Promise<string> => {
  const outfile = join(root, `dist/faults/${name}.js`);
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'linked',
    logLevel: 'error',
    // A server is started again and again, and reading its file is half of what that costs.
    ...{ minifyWhitespace: true, minifySyntax: true, lineLimit: 160 },
    ...more,
  });
  return outfile;
};

/** The server whose sources are in this folder. */
export const bundleServer = (folder: string, name: string): Promise<string> =>
  bundle(join(folder, 'bot/main.ts'), name, {
    alias: { '#shared': join(folder, 'shared') },
    banner: { js: inModules },
  });

const buildAll = async (): Promise<Programs> => {
  const [server, tenant] = await Promise.all([
    bundleServer(root, 'server'),
    bundle('tests/worlds/processes/tenantMain.ts', 'tenant', { packages: 'external' }),
    // A server does not start without the tab that it serves.
    buildIfStale(),
  ]);
  return { server, tenant };
};

const builtBefore = (): Programs | undefined => {
  const { FAULTS_SERVER: server, FAULTS_TENANT: tenant } = process.env;
  return server && tenant ? { server, tenant } : undefined;
};

let built: Promise<Programs> | undefined;

export const programs = async (): Promise<Programs> => {
  built ??= Promise.resolve(builtBefore() ?? buildAll());
  return built;
};

/** Before the first file of the tests: built once, for all of them. */
export const setup = async (): Promise<void> => {
  const { server, tenant } = await buildAll();
  Object.assign(process.env, { FAULTS_SERVER: server, FAULTS_TENANT: tenant });
};
