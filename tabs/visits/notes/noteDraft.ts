import { keepTyped, typedAt } from '../../typed/typed.ts';

/** What is typed of an observation and not saved yet; the picture is taken anew. */
export type TypedNote = { readonly text: string; readonly group: string };

const keyOf = (personId: string, visitId: string): string =>
  `digitek360-typed:${personId}:${visitId}`;

const isTyped = (value: unknown): value is TypedNote =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  'group' in value &&
  typeof value.text === 'string' &&
  typeof value.group === 'string';

/** What somebody was typing when the phone let go of the page; null when nothing. */
export const typedNote = (personId: string, visitId: string): TypedNote | null => {
  const typed = typedAt(keyOf(personId, visitId), isTyped);
  return typed && { text: typed.text, group: typed.group };
};

/** Kept at every key, and forgotten when the text is saved or emptied. */
export const keepTypedNote = (
  personId: string,
  visitId: string,
  { text, group }: TypedNote,
): void => keepTyped(keyOf(personId, visitId), text.trim() === '' ? null : { text, group });
