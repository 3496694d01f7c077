import { join } from 'node:path';
import { build } from 'esbuild';
import { asOneFile, buildIfStale, bundleServer } from '../../../infra/build.ts';
import { rootFrom } from '../../../infra/root.ts';

const root = rootFrom(import.meta.url);

/** The programs of the tests, each in one file: the same code, ready in half the time. */
export type Programs = { readonly server: string; readonly tenant: string };

const fileOf = (name: string): string => join(root, `dist/faults/${name}.js`);

/** The server whose sources are in this folder. */
export const serverFrom = async (folder: string, name: string): Promise<string> => {
  await bundleServer(folder, fileOf(name));
  return fileOf(name);
};

const tenantProgram = async (): Promise<string> => {
  const outfile = fileOf('tenant');
  await build({
    ...asOneFile,
    ...{ absWorkingDir: root, outfile, entryPoints: ['tests/worlds/processes/tenantMain.ts'] },
    ...{ external: [], packages: 'external' },
  });
  return outfile;
};

const buildAll = async (): Promise<Programs> => {
  const [server, tenant] = await Promise.all([
    serverFrom(root, 'server'),
    tenantProgram(),
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
