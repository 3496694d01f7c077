import { newIdea } from '#shared/domain/project.ts';
import { until } from '../worlds/processes/processes.ts';
import { World } from '../worlds/processes/world.ts';
import { exactly, type Result } from './play.ts';
import type { Random } from './random.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What people, other programs and old versions leave in a row: none of it makes sense. */
const nonsense: readonly Fields[] = [
  { Phase: 'limbo' },
  { Phase: null },
  { Status: 'gone' },
  { Type: '<b>skal</b>' },
  { Title: null },
  { Shares: '[{"pool":"area:"' },
  { Shares: '[{"pool":"common","ore":"mange"}]' },
  { RunningCostsOre: '{"first":1}' },
  { RunningCostsOre: '[1.5]' },
  { Areas: '7' },
  { AskOre: 100.5 },
  { Efficiency: 9 },
  { RiskCategory: 0 },
  { PhaseSince: null },
  { CreatedAt: null },
  { NextStepDue: 'i morgen' },
  { LastChange: '{"cause":1}' },
  { SampleFields: 'ja' },
  { Key: null },
];

const chunk = 500;

/** Thousands of rows, some of them nonsense: the board shows the others, and says which (R10). */
export const playMutated = async (all: number, bad: number, random: Random): Promise<Result> => {
  const world = await World.open({ name: 'mutated', areas: 'three' });
  try {
    const ids = Array.from({ length: all }, (_, at) => `m${at}`);
    for (let at = 0; at < all; at += chunk)
      await world.stores.projects.insertMany(
        ids.slice(at, at + chunk).map((id) =>
          newIdea({
            id,
            title: `Projekt ${id}`,
            createdAt: '2026-01-05T08:00:00Z',
            createdBy: 'Import',
          }),
        ),
      );
    const rows = [...world.stores.projects.all()];
    const spoilt = Array.from({ length: bad }, () => rows.splice(random.below(rows.length), 1)[0]);
    await world.patch(
      'projects',
      spoilt.flatMap((row, at) => {
        const fields = nonsense[at % nonsense.length];
        return row && fields ? [{ seq: row.seq, fields }] : [];
      }),
    );
    return await look(world, all, bad);
  } finally {
    await world.close();
  }
};

const look = async (world: World, all: number, bad: number): Promise<Result> => {
  const user = world.cast.askers[0]?.upn ?? '';
  const asideNow = async (): Promise<
    readonly { itemId: string; problem: string; field: string }[]
  > => ((await (await world.api(user, 'GET', '/api/aside')).json()) as { rows: never }).rows;
  await until(async () => (await asideNow()).length >= bad, 250);
  const before = await world.eyes.look();
  const aside = await asideNow();
  const board = await (await world.api(user, 'GET', '/api/board')).text();
  const shown = new Set(board.match(/"m\d+"/g) ?? []);
  const named = aside.filter((row) => row.problem !== '' && row.field !== '');
  await world.killServers();
  await world.startServers();
  const again = await asideNow();
  const after = await world.eyes.look();
  const written = [...after.etags].filter(([row, etag]) => before.etags.get(row) !== etag);
  return {
    figures: [
      exactly('projects on the board', shown.size, all - bad),
      exactly('rows set aside, with field and reason', named.length, bad),
      exactly('rows set aside after a new start', again.length, bad),
      exactly('rows written', written.length, 0),
      exactly('servers that died of it', world.servers.filter((one) => one.hasDied).length, 0),
    ],
    faults: [],
  };
};
