import { describe, expect, it } from 'vitest';
import { defaultSettings } from '#shared/domain/settings.ts';
import { type ApiWorld, anApiWorld } from '../worlds/api/apiWorld.ts';

const key = 'aaaaaaaa-0000-4000-8000-000000000001';

const text = 'Før gik der en time med at vente. Nu går døren op med det samme. Alle sover bedre.';

const begin = (world: ApiWorld, more: Record<string, unknown> = {}, as = 'digitek') =>
  world.call('POST', '/api/stories', {
    as,
    body: { key, kind: 'microStory', projectId: 'p1', title: 'Døren går op', text, ...more },
  });

const move = (world: ApiWorld, as: string, body: Record<string, unknown>, id = key) =>
  world.call('POST', `/api/stories/${id}/moves`, { as, body });

const about = {
  title: 'Døren går op',
  area: 'omsorg',
  lederId: null,
  lederName: '',
  plannedFor: null,
};

const save = (revision: number, words: string) => ({
  type: 'saved',
  revision,
  content: { text: words, pictures: [], files: [] },
  about,
});

const settings = (world: ApiWorld, more: Record<string, unknown> = {}) =>
  world.call('GET', '/api/stories', { as: 'consultant' }).then(({ body }) => ({
    revision: body.settings.revision,
    closingDays: body.settings.closingDays,
    communication: { ...body.settings.communication, ...more },
  }));

const asked = async (): Promise<ApiWorld> => {
  const world = anApiWorld();
  await begin(world);
  await move(world, 'digitek', { type: 'asked', revision: 1, comment: '' });
  return world;
};

/** Who may, by hand from the table of roles and rights. */
const writers = ['consultant', 'digitek', 'lead', 'communications'];
const withRole = [...writers, 'chef-omsorg', 'chef-social', 'owner', 'leder', 'direktor'];
const everybody = [...withRole, 'nobody'];

type Try = { readonly name: string; readonly may: readonly string[] } & (
  | { readonly method: 'GET'; readonly url: string }
  | {
      readonly method: 'POST' | 'PATCH';
      readonly url: string;
      readonly body: (world: ApiWorld) => unknown;
    }
);

const tries: readonly Try[] = [
  { name: 'see the stories', may: withRole, method: 'GET', url: '/api/stories' },
  { name: 'take the workbook', may: withRole, method: 'GET', url: '/api/stories/export' },
  { name: 'open a story', may: withRole, method: 'GET', url: `/api/stories/${key}` },
  {
    name: 'begin a micro-story',
    may: writers,
    method: 'POST',
    url: '/api/stories',
    body: () => ({ key: `${key}-2`, kind: 'microStory', projectId: 'p1' }),
  },
  {
    name: 'log a press enquiry',
    may: withRole,
    method: 'POST',
    url: '/api/stories',
    body: () => ({ key: `${key}-3`, kind: 'press', projectId: null, title: 'Avisen ringer' }),
  },
  {
    name: 'save',
    may: writers,
    method: 'POST',
    url: `/api/stories/${key}/moves`,
    body: () => save(2, 'En anden tekst, som er ny.'),
  },
  {
    name: 'say OK',
    may: ['chef-omsorg'],
    method: 'POST',
    url: `/api/stories/${key}/moves`,
    body: () => ({ type: 'approved', ask: 2, comment: '' }),
  },
  {
    name: 'suggest a text',
    may: ['chef-omsorg'],
    method: 'POST',
    url: `/api/stories/${key}/moves`,
    body: () => ({ type: 'suggested', ask: 2, text: `${text} Tak.` }),
  },
  {
    name: 'change the settings',
    may: ['consultant'],
    method: 'PATCH',
    url: '/api/settings/communication',
    body: (world) => settings(world, { storiesAMonth: 2 }),
  },
];

