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

const parsed = (kept: string): unknown => {
  try {
    return JSON.parse(kept);
  } catch {
    return null;
  }
};

/** What somebody was typing when the phone let go of the page; null when nothing. */
export const typedNote = (personId: string, visitId: string): TypedNote | null => {
  try {
    const value = parsed(localStorage.getItem(keyOf(personId, visitId)) ?? '');
    return isTyped(value) ? value : null;
  } catch {
    // Storage that is closed keeps nothing, and the page is as good without.
    return null;
  }
};

/** Kept at every key, and forgotten when the text is saved or emptied. */
export const keepTyped = (personId: string, visitId: string, { text, group }: TypedNote): void => {
  const key = keyOf(personId, visitId);
  try {
    if (text.trim() === '') localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ text, group }));
  } catch {
    // As above: what is typed stands on the page.
  }
};
