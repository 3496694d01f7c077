import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { StoriesReply } from '#shared/contract/stories.ts';
import type { Project } from '#shared/domain/project.ts';
import { type ApiWorld, anApiWorld, aProject, idOf } from '../worlds/api/apiWorld.ts';

/*
 * A year counted by hand. The clock of the tests stands at Monday 23 November 2026.
 *
 * published: m1 in February (official) and again in March (private); m2 in November by the chef's
 *   own words, taken unchanged; d1 on viborg.dk.
 * waiting: m3 at the chef of Omsorg since Friday, so it was due on Monday at 16.00: not yet.
 * stopped: m4, so its project is not told after all.
 */

const more = (id: string, title: string, given: Partial<Project> = {}): Project =>
  aProject({ id, title, phase: 'trial', ...given });

const at = (world: ApiWorld, instant: string): void => {
  world.deps.clock.at = instant;
};

const must = (answer: { readonly status: number; readonly body: unknown }): void => {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
};

const begin = async (world: ApiWorld, key: string, projectId: string, title: string, kind = '') => {
  const text = `${title}. Før var det svært. Nu er det blevet lettere for alle.`;
  const body = { key, kind: kind === '' ? 'microStory' : kind, projectId, title, text };
  must(await world.call('POST', '/api/stories', { as: 'digitek', body }));
};

const move = async (world: ApiWorld, id: string, as: string, body: unknown) =>
  must(await world.call('POST', `/api/stories/${id}/moves`, { as, body }));

const ask = (world: ApiWorld, id: string) =>
  move(world, id, 'digitek', { type: 'asked', revision: 1, comment: '' });

const publish = (world: ApiWorld, id: string, revision: number, given: Record<string, unknown>) =>
  move(world, id, 'communications', {
    ...{ type: 'published', revision, outlet: '', link: `https://www.linkedin.com/posts/${id}` },
    ...given,
  });

const m1 = 'story-0001';
const m2 = 'story-0002';
const m3 = 'story-0003';
const m4 = 'story-0004';

const aYear = async (): Promise<ApiWorld> => {
  const world = anApiWorld({ title: '=1+1' });
  world.deps.stores.projects.put(
    more('p2', 'Online bostøtte', { leadArea: 'social', areas: ['social'] }),
    more('p3', 'Døgnrytmelys', { phase: 'operation', status: 'operating' }),
    more('p4', 'Ikke begyndt', { status: 'pipeline' }),
    more('p5', 'Vendeseng'),
  );
  const who = world.deps.stores.people.get(idOf('communications'))?.value;
  if (who) world.deps.stores.people.put({ ...who, name: 'Kommunikation' });
  at(world, '2026-02-10T08:00:00Z');
  await begin(world, m1, 'p1', '=HYPERLINK("https://ond.example")');
  await ask(world, m1);
  await move(world, m1, 'chef-omsorg', { type: 'approved', ask: 2, comment: '' });
  at(world, '2026-02-12T08:00:00Z');
  await publish(world, m1, 3, { channel: 'official', day: '2026-02-11' });
  at(world, '2026-03-02T08:00:00Z');
  await publish(world, m1, 4, { channel: 'private', outlet: '@Team', day: '2026-03-02' });

  at(world, '2026-11-02T08:00:00Z');
  await begin(world, m2, 'p2', 'Støtte på skærmen');
  await ask(world, m2);
  await move(world, m2, 'chef-social', {
    ...{ type: 'suggested', ask: 2 },
    text: 'Støtten kommer nu, når der er brug for den. Før var der ventetid.',
  });
  await move(world, m2, 'digitek', { type: 'accepted', revision: 3 });
  at(world, '2026-11-03T08:00:00Z');
  await publish(world, m2, 4, { channel: 'official', day: '2026-11-03' });

  await begin(world, 'desc-0001', 'p3', 'Døgnrytmelys', 'description');
  await publish(world, 'viborgdk-p3', 1, { channel: 'viborgDk', day: '2026-11-03' });

  await begin(world, m4, 'p3', 'Lyset om natten');
  await move(world, m4, 'digitek', { type: 'stopped', ask: null, comment: 'Ikke nu.' });

  at(world, '2026-11-20T14:30:00Z');
  await begin(world, m3, 'p5', 'Sengen vender sig selv');
  await ask(world, m3);
  at(world, '2026-11-23T09:14:00Z');
  return world;
};