describe('who may do what with stories', () => {
  it.each(tries.flatMap((one) => everybody.map((who) => ({ ...one, who }))))(
    '$who: $name',
    async (one) => {
      const world = await asked();
      const body = 'body' in one ? await one.body(world) : undefined;
      const before = world.deps.writes.count;
      const answer = await world.call(one.method, one.url, {
        as: one.who,
        ...(body === undefined ? {} : { body }),
      });
      if (one.may.includes(one.who)) {
        expect([200, 201]).toContain(answer.status);
        if (one.method !== 'GET') expect(world.deps.writes.count).toBeGreaterThan(before);
        return;
      }
      // A writer who answers for the chef is told it is not theirs; whoever it is, nothing is kept.
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toMatch(/^[A-ZÆØÅ].*\.$/);
      expect(world.deps.writes.count).toBe(before);
    },
  );

  it('turns everybody away without a token', async () => {
    const world = await asked();
    for (const { method, url } of tries) {
      const answer = await world.call(method, url, method === 'GET' ? {} : { body: {} });
      expect(answer.status, url).toBe(401);
    }
  });
});

describe('a story through the API', () => {
  it('is one however often it is begun with the same key', async () => {
    const world = anApiWorld();
    const [first, second] = await Promise.all([begin(world), begin(world)]);
    const third = await begin(world, { title: 'Noget andet' });
    expect([first?.status, second?.status, third.status]).toEqual([201, 201, 201]);
    expect(third.body.view.now.about.title).toBe('Døren går op');
    expect(third.body.view.now.revision).toBe(1);
    expect(world.deps.stores.storyEvents.rows.size).toBe(1);
    expect(world.deps.stores.stories.rows.size).toBe(1);
  });

  it('keeps one description for a project, whatever the key', async () => {
    const world = anApiWorld();
    const kind = 'description';
    const first = await begin(world, { kind });
    const again = await begin(world, { kind, key: `${key}-9` });
    expect(first.body.view.now.id).toBe('viborgdk-p1');
    expect(again.body.view.now.id).toBe('viborgdk-p1');
    expect(world.deps.stores.storyEvents.rows.size).toBe(1);
  });

  it('says 409 with the story as it is, when it was saved on an old picture', async () => {
    const world = anApiWorld();
    await begin(world);
    expect((await move(world, 'digitek', save(1, 'Den nye tekst.'))).status).toBe(200);
    const late = await move(world, 'consultant', save(1, 'En helt anden tekst.'));
    expect(late.status).toBe(409);
    expect(late.body.error.code).toBe('changed');
    expect(late.body.current.view.now.version.text).toBe('Den nye tekst.');
    expect(world.deps.stores.storyEvents.rows.size).toBe(2);
  });

  it('says 409 to an answer to what is not asked any more', async () => {
    const world = await asked();
    await move(world, 'digitek', save(2, 'Teksten blev ændret.'));
    const late = await move(world, 'chef-omsorg', { type: 'approved', ask: 2, comment: '' });
    expect(late.status).toBe(409);
    expect(late.body.current.view.now.state).toBe('draft');
  });

  it('asks once whether a doubtful number is somebody’s', async () => {
    const world = anApiWorld();
    await begin(world, { text: `${text} Ordre 0707411234.` });
    const ask = { type: 'asked', revision: 1, comment: '' };
    const stopped = await move(world, 'digitek', ask);
    expect(stopped.status).toBe(422);
    expect(stopped.body.error.details).toMatchObject([{ code: 'doubtful' }]);
    expect(stopped.body.error.message).not.toContain('0707411234');
    const sent = await move(world, 'digitek', { ...ask, cleared: ['0707411234'] });
    expect([sent.status, sent.body.view.now.state]).toEqual([200, 'asked']);
  });

  it('lets the leder write along in an article, and no more', async () => {
    const world = anApiWorld();
    const lederId = (await world.call('GET', '/api/me', { as: 'leder' })).body.id;
    const begun = await begin(world, { kind: 'article', lederId });
    const { lederName, area } = begun.body.view.now.about;
    await move(world, 'digitek', { type: 'asked', revision: 1, comment: '' });
    await move(world, 'leder', { type: 'approved', ask: 2, comment: '' });
    const early = { ...about, area, lederId, lederName };
    expect((await move(world, 'leder', { ...save(3, text), about: early })).status).toBe(403);
    await move(world, 'chef-omsorg', { type: 'approved', ask: 3, comment: '' });
    const seen = await world.call('GET', `/api/stories/${key}`, { as: 'leder' });
    expect(seen.body).toMatchObject({ moves: ['saved'], view: { now: { state: 'writing' } } });
    expect(seen.body.hindrances).toMatchObject([{ type: 'lederNotNamed' }]);
    const written = await move(world, 'leder', {
      ...save(4, `${text} Pressen kan tale med ${lederName}.`),
      about: early,
    });
    expect(written.status).toBe(200);
    const sent = { type: 'asked', revision: 5, comment: '' };
    expect((await move(world, 'leder', sent)).status).toBe(403);
    expect((await move(world, 'digitek', sent)).body.view.now.state).toBe('materialLeder');
  });

  it('does not publish without an OK to these words, whoever asks for it', async () => {
    const world = await asked();
    const published = {
      type: 'published',
      revision: 2,
      channel: 'official',
      outlet: '',
      link: 'https://www.linkedin.com/posts/eksempel-1',
      day: '2026-11-23',
    };
    expect((await move(world, 'communications', published)).status).toBe(409);
    await move(world, 'chef-omsorg', { type: 'approved', ask: 2, comment: '' });
    await move(world, 'digitek', save(3, 'Et ord er ændret efter OK.'));
    const after = await move(world, 'communications', { ...published, revision: 4 });
    expect(after.status).toBe(409);
    const page = await world.call('GET', '/api/stories', { as: 'communications' });
    expect(page.body.register).toEqual([]);
  });
});

