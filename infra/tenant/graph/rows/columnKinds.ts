import type { JsonObject } from '../wire/call.ts';
import { invalidRequest, isObject } from '../wire/call.ts';

/** The facets a column may have; exactly one each (platform C3). */
export const facets = [
  'text',
  'number',
  'currency',
  'boolean',
  'dateTime',
  'choice',
  'personOrGroup',
  'lookup',
  'calculated',
  'hyperlinkOrPicture',
] as const;

export type Facet = (typeof facets)[number];

/** Longest single line, longest plain text of several lines (platform C3). */
export const singleLine = 255;
export const multiLine = 63_999;

const largest = 1.7976931348623157e308;

const usual: Readonly<Record<Facet, JsonObject>> = {
  text: {
    allowMultipleLines: false,
    appendChangesToExistingText: false,
    linesForEditing: 0,
    maxLength: singleLine,
  },
  number: {
    decimalPlaces: 'automatic',
    displayAs: 'number',
    maximum: largest,
    minimum: -largest,
  },
  currency: { locale: 'da-dk' },
  boolean: {},
  dateTime: { displayAs: 'default', format: 'dateTime' },
  choice: { allowTextEntry: false, choices: [], displayAs: 'dropDownMenu' },
  personOrGroup: {
    allowMultipleSelection: false,
    chooseFromType: 'peopleOnly',
    displayAs: 'account',
  },
  lookup: { allowMultipleValues: false, allowUnlimitedLength: false },
  calculated: { format: 'dateOnly', formula: '', outputType: 'text' },
  hyperlinkOrPicture: { isPicture: false },
};

const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  allowMultipleLines: isBoolean,
  appendChangesToExistingText: isBoolean,
  linesForEditing: Number.isInteger,
  maxLength: (value) =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= singleLine,
  textType: (value) => value === 'plain' || value === 'richText',
  decimalPlaces: isText,
  displayAs: isText,
  maximum: Number.isFinite,
  minimum: Number.isFinite,
  locale: isText,
  format: isText,
  allowTextEntry: isBoolean,
  choices: (value) => Array.isArray(value) && value.every(isText),
  allowMultipleSelection: isBoolean,
  chooseFromType: (value) => value === 'peopleOnly' || value === 'peopleAndGroups',
  allowMultipleValues: isBoolean,
  allowUnlimitedLength: isBoolean,
  columnName: isText,
  listId: isText,
  primaryLookupColumnId: isText,
  formula: isText,
  outputType: isText,
  isPicture: isBoolean,
};

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** The one facet that a body names. */
export function facetOf(body: JsonObject): Facet {
  const named = facets.filter((facet) => body[facet] !== undefined && body[facet] !== null);
  const [facet, ...others] = named;
  if (facet === undefined || others.length > 0) {
    throw invalidRequest('A column definition must have exactly one type facet.');
  }
  return facet;
}

/** A facet with its defaults filled in and its values checked. */
export function facetValue(facet: Facet, given: unknown, before?: JsonObject): JsonObject {
  if (!isObject(given)) throw invalidRequest(`The facet '${facet}' must be an object.`);
  const meant = Object.entries(given).filter(
    ([key, value]) => value !== null && !key.includes('@'),
  );
  for (const [key, value] of meant) {
    const known = key in usual[facet] || optional[facet]?.includes(key);
    if (!known) throw invalidRequest(`The facet '${facet}' has no property '${key}'.`);
    if (kinds[key]?.(value) === false) {
      throw invalidRequest(`The value of '${facet}/${key}' is not valid.`);
    }
  }
  const merged = { ...usual[facet], ...before, ...Object.fromEntries(meant) };
  return facet === 'text' ? textFacet(merged) : merged;
}

const optional: Readonly<Partial<Record<Facet, readonly string[]>>> = {
  text: ['textType'],
  lookup: ['columnName', 'listId', 'primaryLookupColumnId'],
};

function textFacet(facet: JsonObject): JsonObject {
  if (facet['allowMultipleLines'] !== true) return facet;
  const { maxLength: _, ...rest } = facet;
  return {
    ...rest,
    linesForEditing: rest['linesForEditing'] || 6,
    textType: rest['textType'] ?? 'plain',
  };
}

/** Danish letters and other signs in an internal name are encoded as SharePoint does (platform C1). */
export function internalName(name: string): string {
  return [...name]
    .map((char) =>
      /[A-Za-z0-9_]/.test(char) ? char : `_x${char.charCodeAt(0).toString(16).padStart(4, '0')}_`,
    )
    .join('');
}
