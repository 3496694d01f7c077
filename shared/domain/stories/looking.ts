import type { Phase } from '../phase.ts';
import { holdsWords, searchForm, wordsSought } from '../wordForm.ts';
import type { Channel, StoryKind } from './story.ts';

/** What the overview is narrowed to. The workbook is narrowed by the very same. */
export type StoryFilter = {
  readonly kind: StoryKind | null;
  readonly channel: Channel | null;
  /** An area's id, or `across` for what belongs to none. */
  readonly area: string;
  readonly phase: Phase | null;
  /** Words that stand somewhere in it. */
  readonly text: string;
};

export const noStoryFilter: StoryFilter = {
  kind: null,
  channel: null,
  area: '',
  phase: null,
  text: '',
};

/** What belongs to no area. */
export const across = 'across';

const says = (wanted: string, fields: readonly string[]): boolean =>
  holdsWords(searchForm(fields.join('\n')), wordsSought(wanted));

const inArea = (wanted: string, area: string | null): boolean =>
  wanted === '' || (area ?? across) === wanted;

type Line = {
  readonly kind: StoryKind;
  readonly title: string;
  readonly projectTitle: string;
  readonly area: string | null;
};

export const fitsStory = ({ kind, area, text }: StoryFilter, line: Line): boolean =>
  (kind === null || line.kind === kind) &&
  inArea(area, line.area) &&
  says(text, [line.title, line.projectTitle]);

export const fitsPublication = (
  filter: StoryFilter,
  line: Line & { readonly channel: Channel; readonly outlet: string },
): boolean =>
  (filter.channel === null || line.channel === filter.channel) &&
  fitsStory({ ...filter, text: '' }, line) &&
  says(filter.text, [line.title, line.projectTitle, line.outlet]);

export const fitsProject = (
  { area, phase, text }: StoryFilter,
  line: { readonly title: string; readonly phase: Phase; readonly area: string | null },
): boolean =>
  (phase === null || line.phase === phase) && inArea(area, line.area) && says(text, [line.title]);
