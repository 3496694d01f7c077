type Said<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** A field that is left out is not a field that is set to nothing. */
export const withoutUndefined = <T extends object>(given: T): Said<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Said<T>;
