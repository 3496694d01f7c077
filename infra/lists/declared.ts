import { lists } from '#shared/lists/all.ts';
import type { Column } from '#shared/lists/column.ts';
import { documents } from '#shared/lists/documents.ts';
import type { List } from '#shared/lists/list.ts';

/** A column as Graph describes one; exactly one facet. */
export type ColumnDefinition = {
  readonly name: string;
  readonly displayName: string;
  readonly indexed: boolean;
  readonly enforceUniqueValues: boolean;
  readonly facet: GraphFacet;
};

export type GraphFacet =
  | { readonly text: { readonly allowMultipleLines: boolean; readonly textType?: 'plain' } }
  | { readonly number: { readonly decimalPlaces: 'none' } }
  | { readonly boolean: Record<string, never> }
  | { readonly dateTime: { readonly format: 'dateTime' } }
  | {
      readonly choice: { readonly choices: readonly string[]; readonly displayAs: 'dropDownMenu' };
    };

export type DeclaredList = {
  readonly name: string;
  readonly title: string;
  readonly template: 'genericList' | 'documentLibrary';
  readonly columns: readonly ColumnDefinition[];
};

const facetOf = (column: Column<unknown>): GraphFacet => {
  switch (column.facet.type) {
    case 'text':
      return { text: { allowMultipleLines: false } };
    case 'note':
      return { text: { allowMultipleLines: true, textType: 'plain' } };
    case 'number':
      return { number: { decimalPlaces: 'none' } };
    case 'boolean':
      return { boolean: {} };
    case 'dateTime':
      return { dateTime: { format: 'dateTime' } };
    case 'choice':
      return { choice: { choices: column.facet.choices, displayAs: 'dropDownMenu' } };
  }
};

export const declare = <T extends { readonly id: string }>(list: List<T>): DeclaredList => ({
  name: list.name,
  title: list.title,
  template: 'genericList',
  columns: (Object.entries(list.columns) as [keyof T & string, Column<unknown>][]).map(
    ([property, column]) => ({
      name: list.fieldOf(property),
      displayName: column.title,
      indexed: column.indexed,
      enforceUniqueValues: column.unique,
      facet: facetOf(column),
    }),
  ),
});

/** Every list the product declares, and the library. */
export const declaredLists: readonly DeclaredList[] = [
  ...Object.values(lists).map((list) => declare(list as List<{ readonly id: string }>)),
  { ...documents, template: 'documentLibrary', columns: [] },
];
