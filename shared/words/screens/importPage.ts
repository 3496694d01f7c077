import type { WordKind } from '#shared/domain/importWords.ts';

type WordsNo =
  | { readonly type: 'notAllowed' | 'tooMany' | 'changed' }
  | { readonly type: 'wordTwice'; readonly word: string }
  | { readonly type: 'wordTooLong'; readonly word: string; readonly longest: number };

const kindNames: Record<WordKind, string> = {
  heading: 'Overskrifter',
  area: 'Områder',
  status: 'Status og fase',
  type: 'Typer',
  priority: 'Prioriteter',
  benefit: 'Gevinster',
};

/** The page where the consultant says which words lists from elsewhere use. */
export const wordsPage = {
  title: 'Ord ved import',
  intro:
    'Lister fra andre bruger andre ord end vores. Skriv hvert ord på sin linje ud for det, det betyder. Store bogstaver, mellemrum og tegn er uden betydning.',
  kind: 'Ord for',
  kinds: kindNames,
  cannotFetch: 'Ordene kan ikke hentes',
  loading: 'Henter ordene',
  save: 'Gem',
  saving: 'Gemmer …',
  saved: 'Ordene er gemt. De gælder fra næste import.',
} as const;

export const importWordsRefusalText = (refusal: WordsNo): string => {
  switch (refusal.type) {
    case 'notAllowed':
      return 'Det er konsulenten, der ændrer indstillinger.';
    case 'tooMany':
      return 'Der er ikke plads til flere ord. Slet nogle, der ikke bruges.';
    case 'wordTwice':
      return `»${refusal.word}« står to steder. Et ord kan kun betyde én ting.`;
    case 'wordTooLong':
      return `»${refusal.word.slice(0, 40)}…« er for langt. Der er plads til ${refusal.longest} tegn.`;
    case 'changed':
      return 'En anden har ændret ordene imens. Intet er gemt.';
  }
};
