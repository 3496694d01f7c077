import type { Phase } from '#shared/domain/phase.ts';
import type { BoardColumn } from '#shared/domain/stories/machines.ts';
import type { StoryKind } from '#shared/domain/stories/story.ts';
import { dayText, momentText, months, weekdayText } from '../dates.ts';
import { nbsp } from '../money.ts';
import { listText, phaseNames } from '../words.ts';

/* What Kommunikation's overview says, and the workbook made from it. */

export const storiesWords = {
  title: (year: number): string => `Historier ${year}`,
  loading: 'Henter historierne',
  cannotFetch: 'Vi kan ikke hente historierne lige nu',
  year: 'År',
  export: 'Hent som Excel',
  exporting: 'Henter …',
  views: 'Visninger',
  filters: 'Vis kun',
  kind: 'Slags',
  allKinds: 'Alle slags',
  channel: 'Kanal',
  allChannels: 'Alle kanaler',
  area: 'Område',
  allAreas: 'Alle områder',
  across: 'På tværs',
  phase: 'Fase',
  allPhases: 'Alle faser',
  search: 'Søg i historier',
  nothingFits: 'Intet passer.',
  clear: 'Ryd filter',
  cancel: 'Fortryd',
  close: 'Luk',
  settings: 'Indstillinger',
} as const;

export const viewNames = {
  board: 'Tavle',
  calendar: 'Kalender',
  register: 'Register',
  untold: 'Ikke fortalt',
  viborgdk: 'viborg.dk',
  press: 'Presse',
} as const;

export const waitingText = (count: number): string => `${count} venter på svar`;
export const overdueCountText = (count: number): string =>
  count === 1 ? '1 svar skulle være kommet' : `${count} svar skulle være kommet`;

/* The goals. */

const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

/** `2026-11` is november, `2026-K4` is 4. kvartal. */
export const periodText = (period: string): string => {
  const quarter = /-K(\d)$/.exec(period)?.[1];
  return quarter === undefined
    ? (months[Number(period.slice(5, 7)) - 1] ?? period)
    : `${quarter}.${nbsp}kvartal`;
};

export const shortPeriodText = (period: string): string => {
  const quarter = /-K(\d)$/.exec(period)?.[1];
  return quarter === undefined ? periodText(period).slice(0, 3) : `${quarter}.${nbsp}kv.`;
};

export const monthTitle = (year: number, month: number): string =>
  `${capital(months[month - 1] ?? '')}${nbsp}${year}`;

export const monthName = (month: number): string => capital(months[month - 1] ?? '');

export const goalWords = {
  microStory: 'Mikrohistorier',
  article: 'Artikler og rapporter',
  aim: (kind: 'microStory' | 'article', aim: number): string =>
    kind === 'microStory' ? `mål: ${aim} om måneden` : `mål: ${aim} i kvartalet`,
} as const;

export type PeriodState = 'reached' | 'missed' | 'now' | 'ahead';

/** One mark in words, for who does not see it. */
export const markText = (
  period: string,
  state: PeriodState,
  published: number,
  aim: number,
): string => {
  const name = capital(periodText(period));
  const of = `${published} af ${aim}`;
  switch (state) {
    case 'reached':
      return `${name}: nået, ${of}`;
    case 'missed':
      return `${name}: mangler, ${of}`;
    case 'now':
      return `${name}: i gang, ${of}`;
    case 'ahead':
      return `${name}: ikke begyndt`;
  }
};

const tooManyToName = 3;

/** "januar og marts", "1. og 3. kvartal", "8 måneder", "4 kvartaler". */
const periodsText = (periods: readonly string[], which = ''): string => {
  const isQuarter = periods.every((period) => period.includes('-K'));
  if (periods.length > tooManyToName)
    return `${periods.length} ${which}${isQuarter ? 'kvartaler' : 'måneder'}`;
  return isQuarter
    ? `${listText(periods.map((period) => `${period.slice(-1)}.`))}${nbsp}kvartal`
    : listText(periods.map(periodText));
};

/** Where we are: this period first, then what is behind. */
export const goalText = (now: string | null, missed: readonly string[]): string => {
  if (now === null) return `${capital(periodsText(missed))} mangler.`;
  const current = `${capital(periodText(now))} mangler endnu.`;
  return missed.length === 0
    ? current
    : `${current} ${capital(periodsText(missed, 'tidligere '))} mangler også.`;
};

export const reachedText = (
  reached: number,
  all: number,
  kind: 'microStory' | 'article',
): string =>
  kind === 'microStory' ? `${reached} af ${all} måneder` : `${reached} af ${all} kvartaler`;

