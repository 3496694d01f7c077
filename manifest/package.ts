import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageWords as words } from '#shared/words/server/package.ts';
import { commandEnvironment } from '../infra/environment.ts';
import { rootFrom } from '../infra/root.ts';
import { buildPackage } from './buildPackage.ts';
import type { AppIds } from './manifest.ts';

const root = rootFrom(import.meta.url);

/** What stands here is the local tenant's; a municipality gives its own by the environment. */
const localIds = {
  TEAMS_APP_ID: '8d5c1f3e-4b72-4a90-b6e8-f7d9c0a2e641',
  CLIENT_ID: '6f1d2b60-8a43-4c1e-9d57-2e0b7c94a1f3',
  PUBLIC_URL: 'https://portefolje.viborg.example',
};

const idsFrom = async (): Promise<AppIds> => {
  const environment = await commandEnvironment();
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const clientId = environment['CLIENT_ID'] ?? localIds.CLIENT_ID;
  return {
    version,
    clientId,
    botId: environment['BOT_ID'] ?? clientId,
    teamsAppId: environment['TEAMS_APP_ID'] ?? localIds.TEAMS_APP_ID,
    publicUrl: (environment['PUBLIC_URL'] ?? localIds.PUBLIC_URL).replace(/\/+$/, ''),
  };
};

const built = await buildPackage(await idsFrom(), join(root, 'manifest/icons'));
if (built.faults.length > 0) {
  process.stderr.write(
    `${[words.faults, ...built.faults.map((one) => `  - ${one}`)].join('\n')}\n`,
  );
  process.exitCode = 1;
} else {
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeFile(join(root, 'dist/teams-app.zip'), built.zip);
  console.log(words.done('dist/teams-app.zip', built.zip.length));
}
