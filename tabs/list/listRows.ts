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
const projectRow = 'project:';
const projectRowKey = (id: string): string => projectRow + id;

/** Every row there is to see, from the top: groups, and what stands in those that are open. */
export type ListRows = {
  readonly count: number;
  readonly at: (index: number) => ListRow | undefined;
  /** Where a row stands; -1 when it is not among them. */
  readonly indexOf: (key: string) => number;
};

/** A group and the rows it takes: its head, where there are heads, and its projects while it is open. */
type Part = {
  readonly group: Group;
  readonly open: boolean;
  readonly head: number;
  readonly first: number;
  readonly end: number;
};

const partsOf = (
  groups: readonly Group[],
  folded: ReadonlySet<string>,
  hasHeads: boolean,
): readonly Part[] => {
  let head = 0;
  return groups.map((group) => {
    const open = !hasHeads || !folded.has(groupRowKey(group.key));
    const first = hasHeads ? head + 1 : head;
    const part = { group, open, head, first, end: first + (open ? group.projects.length : 0) };
    head = part.end;
    return part;
  });
};

const projectAt = (parts: readonly Part[], sought: string): number => {
  for (const { group, open, first } of parts) {
    const at = open ? group.projects.findIndex(({ id }) => id === sought) : -1;
    if (at >= 0) return first + at;
  }
  return -1;
};

/**
 * The rows by arithmetic: a row is made when it is asked for, since some thirty of fifty thousand
 * are in sight and all of them change at every key in the search.
 */
export const rowsOf = (
  groups: readonly Group[],
  folded: ReadonlySet<string>,
  hasHeads: boolean,
): ListRows => {
  const parts = partsOf(groups, folded, hasHeads);
  return {
    count: parts.at(-1)?.end ?? 0,
    at: (index) => {
      const part = parts.find(({ head, end }) => index >= head && index < end);
      if (!part) return undefined;
      const { group, open, head, first } = part;
      if (index < first) return { type: 'group', key: groupRowKey(group.key), group, open };
      const project = group.projects[index - first];
      return (
        project && {
          type: 'project',
          key: projectRowKey(project.id),
          project,
          group: hasHeads ? head : -1,
        }
      );
    },
    indexOf: (key) => {
      if (key.startsWith(projectRow)) return projectAt(parts, key.slice(projectRow.length));
      const part = hasHeads ? parts.find(({ group }) => groupRowKey(group.key) === key) : null;
      return part?.head ?? -1;
    },
  };
};

/** What a key does on a row: go to another, fold or unfold its group, open it. */
export type RowAct =
  | { readonly type: 'go'; readonly to: number }
  | { readonly type: 'fold' }
  | { readonly type: 'open' };

const clamped = (rows: ListRows, to: number): RowAct => ({
  type: 'go',
  to: Math.max(0, Math.min(to, rows.count - 1)),
});

const inward = (rows: ListRows, at: number): RowAct | null => {
  const row = rows.at(at);
  if (row?.type !== 'group') return null;
  return row.open ? clamped(rows, at + 1) : { type: 'fold' };
};

const outward = (rows: ListRows, at: number): RowAct | null => {
  const row = rows.at(at);
  if (row?.type === 'project') return row.group < 0 ? null : clamped(rows, row.group);
  return row?.open ? { type: 'fold' } : null;
};

/** The keys of a tree of rows, as ARIA's authoring practices have them. */
export const rowActFor = (rows: ListRows, at: number, key: string, page: number): RowAct | null => {
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
      return clamped(rows, rows.count - 1);
    case 'ArrowRight':
      return inward(rows, at);
    case 'ArrowLeft':
      return outward(rows, at);
    case 'Enter':
      return rows.at(at)?.type === 'group' ? { type: 'fold' } : { type: 'open' };
    case ' ':
      return rows.at(at)?.type === 'group' ? { type: 'fold' } : null;
    default:
      return null;
  }
};
