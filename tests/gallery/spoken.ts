/** Fields that hold what people have written, wherever they stand in a view. */
const written: readonly string[] = [
  'title',
  'purpose',
  'summary',
  'recommendationWhy',
  'efficiencyWhy',
  'qualityWhy',
  'wellbeingWhy',
  'technology',
  'municipality',
  'leadName',
  'ownerName',
  'text',
  'comment',
  'because',
  'by',
  'byName',
  'name',
  'areaName',
  'chefName',
  'lederName',
  'unit',
  'operationPayer',
  'indicator',
  'alt',
  'outlet',
  'whom',
];

type Say = (text: string) => string;
let say: Say | null = null;

const saidIn = (value: unknown, words: Say): unknown => {
  if (Array.isArray(value)) return value.map((one) => saidIn(one, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      typeof inner === 'string' && inner !== '' && written.includes(key)
        ? words(inner)
        : saidIn(inner, words),
    ]),
  );
};

/** The view as it is, or with other words in the mouths of people while `speaking` builds. */
export const spoken = <T>(view: T): T => (say === null ? view : (saidIn(view, say) as T));

export const speaking = <T>(words: Say, build: () => T): T => {
  say = words;
  try {
    return build();
  } finally {
    say = null;
  }
};
