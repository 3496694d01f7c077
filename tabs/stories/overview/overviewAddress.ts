import { type Address, at, type FileRoute } from '#shared/contract/at.ts';
import { phases } from '#shared/domain/phase.ts';
import { noStoryFilter, type StoryFilter } from '#shared/domain/stories/looking.ts';
import { channels, storyKinds } from '#shared/domain/stories/story.ts';

export const storyViews = ['board', 'calendar', 'register', 'untold', 'viborgdk', 'press'] as const;
export type StoryView = (typeof storyViews)[number];

/** What the overview shows, as it stands in the address: a link shows the same to whoever opens it. */
export type Look = {
  readonly view: StoryView;
  readonly year: number | null;
  /** 1–12; the present one when none is chosen. */
  readonly month: number | null;
  readonly filter: StoryFilter;
};

const among = <T extends string>(values: readonly T[], text: string | null): T | null =>
  values.find((one) => one === text) ?? null;

const wholeIn = (text: string | null, from: number, to: number): number | null => {
  const number = Number(text ?? '');
  return text !== '' && Number.isInteger(number) && number >= from && number <= to ? number : null;
};

const longestText = 200;

const shortIn = (text: string | null): string =>
  text === null || text.length > longestText ? '' : text;

/** What is not understood is left out: an old link still opens. */
export const lookOf = (query: string): Look => {
  const params = new URLSearchParams(query);
  return {
    view: among(storyViews, params.get('view')) ?? 'board',
    year: wholeIn(params.get('aar'), 2000, 2100),
    month: wholeIn(params.get('maaned'), 1, 12),
    filter: {
      kind: among(storyKinds, params.get('slags')),
      channel: among(channels, params.get('kanal')),
      area: shortIn(params.get('omraade')).slice(0, 60),
      phase: among(phases, params.get('fase')),
      text: shortIn(params.get('soeg')),
    },
  };
};

const written = (pairs: readonly (readonly [string, string | number | null])[]): string => {
  const params = new URLSearchParams();
  for (const [name, value] of pairs)
    if (value !== null && value !== '') params.set(name, String(value));
  return params.toString();
};

export const lookQuery = ({ view, year, month, filter }: Look): string =>
  written([
    ['view', view === 'board' ? null : view],
    ['aar', year],
    ['maaned', month],
    ['slags', filter.kind],
    ['kanal', filter.channel],
    ['omraade', filter.area],
    ['fase', filter.phase],
    ['soeg', filter.text],
  ]);

export const storiesPath = ({ year }: Look): Address<'GET /api/stories'> =>
  at('GET /api/stories', {}, written([['year', year]]));

/** What a view has no field for must not narrow it unseen, and so neither the workbook. */
export const filterFor = (view: StoryView, filter: StoryFilter): StoryFilter => {
  const { kind, channel, area, phase, text } = filter;
  switch (view) {
    case 'board':
      return {
        ...noStoryFilter,
        kind: kind === 'article' || kind === 'microStory' ? kind : null,
        area,
        text,
      };
    case 'calendar':
      return { ...noStoryFilter, kind, area, text };
    case 'register':
      return { ...noStoryFilter, kind, channel, area, text };
    case 'untold':
    case 'viborgdk':
      return { ...noStoryFilter, area, phase, text };
    case 'press':
      return { ...noStoryFilter, area, text };
  }
};

/** Exactly what is on screen. */
export const exportPath = ({ view, year, filter }: Look): Address<FileRoute> => {
  const { kind, channel, area, phase, text } = filterFor(view, filter);
  return at(
    'GET /api/stories/export',
    {},
    written([
      ['year', year],
      ['kind', kind],
      ['channel', channel],
      ['area', area],
      ['phase', phase],
      ['text', text],
    ]),
  );
};

export const isNarrowed = ({ view, filter }: Look): boolean =>
  JSON.stringify(filterFor(view, filter)) !== JSON.stringify(noStoryFilter);

/** Month 0 is December of the year before, 13 January of the next. */
export const inMonth = (look: Look, year: number, month: number): Look => {
  if (month < 1) return { ...look, year: year - 1, month: 12 };
  return month > 12 ? { ...look, year: year + 1, month: 1 } : { ...look, month };
};
