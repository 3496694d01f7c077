import type { Area } from '#shared/domain/area.ts';
import type { VisitHours } from '#shared/domain/visits/hours.ts';
import type { VisitAnswer, VisitStep } from '#shared/domain/visits/visit.ts';
import type { AreaYear, VisitYear } from '#shared/domain/visits/year.ts';
import { dayText, dayYearText, momentText, shortDayText, timeText } from '../dates.ts';
import { nbsp } from '../money.ts';
import { areaName, listText } from '../words.ts';
import { hoursText, visitName, visitStepNames } from './words.ts';

/* DigiTek 360 in the tab. */

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('da-DK')}${nbsp}${count === 1 ? one : many}`;

export const observationsText = (count: number): string =>
  counted(count, 'observation', 'observationer');

const ideasText = (count: number): string =>
  count === 1 ? '1 blev til en idé' : `${count} blev til idéer`;

export const visitsWords = {
  /** On the page of an idea that came of one. */
  from: (unit: string): string => `${visitName}: ${unit}`,
  waiting: 'Henter besøg',
  plan: 'Planlæg besøg',
  title: visitName,
  count: (count: number): string => counted(count, 'besøg', 'besøg'),
  list: 'Besøg',
  empty: 'Der er ikke planlagt nogen besøg endnu.',
  emptyNext: 'Et besøg begynder med, at to konsulenter spørger lederen af en enhed.',
  unit: 'Enhed',
  state: 'Hvor langt',
  next: 'Næste',
  came: 'Kom der af det',
  hours: 'Timer',
  allDone: 'Alle seks trin er klar',
  nextStep: (name: string, day: string | null): string =>
    day === null ? name : `${name}, ${shortDayText(day)}`,
  found: (observations: number, ideas: number): string =>
    ideas === 0
      ? observationsText(observations)
      : `${observationsText(observations)} · ${ideasText(ideas)}`,
  late: 'Lederen har ikke svaret',
  year: {
    title: (year: number): string => `Året ${year}`,
    done: ({ done, goal }: Pick<VisitYear, 'done' | 'goal'>): readonly [string, string] => [
      `${done} af ${goal}`,
      'er gennemført',
    ],
    previous: (year: number): string => `Se ${year}`,
    next: (year: number): string => `Se ${year}`,
    noUnits: 'Ingen enheder',
    planned: (days: readonly string[]): string => listText(days.map((day) => shortDayText(day))),
    plannedHint: 'planlagt',
    heldHint: 'gennemført',
    held: 'Gennemført',
    ahead: 'Planlagt',
    area: 'Chefområde',
    pictureTitle: (year: number): string => `${visitName} ${year}`,
    /** What the goal of the year lacks, or that it is reached; '' when only visits are few. */
    lackText: ({ areas: rows, isReached }: VisitYear, areas: readonly Area[]): string => {
      if (isReached) return 'Målet er nået';
      const lacking = rows.filter(({ lacks }) => lacks);
      const namesOf = (some: readonly AreaYear[]) => some.map(({ area }) => areaName(areas, area));
      const none = namesOf(lacking.filter(({ done }) => done === 0));
      if (none.length > 0) return `${listText(none)} har ingen endnu`;
      return lacking.length > 0 ? `${listText(namesOf(lacking))} mangler flere` : '';
    },
    row: ({ done, ahead }: AreaYear): string =>
      ahead.length === 0 ? `${done} gennemført` : `${done} gennemført, ${ahead.length} planlagt`,
  },
} as const;

/** Where a column is narrow a long name may be parted. */
const narrowNames: Record<VisitStep, string> = {
  ...visitStepNames,
  expectations: 'Forvent\u00adnings\u00adafstemning',
  introduction: 'Intro\u00adduktions\u00admøde',
  selection: 'Ud\u00advælgelse',
  startup: 'Igang\u00adsættelse',
};

export const visitPageWords = {
  waiting: 'Henter besøget',
  back: 'Alle besøg',
  observations: (count: number, ideas: number): readonly [string, string] => [
    observationsText(count),
    ideas === 0 ? '' : ideasText(ideas),
  ],
  notes: 'Skriv observation',
  edit: 'Ret besøget',
  callOff: 'Aflys',
  callOffTitle: 'Aflys besøget',
  callOffWhy: 'Hvorfor aflyses det?',
  calledOff: (why: string): string => `Besøget er aflyst: ${why}`,
  makeIdeas: (count: number): string =>
    count === 1 ? 'Gør 1 valgt til en idé' : `Gør ${count} valgte til idéer`,
  making: 'Gør til idéer …',
  made: (count: number): string =>
    count === 1 ? 'Én gruppe er blevet en idé.' : `${count} grupper er blevet idéer.`,
  chooseFirst: 'Vælg først en gruppe',
  steps: 'De seks trin',
  step: (step: VisitStep, number: number): string => `${number}${nbsp}${narrowNames[step]}`,
  stepDay: (day: string | null, today: string): string => {
    if (day === null) return 'ingen dag endnu';
    return day === today ? 'i dag' : shortDayText(day);
  },
  stepDone: 'klar',
  stepNow: 'nu',
  editStep: (name: string): string => `Ret trinnet ${name}`,
  stepTitle: (name: string): string => name,
  stepDayField: 'Dag',
  stepDoneField: 'Trinnet er klar',
  waitsForYes: 'venter på lederens ja',
  leder: {
    notAsked: 'Lederen er ikke spurgt endnu.',
    noLeder: 'Vælg, hvem der leder enheden, før I kan spørge.',
    asked: (name: string, at: string, due: string): string =>
      `${name} er spurgt ${dayText(at)} og svarer inden ${momentText(due)}.`,
    late: (name: string, at: string): string =>
      `${name} er spurgt ${dayText(at)} og har ikke svaret.`,
    yes: (name: string, at: string): string => `${name} sagde ja ${dayText(at)}.`,
    changed: 'Aftalen er ændret siden.',
    otherDay: (name: string, day: string): string =>
      `${name} vil helst ${dayText(day)}. Ret datoerne, og spørg igen.`,
    no: (name: string, why: string): string => `${name} sagde ikke nu: »${why}«`,
    question: (name: string): string => `${name} har spurgt noget.`,
    ask: 'Spørg lederen',
    askAgain: 'Spørg igen',
    nudge: 'Ryk',
    answer: 'Se og svar',
  },
  hours: 'Timer',
  total: 'Timer i alt',
  totalOf: (employees: number): string => `regnet ud af ${employees} ansatte`,
  sum: ({ team, leder, employees, chosen }: VisitHours): string =>
    `${team} + ${leder} + ${employees} + ${chosen}`,
  team: '2 konsulenter',
  teamNames: (names: readonly string[]): string => listText(names),
  lederHours: 'Leder',
  employeeHours: (each: number): string => `Ansatte, ${hoursText(each)}`,
  chosenHours: (each: number): string => `Udvalgte, ${hoursText(each)}`,
  times: (count: number, each: number): string => `${count} × ${each.toLocaleString('da-DK')}`,
  groups: 'Hvad vi så',
  groupsHint: (count: number): string =>
    count === 1 ? '1 gruppe' : `${count} grupper · vælg sammen på mødet`,
  noGroups: 'Ingen grupper endnu. Læg observationerne i grupper, og vurdér dem sammen.',
  group: 'Gruppe',
  value: 'Værdi',
  effort: 'Indsats',
  became: 'Blev til',
  choose: (name: string): string => `Vælg ${name}`,
  editGroup: (name: string): string => `Ret ${name}`,
  edit1: 'Ret',
  unvalued: '–',
  willBe: 'Valgt · bliver en ny idé',
  notChosen: (why: string): string => `Fravalgt: ${why}`,
  notYet: 'Ikke vurderet endnu',
  onItsWay: 'Idéen er på vej',
  groupTitle: 'Ret gruppen',
  groupName: 'Navn',
  groupNameHint: 'Bliver idéens navn. Alle kan læse det.',
  groupChosen: 'Vælg gruppen',
  linkTitle: 'Er det et projekt, vi har?',
  linkSearch: 'Søg efter projektet',
  linkHint: 'Så hører gruppen til projektet, og der kommer ikke en ny idé.',
  linkNone: 'Intet ligner.',
  linkTo: (title: string): string => `Knyt til ${title}`,
  linkFirst: 'Sæt først flueben ved »Vælg gruppen«.',
  groupWhy: 'Hvorfor? (et par ord, som alle kan læse)',
  unsaid: 'Ikke sagt',
  benefit: {
    promised: (text: string): string => `lovet ${text}`,
    realised: (text: string): string => `realiseret ${text}`,
    missing: 'Mangler måling',
  },
  decided: (outcome: string, at: string): string => `${outcome} ${dayText(at)}`,
  earlier: (area: string): string => `Hvad kom der ud af de forrige i ${area}`,
  noEarlier: 'Intet blev til en idé.',
  earlierDay: (day: string): string => dayYearText(day),
  notesTitle: 'Observationer',
  notesOnly: 'Kun team DigiTek og enhedens leder læser det, der er noteret. Alle kan se grupperne.',
  noNotes: 'Ingen observationer endnu.',
  noteBy: (name: string, at: string, hasPicture: boolean): string =>
    `${name} · ${shortDayText(at)} ${timeText(at)}${hasPicture ? ' · 1 billede' : ''}`,
  noGroup: 'Uden gruppe',
  groupOf: 'Gruppe for observationen',
  newGroup: 'Ny gruppe',
  newGroupName: 'Den nye gruppes navn',
  drop: 'Fjern',
  dropSure: 'Fjern observationen? Den kan ikke hentes frem igen.',
  seeAll: (count: number): string => `Se alle ${count}`,
  showText: 'Vis hele noten',
  picture: 'Se billedet',
  save: 'Gem',
  saving: 'Gemmer …',
  cancel: 'Annullér',
} as const;

export const visitFormWords = {
  newTitle: 'Planlæg et besøg',
  editTitle: 'Ret besøget',
  leder: 'Enhedens leder',
  noLeder: 'Vælg leder',
  unit: 'Enhed',
  area: 'Chefområde',
  chooseArea: 'Vælg chefområde',
  employees: 'Antal ansatte',
  chosen: 'Udvalgte ansatte',
  chosenHint: 'To til fire, der giver mere tid. Skriv ingen navne.',
  consultant: (number: number): string => `Konsulent ${number}`,
  chooseConsultant: 'Vælg konsulent',
  days: 'Hvornår?',
  daysHint: 'Dagene kan rettes undervejs. Lederen får dagen for det første møde med på kortet.',
  hours: (hours: VisitHours): string =>
    `${hours.team} + ${hours.leder} + ${hours.employees} + ${hours.chosen} = ${hoursText(hours.total)}`,
  hoursLabel: 'Timer:',
  save: 'Gem besøget',
} as const;

export const noteWords = {
  title: 'Observation',
  where: (unit: string, step: string): string => `${unit} · ${step}`,
  back: 'Tilbage til besøget',
  field: 'Hvad så du?',
  hint: 'Skriv ikke navne eller CPR-numre.',
  groups: 'Gruppe',
  newGroup: 'Ny gruppe',
  newGroupName: 'Navn på gruppen',
  add: 'Brug',
  picture: 'Tag et billede',
  pictureTaken: 'Billedet er med',
  removePicture: 'Fjern billedet',
  save: 'Gem',
  saved: 'Noten er gemt.',
  noRoomForPicture: 'Billedet fik ikke plads. Teksten er gemt.',
  noRoom: 'Der er ikke plads på telefonen. Teksten står her stadig: kopiér den, før du lukker.',
  notAPicture: 'Billedet kan ikke læses. Prøv et andet.',
  offline: 'Intet net',
  offlineText: (count: number): string => {
    const open = 'Lad fanen stå åben: den kan ikke åbnes igen uden net.';
    if (count === 0) return `Du kan godt skrive. Noterne sendes selv, når nettet er der. ${open}`;
    return count === 1
      ? `1 note ligger på telefonen. Den sendes selv, når nettet er der. ${open}`
      : `${count} noter ligger på telefonen. De sendes selv, når nettet er der. ${open}`;
  },
  today: 'I dag',
  none: 'Ingen noter endnu i dag.',
  onPhone: (at: string, number: number): string => `${timeText(at)} · på telefonen, nr. ${number}`,
  sent: (at: string): string => `${timeText(at)} · sendt`,
  refused: (at: string, why: string): string => `${timeText(at)} · ikke sendt. ${why}`,
  takeBack: 'Ret noten',
  onlyTeam: 'Kun team DigiTek noterer under et besøg.',
} as const;

/** "Praktik" on the page of notes: the step one is in. */
export const stepWord = (step: VisitStep | null, names: Record<VisitStep, string>): string =>
  step === null ? '' : names[step].toLowerCase();

/** Where the leder answers in the tab. */
export const visitAnswerWords = {
  yourAnswer: 'Dit svar',
  read: 'Et besøg med DigiTek 360',
  nothingAsked: 'Ingen spørger om det lige nu.',
  after: {
    yes: 'Så kommer vi til det første møde',
    otherDay: 'Vælg en dag, der passer bedre',
    no: 'Skriv hvorfor',
  } satisfies Record<VisitAnswer, string>,
  afterQuestion: 'Du kan svare imens',
} as const;
