import { defaultAreas } from '#shared/domain/area.ts';
import { defaultImportWords, type ImportWords } from '#shared/domain/importWords.ts';
import type { Project } from '#shared/domain/project.ts';
import { type Plan, planOf } from '../../infra/import/plan.ts';
import { readBytes } from '../../infra/import/readBytes.ts';
import type { Table } from '../../infra/import/table.ts';
import { people } from './portfolio.ts';

type Options = {
  readonly existing?: readonly Project[];
  readonly key?: string;
  readonly strict?: boolean;
  readonly withHidden?: boolean;
  readonly words?: ImportWords;
};

const bytesOf = (file: string | Uint8Array): Uint8Array =>
  typeof file === 'string' ? new TextEncoder().encode(file) : file;

/** A file as the table a plan is made from; a file that is refused throws its sentence. */
export const tableFrom = (file: string | Uint8Array, options: Options = {}): Table => {
  const { words = defaultImportWords, withHidden = false } = options;
  const read = readBytes(bytesOf(file), { words, withHidden });
  if (!read.ok) throw new Error(read.problem);
  return read.table;
};

export const planFrom = (file: string | Uint8Array, options: Options = {}): Plan => {
  const { existing = [], key = null, strict = false, words = defaultImportWords } = options;
  const around = { areas: defaultAreas, people, at: '2026-11-23T09:14:00Z', by: 'Import' };
  const planning = planOf(tableFrom(file, options), { ...around, existing, key, strict, words });
  if (!planning.ok) throw new Error(planning.problem);
  return planning.plan;
};

/** The projects the lists would hold after the plan. */
export const landed = (plan: Plan, existing: readonly Project[] = []): readonly Project[] => {
  const after = new Map(existing.map((project) => [project.id, project]));
  for (const row of plan.rows) {
    if (row.type === 'created') after.set(row.project.id, row.project);
    const before = row.type === 'changed' ? after.get(row.id) : undefined;
    if (row.type === 'changed' && before) after.set(row.id, { ...before, ...row.changes });
  }
  return [...after.values()];
};

/** What lands from a list into an empty portfolio. */
export const importOf = (file: string | Uint8Array, options: Options = {}): readonly Project[] =>
  landed(planFrom(file, options), options.existing);
