import { importWords as words } from '#shared/messages/import.ts';
import type { Plan, Planned } from './plan.ts';

const nameOf = (row: Planned): string => {
  if (row.type === 'created') return `${row.project.id} ${row.project.title}`;
  return row.type === 'refused' ? row.title : `${row.id} ${row.title}`;
};

const fieldNames: Readonly<Record<string, string | undefined>> = words.fields;

const whatOf = (row: Planned): string => {
  switch (row.type) {
    case 'refused':
      return row.reasons.join(' ');
    case 'changed':
      return Object.keys(row.changes)
        .flatMap((name) => fieldNames[name] ?? [])
        .join(', ');
    case 'created':
    case 'unchanged':
      return '';
  }
};

const lineOf = (row: Planned): string =>
  [
    words.line(row.line).padEnd(10),
    words.kinds[row.type].padEnd(9),
    [nameOf(row), whatOf(row), ...row.remarks].filter((part) => part !== '').join(' · '),
  ].join(' ');

/** A plan as people read it: a line for each row, and the sum. */
export const linesOf = (plan: Plan): readonly string[] => {
  const count = (type: Planned['type']): number =>
    plan.rows.filter((row) => row.type === type).length;
  return [
    ...(plan.ignored.length > 0 ? [words.ignored(plan.ignored)] : []),
    ...plan.rows.map(lineOf),
    words.summary(
      plan.rows.length,
      count('created'),
      count('changed'),
      count('unchanged'),
      count('refused'),
    ),
  ];
};
