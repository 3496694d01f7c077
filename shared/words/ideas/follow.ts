/* Somebody has had the same idea as somebody else. */

export const followWords = {
  /** On the button beside something alike; to whoever hears it, with what it is the same as. */
  same: 'Det er det samme',
  sameAs: (title: string): string => `Det er det samme som ${title}`,
  also: (count: number): string =>
    count === 1 ? 'Én til har haft samme idé' : `${count} til har haft samme idé`,
  follows: 'Du har haft samme idé',
  wordsMissing: 'Skriv et par ord om, hvad idéen går ud på.',
  history: 'Har haft samme idé',
} as const;
