import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsOf } from '#shared/useCases/settings/settingsOf.ts';
import { importWords } from '#shared/words/server/import.ts';
import { rootFrom } from '../../infra/root.ts';
import { serverEnvironment } from '../../infra/tenant/local/config.ts';
import { type GraphSite, startSite } from '../worlds/graph/graphSite.ts';

let site: GraphSite;
let environment: Readonly<Record<string, string>> = {};
const folder = mkdtempSync(join(tmpdir(), 'import-command-'));

beforeAll(async () => {
  await build({
    entryPoints: ['infra/import/main.ts'],
    outfile: built,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
    alias: { '#shared': join(rootFrom(import.meta.url), 'shared') },
  });
  site = await startSite();
  environment = serverEnvironment(site.tenant.parts.keys, site.tenant.url, 'http://127.0.0.1:9');
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

type Ran = {
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly error: string;
};

/** As `npm run import` starts it, and the same code in one file, which starts in a third of the time. */
const typed = ['--import', 'tsx', 'infra/import/main.ts'];
const built = 'dist/import/main.js';

const run = async (
  args: readonly string[],
  env = environment,
  command: readonly string[] = [built],
): Promise<Ran> => {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [...command, ...args], { env: { PATH, ...env } });
  const heard = { out: '', error: '' };
  child.stdout.on('data', (data) => {
    heard.out += String(data);
  });
  child.stderr.on('data', (data) => {
    heard.error += String(data);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, lines: heard.out.trimEnd().split('\n'), error: heard.error };
};

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const stored = async () => {
  const { mirror, stores } = site.connect();
  await mirror.load();
  return { projects: stores.projects.all().map((row) => row.value), stores };
};

describe('npm run import', () => {
  it('changes nothing until it is asked to, and then says what the lists hold', async () => {
    const upper = file('upper.csv', 'Nr;Titel;Budget\nRAP-40;Store bogstaver;45.000\n');
    const lower = file('lower.csv', 'Nr;Titel;Budget\nrap-40;Små bogstaver;99.000\n');
    const dry = await run([upper]);
    expect([dry.code, dry.lines.at(-1)]).toEqual([0, importWords.dryRun]);
    expect((await stored()).projects).toEqual([]);
    const first = await run([upper, '--apply'], environment, typed);
    expect([first.code, first.lines.at(-1)]).toEqual([0, importWords.applied(1, 1, 1)]);
    const second = await run([lower, '--apply']);
    expect([second.code, second.lines.at(-1)]).toEqual([0, importWords.applied(1, 1, 1)]);
    expect(second.lines[0]).toContain('titel her: "Store bogstaver", i filen: "Små bogstaver"');
    expect((await stored()).projects).toMatchObject([{ id: 'RAP-40', budgetOre: 9_900_000 }]);
  });

  it('names what it leaves, and sets rows aside when asked to be strict', async () => {
    const list = file('left.csv', 'Titel;Budget\nLys;100 eller 200\nSkærm;5\n');
    const strict = await run([list, '--strict', '--apply']);
    expect([strict.code, strict.lines.at(-1)]).toEqual([1, importWords.applied(1, 2, 2)]);
    const kind = await run([list, '--apply']);
    expect(kind.code).toBe(0);
    expect(kind.lines.at(-1)).toBe(importWords.applied(2, 2, 3) + importWords.leftUnread(1));
    expect(kind.lines.join('\n')).toContain('celle B2  "Budget" er "100 eller 200"');
  });

  it('learns a word for this list and every one after it', async () => {
    const list = file('words.csv', 'Titel;Område\nRobot;Fjernområdet\n');
    const unknown = await run([list]);
    expect(unknown.lines.join('\n')).toContain('--teach "område:Fjernområdet=');
    const taught = await run([list, '--teach', 'område:Fjernområdet=omsorg', '--apply']);
    expect(taught.code).toBe(0);
    const { projects, stores } = await stored();
    expect(projects.find((project) => project.title === 'Robot')?.leadArea).toBe('omsorg');
    expect(settingsOf(stores).importWords.area['omsorg']).toContain('Fjernområdet');
  });

  it('says what is missing when there is no tenant, no file, or an option nobody knows', async () => {
    const alone = await run(['x.csv'], { TENANT_PORT: '9' }, typed);
    expect([alone.code, alone.error.trim()]).toEqual([78, importWords.needsTenant]);
    expect((await run(['no.csv'])).error.trim()).toBe(importWords.noFile('no.csv'));
    for (const args of [[], ['a.csv', '--never'], ['a.csv', 'b.csv']])
      expect((await run(args)).error.trim()).toBe(importWords.usage);
  });
});
