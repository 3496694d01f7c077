import type { GraphClient } from '#shared/graph/client.ts';
import type { Site } from '#shared/graph/site.ts';
import type { SiteColumn, SiteList } from './plan.ts';

/** Reads the site's lists that are ours to care for, with their columns. */
export const readSiteLists = async (
  client: GraphClient,
  site: Site,
  names: readonly string[],
): Promise<readonly SiteList[]> => {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const base = `/sites/${await site.id()}/lists`;
  const found: SiteList[] = [];
  for await (const list of client.pages(`${base}?$select=id,name,displayName`, 2)) {
    const { id, name, displayName } = list as Record<'id' | 'name' | 'displayName', string>;
    if (!wanted.has(name.toLowerCase())) continue;
    const columns: SiteColumn[] = [];
    for await (const column of client.pages(`${base}/${id}/columns`, 2))
      columns.push(columnIn(column as Loose));
    found.push({ id, name, displayName, columns });
  }
  return found;
};

type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

const columnIn = (column: Loose): SiteColumn => ({
  id: String(column['id']),
  name: String(column['name']),
  displayName: String(column['displayName'] ?? ''),
  indexed: column['indexed'] === true,
  enforceUniqueValues: column['enforceUniqueValues'] === true,
  kind: kindIn(column),
  choices: choicesIn(column['choice']),
});

const kindIn = (column: Loose): SiteColumn['kind'] => {
  const { text, choice } = column;
  if (isObject(text)) return text['allowMultipleLines'] === true ? 'note' : 'text';
  // Several choices at once are another type to whoever reads them.
  if (isObject(choice)) return choice['displayAs'] === 'checkBoxes' ? 'other' : 'choice';
  const plain = ['number', 'boolean', 'dateTime'] as const;
  return plain.find((kind) => isObject(column[kind])) ?? 'other';
};

const choicesIn = (choice: unknown): readonly string[] => {
  const choices = isObject(choice) ? choice['choices'] : undefined;
  return Array.isArray(choices) ? choices.map(String) : [];
};
