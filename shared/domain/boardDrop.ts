import { type BoardProject, type Column, columnOf, columns, isUnderway } from './board.ts';
import { type Door, gateAfter, gateRule } from './gates.ts';

/** Why a card may not be let go where it was let go. */
export type DropRefusal =
  | { readonly type: 'backwards' }
  /** Too far: this gate comes first. */
  | { readonly type: 'notNext'; readonly gate: Door }
  /** SKAL and other projects pass no gates; they are moved on from their own page. */
  | { readonly type: 'noGates' }
  | { readonly type: 'notUnderway' };

export type Drop =
  | { readonly type: 'stays' }
  /** The gate is asked for, or what was asked is looked at; the card stays where it is. */
  | { readonly type: 'toGate'; readonly gate: Door }
  | { readonly type: 'refused'; readonly refusal: DropRefusal };

const refused = (refusal: DropRefusal): Drop => ({ type: 'refused', refusal });

/** The room behind a door. */
export const columnBehind = (gate: Door): Column => {
  const { from } = gateRule(gate);
  const room = from === null ? -1 : columns.indexOf(columnOf({ phase: from }));
  return columns[room + 1] ?? 'operation';
};

/** What letting a card go over a room means. It never sets the phase: only a decision does. */
export const dropOn = (project: BoardProject, to: Column): Drop => {
  if (!isUnderway(project)) return refused({ type: 'notUnderway' });
  const rooms = columns.indexOf(to) - columns.indexOf(columnOf(project));
  if (rooms === 0) return { type: 'stays' };
  if (rooms < 0) return refused({ type: 'backwards' });
  const gate = gateAfter(project.phase);
  if (project.type !== 'digitek' || gate === null) return refused({ type: 'noGates' });
  return rooms === 1 ? { type: 'toGate', gate } : refused({ type: 'notNext', gate });
};
