import { type IdeaOrigin, ideaOrigins } from '#shared/domain/project.ts';

/** An idea as far as it is typed. */
export type IdeaDraft = {
  readonly title: string;
  readonly purpose: string;
  readonly leadArea: string;
  readonly origin: IdeaOrigin | null;
  /** Where it was seen; '' = nowhere to link to. */
  readonly sourceUrl: string;
};

export const blankIdea: IdeaDraft = {
  ...{ title: '', purpose: '', leadArea: '', origin: null, sourceUrl: '' },
};

export const isIdea = ({ origin }: IdeaDraft): boolean =>
  origin === null || ideaOrigins.includes(origin);

let isLeft = false;

/** Something alike is opened, and the idea is to be gone on with. */
export const leaveDraft = (): void => {
  isLeft = true;
};

/** Whether an idea was left to look at something; the board opens it again, once. */
export const takesUpDraft = (): boolean => {
  const was = isLeft;
  isLeft = false;
  return was;
};
