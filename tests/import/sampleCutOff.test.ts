import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Wired, wire } from '../../bot/wiring.ts';
import { isLoaded, loadSample } from '../../infra/sample/load.ts';
import { provisioned } from '../wire/keptFolder.ts';
import { type TenantWorld, tenantWorldAt } from '../worlds/wire/tenantWorld.ts';

const file = new URL('../../infra/sample/projects.csv', import.meta.url).pathname;
const documents = 'https://viborg.example/docs';

let folder: string;
let world: TenantWorld;
/** What `npm start` fills with, in a process of its own. */
let wired: Wired;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sample-'));
  world = await tenantWorldAt(folder, '2026-11-23T09:14:00Z', async (config, ...rest) => {
    await provisioned(config, ...rest);
    wired = wire(config);
    await wired.mirror.load();
  });
});

afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The same, but killed when so many of its parts have settled. */
const killedAfter = (parts: number): Wired => {
  let left = parts;
  const settled = async (): Promise<void> => {
    await wired.settled();
    left -= 1;
    if (left === 0) throw new Error('killed');
  };
  return { ...wired, settled };
};

/** Rows that only the sample writes; the server tells, asks and reminds beside it when it is time. */
const counts = (): Readonly<Record<string, number>> => {
  const { people, settings, pools, projects, steps, requests, statusReports } = wired.stores;
  const { spreadUnits, inquiries, papers, paperVersions, visits, chainEdits, stories } =
    wired.stores;
  const filled = {
    ...{ people, settings, pools, projects, steps, requests, statusReports, spreadUnits },
    ...{ inquiries, papers, paperVersions, visits, chainEdits, stories },
  };
  return Object.fromEntries(
    Object.entries(filled).map(([name, store]) => [name, store.all().length]),
  );
};

it('goes on where it was cut off, and a whole one stays as it is', async () => {
  for (const parts of [2, 5])
    await expect(loadSample(killedAfter(parts), file, documents)).rejects.toThrow('killed');
  await loadSample(wired, file, documents);
  await wired.mirror.refreshNow();
  expect(isLoaded(wired)).toBe(true);
  const whole = counts();
  await loadSample(wired, file, documents);
  await wired.mirror.refreshNow();
  expect(counts()).toEqual(whole);
  expect(whole['requests']).toBeGreaterThan(3);
});
