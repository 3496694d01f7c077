import type { Door } from '#shared/domain/gates.ts';
import { doorOfPaper, type PaperCode } from '#shared/domain/papers/paper.ts';
import type { OwnKind } from '#shared/domain/papers/template.ts';
import { dayText, momentText } from '../dates.ts';
import { nbsp } from '../money.ts';
import { gateLabels, listText } from '../words.ts';
import { paperTitles, usualHeading } from './template.ts';

/* What the page of a paper says. */

const version = (number: number): string => `version${nbsp}${number}`;

export const savedVersionText = (paper: PaperCode, number: number): string =>
  `${paperTitles[paper]}: ${version(number)} er gemt`;

export const paperWords = {
  paper: 'Papir',
  draftTo: (number: number): string => `Kladde til ${version(number)}`,
  noDraft: (number: number): string => `Som ${version(number)}`,
  notBegun: 'Ikke begyndt',
  saved: 'Gemt',
  savedAt: (time: string): string => `Gemt ${time}`,
  saving: 'Gemmer',
  unsaved: 'Ikke gemt endnu',
  failed: 'Ikke gemt. Vi prøver igen.',
  saveVersion: (number: number): string => `Gem som ${version(number)}`,
  savingVersion: 'Gemmer',
  versionSaved: (number: number): string => `Version ${number} er gemt.`,
  openWord: 'Hent som Word',
  openFile: 'Åbn i Word',
  fileUnderway: 'Word-filen er på vej',
  answered: (answered: number, asked: number): string => `${answered} af ${asked} svar`,
  wordCount: (words: number, most: number): string => `${words} af gerne højst ${most} ord`,
  notAnswered: 'Ikke besvaret',
  edit: 'Ret',
  done: 'Færdig',
  previous: 'Forrige',
  next: 'Næste',
  changedSince: (number: number): string => `Ændret siden ${version(number)}:`,
  note: 'Uddyb eventuelt',
  answer: 'Svar',
  addRow: 'Tilføj en række',
  removeRow: (place: number): string => `Fjern række ${place}`,
  row: (place: number): string => `Række ${place}`,
  fromProject: 'Ret på projektet',
  yours: 'Det, du skrev',
  theirs: (who: string): string => (who === '' ? 'Det, der står nu' : `Det, ${who} skrev`),
  clash: 'En anden har skrevet i det samme felt imens. Vælg, hvad der skal stå.',
  keepMine: 'Behold min',
  takeTheirs: 'Tag den anden',
  versions: 'Versioner',
  version: 'Version',
  draft: 'Kladde',
  now: 'nu',
  noVersions: 'Der er ikke gemt en version endnu.',
  boundTo: (gate: Door): string => `bundet til ${gateLabels[gate]}`,
  writesToo: 'Skriver også nu',
  writesIn: (where: string): string => `i »${where}«`,
  writesHint: 'I kan rette hver jeres felt. Retter I det samme, ser I begge tekster.',
  templateHint: 'Felterne kommer fra skabelonen.',
  changeTemplate: 'Ret skabelonen',
  readOnly: (names: readonly string[]): string =>
    names.length === 0
      ? 'Du kan læse papiret. DigiTek kan rette det.'
      : `Du kan læse papiret. ${listText(names)} og DigiTek kan rette det.`,
  outside: 'Trinnet peger på et papir, der ligger et andet sted.',
  openOutside: 'Åbn det',
  notFound: 'Papiret findes ikke',
  toProject: 'Til projektet',
  cannotFetch: 'Papiret kan ikke hentes',
  fields: 'Felter',
  showVersion: (number: number): string => `Se ${version(number)}`,
  backToDraft: 'Tilbage til kladden',
  shownVersion: (number: number): string => `Her står, hvad ${version(number)} siger.`,
  write: 'Skriv papiret',
  writeHere: 'Skriv papiret her i stedet',
  open: 'Åbn papiret',
} as const;

type BoundSaid = { readonly head: string; readonly text: string };

/** Who is asked on which version, and what it means to save another. */
export const boundText = (
  bound: {
    readonly type: 'gate' | 'owner' | 'chef';
    readonly version: number | null;
    readonly named: string;
    readonly whom: readonly string[];
  },
  gate: Door,
  next: number,
): BoundSaid => {
  const on = bound.version === null ? bound.named || 'et andet papir' : version(bound.version);
  const who = listText(bound.whom.filter((name) => name !== '')) || 'Modtageren';
  switch (bound.type) {
    case 'gate':
      return {
        head: `${gateLabels[gate]} er sendt på ${on}`,
        text: `${who} svarer på ${on}. Gemmer du en ${version(next)}, kan de se, at den er kommet.`,
      };
    case 'owner':
      return {
        head: `Projektejeren er spurgt om ${on}`,
        text: `Gemmer du en ${version(next)}, bliver ${who} spurgt om den i stedet.`,
      };
    case 'chef':
      return {
        head: `Chefen er spurgt, mens ${on} gjaldt`,
        text: `Gemmer du en ${version(next)}, er det den, ${who} ser.`,
      };
  }
};

/** The gate was decided meanwhile: the draft stays. */
export const decidedText = (gate: Door, named: string): string =>
  `${gateLabels[gate]} er besluttet på ${named}.`;

