/** What the import says about a file and its rows. */
export const importWords = {
  usage: 'Skriv: npm run import -- FIL [--apply]',
  noFile: (path: string): string => `Filen kan ikke læses: ${path}`,
  tooLarge: 'Filen er større end 20 MB.',
  empty: 'Filen er tom.',
  notText: 'Filen er hverken CSV eller XLSX.',
  notWorkbook: 'Filen kan ikke åbnes som XLSX.',
  noHeadings: 'Den første række skal være overskrifter, og en af dem skal være titel.',
  twiceHeading: (heading: string, other: string): string =>
    `Overskrifterne "${heading}" og "${other}" betyder det samme. Behold én af dem.`,
  ignored: (headings: readonly string[]): string =>
    `Kolonner, der ikke bruges: ${headings.join(', ')}.`,
  needsTenant:
    'Serverens indstillinger mangler, og den lokale tenant svarer ikke. Start den med npm start.',
  notReady: 'Listerne er ikke gjort klar. Kør npm run provision -- --apply.',
  dryRun: 'Intet er ændret endnu. Tilføj --apply for at gøre det.',
  applied: 'Gjort.',
  line: (line: number): string => `linje ${line}`,
  kinds: {
    created: 'oprettes',
    changed: 'ændres',
    unchanged: 'uændret',
    refused: 'afvises',
  },
  summary: (
    rows: number,
    created: number,
    changed: number,
    unchanged: number,
    refused: number,
  ): string =>
    `${rows} rækker: ${created} oprettes, ${changed} ændres, ${unchanged} er uændrede, ${refused} afvises.`,
  notMoved: (here: string, file: string): string =>
    `står som "${here}" her og "${file}" i filen. Det ændres ikke, for kun gates flytter et projekt`,
  sameTitle: (id: string): string => `hedder det samme som ${id}, der findes i forvejen`,
  fields: {
    title: 'titel',
    purpose: 'formål',
    summary: 'resumé',
    type: 'type',
    leadArea: 'fagområde',
    areas: 'områder',
    municipality: 'kommune',
    technology: 'leverandør eller teknologi',
    startYear: 'startår',
    endYear: 'slutår',
    budgetOre: 'beløb',
    sourceUrl: 'kilde',
    ownerId: 'projektejer',
    leadId: 'projektleder',
    firstPriority: 'prioritet',
    nextStep: 'næste skridt',
    nextStepDue: 'frist',
  },
  refusals: {
    quotes: 'Et anførselstegn mangler, så rækken kan ikke læses.',
    titleMissing: 'Titlen mangler.',
    tooLong: (heading: string, longest: number): string =>
      `"${heading}" er længere end ${longest} tegn.`,
    badId: (id: string): string =>
      `Id'et "${id}" må kun have bogstaver, tal, punktum, bindestreg og understreg, højst 40 tegn.`,
    twiceInFile: (id: string, line: number): string => `"${id}" står også på linje ${line}.`,
    unknownWord: (heading: string, given: string, accepted: readonly string[]): string =>
      `"${heading}" er "${given}". Det skal være et af: ${accepted.join(', ')}.`,
    unknownPerson: (heading: string, given: string): string =>
      `"${heading}" er "${given}". Personen findes ikke på listen, eller flere hedder det samme.`,
    noHeading: (column: number): string => `Kolonne ${column} har indhold, men ingen overskrift.`,
    amount: (heading: string, given: string): string =>
      `"${heading}" er "${given}". Det kan ikke læses som et beløb i kroner.`,
    negativeAmount: (heading: string, given: string): string =>
      `"${heading}" er "${given}". Et beløb skal være 0 eller mere.`,
    largeAmount: (heading: string, given: string): string =>
      `"${heading}" er "${given}". Højst 1.000.000.000 kr.`,
    year: (heading: string, given: string): string =>
      `"${heading}" er "${given}". Det skal være et år mellem 1990 og 2100.`,
    date: (heading: string, given: string): string =>
      `"${heading}" er "${given}". Det kan ikke læses som en dato.`,
    yearOrder: 'Slutåret ligger før startåret.',
    link: (heading: string, given: string): string =>
      `"${heading}" er "${given}". Det skal være en adresse, der begynder med http:// eller https://.`,
  },
  /** Put where a benefit is named but not assessed. */
  namedBenefit: 'Nævnt som gevinst i kilden. Ikke vurderet.',
  acrossAreas: 'Tværgående',
} as const;
