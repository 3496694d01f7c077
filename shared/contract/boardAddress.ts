import { places } from '#shared/domain/board.ts';
import {
  type BoardView,
  firstDown,
  type Grouping,
  groupings,
  type Sort,
  type SortKey,
  sortKeys,
} from '#shared/domain/boardList.ts';
import { type BoardFilter, type View, views } from '#shared/domain/boardLooking.ts';
import { priorities } from '#shared/domain/priority.ts';
import { ideaOrigins, projectTypes } from '#shared/domain/project.ts';

/*
 * The board and the list as they stand in the address. The tab writes it, a link carries it, and
 * the workbook is asked for with the very same, so that all three show the same projects.
 */

const viewWords: Record<View, string> = {
  all: 'alle',
  waiting: 'venter',
  mine: 'mine',
  common: 'faelles',
  stuck: 'fast',
};

const groupWords: Record<Grouping, string> = {
  none: 'ingen',
  phase: 'fase',
  area: 'omraade',
  type: 'type',
  priority: 'prioritet',
  waits: 'venter',
  lead: 'leder',
};

const sortWords: Record<SortKey, string> = {
  waits: 'venter',
  title: 'navn',
  area: 'omraade',
  lead: 'leder',
  priority: 'prioritet',
  tek: 'tek',
  risk: 'risiko',
  ask: 'naeste',
  budget: 'budget',
};

export const firstGrouping: Grouping = 'phase';
export const firstSort: Sort = { by: 'waits', down: true };

/** Longer than anything we have written: somebody plays with the address. */
const longest = 200;

const textIn = (params: URLSearchParams, name: string): string => {
  const text = params.get(name) ?? '';
  return text.length > longest ? '' : text;
};

const codeIn = <T extends string>(
  codes: readonly T[],
  words: Record<T, string>,
  word: string,
  otherwise: T,
): T => codes.find((code) => words[code] === word) ?? otherwise;

/** "-venter" is turned the other way than it is first chosen. */
const sortIn = (word: string): Sort => {
  const turned = word.startsWith('-');
  const by = sortKeys.find((key) => sortWords[key] === word.replace(/^-/, ''));
  return by === undefined ? firstSort : { by, down: firstDown(by) !== turned };
};

const sortWord = ({ by, down }: Sort): string =>
  `${down === firstDown(by) ? '' : '-'}${sortWords[by]}`;

const oneOf = <T extends string>(known: readonly T[], word: string): T | '' =>
  known.find((one) => one === word) ?? '';

const filterIn = (params: URLSearchParams): BoardFilter => ({
  view: codeIn(views, viewWords, textIn(params, 'vis'), 'all'),
  area: textIn(params, 'omraade'),
  type: oneOf(projectTypes, textIn(params, 'type')),
  priority: oneOf(priorities, textIn(params, 'prioritet')),
  origin: oneOf(ideaOrigins, textIn(params, 'fra')),
  place: oneOf([...places, 'ended'], textIn(params, 'fase')),
  person: textIn(params, 'person'),
  text: textIn(params, 'soeg'),
});

/** What is not understood is left out: an old link still opens. */
export const boardViewIn = (as: BoardView['as'], query: string): BoardView => {
  const params = new URLSearchParams(query);
  return {
    as,
    filter: filterIn(params),
    grouping: codeIn(groupings, groupWords, textIn(params, 'grupper'), firstGrouping),
    sort: sortIn(textIn(params, 'sorter')),
  };
};

const filterPairs = (filter: BoardFilter): readonly (readonly [string, string])[] => [
  ['vis', filter.view === 'all' ? '' : viewWords[filter.view]],
  ['omraade', filter.area],
  ['type', filter.type],
  ['prioritet', filter.priority],
  ['fra', filter.origin],
  ['fase', filter.place],
  ['person', filter.person],
  ['soeg', filter.text.trim()],
];

/** Only what differs from the first look, so that a plain list has a plain address. */
export const boardQueryOf = ({ filter, grouping, sort }: Omit<BoardView, 'as'>): string => {
  const params = new URLSearchParams();
  for (const [name, value] of [
    ...filterPairs(filter),
    ['grupper', grouping === firstGrouping ? '' : groupWords[grouping]] as const,
    ['sorter', sortWord(sort) === sortWord(firstSort) ? '' : sortWord(sort)] as const,
  ])
    if (value !== '') params.set(name, value);
  return params.toString();
};
