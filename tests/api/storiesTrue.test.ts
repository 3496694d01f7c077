import { describe, expect, it } from 'vitest';
import { aPng } from '../builders/pictures.ts';
import { type ApiWorld, anApiWorld, idOf } from '../worlds/api/apiWorld.ts';

const key = 'bbbbbbbb-0000-4000-8000-000000000001';
const words = 'Før gik der en time. Nu går døren op med det samme.';
const noPicture = { id: `${'a'.repeat(64)}.png`, alt: 'En dør', people: false, consent: '' };
const nothing = { title: 'Døren', area: 'omsorg', lederId: null, lederName: '', plannedFor: null };

type More = {
  readonly about?: Record<string, unknown>;
  readonly content?: Record<string, unknown>;
};

const save = (world: ApiWorld, { about, content }: More, revision = 1) =>
  world.call('POST', `/api/stories/${key}/moves`, {
    as: 'digitek',
    body: {
      type: 'saved',
      revision,
      content: { text: words, pictures: [], files: [], ...content },
      about: { ...nothing, ...about },
    },
  });

const begin = (world: ApiWorld, more: Record<string, unknown> = {}) =>
  world.call('POST', '/api/stories', {
    as: 'digitek',
    body: { key, kind: 'article', projectId: 'p1', title: 'Døren', text: words, ...more },
  });

const begun = async (): Promise<ApiWorld> => {
  const world = anApiWorld();
  await begin(world, { lederId: null });
  return world;
};

const upload = async (world: ApiWorld): Promise<string> => {
  const bytes = aPng(8, 8, Buffer.from('true'));
  const { pictureIdOf } = await import('#shared/graph/files.ts');
  const id = pictureIdOf(bytes, 'image/png');
  await world.deps.pictures.put(id, bytes, 'image/png');
  return id;
};

describe('what is kept of a story is true', () => {
  it.each<[string, More]>([
    ['unknownLeder', { about: { lederId: 'nobody-here', lederName: 'Borgmesteren' } }],
    ['unknownLeder', { about: { lederId: idOf('consultant'), lederName: 'Leder' } }],
    ['unknownArea', { about: { area: 'findes-ikke' } }],
    ['notAPlan', { about: { plannedFor: '2026-99-99' } }],
    ['notAPlan', { about: { plannedFor: '2026-02-30' } }],
    ['unknownPicture', { content: { pictures: [noPicture] } }],
  ])('%s: nothing is stored', async (code, more) => {
    const world = await begun();
    const before = world.deps.writes.count;
    const answer = await save(world, more);
    expect(answer.status).toBe(422);
    expect(answer.body.error.code).toBe(code);
    expect(answer.body.error.message).toMatch(/^[A-ZÆØÅ].*\.$/);
    expect(world.deps.writes.count).toBe(before);
  });

  it('has the leder by the name the list of people has', async () => {
    const world = await begun();
    const { body } = await save(world, {
      about: { lederId: idOf('leder'), lederName: 'Borgmesteren' },
    });
    const name = world.deps.stores.people.get(idOf('leder'))?.value.name;
    expect(name).toBeTruthy();
    expect(body.view.now.about.lederName).toBe(name);
  });

  it('is not begun for a leder who is none', async () => {
    const world = anApiWorld();
    const answer = await begin(world, { lederId: 'nobody-here' });
    expect([answer.status, answer.body.error.code]).toEqual([422, 'unknownLeder']);
  });

  it('takes a picture that is in the library', async () => {
    const world = await begun();
    const id = await upload(world);
    const answer = await save(world, { content: { pictures: [{ ...noPicture, id }] } });
    expect(answer.status).toBe(200);
  });

  it('keeps no signs that cannot be seen, stored or read aloud', async () => {
    const world = await begun();
    const { body } = await save(world, {
      about: { title: 'A\nB\u0000C' },
      content: { text: 'En\r\nto\rtre\u0000\u0007\ud800 🙂 slut\t.' },
    });
    expect(body.view.now.version.text).toBe('En\nto\ntre 🙂 slut\t.');
    expect(body.view.now.about.title).toBe('A BC');
  });

  it('is not answered by a leder who is one no longer', async () => {
    const world = await begun();
    await save(world, { about: { lederId: idOf('leder') } });
    const asked = await world.call('POST', `/api/stories/${key}/moves`, {
      as: 'digitek',
      body: { type: 'asked', revision: 2, comment: '' },
    });
    expect(asked.status).toBe(200);
    const row = world.deps.stores.people.rows.get(idOf('leder'));
    expect(row).toBeDefined();
    if (row) world.deps.stores.people.put({ ...row.value, roles: [] });
    const answer = await world.call('POST', `/api/stories/${key}/moves`, {
      as: 'leder',
      body: { type: 'approved', ask: 3, comment: '' },
    });
    expect(answer.status).toBe(403);
  });
});
