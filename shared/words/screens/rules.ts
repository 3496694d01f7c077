import type { MailboxesView } from '#shared/domain/outOfOffice.ts';
import type { AgendaKind, AgendaSection } from '#shared/domain/quarter/order.ts';
import {
  type RuleChange,
  type RuleKey,
  type RuleProblem,
  type RuleProblems,
  type RuleValues,
  ruleKeys,
  rules,
} from '#shared/domain/ruleSettings.ts';
import { dayYearText, momentYearText } from '../dates.ts';
import { nbsp } from '../money.ts';
import { sectionTitles } from '../quarter/page.ts';
import { kindNames } from '../quarter/points.ts';
import { listText } from '../words.ts';

/* Indstillinger: the rules by which people are asked and reminded. */

type Said = { readonly label: string; readonly means: string };

const said: Record<RuleKey, Said> = {
  ownerDays: {
    label: 'Projektejerens godkendelse',
    means: 'Så længe har projektejeren til at godkende et papir.',
  },
  chefDays: {
    label: 'Chefens kommentar',
    means:
      'Så længe har chefen til at kommentere før en gate. Derefter venter kun valget af pulje.',
  },
  talkDays: {
    label: 'Spørgsmål mellem folk på projektet',
    means: 'Så længe har den, der er spurgt under Samtale.',
  },
  itDays: {
    label: 'Spørgsmål til IT og Digitalisering',
    means: 'Så længe har IT til servicedesign, integrationer og informationssikkerhed.',
  },
  screeningDays: {
    label: 'Screening af et indkøb',
    means: 'Så længe har konsulenten til at se på et indkøb.',
  },
  purchaseDays: {
    label: 'Ja eller nej til et indkøb',
    means: 'Så længe har lederen, og derefter chefen, til at svare.',
  },
  benefitMonths: {
    label: 'Hvornår en gevinst måles',
    means:
      'Så mange måneder efter idriftsættelsen bliver den, der følger en gevinst, spurgt. Efter den sidste er den fulgt til dørs.',
  },
  benefitDays: {
    label: 'Måling af en gevinst',
    means: 'Så længe har den, der følger en gevinst, til at svare på, hvordan det går.',
  },
  visitDays: {
    label: 'Ja til et besøg med DigiTek 360',
    means: 'Så længe har lederen til at svare, om enheden vil have besøg.',
  },
  visitTeamHours: {
    label: 'Konsulenternes timer til et besøg',
    means: 'Begge konsulenters timer lagt sammen.',
  },
  visitLederHours: { label: 'Lederens timer til et besøg', means: 'Så meget tid giver lederen.' },
  visitEmployeeHours: {
    label: 'Hver ansats timer til et besøg',
    means: 'Så meget tid giver hver ansat i enheden.',
  },
  visitChosenHours: {
    label: 'Udvalgte ansattes timer til et besøg',
    means: 'Så meget giver hver udvalgt ansat, ud over det, alle ansatte giver.',
  },
  visitsAYear: {
    label: 'Besøg på et år',
    means: 'Så mange besøg med DigiTek 360 vil vi gennemføre på et år.',
  },
  visitsAnArea: {
    label: 'Besøg i hvert chefområde',
    means: 'Så mange af årets besøg skal der mindst være i hvert område, der har enheder.',
  },
  agendaOrder: {
    label: 'Dagsordenens rækkefølge',
    means:
      'I den rækkefølge står sagerne på den næste kvartalsstatus. En dagsorden, som nogen har rettet eller sendt, ændrer sig ikke. Det, I selv tilføjer, står sidst.',
  },
  liftHours: {
    label: 'Timer, før chefgruppen foreslås',
    means:
      'Koster næste fase flere timer, foreslår DigiTek, at chefgruppen beslutter. Chefen vælger.',
  },
  purchaseChefKr: {
    label: 'Beløb, før chefen skal svare',
    means: 'Koster et indkøb mere, skal chefen svare efter lederen.',
  },
  remindAfterDays: {
    label: 'Første påmindelse',
    means: 'Har noget ventet så længe, står det i morgenens besked. Derefter om mandagen.',
  },
  consultantAfterDays: {
    label: 'Konsulenten får besked',
    means: 'Har noget ventet så længe, får konsulenten det at vide.',
  },
  agreementDays: {
    label: 'Aftaler, der udløber',
    means:
      'Så længe før står en serviceaftale eller kontrakt i projektejerens morgenbesked. Derefter om mandagen.',
  },
  yearPointDays: {
    label: 'Faste punkter i årshjulet',
    means: 'Så længe før står et fast punkt i konsulenternes morgenbesked. Derefter om mandagen.',
  },
  from: { label: 'Beskeder fra', means: 'Før dette klokkeslæt skriver DigiTek ikke til nogen.' },
  digestTime: {
    label: 'Morgenens besked',
    means: 'Den ene besked om alt det, der venter. Skal ligge mellem de to andre klokkeslæt.',
  },
  until: {
    label: 'Beskeder til',
    means: 'Fra dette klokkeslæt venter beskeder til næste arbejdsdag.',
  },
  asks: {
    label: 'Nye spørgsmål',
    means: 'Om et nyt spørgsmål også venter til næste morgen. Det, der haster, kommer altid.',
  },
  outOfOffice: {
    label: 'Fravær efter autosvar i Outlook',
    means:
      'Slår en chef eller leder sit autosvar til, svarer den faste stedfortræder imens. DigiTek læser kun, om autosvaret er slået til og hvornår, ikke teksten i det, og aldrig mails. Det kræver, at IT har givet appen tilladelsen MailboxSettings.Read.',
  },
};

