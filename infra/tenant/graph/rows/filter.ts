import { invalidRequest } from '../wire/call.ts';
import type { Column } from './columns.ts';

/** eq ne lt gt le ge and startswith are all there is for list items (platform C2). */
export type Operator = 'eq' | 'ne' | 'lt' | 'gt' | 'le' | 'ge' | 'startswith';

export interface Condition {
  readonly column: Column;
  readonly operator: Operator;
  /** As an index holds it; undefined is null. */
  readonly value: string | number | undefined;
}

type Literal = string | number | boolean | null;

/** Parses conditions joined by `and`; every other form is refused. */
export function conditionsIn(columns: readonly Column[], text: string): readonly Condition[] {
  const parser = new Parser(text);
  const conditions: Condition[] = [];
  do conditions.push(parser.condition(columns));
  while (parser.takeWord('and'));
  parser.end();
  return conditions;
}

class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    const sticky = new RegExp(pattern.source, `${pattern.flags}y`);
    sticky.lastIndex = this.#at;
    const match = sticky.exec(this.#text);
    if (match === null) return undefined;
    this.#at = sticky.lastIndex;
    return match;
  }

  #space(): void {
    this.#take(/\s*/);
  }

  #demand(pattern: RegExp): RegExpExecArray {
    this.#space();
    return this.#take(pattern) ?? this.#fail();
  }

  #fail(): never {
    throw invalidRequest(
      `Invalid filter clause: syntax error at position ${this.#at} in '${this.#text}'.`,
    );
  }

  takeWord(word: string): boolean {
    this.#space();
    return this.#take(new RegExp(`${word}\\b`, 'i')) !== undefined;
  }

  end(): void {
    this.#space();
    if (this.#at < this.#text.length) this.#fail();
  }

  condition(columns: readonly Column[]): Condition {
    this.#space();
    if (this.#take(/\((?!\))/) !== undefined) {
      const inner = this.condition(columns);
      this.#demand(/\)/);
      return inner;
    }
    if (this.#take(/startswith\s*\(/i) !== undefined) return this.#startsWith(columns);
    const column = this.#column(columns);
    const operator = this.#demand(/(eq|ne|lt|gt|le|ge)\b/i)[1]?.toLowerCase() as Operator;
    const literal = this.#literal();
    if (literal === null && operator !== 'eq' && operator !== 'ne') this.#fail();
    return { column, operator, value: cellFor(column, literal) };
  }

  #startsWith(columns: readonly Column[]): Condition {
    const column = this.#column(columns);
    this.#demand(/,/);
    const literal = this.#literal();
    this.#demand(/\)/);
    if (typeof literal !== 'string') this.#fail();
    return { column, operator: 'startswith', value: literal.toLowerCase() };
  }

  #column(columns: readonly Column[]): Column {
    const name = this.#demand(/fields\/([A-Za-z_][A-Za-z0-9_]*)/)[1] ?? '';
    const column = columns.find((one) => one.key === name || one.name === name);
    if (column === undefined) throw invalidRequest(`Field '${name}' is not recognized`);
    return column;
  }

  #literal(): Literal {
    this.#space();
    const quoted = this.#take(/'((?:[^']|'')*)'/);
    if (quoted !== undefined) return (quoted[1] ?? '').replaceAll("''", "'");
    const date = this.#take(/\d{4}-\d{2}-\d{2}(T[0-9:.]+(Z|[+-]\d{2}:\d{2})?)?/);
    if (date !== undefined) return date[0];
    const number = this.#take(/-?\d+(\.\d+)?([eE][+-]?\d+)?/);
    if (number !== undefined) return Number(number[0]);
    const word = this.#demand(/(true|false|null)\b/i)[0].toLowerCase();
    return word === 'null' ? null : word === 'true';
  }
}

function cellFor(column: Column, literal: Literal): string | number | undefined {
  if (literal === null) return undefined;
  switch (column.facet) {
    case 'number':
    case 'currency':
    case 'personOrGroup':
    case 'lookup':
      return numberOf(column, literal);
    case 'boolean':
      return Number(literal === true || literal === 1 || literal === '1' || literal === 'true');
    case 'dateTime':
      return instantOf(column, literal);
    default:
      return String(literal).toLowerCase();
  }
}

function numberOf(column: Column, literal: Literal): number {
  const value = typeof literal === 'string' && literal.trim() === '' ? Number.NaN : Number(literal);
  if (Number.isNaN(value)) {
    throw invalidRequest(
      `Invalid filter clause: '${String(literal)}' is no value of '${column.key}'.`,
    );
  }
  return value;
}

function instantOf(column: Column, literal: Literal): string {
  const at = Date.parse(String(literal));
  if (Number.isNaN(at)) {
    throw invalidRequest(
      `Invalid filter clause: '${String(literal)}' is no value of '${column.key}'.`,
    );
  }
  return `${new Date(at).toISOString().slice(0, 19)}Z`.toLowerCase();
}

/** The same comparison in memory, for a scan that the caller has asked for. */
export function holds(condition: Condition, cell: string | number | undefined): boolean {
  const { operator, value } = condition;
  const known = cell !== undefined && value !== undefined;
  if (!known)
    return (cell === value) === (operator === 'eq') && (operator === 'eq' || operator === 'ne');
  switch (operator) {
    case 'eq':
      return cell === value;
    case 'ne':
      return cell !== value;
    case 'lt':
      return cell < value;
    case 'gt':
      return cell > value;
    case 'le':
      return cell <= value;
    case 'ge':
      return cell >= value;
    case 'startswith':
      return String(cell).startsWith(String(value));
  }
}
