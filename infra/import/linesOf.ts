import type { Area } from '#shared/domain/area.ts';
import { meaningsOf, type WordKind, wordKey } from '#shared/domain/importWords.ts';
import { importWords as words } from '#shared/words/server/import.ts';
import type { Plan, Planned } from './plan.ts';
import type { TableNote } from './table.ts';

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

const noteOf = (note: TableNote): string => {
  switch (note.type) {
    case 'sheets':
      return words.notes.sheets(note.unread);
    case 'hiddenSheets':
      return words.notes.hiddenSheets(note.sheets);
    case 'hiddenRows':
      return words.notes.hiddenRows(note.lines);
    case 'hiddenColumns':
      return words.notes.hiddenColumns(note.columns);
    case 'above':
      return words.notes.above(note.lines);
    case 'farColumns':
      return words.notes.farColumns(note.last);
  }
};

/** What a meaning is called when somebody types it. */
export const meaningNames = (kind: WordKind, areas: readonly Area[]): readonly string[] =>
  meaningsOf(kind, areas).map((meaning) => words.meanings[kind][meaning] ?? meaning);

const unreadLines = ({ unread }: Plan): readonly string[] =>
  unread.length === 0
    ? []
    : [
        words.unreadHead(unread.length),
        ...unread.map(({ line, address, reason }) => words.unread(line, address, reason)),
      ];

/** Each unknown word once, with how many rows wait for it and the command that teaches it. */
const teachLines = ({ unread }: Plan, areas: readonly Area[]): readonly string[] => {
  const unknown = new Map<string, { kind: WordKind; word: string; rows: number }>();
  for (const { word } of unread) {
    if (!word) continue;
    const key = `${word.kind}:${wordKey(word.word)}`;
    const before = unknown.get(key) ?? { ...word, rows: 0 };
    unknown.set(key, { ...before, rows: before.rows + 1 });
  }
  const lines = [...unknown.values()].map(({ kind, word, rows }) =>
    words.teach(kind, word, meaningNames(kind, areas), rows),
  );
  return lines.length === 0 ? [] : [words.teachHead, ...lines];
};

/** A plan as people read it: what was seen, a line for each row, what could not be read, the sum. */
export const linesOf = (plan: Plan, areas: readonly Area[] = []): readonly string[] => {
  const count = (type: Planned['type']): number =>
    plan.rows.filter((row) => row.type === type).length;
  return [
    ...(plan.ignored.length > 0 ? [words.ignored(plan.ignored)] : []),
    ...(plan.sheet === null ? [] : [words.notes.sheet(plan.sheet)]),
    ...plan.notes.map(noteOf),
    ...plan.remarks,
    ...plan.rows.map(lineOf),
    ...plan.skipped.map(({ line, seen, why }) => words.notAProject(line, seen, words.skipped[why])),
    ...unreadLines(plan),
    ...teachLines(plan, areas),
    words.summary(
      plan.rows.length,
      count('created'),
      count('changed'),
      count('unchanged'),
      count('refused'),
    ),
  ];
};