const units = {
  workdays: 'arbejdsdage',
  hours: 'timer',
  kroner: 'kr.',
  visits: 'besøg',
  months: 'måneder',
  time: '',
  asks: '',
  agenda: '',
  onOff: '',
} as const;

export const ruleLabel = (key: RuleKey): string => said[key].label;
export const ruleMeans = (key: RuleKey): string => said[key].means;
export const ruleUnit = (key: RuleKey): string => units[rules[key].kind];

export const asksNames = {
  inHours: 'Venter til næste morgen',
  anyTime: 'Kommer med det samme',
} as const;

export const onOffNames = {
  off: 'Slået fra',
  on: 'Slået til',
} as const;

const counted = (value: string): string => Number(value).toLocaleString('da-DK');

/** "3, 6 og 12 måneder", of whatever holds the numbers. */
const monthsText = (text: string): string => {
  const months = text.match(/\d+/g);
  if (months === null) return text;
  return `${listText(months)}${nbsp}${months.join() === '1' ? 'måned' : 'måneder'}`;
};

/** "Puljerne, Prioritet", of whatever holds the codes. */
const agendaText = (text: string): string =>
  (text.match(/\w+/g) ?? [])
    .map((code) => (code in kindNames ? kindNames[code as AgendaKind] : code))
    .join(' · ');

/** "2 arbejdsdage", "25.000 kr.", "kl. 8.00": a value in words. */
export const ruleValueText = (key: RuleKey, value: RuleValues[RuleKey]): string => {
  const text = String(value);
  switch (rules[key].kind) {
    case 'time':
      return `kl. ${text.replace(':', '.')}`;
    case 'asks':
      return text === 'anyTime' ? asksNames.anyTime : asksNames.inHours;
    case 'onOff':
      // In the history it stands as the list has it, in quotes.
      return text.replaceAll('"', '') === 'on' ? 'slået til' : 'slået fra';
    case 'months':
      return monthsText(text);
    case 'agenda':
      return agendaText(text);
    case 'workdays':
      return `${counted(text)}${nbsp}${text === '1' ? 'arbejdsdag' : 'arbejdsdage'}`;
    case 'hours':
      return `${counted(text)}${nbsp}${text === '1' ? 'time' : 'timer'}`;
    case 'kroner':
      return `${counted(text)}${nbsp}kr.`;
    case 'visits':
      return `${counted(text)}${nbsp}besøg`;
  }
};

const boundsText = (key: RuleKey): string => {
  const rule = rules[key];
  return 'least' in rule
    ? `Fra ${counted(String(rule.least))} til ${counted(String(rule.most))}.`
    : '';
};

