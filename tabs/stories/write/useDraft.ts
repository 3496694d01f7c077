import { useCallback, useEffect, useState } from 'react';
import type { StoryReply } from '#shared/contract/stories.ts';
import type { Content } from '#shared/domain/stories/story.ts';
import { type Moved, type StoryOnPage, useStory } from '../onStory.tsx';
import { usePress } from '../usePress.ts';
import { type Draft, draftOf, sameDraft } from './storyDraft.ts';

export type Drafting = {
  readonly draft: Draft;
  readonly dirty: boolean;
  readonly busy: boolean;
  readonly problems: readonly string[];
  /** What lies there now, when somebody was first; both texts are shown. */
  readonly conflict: StoryReply | null;
  readonly change: (part: Partial<Content> | { readonly about: Partial<Draft['about']> }) => void;
  /** On the pictures there are then: one may have been on its way meanwhile. */
  readonly changePictures: (change: (before: Content['pictures']) => Content['pictures']) => void;
  readonly undo: () => void;
  /** Saves what was changed; the newest revision, or null when it could not be saved. */
  readonly save: () => Promise<number | null>;
  readonly keepMine: () => Promise<number | null>;
  readonly keepTheirs: () => void;
};

type Base = { readonly revision: number; readonly draft: Draft };

const baseOf = ({ view }: StoryReply): Base => ({
  revision: view.now.revision,
  draft: draftOf(view.now),
});

const saveOn = async (
  move: StoryOnPage['move'],
  revision: number,
  { content, about }: Draft,
): Promise<Moved> =>
  move({
    type: 'saved',
    revision,
    content: { ...content, pictures: [...content.pictures], files: [...content.files] },
    about,
  });

/**
 * The author's text on top of the revision it was written on. While nothing is typed it follows
 * what others save; once something is, it stays until it is stored or given up.
 */
export const useDraft = (start?: Draft): Drafting => {
  const { reply, move } = useStory();
  const [base, setBase] = useState<Base>(() => baseOf(reply));
  const [draft, setDraft] = useState<Draft>(() => start ?? draftOf(reply.view.now));
  const [conflict, setConflict] = useState<StoryReply | null>(null);
  const { busy, problems, press } = usePress();
  const dirty = !sameDraft(draft, base.draft);

  useEffect(() => {
    if (dirty || reply.view.now.revision <= base.revision) return;
    setBase(baseOf(reply));
    setDraft(draftOf(reply.view.now));
  }, [reply, base.revision, dirty]);

  const take = useCallback((from: StoryReply): void => {
    setBase(baseOf(from));
    setDraft(draftOf(from.view.now));
    setConflict(null);
  }, []);

  const saveFrom = async (revision: number): Promise<number | null> => {
    const moved = await press(async () => {
      const sent = await saveOn(move, revision, draft);
      if (sent.type !== 'behind') return sent;
      setConflict(sent.current);
      return null;
    });
    if (moved?.type !== 'done') return null;
    take(moved.reply);
    return moved.reply.view.now.revision;
  };

  return {
    ...{ draft, dirty, busy, problems, conflict },
    change: (part) =>
      setDraft((before) =>
        'about' in part
          ? { ...before, about: { ...before.about, ...part.about } }
          : { ...before, content: { ...before.content, ...part } },
      ),
    changePictures: (pictures) =>
      setDraft((before) => ({
        ...before,
        content: { ...before.content, pictures: pictures(before.content.pictures) },
      })),
    undo: () => setDraft(base.draft),
    save: () => (dirty ? saveFrom(base.revision) : Promise.resolve(base.revision)),
    keepMine: () => saveFrom((conflict ?? reply).view.now.revision),
    keepTheirs: () => take(conflict ?? reply),
  };
};
