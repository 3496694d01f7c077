import type { BenefitStanding } from '#shared/domain/benefits/followUp.ts';
import { type BenefitMeasure, freedHours } from '#shared/domain/benefits/measure.ts';
import { type AnyBenefitSum, type BenefitRow, measuredIn } from '#shared/domain/benefits/sums.ts';
import { dayText, dayYearText, shortDayText } from '../dates.ts';
import { nbsp } from '../money.ts';
import { areaName, listText } from '../words.ts';
import { amountText, measureNames, numberText, plusMinus } from './numbers.ts';
import { shareText } from './words.ts';

/* Benefits in the tab: the page of them all, and their section on a project's page. */

const countText = (count: number): string => (count === 1 ? '1 gevinst' : `${count} gevinster`);

const people = (count: number): string => (count === 1 ? '1 ejer' : `${count} ejere`);

/** The views of the page. */
export const benefitViews = ['projects', 'areas', 'years'] as const;
export type BenefitPageView = (typeof benefitViews)[number];

export const benefitViewNames: Record<BenefitPageView, string> = {
  projects: 'Projekter',
  areas: 'Områder',
  years: 'År',
};

const freed = (sums: readonly AnyBenefitSum[]) =>
  sums.find(({ measure }) => measure === freedHours)?.total ?? null;

export const benefitsWords = {
  waiting: 'Henter gevinster',
  views: 'Vis efter',
  /** "7.900 timer frigjort af 12.300 lovede". */
  headline: (
    sums: readonly AnyBenefitSum[],
  ): { readonly strong: string; readonly rest: string } => {
    const total = freed(sums);
    return total === null
      ? { strong: '', rest: 'Ingen timer lovet endnu' }
      : {
          strong: `${numberText(total.realised)}${nbsp}timer`,
          rest: `frigjort af ${numberText(total.promised)} lovede`,
        };
  },
  missing: (count: number): string => `${count} mangler måling`,
  ask: (owners: number): string => `Spørg ${people(owners)}`,
  asking: 'Spørger …',
  asked: (owners: number): string =>
    owners === 1 ? 'Ejeren får et kort i Teams.' : `${owners} ejere får et kort i Teams.`,
  export: 'Hent som Excel',
  exporting: 'Henter …',
  /** "Gevinster: områder": what a picture is called. */
  pictureTitle: (place: string, view: string): string => `${place}: ${view.toLowerCase()}`,
  empty: 'Ingen gevinster er i drift endnu.',
  emptyNext:
    'Skriv dem på projektets side under Lovede gevinster. Når projektet går i drift, spørger vi ejeren efter 3, 6 og 12 måneder.',
  ahead: (count: number): string =>
    `${countText(count)} venter på, at projektet går i drift. De tæller ikke med endnu.`,
  total: 'Gevinster i alt',
  totalText: (measured: number, missing: number): string =>
    `${measured} målt · ${missing} mangler måling`,
  never: 'Timer og kroner lægges aldrig sammen',
  /** "Lovet 12.300. 1.600 af dem er ikke målt endnu." */
  promisedText: (measure: BenefitMeasure, promised: number, unmeasured: number): string => {
    const unit = measure.startsWith('kr') ? `${nbsp}kr.` : '';
    const lovet = `Lovet ${numberText(promised)}${unit}`;
    // The unit ends with the dot that ends the sentence.
    const said = unit === '' ? `${lovet}.` : lovet;
    return unmeasured === 0
      ? said
      : `${said} ${numberText(unmeasured)}${unit} af det er ikke målt endnu.`;
  },
  notAdded: (count: number): string =>
    `${countText(count)} i procent, antal og dage lægges ikke sammen: de tæller hver sit.`,
  sumName: (measure: BenefitMeasure): string =>
    measure === freedHours ? 'Frigjorte timer om året' : measureNames[measure],
  other: 'Andet, også det der blev værre',
  project: 'Projekt og gevinst',
  area: 'Område',
  across: 'På tværs',
  after: 'Efter',
  promised: 'Lovet',
  measured: 'Målt',
  inUnit: (title: string, unit: string): string => (unit === '' ? title : `${title}, ${unit}`),
  ofPromised: (promised: string): string => ` af ${promised}`,
  uncertainty: 'Usikkerhed',
  status: 'Status',
  year: 'År',
  legend: {
    measured: 'målt',
    uncertainty: 'usikkerhed',
    promised: 'lovet',
    unmeasured: 'ikke målt',
  },
  /** What the bracket means, for whoever reads the sum. */
  uncertaintyHint:
    'Usikkerheden på en sum er kvadratroden af summen af kvadraterne, fordi målingerne er usikre hver for sig.',
  ownerGone: 'Ejeren er væk.',
  noOwner: 'Ingen ejer.',
  chooseOwner: 'Vælg en ny',
  chooseOwnerOf: (title: string): string => `Vælg en ny ejer til ${title}`,
  newOwner: 'Ny ejer',
  save: 'Gem',
  cancel: 'Annullér',
  saving: 'Gemmer …',
} as const;

