import type { BoardView } from '#shared/domain/boardList.ts';
import { isPaperCode, type PaperCode } from '#shared/domain/papers/paper.ts';

/** A visit's own page, or where one notes what one sees in it. */
export type VisitSection = '' | 'notes';

/** The places of the tab. They live in the hash, so that a link works whoever serves the page. */
export type Route =
  | { readonly type: 'board'; readonly as: BoardView['as']; readonly query: string }
  | { readonly type: 'decide'; readonly requestId: string | null }
  | { readonly type: 'ideas'; readonly query: string }
  | { readonly type: 'tasks'; readonly query: string }
  | { readonly type: 'plan'; readonly query: string }
  | { readonly type: 'meeting'; readonly query: string }
  | { readonly type: 'quarter'; readonly id: string; readonly query: string }
  | { readonly type: 'past'; readonly query: string }
  | { readonly type: 'lessons'; readonly query: string }
  | { readonly type: 'fairness' }
  | { readonly type: 'pace' }
  | { readonly type: 'tekCloud' }
  | { readonly type: 'project'; readonly id: string; readonly section: string }
  | { readonly type: 'paper'; readonly id: string; readonly paper: PaperCode }
  | { readonly type: 'chain'; readonly id: string; readonly query: string }
  | { readonly type: 'money'; readonly query: string }
  | { readonly type: 'benefits'; readonly query: string }
  | { readonly type: 'visits'; readonly query: string }
  | { readonly type: 'visit'; readonly id: string; readonly section: VisitSection }
  | { readonly type: 'stories'; readonly query: string }
  | { readonly type: 'year'; readonly query: string }
  | { readonly type: 'story'; readonly id: string }
  | { readonly type: 'aside' }
  | { readonly type: 'words' }
  | { readonly type: 'templates' }
  | { readonly type: 'steps' }
  | { readonly type: 'settings' };

/** The word of each place after `#/`. */
const words = {
  board: '',
  list: 'liste',
  decide: 'beslutning',
  ideas: 'ideer',
  tasks: 'opgaver',
  plan: 'plan',
  meeting: 'moeder',
  quarter: 'kvartalsstatus',
  past: 'dengang',
  lessons: 'erfaringer',
  fairness: 'fordeling',
  pace: 'ventetid',
  tekCloud: 'tek',
  project: 'projekt',
  paper: 'papir',
  chain: 'effektkaede',
  money: 'oekonomi',
  year: 'aarshjul',
  benefits: 'gevinster',
  visits: '360',
  visit: '360',
  notes: 'noter',
  stories: 'historier',
  story: 'historier',
  aside: 'ulaeste',
  words: 'ord',
  templates: 'skabeloner',
  steps: 'trin',
  settings: 'indstillinger',
} as const;

/** What a Teams link calls those it can lead to; those with an id have it behind a colon. */
const linked = {
  board: 'board',
  list: 'list',
  decide: 'request',
  ideas: 'ideas',
  tasks: 'tasks',
  plan: 'plan',
  meeting: 'meeting',
  quarter: 'quarter',
  past: 'past',
  lessons: 'lessons',
  project: 'project',
  paper: 'paper',
  chain: 'chain',
  money: 'economy',
  year: 'year',
  benefits: 'benefits',
  visits: 'visits',
  visit: 'visit',
  stories: 'stories',
  story: 'story',
} as const;

const decoded = (part: string | undefined): string => {
  try {
    return decodeURIComponent(part ?? '');
  } catch {
    // Nonsense in the address is a place that does not exist, not a crash.
    return '';
  }
};

/** A project, one of its papers, or its effect chain. */
const ofProject = (
  id: string,
  { section, paper, query }: { readonly [K in 'section' | 'paper' | 'query']: string },
): Route => {
  if (section === words.chain) return { type: 'chain', id, query };
  return section === words.paper && isPaperCode(paper)
    ? { type: 'paper', id, paper }
    : { type: 'project', id, section };
};

const visitPlace = (id: string, section: string, query: string): Route =>
  id === ''
    ? { type: 'visits', query }
    : { type: 'visit', id, section: section === words.notes ? 'notes' : '' };

export const routeOf = (hash: string): Route => {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?');
  const [place, first, second, third] = path.split('/');
  const id = decoded(first);
  const board: Route = { type: 'board', as: place === words.list ? 'list' : 'board', query };
  switch (place) {
    case words.project:
      return id === ''
        ? board
        : ofProject(id, { section: decoded(second), paper: decoded(third), query });
    case words.decide:
      return { type: 'decide', requestId: id === '' ? null : id };
    case words.ideas:
      return { type: 'ideas', query };
    case words.tasks:
      return { type: 'tasks', query };
    case words.plan:
      return { type: 'plan', query };
    case words.year:
      return { type: 'year', query };
    case words.meeting:
      return { type: 'meeting', query };
    case words.quarter:
      return { type: 'quarter', id, query };
    case words.past:
      return { type: 'past', query };
    case words.fairness:
      return { type: 'fairness' };
    case words.pace:
      return { type: 'pace' };
    case words.tekCloud:
      return { type: 'tekCloud' };
    case words.lessons:
      return { type: 'lessons', query };
    case words.money:
      return { type: 'money', query };
    case words.benefits:
      return { type: 'benefits', query };
    case words.visits:
      return visitPlace(id, decoded(second), query);
    case words.stories:
      return id === '' ? { type: 'stories', query } : { type: 'story', id };
    case words.aside:
      return { type: 'aside' };
    case words.words:
      return { type: 'words' };
    case words.templates:
      return { type: 'templates' };
    case words.steps:
      return { type: 'steps' };
    case words.settings:
      return { type: 'settings' };
    default:
      return board;
  }
};

