import type { ImportField, StandingName, WordKind } from '#shared/domain/importWords.ts';

const kinds: Record<WordKind, string> = {
  heading: 'overskrift',
  area: 'område',
  status: 'status',
  type: 'type',
  priority: 'prioritet',
  benefit: 'gevinst',
};

const standingWords: Record<StandingName, string> = {
  raw: 'idébank',
  backlog: 'backlog',
  pipeline: 'pipeline',
  idea: 'idé',
  investigation: 'undersøgelse',
  trial: 'afprøvning',
  operation: 'drift',
  spread: 'spredning',
  closed: 'afsluttet',
  stopped: 'stoppet',
  underway: 'i gang',
};

const fieldWords: Record<ImportField, string> = {
  id: 'id',
  number: 'nr.',
  title: 'titel',
  municipality: 'kommune',
  area: 'fagområde',
  technology: 'leverandør eller teknologi',
  start: 'startår',
  end: 'slutår',
  amount: 'beløb',
  phase: 'fase',
  status: 'status',
  benefits: 'gevinster',
  summary: 'resumé',
  note: 'bemærkninger',
  purpose: 'formål',
  source: 'kilde',
  type: 'type',
  owner: 'projektejer',
  lead: 'projektleder',
  priority: 'prioritet',
  nextStep: 'næste skridt',
  nextStepDue: 'frist',
  planStart: 'plan fra',
  planEnd: 'plan til',
  planHours: 'plan, timer',
  flow: 'ProjectFlow',
};

const meaningWords: Record<WordKind, Readonly<Record<string, string>>> = {
  heading: fieldWords,
  area: { across: 'tværgående' },
  status: standingWords,
  type: { digitek: 'DigiTek', skal: 'SKAL', other: 'øvrigt' },
  priority: { low: 'lav', medium: 'middel', high: 'høj', veryHigh: 'meget høj' },
  benefit: { efficiency: 'effektivitet', quality: 'kvalitet', wellbeing: 'trivsel' },
};

const andMore = (items: readonly (string | number)[], most = 8): string =>
  items.slice(0, most).join(', ') + (items.length > most ? ` og ${items.length - most} til` : '');

const saveAs = 'Gem listen som CSV (semikolonsepareret) i Excel, og prøv igen.';

