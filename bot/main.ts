import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configOrExit } from './config.ts';
import { factsOf, log } from './log.ts';
import { startServer } from './start.ts';

const folderAbove = (folder: string): string =>
  existsSync(join(folder, 'package.json')) ? folder : folderAbove(dirname(folder));

const root = folderAbove(dirname(fileURLToPath(import.meta.url)));

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly version: string;
};

/** What nobody caught is a bug: it is said, and the process ends, because a new start is safe. */
const endLoudly = (event: string, thrown: unknown): void => {
  log('error', event, factsOf(thrown));
  process.exitCode = 1;
  setImmediate(() => process.exit(1));
};
process.on('unhandledRejection', (thrown) => endLoudly('unhandled.rejection', thrown));
process.on('uncaughtException', (thrown) => endLoudly('uncaught.exception', thrown));

const config = configOrExit();
const server = await startServer(config, { version, tabFolder: join(root, 'dist/tab') });

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    server.stop().then(
      () => process.exit(0),
      (thrown: unknown) => endLoudly('stop.failed', thrown),
    );
  });