const page = async (world: ApiWorld, query = ''): Promise<StoriesReply> =>
  (await world.call('GET', `/api/stories${query}`, { as: 'communications' })).body;

describe('the overview of the stories', () => {
  it('counts the goals by the first day each came out', async () => {
    const { goals } = await page(await aYear());
    const counted = goals.map(({ kind, aim, periods }) => ({
      kind,
      aim,
      hit: periods.filter(({ published }) => published > 0),
    }));
    expect(counted).toEqual([
      {
        kind: 'microStory',
        aim: 1,
        hit: [
          { period: '2026-02', published: 1 },
          { period: '2026-11', published: 1 },
        ],
      },
      { kind: 'article', aim: 1, hit: [] },
    ]);
    expect(goals.map(({ periods }) => periods.length)).toEqual([12, 4]);
  });

  it('has each publication in the register, with whose OK it had', async () => {
    const { register } = await page(await aYear());
    expect(
      register.map(({ storyId, channel, outlet, day, by, approvedBy }) =>
        [storyId, channel, outlet, day, by, approvedBy].join(' | '),
      ),
    ).toEqual([
      `${m2} | official |  | 2026-11-03 | Kommunikation | Chef, Social`,
      'viborgdk-p3 | viborgDk |  | 2026-11-03 | Kommunikation | ',
      `${m1} | private | @Team | 2026-03-02 | Kommunikation | Chef, Omsorg`,
      `${m1} | official |  | 2026-02-11 | Kommunikation | Chef, Omsorg`,
    ]);
  });

  it('knows who is not told of: at work, and no story but a stopped one', async () => {
    const { untold } = await page(await aYear());
    expect(untold).toEqual([
      { projectId: 'p3', title: 'Døgnrytmelys', phase: 'operation', area: 'omsorg' },
    ]);
  });

  it('asks for descriptions that are missing, and for those of an earlier phase', async () => {
    const world = await aYear();
    const ids = async () =>
      (await page(world)).descriptions.map(({ projectId, staleSince }) => [projectId, staleSince]);
    expect(await ids()).toEqual([
      ['p2', null],
      ['p5', null],
      ['p1', null],
    ]);
    world.deps.stores.projects.put(
      more('p3', 'Døgnrytmelys', { phase: 'spread', status: 'operating' }),
    );
    expect(await ids()).toEqual([
      ['p3', 'operation'],
      ['p2', null],
      ['p5', null],
      ['p1', null],
    ]);
  });

  it('says whom a story waits for and when, and when that is over', async () => {
    const world = await aYear();
    const line = async () => (await page(world)).stories.find(({ id }) => id === m3);
    expect(await line()).toMatchObject({
      ...{ column: 'waiting', waitsFor: 'chef', area: 'omsorg' },
      ...{ dueAt: '2026-11-23T15:00:00Z', overdue: false, waitsForMe: false },
    });
    at(world, '2026-11-23T15:00:00Z');
    expect(await line()).toMatchObject({ overdue: true });
    const chef = await world.call('GET', '/api/stories', { as: 'chef-omsorg' });
    const mine = (chef.body as StoriesReply).stories.filter(({ waitsForMe }) => waitsForMe);
    expect(mine.map(({ id }) => id)).toEqual([m3]);
  });

  it('shades public holidays, and has the years there is something in', async () => {
    const reply = await page(await aYear(), '?year=2025');
    expect(reply.year).toBe(2025);
    expect(reply.years).toEqual([2026]);
    expect(reply.register).toEqual([]);
    expect(reply.closed).toEqual(
      expect.arrayContaining(['2025-04-18', '2025-06-09', '2025-12-25']),
    );
    expect(reply.closed).not.toContain('2025-06-05');
    expect(reply.stories.map(({ id }) => id)).toEqual([m3]);
  });
});

