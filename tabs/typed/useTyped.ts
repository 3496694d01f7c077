import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import { sameValue } from '../remote/keepSame.ts';
import { useMe } from '../shell/Looking.tsx';
import { rebased } from './rebased.ts';
import { keepTyped, typedAt, typedKey } from './typed.ts';

/** What a form is of: the same words whenever it is opened again, and nobody else's. */
export type Place = readonly string[];

/** `over`: what the form said before anything was typed in it. */
type Kept<T> = { readonly over: T; readonly value: T };

export type Typing = {
  /** It was typed before the form was opened, and is not sent. */
  readonly isFromBefore: boolean;
  /** Sent, or given up. */
  readonly forget: () => void;
};

/** A form that stays open when it has been saved. */
export type TypingOn<T> = Typing & {
  /** From now on the form says this by itself: it was saved, here or by others. */
  readonly saysNow: (says: T) => void;
};

const isPlain = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

const isNamed = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value has the shape of another; where that says null, anything plain will do. */
export const isLike = (like: unknown, value: unknown): boolean => {
  if (like === null) return isPlain(value);
  if (Array.isArray(like)) return Array.isArray(value);
  if (!isNamed(like)) return typeof value === typeof like;
  if (!isNamed(value)) return false;
  const names = Object.keys(like);
  return (
    names.length === Object.keys(value).length &&
    names.every((name) => name in value && isLike(like[name], value[name]))
  );
};

type Shape<T> = {
  /** An example with null at all that may be null; what the form starts with where it is left out. */
  readonly like?: T;
  /** What the example cannot say: codes that there are, rows of a list. */
  readonly holds?: (value: T) => boolean;
  /** Instead of an example, where rows come and go by name. */
  readonly is?: (value: unknown) => value is T;
};

const keptShape =
  <T>(like: T, { holds = () => true, is }: Shape<T>) =>
  (fields: unknown): fields is Kept<T> => {
    const isShape = is ?? ((value: unknown): value is T => isLike(like, value));
    if (!isNamed(fields) || !isShape(fields['over'])) return false;
    const { value } = fields;
    return isShape(value) && holds(value);
  };

const keyOf = (personId: string, place: Place): string => typedKey(personId, 'form', ...place);

/**
 * What is typed in a form. It stays on the device until it is sent or given up: a tab that is
 * closed, or left for a chat, loses none of it. What others have saved meanwhile stands where the
 * writer had typed nothing.
 */
export const useTyped = <T>(
  place: Place,
  start: T,
  { like = start, ...shape }: Shape<T> = {},
): readonly [T, Dispatch<SetStateAction<T>>, TypingOn<T>] => {
  const me = useMe().id;
  const [key] = useState(() => keyOf(me, place));
  const [first, setFirst] = useState(start);
  const [kept, setKept] = useState(() => typedAt(key, keptShape(like, shape)));
  const [value, set] = useState(() => (kept ? rebased(kept.over, kept.value, first) : first));
  useEffect(
    () => keepTyped(key, sameValue(value, first) ? null : { over: first, value }),
    [key, first, value],
  );
  const isFromBefore = kept !== null && !sameValue(rebased(kept.over, kept.value, first), first);
  const saysNow = (says: T): void => {
    setFirst(() => says);
    setKept(null);
  };
  return [value, set, { isFromBefore, forget: () => keepTyped(key, null), saysNow }];
};

const isAnything = (fields: unknown): fields is object => isNamed(fields);

/** Whether something is typed at a place and not sent: its form is opened with it. */
export const isTyped = (personId: string, place: Place): boolean =>
  typedAt(keyOf(personId, place), isAnything) !== null;

/** As it was when whoever asks was first drawn. */
export const useIsTyped = (...place: Place): boolean => {
  const me = useMe().id;
  const [is] = useState(() => isTyped(me, place));
  return is;
};