const wrong: readonly (readonly [string, unknown])[] = [
  ['no key', { kind: 'microStory', projectId: 'p1' }],
  ['a key with a space', { key: 'aaaa bbbb', kind: 'microStory', projectId: 'p1' }],
  ['an unknown kind', { key, kind: 'poem', projectId: 'p1' }],
  ['a number for a title', { key, kind: 'microStory', projectId: 'p1', title: 7 }],
  ['a list for a project', { key, kind: 'microStory', projectId: ['p1'] }],
  ['a field of its own', { key, kind: 'microStory', projectId: 'p1', state: 'approved' }],
];

const wrongMoves: readonly (readonly [string, unknown])[] = [
  ['an unknown move', { type: 'posted', revision: 1 }],
  ['a text for a revision', { type: 'asked', revision: '1', comment: '' }],
  ['a revision below nothing', { type: 'asked', revision: -1, comment: '' }],
  ['no ask', { type: 'approved', comment: '' }],
  ['an unknown channel', { type: 'published', revision: 1, channel: 'tv', link: 'x', day: 'x' }],
  [
    'a picture by another name',
    { ...save(1, text), content: { text, pictures: [{ id: '../x' }] } },
  ],
];

describe('nonsense about stories', () => {
  it.each(wrong)('is refused when one begins: %s', async (_name, body) => {
    const world = anApiWorld();
    const answer = await world.call('POST', '/api/stories', { as: 'digitek', body });
    expect(answer.status).toBe(400);
    expect(world.deps.stores.storyEvents.rows.size).toBe(0);
  });

  it.each(wrongMoves)('is refused when one moves: %s', async (_name, body) => {
    const world = anApiWorld();
    await begin(world);
    const answer = await world.call('POST', `/api/stories/${key}/moves`, { as: 'digitek', body });
    expect(answer.status).toBe(400);
    expect(world.deps.stores.storyEvents.rows.size).toBe(1);
  });

  it.each(['findes-ikke', '%00', '..%2f..%2f', 'a'.repeat(130), "x'%20or%201=1"])(
    'is not looked up: %s',
    async (id) => {
      const world = anApiWorld();
      const read = await world.call('GET', `/api/stories/${id}`, { as: 'digitek' });
      expect(read.status).toBeGreaterThanOrEqual(400);
      expect(read.status).toBeLessThan(500);
      const moved = await move(world, 'digitek', { type: 'asked', revision: 1, comment: '' }, id);
      expect(moved.status).toBeGreaterThanOrEqual(400);
      expect(moved.status).toBeLessThan(500);
      expect(world.deps.stores.storyEvents.rows.size).toBe(0);
    },
  );

  it('is refused at 200 KB, and where a project is not there', async () => {
    const world = anApiWorld();
    const large = await begin(world, { text: 'x'.repeat(210_000) });
    expect(large.status).toBe(413);
    const elsewhere = await begin(world, { projectId: 'p999' });
    expect(elsewhere.status).toBe(422);
    expect(elsewhere.body.error.message).toBe('Det projekt findes ikke.');
    expect(world.deps.stores.storyEvents.rows.size).toBe(0);
  });

  it.each(['year=1', 'year=x', 'kind=poem', 'channel=tv', 'phase=later', 'colour=red'])(
    'is refused in the address of the workbook: %s',
    async (query) => {
      const world = anApiWorld();
      const answer = await world.call('GET', `/api/stories/export?${query}`, { as: 'digitek' });
      expect(answer.status).toBe(400);
    },
  );
});