const hashAt = (word: string, parts: readonly string[], query = ''): string => {
  const path = [word, ...parts.filter((part) => part !== '').map(encodeURIComponent)].join('/');
  return query === '' ? `#/${path}` : `#/${path}?${query}`;
};

export const hashOf = (route: Route): string => {
  switch (route.type) {
    case 'board':
      return hashAt(words[route.as], [], route.query);
    case 'decide':
      return hashAt(words.decide, [route.requestId ?? '']);
    case 'project':
      return hashAt(words.project, [route.id, route.section]);
    case 'ideas':
    case 'tasks':
    case 'plan':
    case 'meeting':
    case 'past':
    case 'lessons':
    case 'money':
    case 'benefits':
    case 'visits':
    case 'stories':
    case 'year':
      return hashAt(words[route.type], [], route.query);
    case 'story':
      return hashAt(words.story, [route.id]);
    case 'visit':
      return hashAt(words.visit, [route.id, route.section === 'notes' ? words.notes : '']);
    case 'quarter':
      return hashAt(words.quarter, [route.id], route.query);
    case 'paper':
      return hashAt(words.project, [route.id, words.paper, route.paper]);
    case 'chain':
      return hashAt(words.project, [route.id, words.chain], route.query);
    case 'fairness':
    case 'pace':
    case 'tekCloud':
    case 'aside':
    case 'words':
    case 'templates':
    case 'steps':
    case 'settings':
      return hashAt(words[route.type], []);
  }
};

/** Where a Teams link can lead. */
export type LinkedRoute = Exclude<
  Route,
  {
    type: 'fairness' | 'pace' | 'tekCloud' | 'aside' | 'words' | 'templates' | 'steps' | 'settings';
  }
>;

/** What a Teams link calls a place: `economy`, or a kind of thing and its id. */
export const linkNameOf = (route: LinkedRoute): string => {
  switch (route.type) {
    case 'board':
      return `${linked[route.as]}:${route.query}`;
    case 'decide':
      return `${linked.decide}:${route.requestId ?? ''}`;
    case 'paper':
      return `${linked.paper}:${route.id}:${route.paper}`;
    case 'project':
    case 'story':
    case 'visit':
    case 'chain':
    case 'quarter':
      return `${linked[route.type]}:${route.id}`;
    case 'ideas':
    case 'tasks':
    case 'plan':
    case 'meeting':
    case 'past':
    case 'lessons':
    case 'money':
    case 'benefits':
    case 'visits':
    case 'stories':
    case 'year':
      return linked[route.type];
  }
};

/** Pages with nothing but a query behind them. */
const pages = [
  'ideas',
  'tasks',
  'plan',
  'meeting',
  'past',
  'lessons',
  'money',
  'benefits',
  'visits',
  'stories',
  'year',
] as const;

/** A project's id may have colons of its own: the paper is what stands behind the last. */
const paperNamed = (name: string): Route | null => {
  const paper = name.slice(name.lastIndexOf(':') + 1);
  const id = name.slice(0, -paper.length - 1);
  return id !== '' && isPaperCode(paper) ? { type: 'paper', id, paper } : null;
};

/** Places that are something also when nobody says which: all that waits, the next meeting. */
const pageNamed = (kind: string | undefined, id: string): Route | null => {
  if (kind === linked.list || kind === linked.board) return { type: 'board', as: kind, query: id };
  if (kind === linked.quarter) return { type: 'quarter', id, query: '' };
  return kind === linked.decide ? { type: 'decide', requestId: id === '' ? null : id } : null;
};

/** The place a Teams link names; null when it names none. */
export const routeOfLink = (name: string): Route | null => {
  const page = pages.find((one) => linked[one] === name);
  if (page) return { type: page, query: '' };
  const [kind, ...rest] = name.split(':');
  const id = rest.join(':');
  const named = pageNamed(kind, id);
  if (named || id === '') return named;
  if (kind === linked.project) return { type: 'project', id, section: '' };
  if (kind === linked.chain) return { type: 'chain', id, query: '' };
  if (kind === linked.paper) return paperNamed(id);
  if (kind === linked.visit) return { type: 'visit', id, section: '' };
  return kind === linked.story ? { type: 'story', id } : null;
};
