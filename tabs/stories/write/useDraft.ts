import { useCallback, useEffect, useState } from 'react';
import type { StoryReply } from '#shared/contract/stories.ts';
import { type Content, emptyAbout } from '#shared/domain/stories/story.ts';
import { useMe } from '../../shell/Looking.tsx';
import { keepTyped, typedAt, typedKey } from '../../typed/typed.ts';
import { isLike, type Typing } from '../../typed/useTyped.ts';
import { type Moved, type StoryOnPage, useStory } from '../onStory.tsx';
import { usePress } from '../usePress.ts';
import { type Draft, draftOf, sameDraft } from './storyDraft.ts';

export type Drafting = {
  readonly draft: Draft;
  readonly dirty: boolean;
  readonly busy: boolean;
  readonly problems: readonly string[];
  readonly typing: Typing;
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

const isPictured = (value: object): value is Draft['content']['pictures'][number] =>
  isLike({ id: '', alt: '', people: false, consent: '' }, value);
const isFiled = (value: object): value is Draft['content']['files'][number] =>
  isLike({ title: '', link: '', version: '' }, value);

const blank: Draft = { content: { text: '', pictures: [], files: [] }, about: emptyAbout };

const isDraft = (value: unknown): value is Draft => {
  if (!isLike(blank, value)) return false;
  const { pictures, files } = (value as Draft).content;
  return pictures.every(isPictured) && files.every(isFiled);
};

/** A story as it was typed, and what it was typed over. */
type KeptStory = { readonly base: Base; readonly draft: Draft };

const isKept = (value: unknown): value is KeptStory => {
  const { base, draft } = value as Partial<KeptStory>;
  return typeof base?.revision === 'number' && isDraft(base.draft) && isDraft(draft);
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
  const me = useMe().id;
  const [key] = useState(() => typedKey(me, 'story', reply.view.now.id));
  // What is begun from somebody's suggestion is begun anew.
  const [kept] = useState(() => (start ? null : typedAt(key, isKept)));
  const [base, setBase] = useState<Base>(() => kept?.base ?? baseOf(reply));
  const [draft, setDraft] = useState<Draft>(() => start ?? kept?.draft ?? draftOf(reply.view.now));
  const [conflict, setConflict] = useState<StoryReply | null>(null);
  const { busy, problems, press } = usePress();
  const dirty = !sameDraft(draft, base.draft);
  useEffect(() => keepTyped(key, dirty ? { base, draft } : null), [key, base, draft, dirty]);

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
    typing: { isFromBefore: kept !== null, forget: () => keepTyped(key, null) },
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