describe('the settings for stories', () => {
  const patch = (world: ApiWorld, body: unknown) =>
    world.call('PATCH', '/api/settings/communication', { as: 'consultant', body });

  it('are set, kept in the history, and count from then on', async () => {
    const world = anApiWorld();
    const given = await settings(world, {
      storiesAMonth: 2,
      blockedWords: ['  Sygdom ', 'sygdom'],
    });
    const saved = await patch(world, { ...given, closingDays: ['12-24', '06-05', '06-05'] });
    expect(saved.status).toBe(200);
    expect(saved.body.closingDays).toEqual(['06-05', '12-24']);
    expect(saved.body.communication.blockedWords).toEqual(['Sygdom']);
    const page = await world.call('GET', '/api/stories?year=2026', { as: 'digitek' });
    expect(page.body.closed).toContain('2026-06-05');
    expect(page.body.goals[0].aim).toBe(2);
    expect(page.body.settings).toBeNull();
    const history = [...world.deps.stores.history.rows.values()].map((row) => row.value.subject);
    expect(history.sort()).toEqual(['setting:closingDays', 'setting:communication']);
    await begin(world, { text: 'Historien handler om sygdom og om ro.' });
    const sent = await move(world, 'digitek', { type: 'asked', revision: 1, comment: '' });
    expect(sent.status).toBe(422);
  });

  it('are not overwritten by whoever did not see the newest', async () => {
    const world = anApiWorld();
    const seen = await settings(world, { storiesAMonth: 3 });
    expect((await patch(world, { ...seen, closingDays: ['06-05'] })).status).toBe(200);
    const late = await patch(world, {
      ...seen,
      communication: { ...seen.communication, storiesAMonth: 4 },
    });
    expect(late.status).toBe(409);
    expect(late.body.current.communication.storiesAMonth).toBe(3);
    const { revision } = late.body.current;
    const again = await patch(world, { ...seen, revision, closingDays: [] });
    expect(again.status).toBe(200);
    expect(again.body.closingDays).toEqual([]);
  });

  it('may be sent twice by the same press', async () => {
    const world = anApiWorld();
    const body = await settings(world, { storiesAMonth: 2 });
    expect((await patch(world, body)).status).toBe(200);
    const before = world.deps.writes.count;
    expect((await patch(world, body)).status).toBe(200);
    expect(world.deps.writes.count).toBe(before);
  });

  it.each([
    ['notACount', { storyDays: 0 }],
    ['notACount', { pressDays: 1.5 }],
    ['notACount', { articlesAQuarter: 61 }],
    ['notATime', { dueTime: '25:00' }],
    ['notATime', { nudgeTime: '9' }],
    ['nudgeAfterDue', { nudgeTime: '16:00' }],
    ['wordTooLong', { blockedWords: ['x'.repeat(61)] }],
    ['tooMany', { organisations: Array.from({ length: 201 }, (_, at) => `Nr. ${at}`) }],
  ])('are refused in a sentence: %s', async (code, more) => {
    const world = anApiWorld();
    const answer = await patch(world, await settings(world, more));
    expect(answer.status).toBe(422);
    expect(answer.body.error.code).toBe(code);
    expect(answer.body.error.message).toMatch(/^[A-ZÆØÅ»].*\.$/);
    expect(world.deps.stores.settings.rows.size).toBe(0);
  });

  it.each(['02-30', '2027-02-29', '13-01', 'juleaften'])('know a day: %s', async (day) => {
    const world = anApiWorld();
    const answer = await patch(world, { ...(await settings(world)), closingDays: [day] });
    expect(answer.status).toBe(422);
    expect(answer.body.error.code).toBe('notADay');
  });

  it('begin as the defaults', async () => {
    const world = anApiWorld();
    const { communication } = await settings(world);
    expect(communication).toEqual(defaultSettings.communication);
  });
});
