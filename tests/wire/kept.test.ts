import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lists } from '#shared/lists/all.ts';
import { type TenantWorld, tenantWorldAt, upnOf } from '../worlds/wire/tenantWorld.ts';
import { chosen, leftAt, pressed, provisioned } from './keptFolder.ts';
import { keptIn, releases } from './releases.ts';

const shownOf = (board: string): unknown => ({ ...JSON.parse(board), asOf: '' });

/** How many rows each list has, counted by somebody who knows nothing of the product. */
const countedIn = (folder: string): ReadonlyMap<string, number> => {
  const db = new Database(join(folder, 'tenant.db'));
  const counted = db
    .prepare(
      'SELECT name, COUNT(*) AS rows FROM items JOIN lists ON lists.seq = items.key >> 32 WHERE deleted = 0 GROUP BY name',
    )
    .all() as { readonly name: string; readonly rows: number }[];
  db.close();
  return new Map(counted.map(({ name, rows }) => [name, rows]));
};

/** Where the buttons of cards lead inside Teams, and where without: `project:p1 #/projekt/p1`. */
const linksIn = async ({ local }: TenantWorld, alias: string): Promise<readonly string[]> => {
  const chats = JSON.stringify(await local.chatsOf(upnOf(alias)));
  const found = chats.matchAll(/https:\/\/teams\.microsoft\.com\/l\/entity\/[^"\\]+/g);
  return [...found].map(([url]) => {
    const { searchParams } = new URL(url);
    const context = JSON.parse(searchParams.get('context') ?? '{}');
    return `${context.subEntityId ?? ''} ${new URL(searchParams.get('webUrl') ?? '').hash}`;
  });
};

describe.each(releases)('the folder that %s left', (release) => {
  const folder = mkdtempSync(join(tmpdir(), 'left-'));
  let world: TenantWorld;
  let counted: ReadonlyMap<string, number>;

  beforeAll(async () => {
    const left = gunzipSync(readFileSync(keptIn(release, 'tenant.db.gz')));
    writeFileSync(join(folder, 'tenant.db'), left);
    counted = countedIn(folder);
    world = await tenantWorldAt(folder, leftAt, provisioned);
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has every row read and none set aside', () => {
    const { stores, mirror } = world.wired;
    const { history: _, paperContents: __, ...held } = stores;
    expect(mirror.setAside()).toEqual([]);
    for (const name of Object.keys(held) as (keyof typeof held)[])
      expect(held[name].all(), name).toHaveLength(counted.get(lists[name].name) ?? 0);
    expect(stores.decisions.all()).toHaveLength(1);
    expect(stores.messages.all().length).toBeGreaterThan(4);
  });

  it('shows the board as it was', async () => {
    const board = await world.call('konsulent', 'GET', '/api/board');
    expect(shownOf(board.text)).toEqual(
      shownOf(readFileSync(keptIn(release, 'board.json'), 'utf8')),
    );
  });

  it('has a history that holds, whole', async () => {
    const { text } = await world.call('konsulent', 'GET', '/api/projects/p1/history');
    const { holds, entries } = JSON.parse(text);
    expect(holds).toBe(true);
    expect(entries.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'ended',
      'moved',
      'requested',
    ]);
  });

  it('has cards in its chats that still answer', async () => {
    expect(
      await pressed(world, 'chef.omsorg', 'p3-gate1-1', chosen('p3', 'investigate')),
    ).toContain('Besluttet');
    const story = 'aaaaaaaa-0000-4000-8000-000000000001';
    const ok = { verb: 'approveStory', data: { storyId: story, ask: 2, revision: 2, comment: '' } };
    await pressed(world, 'chef.omsorg', story, ok);
    await world.wired.settled();
    const { decisions, storyEvents } = world.wired.stores;
    expect(decisions.get('p3-gate1-1')?.value.outcome).toBe('investigate');
    expect(storyEvents.where('storyId', story).map(({ value }) => value.kind)).toContain(
      'approved',
    );
  });

  it('has cards that lead where they led, those of the day among them', async () => {
    const links = [
      ...(await linksIn(world, 'chef.omsorg')),
      ...(await linksIn(world, 'nattevagten')),
      ...(await linksIn(world, 'konsulent')),
    ];
    const held = [' ', 'project:p1 #/projekt/p1', 'project:p3 #/projekt/p3'];
    expect([...new Set(links)].sort()).toEqual(held);
  });
});
