import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import exceljs from 'exceljs';
import { atMost, type BenchLine, type BenchRow, medianOf, type Size } from './row.ts';

const amounts = {
  full: { rows: 5_000, rounds: 9 },
  small: { rows: 20, rounds: 1 },
} as const satisfies Record<Size, unknown>;
const others = ['hucre', 'read-excel-file'] as const;

const oneOf = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/** A portfolio as Excel keeps it: fonts, borders, dates and amounts in formats of their own. */
const writePortfolio = async (path: string, rows: number): Promise<void> => {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('Portefølje');
  sheet.columns = [
    { header: 'Projekt-id', width: 12 },
    { header: 'Titel', width: 40 },
    { header: 'Kommune' },
    { header: 'Fagområde' },
    { header: 'Leverandør' },
    { header: 'Startår' },
    { header: 'Beløb', style: { numFmt: '#,##0.00' } },
    { header: 'Status' },
    { header: 'Gevinsttype' },
    { header: 'Resumé', width: 60 },
    { header: 'Kilde' },
    { header: 'Næste skridt' },
    { header: 'Frist', style: { numFmt: 'dd-mm-yyyy' } },
  ];
  for (let at = 0; at < rows; at += 1)
    sheet.addRow([
      `P${at}`,
      `Skærmbesøg i hjemmeplejen nr. ${at}`,
      oneOf(['Viborg', 'Aarhus', 'Aalborg'], at),
      oneOf(['Ældre og omsorg', 'Socialområdet', 'Sundhed'], at),
      `Leverandør ${at % 200}`,
      2_019 + (at % 8),
      (at % 977) * 1_000,
      oneOf(['Idé', 'Drift', 'Under afprøvning', 'Undersøgelse'], at),
      'effektivitet|trivsel',
      `Borgerne klarer mere selv, og personalet får tid tilbage i række ${at}, som er lidt længere.`,
      `https://eksempel.example/projekter/${at}`,
      'DigiTek-møde',
      new Date(Date.UTC(2026, 10, 1 + (at % 300))),
    ]).font = { name: 'Arial', size: 10 };
  await workbook.xlsx.writeFile(path);
};

type Once = { readonly rows: number; readonly ms: number; readonly mb: number };

const once = async (name: string, file: string): Promise<Once> => {
  const script = new URL('importOnce.ts', import.meta.url).pathname;
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', script, name, file]);
  const seen = JSON.parse((await run).stdout) as Once;
  return seen;
};

/** Every reader in turn, so that what the machine does meets all of them. */
const measured = async (
  file: string,
  { rows, rounds }: (typeof amounts)[Size],
): Promise<ReadonlyMap<string, readonly Once[]>> => {
  const seen = new Map<string, Once[]>();
  for (let round = 0; round < rounds; round += 1)
    for (const name of [...others, 'ours']) {
      const before = seen.get(name) ?? [];
      const one = await once(name, file);
      if (one.rows !== rows + 1) throw new Error(`${name} read ${one.rows} rows`);
      seen.set(name, [...before, one]);
    }
  return seen;
};

/** Reading and planning a workbook against only reading it with the quickest reader on npm. */
const readings = async (size: Size): Promise<readonly BenchRow[]> => {
  const many = amounts[size];
  const folder = await mkdtemp(join(tmpdir(), 'import-'));
  const file = join(folder, 'portfolio.xlsx');
  await writePortfolio(file, many.rows);
  const seen = await measured(file, many).finally(() => rm(folder, { recursive: true }));
  const figure = (name: string, of: 'ms' | 'mb'): number =>
    medianOf((seen.get(name) ?? []).map((one) => one[of]));
  const [quickest = others[0]] = [...others].sort((a, b) => figure(a, 'ms') - figure(b, 'ms'));
  const ratio = (of: 'ms' | 'mb'): number => figure('ours', of) / figure(quickest, of);
  const what = `${many.rows.toLocaleString('en')} rows of XLSX read and planned, against the quickest reader`;
  return [
    atMost({ id: 'I1', what: `${what}: time`, value: ratio('ms'), gate: 1.5, aim: 1, unit: '×' }),
    atMost({ id: 'I2', what: `${what}: memory`, value: ratio('mb'), gate: 1.5, aim: 1, unit: '×' }),
  ];
};

export async function* benchImport(size: Size): AsyncGenerator<BenchLine> {
  yield { id: 'I1, I2', measure: () => readings(size) };
}