/** Of a whole order the first word of it is enough. */
const usualText = (key: RuleKey, usual: RuleValues): string =>
  rules[key].kind === 'agenda'
    ? 'det, der skal besluttes, står først, og uenighed før resten'
    : ruleValueText(key, usual[key]);

/** What it usually is, and what it may be. */
export const ruleHint = (key: RuleKey, usual: RuleValues): string =>
  [`Sædvanligt: ${usualText(key, usual)}`.replace(/\.?$/, '.'), boundsText(key)]
    .filter((part) => part !== '')
    .join(' ');

const problemTexts: Record<RuleProblem, (key: RuleKey) => string> = {
  bounds: (key) => `Skriv et helt tal. ${boundsText(key)}`,
  time: () => 'Skriv et klokkeslæt, for eksempel 08:00.',
  asks: () => 'Vælg et af de to.',
  onOff: () => 'Vælg et af de to.',
  months: () => 'Skriv fra 1 til 12 hele tal, for eksempel 3, 6, 12. Hvert er fra 1 til 60.',
  agenda: () => 'Hver slags sag skal stå der én gang.',
  order: (key) =>
    key === 'until'
      ? 'Skal ligge efter morgenens besked.'
      : 'Skal ligge efter det klokkeslæt, beskeder begynder.',
};

export const ruleProblemText = (key: RuleKey, problems: RuleProblems): string => {
  const problem = problems[key];
  return problem === undefined ? '' : problemTexts[problem](key);
};

/** What people look for among the settings, and is none: why. */
const quorum = {
  label: 'Hvor mange chefer der skal være til stede',
  why: 'Det kan ikke sættes: i høringen skal alle chefer svare ens, og på mødet bliver en chefs svar fra høringen altid ændret eller skrevet i referatet, også når chefen ikke er der.',
} as const;

type Group = {
  readonly title: string;
  readonly keys: readonly RuleKey[];
  readonly fixed?: { readonly label: string; readonly why: string };
  /** How the reading of mailboxes goes is said here. */
  readonly hasMailboxes?: true;
};

export const ruleGroups = [
  {
    title: 'Frister',
    keys: [
      'ownerDays',
      'chefDays',
      'talkDays',
      'itDays',
      'screeningDays',
      'purchaseDays',
      'benefitMonths',
      'benefitDays',
      'visitDays',
    ],
  },
  {
    title: 'DigiTek 360',
    keys: [
      'visitTeamHours',
      'visitLederHours',
      'visitEmployeeHours',
      'visitChosenHours',
      'visitsAYear',
      'visitsAnArea',
    ],
  },
  { title: 'Kvartalsstatus', keys: ['agendaOrder'], fixed: quorum },
  { title: 'Grænser', keys: ['liftHours', 'purchaseChefKr'] },
  {
    title: 'Påmindelser og ro',
    keys: [
      'remindAfterDays',
      'consultantAfterDays',
      'agreementDays',
      'yearPointDays',
      'from',
      'digestTime',
      'until',
      'asks',
    ],
  },
  { title: 'Fravær', keys: ['outOfOffice'], hasMailboxes: true },
] as const satisfies readonly Group[];