/** What the import says about a file and its rows. */
export const importWords = {
  usage:
    'Skriv: npm run import -- FIL [--apply] [--strict] [--hidden] [--key "Nr."] [--teach "område:ORD=omsorg"]',
  noFile: (path: string): string => `Filen kan ikke læses: ${path}`,
  tooLarge: `Filen er større end 20 MB. ${saveAs}`,
  tooMuch: `Filen rummer mere, end en portefølje kan fylde. ${saveAs}`,
  tooSlow: `Filen tager for lang tid at læse. ${saveAs}`,
  empty: 'Filen er tom, eller det, der står i den, er skjult.',
  notText: `Filen er hverken CSV eller XLSX. ${saveAs}`,
  notWorkbook: `Filen kan ikke åbnes som XLSX. ${saveAs}`,
  oldWorkbook:
    'Filen er fra en ældre Excel eller har adgangskode. Gem den som XLSX eller CSV uden adgangskode, og prøv igen.',
  noHeadings: (seen: readonly string[]): string =>
    seen.length === 0
      ? 'En række skal være overskrifter, og en af dem skal være titel.'
      : `En række skal være overskrifter, og en af dem skal være titel. Her står: ${andMore(seen)}. Er en af dem titlen, så lær den: --teach "overskrift:${seen[0]}=titel"`,
  twiceHeading: (heading: string, other: string): string =>
    `Overskrifterne "${heading}" og "${other}" betyder det samme. Behold én af dem.`,
  outdone: (heading: string, read: string | null): string =>
    read === null
      ? `Kolonnen "${heading}" er ikke læst, for to kolonner har beløb. Behold én af dem.`
      : `Kolonnen "${heading}" er ikke læst, for "${read}" betyder det samme.`,
  keyMissing: (asked: string, headings: readonly string[]): string =>
    `Ingen kolonne hedder "${asked}". Overskrifterne er: ${headings.filter((one) => one !== '').join(', ')}.`,
  numberIsNoKey: (heading: string): string =>
    `Kolonnen "${heading}" tæller linjer og er ikke projekternes nøgle. Er den det, så skriv --key "${heading}".`,
  ignored: (headings: readonly string[]): string =>
    `Kolonner, der ikke bruges: ${headings.join(', ')}.`,
  needsTenant:
    'Serverens indstillinger mangler, og den lokale tenant svarer ikke. Start den med npm start.',
  notReady: 'Listerne er ikke gjort klar. Kør npm run provision -- --apply.',
  dryRun: 'Intet er ændret endnu. Tilføj --apply for at gøre det.',
  notes: {
    sheet: (name: string): string => `Arket "${name}" er læst.`,
    sheets: (unread: readonly string[]): string => `Ark, der ikke er læst: ${andMore(unread)}.`,
    hiddenSheets: (sheets: readonly string[]): string =>
      `Skjulte ark er ikke læst: ${andMore(sheets)}. Tilføj --hidden for at tage skjult med.`,
    hiddenRows: (lines: readonly number[]): string =>
      `${lines.length === 1 ? '1 skjult eller filtreret række er' : `${lines.length} skjulte eller filtrerede rækker er`} ikke læst: linje ${andMore(lines)}. Tilføj --hidden for at tage dem med.`,
    hiddenColumns: (columns: readonly string[]): string =>
      `Skjulte kolonner er ikke læst: ${andMore(columns)}. Tilføj --hidden for at tage dem med.`,
    above: (lines: readonly number[]): string =>
      `Over overskrifterne står noget, der ikke er projekter: linje ${andMore(lines)}.`,
    farColumns: (last: string): string => `Celler til højre for kolonne ${last} er ikke læst.`,
  },
  skipped: {
    sum: 'er en sum',
    headings: 'er overskrifterne igen',
    section: 'er navnet på en del af listen',
    note: 'er en bemærkning',
  },
  notAProject: (line: number, seen: string, why: string): string =>
    `linje ${line} springes over: "${seen}" ${why}.`,
  unreadHead: (count: number): string =>
    count === 1
      ? '1 celle kan ikke læses. Feltet er ladt, som det er:'
      : `${count} celler kan ikke læses. Felterne er ladt, som de er:`,
  unread: (line: number, cell: string, reason: string): string =>
    `linje ${line} celle ${cell}  ${reason}`,
  teachHead: 'Ord, der ikke kendes endnu. Vælg, hvad de betyder, og kør igen med:',
  teach: (kind: WordKind, word: string, meanings: readonly string[], rows: number): string =>
    `  --teach "${kinds[kind]}:${word}=${meanings.join('|')}"   (${rows} ${rows === 1 ? 'række' : 'rækker'})`,
  taught: (kind: WordKind, word: string, meaning: string): string =>
    `Lært: ${kinds[kind]} "${word}" betyder ${meaning}. Ordet står nu i indstillingerne.`,
  badTeach: (given: string, kindNames: readonly string[]): string =>
    `"${given}" kan ikke læres. Skriv fx --teach "område:Ældre og omsorg=omsorg". Det første er et af: ${kindNames.join(', ')}.`,
  badMeaning: (kind: WordKind, given: string, meanings: readonly string[]): string =>
    `"${given}" er ikke en betydning af ${kinds[kind]}. Det skal være et af: ${meanings.join(', ')}.`,
  tooManyWords: 'Der er ikke plads til flere ord i indstillingerne.',
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
  notStored: (line: number, title: string): string =>
    `linje ${line} ${title} står ikke i listerne. Kør importen igen.`,
  /** Counted in the lists after they were changed. */
  applied: (held: number, rows: number, projects: number): string =>
    held === rows
      ? `Gjort. ${rows === 1 ? 'Den ene række' : `Alle ${rows} rækker`} står i listerne, som nu har ${projects} projekter.`
      : `${held} af ${rows} rækker står i listerne, som nu har ${projects} projekter. ${rows - held} gør ikke.`,
  leftUnread: (count: number): string =>
    ` ${count === 1 ? '1 celle' : `${count} celler`} kunne ikke læses.`,
  notMoved: (here: string, file: string): string =>
    `står som "${here}" her og "${file}" i filen. Det ændres ikke, for kun gates flytter et projekt`,
  onlySkal: 'meget høj prioritet er kun for SKAL-projekter; den er sat til høj',
  leftAlone: (field: string): string => `${field} rettes ikke af en import`,
  otherTitle: (here: string, file: string): string => `titel her: "${here}", i filen: "${file}"`,
  sameTitle: (id: string): string => `hedder det samme som ${id}, der findes i forvejen`,
  standings: standingWords,
  wordKinds: kinds,
  meanings: meaningWords,
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
    planStart: 'plan fra',
    planEnd: 'plan til',
    planHours: 'plan, timer',
    flowUrl: 'ProjectFlow',
  },
  refusals: {
    quotes: 'Et anførselstegn mangler, så rækken kan ikke læses.',
    titleMissing: 'Titlen mangler.',
    tooLong: (heading: string, longest: number): string =>
      `"${heading}" er længere end ${longest} tegn.`,
    badId: (id: string): string =>
      `Id'et "${id}" må kun have bogstaver, tal, punktum, bindestreg og understreg, højst 40 tegn.`,
    twiceInFile: (id: string, line: number): string => `"${id}" står også på linje ${line}.`,
    unknownWord: (heading: string, given: string): string =>
      `"${heading}" er "${given}". Det ord kendes ikke.`,
    unknownPerson: (heading: string, given: string): string =>
      `"${heading}" er "${given}". Personen findes ikke på listen, eller flere hedder det samme.`,
    noHeading: (column: number): string => `Kolonne ${column} har indhold, men ingen overskrift.`,
    errorCell: (heading: string, seen: string): string =>
      `"${heading}" er fejlen "${seen}" i regnearket.`,
    noResult: (heading: string): string =>
      `"${heading}" er en formel uden gemt resultat. Åbn listen i Excel, gem den, og prøv igen.`,
    scaled: (heading: string, seen: string): string =>
      `"${heading}" viser "${seen}", men tallet bag er større. Skriv enheden i overskriften, fx "${heading} (t.kr.)".`,
    merged: (heading: string, from: string): string =>
      `"${heading}" er flettet sammen med ${from} og tæller kun dér.`,
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
    month: (heading: string, given: string): string =>
      `"${heading}" er "${given}". Det kan ikke læses som en måned eller en dato.`,
    hours: (heading: string, given: string): string =>
      `"${heading}" er "${given}". Det skal være hele timer mellem 0 og 20.000.`,
    planOrder: 'Planen slutter før, den begynder, eller mangler en ende.',
    yearOrder: 'Slutåret ligger før startåret.',
    standingOrder: 'Fase og status passer ikke sammen. Fasen er brugt.',
    link: (heading: string, given: string): string =>
      `"${heading}" er "${given}". Det skal være en adresse, der begynder med http:// eller https://.`,
  },
  /** Put where a benefit is named but not assessed. */
  namedBenefit: 'Nævnt som gevinst i kilden. Ikke vurderet.',
  acrossAreas: 'Tværgående',
} as const;
