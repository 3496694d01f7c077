import type { ConnectorLimits, Window } from '../connector/limits.ts';
import { teamsLimits } from '../connector/limits.ts';
import type { JsonObject } from '../http.ts';
import { isObject } from '../http.ts';
import { badInput } from './input.ts';

/** `{connector: "teams" | "none" | {send?, read?, global?}}`, windows as `{calls, seconds}`. */
export function limitsIn(body: JsonObject): ConnectorLimits {
  const wanted = body['connector'];
  if (wanted === 'teams') return teamsLimits;
  if (wanted === 'none') return { send: [], read: [], global: [] };
  if (!isObject(wanted)) throw badInput('"connector" must be "teams", "none" or an object.');
  return {
    send: windowsIn(wanted, 'send'),
    read: windowsIn(wanted, 'read'),
    global: windowsIn(wanted, 'global'),
  };
}

function windowsIn(wanted: JsonObject, name: keyof ConnectorLimits): readonly Window[] {
  const given = wanted[name];
  if (given === undefined) return teamsLimits[name];
  if (Array.isArray(given) && given.every(isWindow)) return given;
  throw badInput(`"${name}" must be an array of {calls, seconds}.`);
}

function isWindow(value: unknown): value is Window {
  return isObject(value) && isPositive(value['calls']) && isPositive(value['seconds']);
}

function isPositive(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}