const mailboxesText = ({ people, denied, noMailbox, failed, at }: MailboxesRead): string => {
  const read = people - denied - noMailbox - failed;
  return [
    `Sidst læst ${momentYearText(at)}: ${read} af ${people} autosvar.`,
    noMailbox > 0 ? `${noMailbox} har ingen postkasse i Microsoft 365.` : '',
    denied > 0 ? `${denied} må DigiTek ikke læse.` : '',
    failed > 0 ? `${failed} svarede ikke. DigiTek prøver igen om lidt.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
};

type MailboxesRead = Extract<MailboxesView, { type: 'read' }>;

/** How the reading of automatic replies goes; a warning when nothing comes of it. */
export const mailboxesSaid = (
  view: MailboxesView,
): { readonly text: string; readonly isWarning: boolean } => {
  switch (view.type) {
    case 'off':
      return { text: '', isWarning: false };
    case 'nobody':
      return {
        text: 'Ingen chef eller leder har en fast stedfortræder endnu. Den vælges under Fravær på siden Til beslutning, eller med fravær i chatten.',
        isWarning: true,
      };
    case 'unread':
      return { text: 'Autosvarene bliver læst om lidt.', isWarning: false };
    case 'read':
      return view.denied === view.people
        ? {
            text: 'DigiTek må ikke læse autosvar. Bed IT give appen tilladelsen MailboxSettings.Read i Microsoft Entra. Så længe sætter man selv sit fravær.',
            isWarning: true,
          }
        : { text: mailboxesText(view), isWarning: view.denied + view.failed > 0 };
  }
};

/** To do without what is written and not saved. */
export const dropWords = 'Kassér ændringer';

/** Said after a clash on every page of settings. */
export const standsStill =
  'Det, du har skrevet, står her stadig, og det, andre har ændret, er sat ind. Gem igen, hvis dit skal gælde.';

export const rulesWords = {
  title: 'Indstillinger',
  intro:
    'Her står de frister og grænser, som DigiTek spørger og minder efter. En ny frist gælder det, der bliver spurgt om fra nu af.',
  onlyConsultant: 'Konsulenten ændrer dem.',
  save: 'Gem',
  saving: 'Gemmer …',
  saved: 'Indstillingerne er gemt.',
  cannotFetch: 'Indstillingerne kan ikke hentes',
  changed: 'En anden har ændret en af dem imens. Intet er gemt.',
  unreadable: 'I listen står der noget, der ikke giver mening. Derfor gælder det sædvanlige.',
  nonsense: (problems: RuleProblems): string =>
    ruleKeys
      .filter((key) => problems[key])
      .map((key) => `${ruleLabel(key)}: ${ruleProblemText(key, problems)}`)
      .join(' '),
  historyTitle: 'Hvad er ændret',
  noHistory: 'Ingen har ændret dem endnu.',
  change: ({ key, from, to, byName, at }: RuleChange): string =>
    `${ruleLabel(key)}: fra ${ruleValueText(key, from)} til ${ruleValueText(key, to)}. ${byName}, ${dayYearText(at)}`,
  agenda: {
    hint: 'Flyt med knapperne, eller hold Alt og brug pil op og ned.',
    part: (section: AgendaSection): string => sectionTitles[section],
    kind: (kind: AgendaKind): string => kindNames[kind],
    up: (name: string): string => `Flyt ${name} op`,
    down: (name: string): string => `Flyt ${name} ned`,
    moved: (name: string, place: number, all: number): string =>
      `${name} er flyttet til plads ${place} af ${all}`,
  },
  othersTitle: 'Andre indstillinger',
  others: {
    stuck: 'Hvornår et projekt sidder fast, rettes på Tavlen under Sidder fast.',
    stories: 'Svarfrister, ord og mål for historier rettes under Historier.',
    steps: 'Trinnene i hver fase rettes under Trin i faserne.',
    templates: 'Hvad papirerne spørger om, rettes under Skabeloner til papirer.',
    words: 'Ord i lister, der hentes ind, rettes under Ord ved import.',
    quarter: (days: readonly string[]): string =>
      days.length === 0
        ? 'Kvartalsstatus planlægges under Møder. Ingen dage er planlagt.'
        : `Kvartalsstatus planlægges under Møder. Planlagt: ${listText(days.map((day) => dayYearText(day)))}.`,
    closing: (days: readonly string[]): string =>
      days.length === 0
        ? 'Lukkedage rettes under Historier. Der er ingen ud over helligdagene.'
        : `Lukkedage rettes under Historier: ${listText(days)}.`,
    points: (titles: readonly string[]): string =>
      titles.length === 0
        ? 'Faste punkter, der vender tilbage, skrives i Årshjulet. Der er ingen endnu.'
        : `Faste punkter, der vender tilbage, skrives i Årshjulet: ${listText(titles)}.`,
    areas: (names: readonly string[]): string =>
      `Chefområderne er ${listText(names)}. De rettes i listen Indstillinger i SharePoint.`,
  },
} as const;