export const allReached = 'Alle indtil nu er i mål.';

/* The board. */

export const columnTitles: Readonly<Record<BoardColumn, string>> = {
  draft: 'Kladde',
  waiting: 'Hos chef eller leder',
  approved: 'OK, klar til at slå op',
  published: 'Slået op',
  stopped: 'Stoppet',
};

export const emptyColumns: Readonly<Record<BoardColumn, string>> = {
  draft: 'Ingen kladder lige nu',
  waiting: 'Ingen venter på svar',
  approved: 'Intet ligger klar',
  published: 'Intet er slået op i år',
  stopped: 'Intet er stoppet i år',
};

export const shortKindNames: Readonly<Record<StoryKind, string>> = {
  microStory: 'Mikrohistorie',
  article: 'Artikel',
  description: 'viborg.dk',
  press: 'Presse',
};

export const boardWords = {
  empty: 'Der er ingen historier i år endnu.',
  emptyHelp:
    'En historie begynder med et projekt. Kladden bliver lagt ud fra projektets egne tal og ord.',
  seeUntold: 'Se de projekter, der ikke er fortalt',
  waitsForYou: 'Venter på dig',
} as const;

export const dueText = (dueAt: string): string => `svar senest ${momentText(dueAt)}`;
export const overdueText = (dueAt: string): string =>
  `svaret skulle være kommet ${momentText(dueAt)}`;
export const plannedText = (day: string): string => `Planlagt til ${weekdayText(day)}`;
export const publishedText = (day: string): string => `Kom ud ${weekdayText(day)}`;
export const sinceText = (at: string): string => `siden ${dayText(at)}`;

/* The calendar. */

export const weekdayHeads = [
  ['Man', 'Mandag'],
  ['Tir', 'Tirsdag'],
  ['Ons', 'Onsdag'],
  ['Tor', 'Torsdag'],
  ['Fre', 'Fredag'],
  ['Lør', 'Lørdag'],
  ['Søn', 'Søndag'],
] as const;

export const calendarWords = {
  month: 'Måned',
  before: 'Måneden før',
  after: 'Måneden efter',
  closed: 'Lukket',
  today: 'i dag',
  planned: 'Planlagt',
  due: 'Svar senest',
  published: 'Kom ud',
  inMonth: (name: string): string => `I ${name.toLowerCase()}`,
  nothing: (name: string): string => `Intet er planlagt i ${name.toLowerCase()}.`,
  undated: 'Uden dag',
  undatedHelp: 'Giv kladderne en dag, så måneden ikke glipper.',
  day: (title: string): string => `Planlagt dag for »${title}«`,
  moved: (title: string, day: string): string => `»${title}« er planlagt til ${weekdayText(day)}.`,
  noDay: (title: string): string => `»${title}« har ingen dag længere.`,
  closedDay: 'Det er en lukket dag.',
} as const;

/* The register. */

export const registerWords = {
  title: 'Udgivet',
  day: 'Dag',
  what: 'Historie',
  where: 'Hvor',
  who: 'Udgivet af',
  approved: 'OK fra',
  link: 'Link',
  open: (host: string): string => `Se på ${host}`,
  empty: 'Intet er udgivet i det år.',
  emptyHelp: 'Når en historie er slået op, står den her med link og dag.',
  noApproval: 'ikke nødvendigt',
} as const;

export const foundText = (count: number): string =>
  count === 1 ? '1 udgivelse' : `${count} udgivelser`;

/* Projects nobody has told of, and descriptions. */

export const untoldWords = {
  title: 'Hvilke projekter er ikke fortalt?',
  help: 'De øverste er i drift. Der er mest at fortælle.',
  write: 'Skriv mikrohistorie',
  writeAbout: (title: string): string => `Skriv mikrohistorie om ${title}`,
  all: 'Alle projekter er fortalt eller på vej.',
} as const;

export const descriptionWords = {
  stale: 'Skal rettes',
  missing: 'Mangler',
  fresh: (count: number): string =>
    count === 1
      ? '1 beskrivelse på viborg.dk passer.'
      : `${count} beskrivelser på viborg.dk passer.`,
  staleText: (said: Phase, is: Phase): string =>
    `Der står ${phaseNames[said]}. Projektet er i ${phaseNames[is]}.`,
  missingText: (phase: Phase): string => `Projektet er i ${phaseNames[phase]}.`,
  draft: 'Der er en kladde.',
  update: 'Ret teksten',
  go: 'Skriv videre',
  write: 'Skriv beskrivelse',
  about: (what: string, title: string): string => `${what}: ${title}`,
  done: 'Alle projekter er beskrevet på viborg.dk, og teksterne passer.',
} as const;