/** Where a paper is, as a line of the project's page. */
export const paperLineText = (line: {
  readonly version: {
    readonly version: number;
    readonly byName: string;
    readonly at: string;
  } | null;
  readonly hasDraft: boolean;
}): string => {
  const { version: latest, hasDraft } = line;
  const saved = latest && [version(latest.version), latest.byName, dayText(latest.at)];
  const draft = hasDraft ? [`kladde til ${version((latest?.version ?? 0) + 1)}`] : [];
  return [...(saved ?? []), ...draft].join(' · ') || 'ikke begyndt';
};

export const boundLineText = (bound: {
  readonly gate: Door;
  readonly named: string;
  readonly isOpen: boolean;
}): string =>
  bound.isOpen
    ? `${bound.named || 'papiret'} er bundet til ${gateLabels[bound.gate]}`
    : `${gateLabels[bound.gate]} er besluttet på ${bound.named || 'papiret'}`;

export const paperRefusals = {
  tooLong: 'Teksten er for lang. Del den op, eller læg noget af den i et bilag.',
  personNumber:
    'Der står et nummer, der ligner et CPR-nummer. Tag det ud, for alle i teamet kan læse det.',
  changed: 'En anden har skrevet i det samme felt imens.',
  noPaper: 'Det papir findes ikke.',
  noField: 'Det felt findes ikke i papiret.',
  noVersion: 'Den version findes ikke.',
  empty: 'Skriv noget, før du gemmer en version.',
  nothingNew: 'Der er ikke ændret noget siden den seneste version.',
  versionTooLong: 'Papiret er for langt til at gemme. Læg noget af det i et bilag.',
} as const;

/* The page where the consultant says what the papers ask. */

export const templateWords = {
  title: 'Skabeloner til papirer',
  intro:
    'Ret overskrifter og hjælpetekster, flyt spørgsmål, tilføj jeres egne, og slå fra, hvad I ikke bruger. Det gælder papirer fra nu af. Versioner, der er gemt, bliver, som de er. Et tomt felt er den sædvanlige tekst.',
  paper: 'Papir',
  section: 'Overskrift på afsnittet',
  heading: 'Spørgsmål',
  help: 'Hjælpetekst',
  on: 'Spørges der om',
  fromProject: 'Hentes fra projektet',
  own: 'Jeres eget spørgsmål',
  ownHint: {
    text: 'Svares med ord. Bruges, når det har en tekst.',
    answer: 'Svares med ja eller nej. Bruges, når det har en tekst.',
  } satisfies Record<OwnKind, string>,
  add: { text: 'Tilføj spørgsmål', answer: 'Tilføj ja eller nej' } satisfies Record<
    OwnKind,
    string
  >,
  addOf: (kind: OwnKind, section: string): string =>
    `${kind === 'text' ? 'Tilføj spørgsmål' : 'Tilføj ja eller nej'}: ${section}`,
  added: (section: string): string => `Et nyt spørgsmål står sidst i ${section}.`,
  kept: (paper: PaperCode): string =>
    `${gateLabels[doorOfPaper(paper)]} hviler på det, så det kan ikke slås fra.`,
  /** Which section an own question stands in. */
  place: 'Afsnit',
  placeOf: (name: string): string => `Afsnit: ${name}`,
  placed: (name: string, section: string): string => `${name} står nu sidst i ${section}.`,
  up: (name: string): string => `Flyt op: ${name}`,
  down: (name: string): string => `Flyt ned: ${name}`,
  moved: (name: string, place: number, of: number): string =>
    `${name} er nu nummer ${place} af ${of}.`,
  historyTitle: 'Hvem har ændret skabelonerne?',
  noHistory: 'Ingen har ændret dem endnu.',
  undo: 'Fortryd',
  undoOf: (byName: string, at: string): string =>
    `Fortryd det, ${byName} ændrede ${momentText(at)}`,
  undone: 'Ændringen er fortrudt.',
  onlySkal: 'Kun SKAL-projekter',
  save: 'Gem skabelonerne',
  saving: 'Gemmer …',
  saved: 'Skabelonerne er gemt.',
  cannotFetch: 'Skabelonerne kan ikke hentes',
} as const;

type TemplateNo =
  | { readonly type: 'notAllowed' | 'tooMany' | 'changed' }
  | { readonly type: 'keptQuestion'; readonly paper: PaperCode; readonly code: string }
  | { readonly type: 'headingTooLong'; readonly heading: string; readonly longest: number };

export const templateRefusalText = (refusal: TemplateNo): string => {
  switch (refusal.type) {
    case 'keptQuestion':
      return `»${usualHeading(refusal.paper, refusal.code)}« kan ikke slås fra. ${templateWords.kept(refusal.paper)}`;
    case 'notAllowed':
      return 'Det er konsulenten, der ændrer skabelonerne.';
    case 'tooMany':
      return 'Der er ikke plads til mere. Gør nogle af teksterne kortere.';
    case 'headingTooLong':
      return `»${refusal.heading.slice(0, 40)}…« er for langt. Der er plads til ${refusal.longest} tegn.`;
    case 'changed':
      return 'En anden har ændret skabelonerne imens. Intet er gemt.';
  }
};
