import type { BoardProject, Place } from '#shared/domain/board.ts';
import {
  type Group,
  type Grouping,
  type Sort,
  type SortKey,
  waitKindOf,
} from '#shared/domain/boardList.ts';
import type { Names } from '#shared/domain/boardLooking.ts';
import type { PriorityVoice } from '#shared/domain/priority.ts';
import { nbsp } from '../money.ts';
import {
  areaName,
  columnNames,
  priorityNames,
  shortColumnNames,
  statusNames,
  typeNames,
} from '../words.ts';
import { boardWords, deciderShortText, sumWords } from './board.ts';

/* What the list says, on screen and in the workbook. */

export const listWords = {
  list: 'Projekter som liste',
  group: 'Gruppér',
  sort: 'Sortér',
  export: 'Hent som Excel',
  exporting: 'Henter …',
  share: 'Del link',
  shared: 'Porteføljen',
  total: 'I alt',
  neverAdded: 'Næste fase og hele budgettet lægges aldrig sammen.',
  allPlaces: 'Fase',
  findPerson: 'Søg person',
  nobodyFound: 'Ingen ejer eller leder et projekt under det navn',
  remove: (name: string): string => `Fjern ${name}`,
  showEnded: 'Vis dem',
  noShare: 'Teams kan ikke vise linket lige nu.',
} as const;

export const listColumns: Record<SortKey, string> = {
  title: 'Projekt',
  area: 'Område',
  waits: 'Venter på',
  lead: 'Projektleder',
  priority: 'Prioritet',
  tek: 'TEK',
  risk: 'Risiko',
  ask: `${sumWords.ask}, kr.`,
  budget: `${sumWords.budget}, kr.`,
};

export const groupingNames: Record<Grouping, string> = {
  phase: 'fase',
  area: 'område',
  type: 'type',
  priority: 'prioritet',
  waits: 'venter på',
  lead: 'projektleder',
  none: 'ingen grupper',
};

const sortNames: Record<SortKey, readonly [down: string, up: string]> = {
  waits: ['venter længst', 'venter kortest'],
  title: ['navn, Å–A', 'navn, A–Å'],
  area: ['område, Å–A', 'område, A–Å'],
  lead: ['projektleder, Å–A', 'projektleder, A–Å'],
  priority: ['højeste prioritet', 'laveste prioritet'],
  tek: ['største TEK', 'mindste TEK'],
  risk: ['højeste risiko', 'laveste risiko'],
  ask: ['største næste fase', 'mindste næste fase'],
  budget: ['største budget', 'mindste budget'],
};

export const sortName = ({ by, down }: Sort): string => sortNames[by][down ? 0 : 1];

/** Said small after the priority: whose word it is. */
export const shortVoices: Record<PriorityVoice, string> = {
  mandatory: 'skal',
  decided: 'besluttet',
  recommended: 'anbefalet',
  first: 'første bud',
};

export const placeNames: Record<Place, string> = {
  raw: statusNames.raw,
  backlog: statusNames.backlog,
  pipeline: statusNames.pipeline,
  idea: columnNames.idea,
  investigation: columnNames.investigation,
  trial: columnNames.trial,
  operation: columnNames.operation,
  closed: statusNames.closed,
  stopped: statusNames.stopped,
};

/** After the name where the list is not grouped by phase. */
export const shortPlaceNames: Record<Place, string> = { ...placeNames, ...shortColumnNames };

const waitName = (key: string, first: BoardProject | undefined, names: Names): string => {
  const waiting = first?.waitingFor;
  switch (waitKindOf(key)) {
    case 'chefgruppe':
    case 'chef':
      return waiting?.type === 'gate' ? deciderShortText(waiting, names.areas) : '';
    case 'whom':
      return waiting?.type === 'somebody' ? waiting.whom : '';
    case 'ready':
      return 'Klar til en gate';
    case 'missing':
      return 'Mangler noget før en gate';
    case 'step':
      return 'Næste skridt er aftalt';
    case 'nobody':
      return 'Venter ikke på nogen';
  }
};

const named = <T extends string>(words: Record<T, string>, code: string, otherwise: string) =>
  code in words ? words[code as T] : otherwise;

/** What a group is called; the one without has a name too. */
export const groupName = (grouping: Grouping, { key, projects }: Group, names: Names): string => {
  switch (grouping) {
    case 'none':
      return '';
    case 'phase':
      return named(placeNames, key, key);
    case 'area':
      return key === '' ? boardWords.across : areaName(names.areas, key);
    case 'type':
      return named(typeNames, key, key);
    case 'priority':
      return named(priorityNames, key, 'Ingen prioritet endnu');
    case 'waits':
      return waitName(key, projects[0], names);
    case 'lead':
      return key === '' ? 'Ingen projektleder endnu' : (names.people[key] ?? key);
  }
};

/** "10 af 49 projekter", or all of them. */
export const listTitle = (shown: number, total: number): string =>
  shown === total
    ? `${total}${nbsp}${total === 1 ? 'projekt' : 'projekter'}`
    : `${shown} af ${total}${nbsp}projekter`;

export const endedText = (count: number): string =>
  count === 1
    ? '1 afsluttet eller stoppet projekt passer også.'
    : `${count} afsluttede og stoppede projekter passer også.`;

/** "ejer 3, leder 1": what somebody has to do with the portfolio. */
export const personTies = (owns: number, leads: number): string =>
  [owns === 0 ? '' : `ejer ${owns}`, leads === 0 ? '' : `leder ${leads}`]
    .filter((part) => part !== '')
    .join(', ');

export const boardSheet = {
  name: 'Projekter',
  heads: [
    'Gruppe',
    'Nr.',
    'Projekt',
    'Formål',
    'Fase',
    'Status',
    'Type',
    'Område',
    'Kommune',
    'Prioritet',
    'Hvis ord',
    'Venter på',
    'Venter siden',
    'Projektejer',
    'Projektleder',
    'Effektivitet',
    'Kvalitet',
    'Trivsel',
    'Risiko',
    listColumns.ask,
    listColumns.budget,
  ],
} as const;