/** How it stands, in two or three words. */
export const standingText = (standing: BenefitStanding): string => {
  switch (standing.type) {
    case 'withdrawn':
      return 'Trukket tilbage';
    case 'notStarted':
      return 'Venter på drift';
    case 'unmeasurable':
      return 'Kan ikke måles';
    case 'ahead':
      return standing.on === null ? 'Ikke målt endnu' : `Måles ${dayYearText(standing.on)}`;
    case 'missing':
      return 'Mangler måling';
    case 'measured':
      return 'Målt';
  }
};

/** How it stands, on its row: when it was measured, and what that came to. */
export const rowStatus = (row: BenefitRow): string => {
  const last = measuredIn(row);
  if (row.standing.type !== 'measured' || last === null) return standingText(row.standing);
  const worse = row.promised < 0 ? shareText(last.gain, row.promised) : '';
  return worse === '' ? `Målt ${dayText(last.at)}` : worse.replace(/\.$/, '');
};

/** What is said under it: a promised day, whom it waits for, why it cannot be measured. */
export const rowUnder = (row: BenefitRow): string => {
  const { standing } = row;
  if (standing.type === 'missing' && standing.promised !== null)
    return `Ejeren svarer ${dayText(standing.promised)}`;
  if (standing.type === 'missing' && !row.isOwnerless)
    return row.askedAt === null
      ? `Hos ${row.ownerName}`
      : `Spurgt ${shortDayText(row.askedAt)}, ${row.ownerName}`;
  return standing.type === 'unmeasurable' ? row.why : '';
};

/** "6 md."; empty before anybody was asked. */
export const afterText = ({
  standing,
  measurements,
}: Pick<BenefitRow, 'standing' | 'measurements'>): string => {
  const month = standing.type === 'missing' ? standing.month : (measurements.at(-1)?.month ?? null);
  return month === null ? '' : `${month}${nbsp}md.`;
};

/** "5 gevinster, 3 målt": what was measured in a year. */
export const yearText = (count: number, measured: number): string =>
  `${countText(count)}, ${measured === 0 ? 'ingen' : measured} målt`;

/** "2 gevinster, 1 mangler måling". */
export const groupText = (count: number, missing: number): string =>
  missing === 0 ? countText(count) : `${countText(count)}, ${missing} mangler måling`;

export const areaText = (areas: Parameters<typeof areaName>[0], area: string | null): string =>
  area === null ? benefitsWords.across : areaName(areas, area);

/** "Sparet kørsel: 2.900 timer om året af 3.400 lovede." */
export const measuredLine = (row: BenefitRow): string => {
  const last = measuredIn(row);
  if (last === null) return row.title;
  return row.promised < 0
    ? `${row.title}: ${amountText(row, last.value)}. ${shareText(last.gain, row.promised)}`
    : `${row.title}: ${amountText(row, last.gain)} af ${numberText(row.promised)} lovede.`;
};

/** "Kortere vurdering: mangler måling, ejeren svarer 15. oktober." */
export const missingLine = (row: BenefitRow): string => {
  const under = rowUnder(row);
  const more = row.isOwnerless ? benefitsWords.ownerGone.replace('.', '') : under;
  return `${row.title}: mangler måling${more === '' ? '' : ` (${more})`}.`;
};

