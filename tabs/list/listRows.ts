import type { BoardProject } from '#shared/domain/board.ts';
import type { Group } from '#shared/domain/boardList.ts';

export type ListRow =
  | { readonly type: 'group'; readonly key: string; readonly group: Group; readonly open: boolean }
  | {
      readonly type: 'project';
      readonly key: string;
      readonly project: BoardProject;
      /** Where its group's row stands; -1 when there are no groups. */
      readonly group: number;
    };

export const groupRowKey = (group: string): string => `group:${group}`;
const projectRowKey = (id: string): string => `project:${id}`;

/** Every row there is to see, from the top: groups, and what stands in those that are open. */
export const rowsOf = (
  groups: readonly Group[],
  folded: ReadonlySet<string>,
  hasHeads: boolean,
): readonly ListRow[] => {
  const rows: ListRow[] = [];
  for (const group of groups) {
    const key = groupRowKey(group.key);
    const open = !folded.has(key);
    const at = hasHeads ? rows.length : -1;
    if (hasHeads) rows.push({ type: 'group', key, group, open });
    if (hasHeads && !open) continue;
    for (const project of group.projects)
      rows.push({ type: 'project', key: projectRowKey(project.id), project, group: at });
  }
  return rows;
};

/** What a key does on a row: go to another, fold or unfold its group, open it. */
export type RowAct =
  | { readonly type: 'go'; readonly to: number }
  | { readonly type: 'fold' }
  | { readonly type: 'open' };

const clamped = (rows: readonly ListRow[], to: number): RowAct => ({
  type: 'go',
  to: Math.max(0, Math.min(to, rows.length - 1)),
});

const inward = (rows: readonly ListRow[], at: number): RowAct | null => {
  const row = rows[at];
  if (row?.type !== 'group') return null;
  return row.open ? clamped(rows, at + 1) : { type: 'fold' };
};

const outward = (rows: readonly ListRow[], at: number): RowAct | null => {
  const row = rows[at];
  if (row?.type === 'project') return row.group < 0 ? null : clamped(rows, row.group);
  return row?.open ? { type: 'fold' } : null;
};

/** The keys of a tree of rows, as ARIA's authoring practices have them. */
export const rowActFor = (
  rows: readonly ListRow[],
  at: number,
  key: string,
  page: number,
): RowAct | null => {
  switch (key) {
    case 'ArrowDown':
      return clamped(rows, at + 1);
    case 'ArrowUp':
      return clamped(rows, at - 1);
    case 'PageDown':
      return clamped(rows, at + page);
    case 'PageUp':
      return clamped(rows, at - page);
    case 'Home':
      return clamped(rows, 0);
    case 'End':
      return clamped(rows, rows.length - 1);
    case 'ArrowRight':
      return inward(rows, at);
    case 'ArrowLeft':
      return outward(rows, at);
    case 'Enter':
      return rows[at]?.type === 'group' ? { type: 'fold' } : { type: 'open' };
    case ' ':
      return rows[at]?.type === 'group' ? { type: 'fold' } : null;
    default:
      return null;
  }
};
