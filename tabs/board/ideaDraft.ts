import type { IdeaOrigin } from '#shared/domain/project.ts';

/** An idea as far as it is typed. */
export type IdeaDraft = {
  readonly title: string;
  readonly purpose: string;
  readonly leadArea: string;
  readonly origin: IdeaOrigin | null;
  /** Where it was seen; '' = nowhere to link to. */
  readonly sourceUrl: string;
};

const empty: IdeaDraft = { title: '', purpose: '', leadArea: '', origin: null, sourceUrl: '' };

/** What is typed, for as long as the tab is open: whoever looks at something alike comes back to it. */
let kept = empty;
let isLeft = false;

export const keptDraft = (): IdeaDraft => kept;

export const keepDraft = (draft: IdeaDraft): void => {
  kept = draft;
};

/** Something alike is opened, and the idea is to be gone on with. */
export const leaveDraft = (): void => {
  isLeft = true;
};

/** Stored, or closed without. */
export const dropDraft = (): void => {
  kept = empty;
  isLeft = false;
};

/** Whether an idea was left to look at something; the board opens it again, once. */
export const takesUpDraft = (): boolean => {
  const was = isLeft;
  isLeft = false;
  return was;
};
