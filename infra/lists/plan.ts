import type { ColumnDefinition, DeclaredList } from './declared.ts';

/** A list as the site has it. */
export type SiteList = {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly columns: readonly SiteColumn[];
};

export type SiteColumn = {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly indexed: boolean;
  readonly enforceUniqueValues: boolean;
  /** `text`, `note`, `number` …; `other` for what no declared column is. */
  readonly kind: ColumnKind | 'other';
  readonly choices: readonly string[];
};

export type ColumnKind = 'text' | 'note' | 'number' | 'boolean' | 'dateTime' | 'choice';

export type Step =
  | { readonly type: 'createList'; readonly list: DeclaredList }
  | { readonly type: 'titleList'; readonly list: DeclaredList; readonly id: string }
  | { readonly type: 'addColumn'; readonly list: DeclaredList; readonly column: ColumnDefinition }
  | ({ readonly type: 'titleColumn' | 'addIndex' | 'makeUnique' | 'setChoices' } & OnColumn)
  /** Something people must look at: no program should change the type of a column with data. */
  | ({ readonly type: 'otherKind'; readonly found: SiteColumn['kind'] } & OnColumn);

type OnColumn = {
  readonly list: DeclaredList;
  readonly column: ColumnDefinition;
  readonly columnId: string;
};

/** What SharePoint calls the column that every list has, before anybody names it. */
const untitled = ['Title', 'Titel'];

export const kindOf = (facet: ColumnDefinition['facet']): ColumnKind => {
  if ('text' in facet) return facet.text.allowMultipleLines ? 'note' : 'text';
  if ('number' in facet) return 'number';
  if ('boolean' in facet) return 'boolean';
  return 'dateTime' in facet ? 'dateTime' : 'choice';
};

export const isRepairable = (step: Step): boolean => step.type !== 'otherKind';

/** Pure: what is missing on the site, in the order to do it. Nothing is ever removed. */
export const planOf = (
  declared: readonly DeclaredList[],
  site: readonly SiteList[],
): readonly Step[] =>
  declared.flatMap((list) => {
    const found = site.find((one) => one.name.toLowerCase() === list.name.toLowerCase());
    return found ? stepsOf(list, found) : [{ type: 'createList', list } as const];
  });

const stepsOf = (list: DeclaredList, found: SiteList): readonly Step[] => [
  // A title somebody has chosen is left alone.
  ...(found.displayName === list.name && found.displayName !== list.title
    ? [{ type: 'titleList', list, id: found.id } as const]
    : []),
  ...list.columns.flatMap((column) => columnSteps(list, found, column)),
];

const columnSteps = (
  list: DeclaredList,
  found: SiteList,
  column: ColumnDefinition,
): readonly Step[] => {
  const there = found.columns.find((one) => one.name === column.name);
  if (!there) return [{ type: 'addColumn', list, column }];
  const on = { list, column, columnId: there.id };
  if (there.kind !== kindOf(column.facet)) return [{ type: 'otherKind', found: there.kind, ...on }];
  const steps: Step[] = [];
  if (untitled.includes(there.displayName) && there.displayName !== column.displayName)
    steps.push({ type: 'titleColumn', ...on });
  if (column.enforceUniqueValues && !there.enforceUniqueValues)
    steps.push({ type: 'makeUnique', ...on });
  else if (column.indexed && !there.indexed) steps.push({ type: 'addIndex', ...on });
  if ('choice' in column.facet && missingIn(there.choices, column.facet.choice.choices))
    steps.push({ type: 'setChoices', ...on });
  return steps;
};

const missingIn = (found: readonly string[], wanted: readonly string[]): boolean =>
  wanted.some((choice) => !found.includes(choice));
