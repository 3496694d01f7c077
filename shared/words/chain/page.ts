import type { ChainColumn } from '#shared/domain/chain/chain.ts';
import { columnNames, columnOne } from './words.ts';

const names = (texts: readonly string[]): string => texts.map((text) => `»${text}«`).join(', ');

/** The page of an effect chain. */
export const chainWords = {
  title: 'Effektkæde',
  heading: (count: number): string => `Effektkæde: ${count} led`,
  waiting: 'Henter effektkæden',
  cannotFetch: 'Vi kan ikke hente effektkæden lige nu.',
  notFound: 'Projektet findes ikke',
  toBoard: 'Til tavlen',
  whole: 'Kæden hænger sammen',
  toNextLack: 'Gå til den næste, der skal rettes',
  workshop: 'Workshop',
  leaveWorkshop: 'Slut workshop',
  questions: 'Som spørgsmål',
  picture: 'Som billede',
  add: 'Tilføj led',
  addTo: (column: ChainColumn): string => `Tilføj led i ${columnNames[column]}`,
  more: 'Mere',
  tidy: 'Ryd op i billedet',
  saved: (at: string): string => `Alt er gemt ${at}.`,
  savedNothing: 'Alt bliver gemt med det samme.',
  saving: 'Gemmer …',
  offline: 'Venter på nettet. Det, du skriver, bliver sendt i rækkefølge.',
  notSaved: (what: string, why: string): string =>
    what === '' ? `Det er ikke gemt: ${why}` : `»${what}« er ikke gemt: ${why}`,
  close: 'Luk',
  undo: 'Fortryd',
  undone: 'Fortrudt.',
  redone: 'Gjort igen.',
  nothingToUndo: 'Der er ikke noget at fortryde.',
  edit: 'Ret',
  connect: 'Forbind til …',
  remove: 'Slet',
  move: 'Flyt …',
  moveTitle: (text: string): string => `Flyt »${text}« til en anden kolonne`,
  moveHint: 'Pile, der ikke kan gå fra den nye kolonne, bliver fjernet. Fortryd med Ctrl+Z.',
  arrowsLost: (count: number): string =>
    count === 1 ? '1 pil bliver fjernet' : `${count} pile bliver fjernet`,
  staysPut:
    'Gevinsten er beskrevet og bliver under Gevinster. Træk den tilbage på projektets side, før den flyttes.',
  movedSaid: (column: ChainColumn, lost: number): string =>
    [
      `Flyttet til ${columnNames[column]}.`,
      lost === 0 ? '' : lost === 1 ? '1 pil er fjernet.' : `${lost} pile er fjernet.`,
      'Fortryd med Ctrl+Z.',
    ]
      .filter((text) => text !== '')
      .join(' '),
  asText: 'Som tekst',
  asTextUnder: (count: number): string => `samme kæde · ${count} led`,
  canvas: 'Effektkæden som billede',
  canvasHint:
    'Pil til højre og venstre følger en pil i kæden, pil op og ned går i kolonnen. Enter retter, N laver et nyt led efter, F forbinder, M flytter til en anden kolonne, Alt og en pil flytter et trin, Delete sletter, Ctrl+Z fortryder.',
  details: 'Valgt led',
  noneChosen: 'Vælg et led for at se det her.',
  emptyColumn: (column: ChainColumn): string => `${columnNames[column]}: ingen led endnu`,
  empty: 'Intet her endnu',
  emptyKey: 'Tryk N for at skrive det første',
  text: (column: ChainColumn): string => `Hvad siger leddet? (${columnOne[column]})`,
  newLink: (column: ChainColumn): string => `Nyt led i ${columnNames[column]}`,
  after: (text: string): string => `efter »${text}«`,
  stops: 'Det er noget, vi stopper med',
  isWorse: 'Det bliver værre: en pris, vi betaler',
  indicator: 'Indikator: hvordan ser vi det?',
  who: 'Hvem?',
  day: 'Fra hvornår?',
  benefitDay: 'Hvornår er målet nået?',
  save: 'Gem',
  cancel: 'Annullér',
  describe: 'Beskriv gevinsten',
  describeMore: 'Ret gevinstens mål',
  describeHint: 'Indikator, udgangspunkt, mål og ejer. Den bliver en af projektets gevinster.',
  describedOwn: 'Teksten er gevinstens egen. Ret den sammen med målet.',
  /** Who else is writing now, and at which link. */
  writing: (name: string, text: string): string =>
    text === '' ? `${name} skriver nu` : `${name} skriver nu ved »${text}«`,
  suggest: 'Foreslå',
  suggestUnder: 'Projektets og kædens egne ord. Vælg noget, og ret det til.',
  suggestNone: 'Hverken projektet eller kæden siger noget, der passer her endnu.',
  search: 'Søg efter et led',
  connectFrom: (text: string): string => `Forbind »${text}« til`,
  connected: 'forbundet',
  noneToConnect: 'Der er ingen led længere fremme at forbinde til. Tryk N for at lave et.',
  noneFound: 'Intet passer.',
  connectDone: 'Færdig',
  removeTitle: (text: string): string => `Slet »${text}«`,
  removeAlone: 'Ingen andre led bliver løse.',
  /** What gets loose when a link goes. */
  removeLoosens: (lost: readonly string[], begun: readonly string[]): string =>
    [
      lost.length === 0 ? '' : `Så fører ${names(lost)} ikke til noget.`,
      begun.length === 0 ? '' : `Så kommer ${names(begun)} ikke fra noget.`,
    ]
      .filter((text) => text !== '')
      .join(' '),
  removeBenefit:
    'Gevinsten bliver stående på projektets side. Træk den tilbage dér, hvis den ikke er lovet mere.',
  removeKeys: 'Fortryd med Ctrl+Z.',
  keep: 'Behold',
  twoTexts: 'Leddet er skrevet af to på samme tid. Vælg, hvad der skal stå.',
  choose: (text: string): string => `Vælg »${text}«`,
  by: (name: string, at: string): string => `${name}, ${at}`,
  changedBy: (name: string, at: string): string => `skrevet af ${name} ${at}`,
  comesFrom: (count: number): string => `kommer fra ${count}`,
  leadsTo: (count: number): string => `fører til ${count}`,
  leadsToWord: 'fører til',
  comesFromText: (first: string, more: number): string =>
    more === 0 ? `kommer fra ${first}` : `kommer fra ${first} og ${more} til`,
  outsideTitle: 'Gevinster, der ikke er i kæden',
  bringIn: (title: string): string => `Tag »${title}« med i kæden`,
  bring: 'Tag med',
  versions: 'Udgaver',
  nowIn: (name: string): string => `${name}, som den er nu`,
  keepVersion: (name: string): string => `Gem som udgaven ved ${name}`,
  versionKept: (name: string): string => `Udgaven ved ${name} er gemt.`,
  noVersion: (name: string): string => `Der er ingen udgave ved ${name} endnu.`,
  keptBy: (name: string, day: string): string =>
    name === '' ? `som den var ${day}, da fasen sluttede` : `gemt af ${name} ${day}`,
  asItWas: 'Som den var · kan kun læses',
  backToNow: 'Tilbage til nu',
  compare: 'Sammenlign udgaver',
  compareFrom: 'Fra',
  compareTo: 'Til',
  compareNow: 'Nu',
  compareAdded: 'Nye led',
  compareRemoved: 'Slettede led',
  compareChanged: 'Ændrede led',
  compareJoined: 'Nye pile',
  compareParted: 'Pile, der er væk',
  arrow: (from: string, to: string): string => `${from} → ${to}`,
  word: 'Word',
  image: 'Billede',
  imageKind: { svg: 'Billede som SVG', png: 'Billede som PNG' },
  exporting: 'Henter …',
  fileName: (title: string): string => `Effektkæde, ${title}`,
  pictureTitle: (title: string, count: number): string =>
    `Effektkæden for ${title}: ${count} led i syv kolonner`,
  questionsIntro:
    'Svar på et spørgsmål ad gangen. Svarene er den samme kæde, og du kan altid se den som billede.',
  answer: (column: ChainColumn): string => `Nyt svar: ${columnNames[column]}`,
  addAnswer: 'Tilføj svar',
  answerFrom: 'Kommer fra',
  answerFromNothing: 'Ikke noget endnu',
  answerText: (text: string): string => `Ret »${text}«`,
  columns: 'Kolonner',
  focused: (text: string): string => `Nyt led: ${text}`,
  removedSaid: (text: string): string => `»${text}« er slettet. Fortryd med Ctrl+Z.`,
} as const;

/** How a link reads aloud: column, text, what it hangs together with, what it lacks. */
export const linkName = (parts: {
  readonly column: ChainColumn;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly meta: string;
  readonly lacks: readonly string[];
}): string =>
  [
    columnNames[parts.column],
    parts.text,
    [
      parts.from === 0 ? '' : chainWords.comesFrom(parts.from),
      parts.to === 0 ? '' : chainWords.leadsTo(parts.to),
    ]
      .filter((text) => text !== '')
      .join(', '),
    parts.meta,
    ...parts.lacks,
  ]
    .filter((text) => text !== '')
    .join('. ');