export const pressWords = {
  open: 'Åbne henvendelser',
  none: 'Ingen henvendelser venter.',
  noneHelp: 'Ringer en journalist, så skriv det her. Lederen får projektets tal på et kort.',
  over: 'Afsluttet',
  leder: (name: string): string => (name === '' ? 'Ingen leder er valgt' : name),
} as const;

/* A new story. */

export const newStoryWords = {
  button: 'Ny historie',
  kinds: {
    microStory: 'Ny mikrohistorie',
    article: 'Ny artikel eller rapport',
    press: 'Ny pressehenvendelse',
    description: 'Ny beskrivelse',
  } satisfies Record<StoryKind, string>,
  project: 'Projekt',
  noProject: 'Intet projekt',
  projectHint: {
    microStory: 'Kladden bliver lagt ud fra projektet.',
    article: 'Emnet bliver lagt ud fra projektet.',
  } satisfies Partial<Record<StoryKind, string>>,
  headline: 'Overskrift',
  headlineHint: 'Tom = projektets navn',
  headlineMissing: 'Skriv en overskrift, eller vælg et projekt.',
  begin: 'Begynd',
  beginning: 'Begynder …',
} as const;

/* What the consultants set. */

export const settingsWords = {
  title: 'Indstillinger for historier',
  goals: 'Mål',
  storiesAMonth: 'Mikrohistorier om måneden',
  articlesAQuarter: 'Artikler i kvartalet',
  due: 'Svar senest',
  storyDays: 'Mikrohistorie, hverdage',
  articleDays: 'Artikel, hverdage',
  pressDays: 'Presse, hverdage',
  dueTime: 'Klokken',
  nudgeTime: 'Påmind klokken',
  closingDays: 'Lukkedage',
  closingHint: 'En på hver linje: »5. juni« hvert år, »24. december 2026« kun det år.',
  blockedWords: 'Ord, der stopper en tekst',
  wordsHint: 'Et på hver linje. Tal, der ligner cpr-numre, stoppes altid.',
  organisations: 'Organisationer, vi sender til',
  organisationsHint: 'En på hver linje.',
  save: 'Gem',
  saving: 'Gemmer …',
  saved: 'Indstillingerne er gemt.',
  notADay: (line: string): string => `»${line}« er ikke en dag. Skriv for eksempel »5. juni«.`,
} as const;

type CommunicationNo =
  | { readonly type: 'notAllowed' | 'notACount' | 'notATime' | 'nudgeAfterDue' | 'changed' }
  | { readonly type: 'notADay'; readonly day: string }
  | { readonly type: 'wordTooLong'; readonly word: string; readonly longest: number }
  | { readonly type: 'tooMany'; readonly most: number };

/** Why the settings were not saved. */
export const communicationRefusalText = (refusal: CommunicationNo): string => {
  switch (refusal.type) {
    case 'notAllowed':
      return 'Det er konsulenten, der ændrer indstillinger.';
    case 'notACount':
      return 'Skriv mål og hverdage som hele tal fra 1 til 60.';
    case 'notATime':
      return 'Skriv klokkeslæt som 16:00.';
    case 'nudgeAfterDue':
      return 'Påmindelsen skal komme før fristen.';
    case 'notADay':
      return `»${refusal.day}« er ikke en dag i kalenderen.`;
    case 'wordTooLong':
      return `»${refusal.word.slice(0, 40)}…« er for langt. Der er plads til ${refusal.longest} tegn på en linje.`;
    case 'tooMany':
      return `Der kan højst være ${refusal.most} linjer.`;
    case 'changed':
      return 'En anden har ændret indstillingerne imens. Intet er gemt.';
  }
};

/** Headings of the workbook; the same words as on the page. */
export const storiesSheet = {
  register: {
    name: 'Register',
    heads: [
      'Dag',
      'Slags',
      'Historie',
      'Projekt',
      'Område',
      'Kanal',
      'Profil eller organisation',
      'Link',
      'Udgivet af',
      'OK fra',
      'OK givet',
    ],
  },
  stories: {
    name: 'Historier',
    heads: [
      'Historie',
      'Slags',
      'Projekt',
      'Område',
      'Hvor den er',
      'Siden',
      'Planlagt',
      'Svar senest',
      'Leder',
      'Skrevet af',
    ],
  },
  untold: { name: 'Ikke fortalt', heads: ['Projekt', 'Fase', 'Område'] },
} as const;
