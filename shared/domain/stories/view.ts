import type { Area, AreaId } from '../area.ts';
import type { PersonId } from '../person.ts';
import type { Phase } from '../phase.ts';
import type { Project } from '../project.ts';
import type { StoryNow } from './now.ts';

/** All that a card or a page needs to show a story, as it stands when it is drawn. */
export type StoryView = {
  readonly now: StoryNow;
  readonly project: Project | null;
  readonly areas: readonly Area[];
  /** Who may answer what is asked now. */
  readonly answerers: readonly {
    readonly id: PersonId;
    readonly seat: AreaId | null;
    readonly onBehalf: boolean;
  }[];
  /** The answer should have been here. */
  readonly overdue: boolean;
  /** The moment of the drawing. */
  readonly at: string;
};

/** What the reader of a story may do with it. */
export type StoryReader = {
  readonly id: PersonId | null;
  readonly answers: boolean;
  /** The seat they answer for; null for a leder. */
  readonly seat: AreaId | null;
  readonly onBehalf: boolean;
};

export const storyReaderOf = (view: StoryView, personId: PersonId | null): StoryReader => {
  const mine = view.answerers.find((one) => one.id === personId);
  return {
    id: personId,
    answers: mine !== undefined,
    seat: mine?.seat ?? null,
    onBehalf: mine?.onBehalf ?? false,
  };
};

/** What viborg.dk says is of this earlier phase; null when it is up to date or not there. */
export const staleSince = (now: StoryNow, phase: Phase | null): Phase | null => {
  if (now.kind !== 'description' || now.state !== 'published' || phase === null) return null;
  const said = now.publications.at(-1)?.phase ?? null;
  return said !== null && said !== phase ? said : null;
};