/** The workbook: a sheet for each measure. */
export const benefitsSheet = {
  name: (measure: BenefitMeasure): string => measureNames[measure],
  empty: 'Gevinster',
  heads: [
    'Projekt',
    'Område',
    'Gevinst',
    'Enhed',
    'Indikator',
    'Udgangspunkt',
    'Mål',
    'Lovet',
    'Indikatoren viser nu',
    'Realiseret',
    'Usikkerhed ±',
    'Målt den',
    'Ejer',
    'Status',
  ],
} as const;

/** The section on a project's page. */
export const benefitSection = {
  title: 'Lovede gevinster',
  none: 'Ingen gevinster er skrevet endnu.',
  add: 'Ny gevinst',
  edit: (title: string): string => `Ret gevinsten ${title}`,
  editShort: 'Ret',
  /** A micro-story of what was measured. */
  tell: 'Fortæl om det',
  tellOf: (title: string): string => `Lav et udkast til en historie om ${title}`,
  toStory: 'Se historien',
  toStoryOf: (title: string): string => `Se historien om ${title}`,
  measure: 'Skriv tallet',
  measureOf: (title: string): string => `Skriv tallet for ${title}`,
  withdraw: 'Træk tilbage',
  withdrawOf: (title: string): string => `Træk gevinsten ${title} tilbage`,
  why: 'Hvorfor?',
  answer: 'Svar',
  /** "Fra 40 til 12 timer om året". */
  goal: (row: BenefitRow): string =>
    row.baseline === 0
      ? `Mål: ${amountText(row, row.target)}`
      : `Fra ${numberText(row.baseline)} til ${amountText(row, row.target)}`,
  measuredText: (row: BenefitRow): string => {
    const last = measuredIn(row);
    if (last === null) return '';
    const unsure = last.uncertainty === null ? '' : ` ${plusMinus(last.uncertainty)}`;
    return `Nu: ${amountText(row, last.value)}${unsure}, målt ${dayText(last.at)}. ${shareText(last.gain, row.promised)}`.trim();
  },
  targetMoved: (row: BenefitRow): string => {
    const last = measuredIn(row);
    return last !== null && last.promisedThen !== row.promised
      ? `Da der blev spurgt, var der lovet ${numberText(last.promisedThen)}.`
      : '';
  },
  owner: (name: string): string => (name === '' ? 'Ingen ejer' : `Følges af ${name}`),
  worse: 'Bliver værre',
  start: (day: string): string => `Regnes fra ${dayYearText(day)}`,
  months: (months: readonly number[]): string =>
    `Når projektet går i drift, spørger vi ejeren efter ${listText(months.map(String))} ${months.join() === '1' ? 'måned' : 'måneder'}.`,
  left: (titles: readonly string[]): string =>
    titles.length === 1
      ? `Før projektet kan afsluttes, skal »${titles[0]}« følges til dørs.`
      : `Før projektet kan afsluttes, skal ${titles.length} gevinster følges til dørs.`,
  withdrawn: (title: string, why: string): string => `${title} er trukket tilbage: »${why}«`,
  form: {
    title: 'Hvad bliver bedre?',
    titleHint: 'For eksempel: Sparet kørsel',
    measure: 'Måles i',
    unitName: 'Antal af hvad?',
    unitHint: 'For eksempel: besøg',
    indicator: 'Indikator',
    indicatorHint: 'Hvor ser I det? For eksempel: timer i kørebogen',
    baseline: 'Udgangspunkt',
    baselineHint: 'Tomt er 0: tallet er selve gevinsten',
    target: 'Mål',
    uncertainty: 'Usikkerhed ±',
    uncertaintyHint: 'Frivilligt',
    isWorse: 'Det her bliver værre, og er prisen for resten',
    owner: 'Hvem følger den?',
    startsOn: 'Regnes fra',
    startsHint: 'Tomt er den dag, projektet går i drift',
    value: 'Hvad er tallet nu?',
    comment: 'Et ord om tallet (frivilligt)',
    save: 'Gem gevinsten',
    saveNumber: 'Gem tallet',
  },
} as const;

/** Where a follow-up is answered in the tab. */
export const benefitAnswerWords = {
  yourAnswer: 'Dit svar',
  read: 'En gevinst, der følges',
  nothingAsked: 'Ingen spørger om den lige nu.',
  save: 'Kan rettes bagefter',
  question: 'Du kan svare imens',
  day: 'Så spørger vi igen',
  never: 'Skriv hvorfor',
} as const;
