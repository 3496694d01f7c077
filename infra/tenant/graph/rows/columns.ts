import type { JsonObject } from '../wire/call.ts';
import type { Context } from '../wire/context.ts';
import type { Facet } from './columnKinds.ts';
import { facets } from './columnKinds.ts';

/** A column as the rest of Graph works with it; `definition` is what is answered. */
export interface Column {
  readonly seq: number;
  readonly guid: string;
  readonly name: string;
  readonly facet: Facet;
  readonly definition: JsonObject;
  readonly indexed: boolean;
  readonly unique: boolean;
  readonly hidden: boolean;
  readonly readOnly: boolean;
  readonly builtIn: boolean;
  /** Where its value stands in a field set: people and lookups as ColLookupId. */
  readonly key: string;
  readonly multiple: boolean;
}

const cache = new WeakMap<object, Map<number, readonly Column[]>>();

export function columnsOf(context: Context, list: number): readonly Column[] {
  let lists = cache.get(context.store);
  if (lists === undefined) {
    lists = new Map();
    cache.set(context.store, lists);
  }
  const known = lists.get(list);
  if (known !== undefined) return known;
  const columns = context.store
    .all('SELECT seq, guid, name, definition FROM listColumns WHERE list = ? ORDER BY seq', list)
    .map((row) => columnFrom(Number(row[0]), String(row[1]), String(row[2]), String(row[3])));
  lists.set(list, columns);
  return columns;
}

/** Must be called whenever columns were written, and when such a write was undone. */
export function forgetColumns(context: Context, list?: number): void {
  if (list === undefined) cache.delete(context.store);
  else cache.get(context.store)?.delete(list);
}

export function columnFrom(seq: number, guid: string, name: string, text: string): Column {
  const definition = JSON.parse(text) as JsonObject;
  const facet = facets.find((one) => definition[one] !== undefined) ?? 'text';
  const inner = definition[facet] as JsonObject;
  const refers = facet === 'personOrGroup' || facet === 'lookup';
  return {
    seq,
    guid,
    name,
    facet,
    definition,
    indexed: definition['indexed'] === true,
    unique: definition['enforceUniqueValues'] === true,
    hidden: definition['hidden'] === true,
    readOnly: definition['readOnly'] === true,
    builtIn: definition['columnGroup'] === builtInGroup,
    key: refers ? `${name}LookupId` : name === 'ID' ? 'id' : name,
    multiple:
      inner['allowMultipleSelection'] === true ||
      inner['allowMultipleValues'] === true ||
      (facet === 'choice' && inner['displayAs'] === 'checkBoxes'),
  };
}

export const builtInGroup = '_Hidden';

/** The columns every list has, with the ids they have everywhere. */
export const builtInColumns: readonly { guid: string; name: string; definition: JsonObject }[] = [
  builtIn('fa564e0f-0c70-4ab9-b863-0176e6ddd247', 'Title', 'Titel', false, { text: textFacetOf() }),
  builtIn('1d22ea11-1e32-424e-89ab-9fedbadb6ce1', 'ID', 'Id', true, { number: {} }, true),
  builtIn('c042a256-787d-4a6f-8a8a-cf6ab767f12d', 'ContentType', 'Indholdstype', true, {
    text: textFacetOf(),
  }),
  builtIn('28cf69c5-fa48-462a-b5cd-27b6f9d2bd5f', 'Modified', 'Ændret', true, {
    dateTime: moment(),
  }),
  builtIn('8c06beca-0777-48f7-91c7-6da68bc07b69', 'Created', 'Oprettet', true, {
    dateTime: moment(),
  }),
  builtIn('1df5e554-ec7e-46a6-901d-d85a3881cb18', 'Author', 'Oprettet af', true, {
    personOrGroup: anyone(),
  }),
  builtIn('d31655d1-1d5b-4511-95a1-7a09e9b75bf2', 'Editor', 'Ændret af', true, {
    personOrGroup: anyone(),
  }),
  builtIn('dce8262a-3ae9-45aa-aab4-83bd75fb738a', '_UIVersionString', 'Version', true, {
    text: textFacetOf(),
  }),
  builtIn('67df98f4-9dec-48ff-a553-29bece9c5bf4', 'Attachments', 'Vedhæftede filer', true, {
    boolean: {},
  }),
];

function textFacetOf(): JsonObject {
  return {
    allowMultipleLines: false,
    appendChangesToExistingText: false,
    linesForEditing: 0,
    maxLength: 255,
  };
}

function moment(): JsonObject {
  return { displayAs: 'default', format: 'dateTime' };
}

function anyone(): JsonObject {
  return {
    allowMultipleSelection: false,
    chooseFromType: 'peopleAndGroups',
    displayAs: 'nameWithPresence',
  };
}

function builtIn(
  guid: string,
  name: string,
  displayName: string,
  readOnly: boolean,
  facet: JsonObject,
  indexed = false,
): { guid: string; name: string; definition: JsonObject } {
  const definition = {
    columnGroup: builtInGroup,
    description: '',
    displayName,
    enforceUniqueValues: false,
    hidden: false,
    id: guid,
    indexed,
    name,
    readOnly,
    required: name === 'Title',
    ...facet,
  };
  return { guid, name, definition };
}
