import type { JsonObject } from '../wire/call.ts';
import { invalidRequest } from '../wire/call.ts';
import { multiLine, singleLine } from './columnKinds.ts';
import type { Column } from './columns.ts';

/** What a write sets: the key in the field set, and its new value; null clears. */
export interface FieldChange {
  readonly column: Column;
  readonly value: unknown;
}

/** Reads the fields of a write against the columns of the list. */
export function changesIn(columns: readonly Column[], fields: JsonObject): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  for (const [key, value] of Object.entries(fields)) {
    if (key.includes('@')) continue;
    const column = columns.find((one) => one.key === key) ?? refusal(columns, key);
    if (column.readOnly) throw invalidRequest(`Field '${key}' is read-only.`);
    changes.push({ column, value: value === null ? null : valueFor(column, value, fields) });
  }
  return changes;
}

function refusal(columns: readonly Column[], key: string): never {
  const column = columns.find((one) => one.name === key);
  // People and lookups are written as ColLookupId only (platform C3).
  if (column !== undefined && column.key !== 'id') {
    throw invalidRequest(`Field '${key}' cannot be set directly; set '${column.key}'.`);
  }
  if (key === 'id' || column !== undefined) throw invalidRequest(`Field '${key}' is read-only.`);
  throw invalidRequest(`Field '${key}' is not recognized`);
}

function valueFor(column: Column, value: unknown, fields: JsonObject): unknown {
  switch (column.facet) {
    case 'text':
      return textFor(column, value);
    case 'number':
    case 'currency':
      return numberFor(column, value);
    case 'boolean':
      if (typeof value === 'boolean') return value;
      throw wrongType(column, 'a boolean');
    case 'dateTime':
      return dateFor(column, value);
    case 'choice':
      return choiceFor(column, value, fields);
    case 'personOrGroup':
    case 'lookup':
      return lookupFor(column, value, fields);
    case 'calculated':
      throw invalidRequest(`Field '${column.key}' is read-only.`);
    case 'hyperlinkOrPicture':
      // Writing links by Graph is unreliable (platform C3): this tenant says no.
      throw invalidRequest(`Field '${column.key}' cannot be set.`);
  }
}

function wrongType(column: Column, wanted: string): Error {
  return invalidRequest(
    `Cannot convert the value of field '${column.key}' to the expected type: it must be ${wanted}.`,
  );
}

function textFor(column: Column, value: unknown): string {
  if (typeof value !== 'string') throw wrongType(column, 'a string');
  const facet = column.definition['text'] as JsonObject;
  const several = facet['allowMultipleLines'] === true;
  const most = several ? multiLine : Number(facet['maxLength'] ?? singleLine);
  if (value.length > most) {
    throw invalidRequest(
      `The value of field '${column.key}' is too long: at most ${most} characters are allowed.`,
    );
  }
  return value;
}

function numberFor(column: Column, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrongType(column, 'a number');
  const facet = column.definition[column.facet] as JsonObject;
  const { minimum, maximum } = facet;
  const low = typeof minimum === 'number' && value < minimum;
  const high = typeof maximum === 'number' && value > maximum;
  if (low || high) {
    throw invalidRequest(`The value of field '${column.key}' is outside the allowed range.`);
  }
  return value;
}

/** Dates come back as UTC with whole seconds (platform C3). */
function dateFor(column: Column, value: unknown): string {
  const shape = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;
  if (typeof value !== 'string' || !shape.test(value)) throw wrongType(column, 'a date and time');
  const zoned = /(Z|[+-]\d{2}:\d{2})$/.test(value) || !value.includes('T') ? value : `${value}Z`;
  const at = Date.parse(zoned);
  if (Number.isNaN(at)) throw wrongType(column, 'a date and time');
  const iso = new Date(at).toISOString();
  const facet = column.definition['dateTime'] as JsonObject;
  return facet['format'] === 'dateOnly' ? `${iso.slice(0, 10)}T00:00:00Z` : `${iso.slice(0, 19)}Z`;
}

/** Unknown choices are taken, as SharePoint does (platform C3). */
function choiceFor(column: Column, value: unknown, fields: JsonObject): unknown {
  if (!column.multiple) return shortText(column, value);
  demandAnnotation(column, fields, 'Collection(Edm.String)');
  if (!Array.isArray(value)) throw wrongType(column, 'an array of strings');
  return value.map((one) => shortText(column, one));
}

function shortText(column: Column, value: unknown): string {
  if (typeof value !== 'string') throw wrongType(column, 'a string');
  if (value.length > singleLine) {
    throw invalidRequest(
      `The value of field '${column.key}' is too long: at most ${singleLine} characters are allowed.`,
    );
  }
  return value;
}

function lookupFor(column: Column, value: unknown, fields: JsonObject): unknown {
  if (!column.multiple) return lookupId(column, value);
  demandAnnotation(column, fields, 'Collection(Edm.Int32)');
  if (!Array.isArray(value)) throw wrongType(column, 'an array of integers');
  return value.map((one) => Number(lookupId(column, one)));
}

/** Written as a number, or as a number in text; read as text (platform C3). */
function lookupId(column: Column, value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^[1-9]\d{0,9}$/.test(text)) {
    throw wrongType(column, 'the integer id of a row');
  }
  return text;
}

function demandAnnotation(column: Column, fields: JsonObject, type: string): void {
  const given = fields[`${column.key}@odata.type`];
  if (String(given).replace('#', '') !== type) {
    throw invalidRequest(
      `Field '${column.key}' needs the annotation '${column.key}@odata.type': '${type}'.`,
    );
  }
}

/** What an index holds for a value: text without regard to case, everything else as it is. */
export function cellOf(column: Column, value: unknown): string | number | undefined {
  if (value === undefined || value === null || Array.isArray(value)) return undefined;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return value;
  if (column.facet === 'personOrGroup' || column.facet === 'lookup') return Number(value);
  return String(value).toLowerCase();
}