const opened = async (world: ApiWorld, query = ''): Promise<ExcelJS.Workbook> => {
  const answer = await world.call('GET', `/api/stories/export${query}`, { as: 'communications' });
  expect(answer.status).toBe(200);
  expect(answer.headers['content-disposition']).toContain('historier-2026.xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(answer.raw as unknown as ArrayBuffer);
  return book;
};

const rowsOf = (book: ExcelJS.Workbook, name: string): readonly (readonly unknown[])[] => {
  const rows: unknown[][] = [];
  book.getWorksheet(name)?.eachRow((row) => {
    rows.push((row.values as unknown[]).slice(1).map((value) => value ?? null));
  });
  return rows;
};

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

describe('the workbook of the stories', () => {
  it('holds the register cell by cell, with real days and Copenhagen’s clock', async () => {
    const book = await opened(await aYear());
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      'Register',
      'Historier',
      'Ikke fortalt',
    ]);
    const [, ...rows] = rowsOf(book, 'Register');
    const link = (id: string) => `https://www.linkedin.com/posts/${id}`;
    const official = 'LinkedIn, Viborg Kommunes profil';
    const formula = '=HYPERLINK("https://ond.example")';
    expect(rows).toEqual([
      [
        ...[day('2026-11-03'), 'Mikrohistorie', 'Støtte på skærmen', 'Online bostøtte', 'Social'],
        ...[official, '', link(m2), 'Kommunikation', 'Chef, Social'],
        new Date('2026-11-02T09:00:00Z'),
      ],
      [
        ...[
          day('2026-11-03'),
          'Beskrivelse på viborg.dk',
          'Døgnrytmelys',
          'Døgnrytmelys',
          'Omsorg',
        ],
        ...['viborg.dk', '', link('viborgdk-p3'), 'Kommunikation', ''],
      ],
      [
        ...[day('2026-03-02'), 'Mikrohistorie', formula, '=1+1', 'Omsorg'],
        ...['LinkedIn, privat profil', '@Team', link(m1), 'Kommunikation', 'Chef, Omsorg'],
        new Date('2026-02-10T09:00:00Z'),
      ],
      [
        ...[day('2026-02-11'), 'Mikrohistorie', formula, '=1+1', 'Omsorg'],
        ...[official, '', link(m1), 'Kommunikation', 'Chef, Omsorg'],
        new Date('2026-02-10T09:00:00Z'),
      ],
    ]);
  });

  it('keeps what looks like a formula as text', async () => {
    const book = await opened(await aYear());
    const sheet = book.getWorksheet('Register');
    const cells = [sheet?.getCell('C4'), sheet?.getCell('D4'), sheet?.getCell('G4')];
    expect(cells.map((cell) => cell?.value)).toEqual([
      '=HYPERLINK("https://ond.example")',
      '=1+1',
      '@Team',
    ]);
    for (const cell of cells) expect(cell?.type).toBe(ExcelJS.ValueType.String);
    expect(sheet?.getCell('A4').numFmt).toBe('dd-mm-yyyy');
    expect(sheet?.getCell('K2').numFmt).toBe('dd-mm-yyyy hh:mm');
  });

  it('holds where each story is, and who is not told of', async () => {
    const book = await opened(await aYear());
    const stories = rowsOf(book, 'Historier');
    expect(stories.slice(1).map((row) => [row[0], row[4]])).toEqual([
      ['=HYPERLINK("https://ond.example")', 'Slået op'],
      ['Støtte på skærmen', 'Slået op'],
      ['Døgnrytmelys', 'Ligger på viborg.dk'],
      ['Lyset om natten', 'Stoppet'],
      ['Sengen vender sig selv', 'Venter på svar'],
    ]);
    expect(stories[5]?.[7]).toEqual(new Date('2026-11-23T16:00:00Z'));
    expect(rowsOf(book, 'Ikke fortalt')).toEqual([
      ['Projekt', 'Fase', 'Område'],
      ['Døgnrytmelys', 'IDRIFTSÆTTELSE', 'Omsorg'],
    ]);
  });

  it.each([
    ['?kind=description', 1, 1],
    ['?channel=private', 1, 5],
    ['?area=social', 1, 1],
    ['?area=across', 0, 0],
    ['?text=st%C3%B8tte%20sk%C3%A6rmen', 1, 1],
    ['?text=@team', 1, 0],
    ['?year=2026', 4, 5],
  ])('holds what the filter leaves: %s', async (query, register, stories) => {
    const book = await opened(await aYear(), query);
    expect(rowsOf(book, 'Register')).toHaveLength(register + 1);
    expect(rowsOf(book, 'Historier')).toHaveLength(stories + 1);
  });
});
