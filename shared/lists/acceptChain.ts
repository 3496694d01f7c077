import {
  type ChainEdge,
  type ChainLink,
  chainColumns,
  type Said,
} from '#shared/domain/chain/chain.ts';
import type { ChainOp } from '#shared/domain/chain/op.ts';

/* What an edit of a chain is read back as, checked by hand: it runs for every row of a cold start. */

type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isRow = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

const isSaid = (value: unknown): value is Said =>
  isObject(value) && ['key', 'value', 'byId', 'byName', 'at'].every((name) => isText(value[name]));

const areSaid = (value: unknown): value is readonly Said[] =>
  Array.isArray(value) && value.length > 0 && value.every(isSaid);

const isEdge = (value: unknown): value is ChainEdge =>
  isObject(value) && isText(value['from']) && isText(value['to']);

const detail: Readonly<Record<string, (value: unknown) => boolean>> = {
  stops: isFlag,
  isWorse: isFlag,
  indicator: isText,
  who: isText,
  day: (value) => value === null || isText(value),
};

const areDetails = (value: unknown): boolean =>
  isObject(value) && Object.entries(value).every(([name, one]) => detail[name]?.(one) ?? false);

const isColumn = (value: unknown): boolean => chainColumns.some((column) => column === value);

const isLink = (value: unknown): value is ChainLink =>
  isObject(value) &&
  isText(value['id']) &&
  isColumn(value['column']) &&
  areSaid(value['texts']) &&
  isRow(value['row']) &&
  Object.entries(detail).every(([name, is]) => is(value[name]));

const shapes: Readonly<Record<ChainOp['type'], (op: Loose) => boolean>> = {
  put: ({ link, edges }) => isLink(link) && Array.isArray(edges) && edges.every(isEdge),
  drop: ({ id }) => isText(id),
  write: ({ id, said, seen }) =>
    isText(id) && isSaid(said) && Array.isArray(seen) && seen.every(isText),
  words: ({ id, texts }) => isText(id) && areSaid(texts),
  details: ({ id, details }) => isText(id) && areDetails(details),
  rows: ({ rows }) => isObject(rows) && Object.values(rows).every(isRow),
  move: ({ id, column, row, edges }) =>
    isText(id) && isColumn(column) && isRow(row) && Array.isArray(edges) && edges.every(isEdge),
  join: ({ edge }) => isEdge(edge),
  part: ({ edge }) => isEdge(edge),
};

export const isChainOp = (value: unknown): value is ChainOp =>
  isObject(value) &&
  isText(value['type']) &&
  Object.hasOwn(shapes, value['type']) &&
  shapes[value['type'] as ChainOp['type']](value);
