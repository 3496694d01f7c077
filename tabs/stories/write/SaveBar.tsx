import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { SaveRegular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useState } from 'react';
import { storyPageWords } from '#shared/words/stories/page.ts';
import { useStory } from '../onStory.tsx';
import { Problems } from '../Problems.tsx';
import { usePageStyles } from '../pageStyles.ts';
import { Leaving } from './Leaving.tsx';
import type { Drafting } from './useDraft.ts';

const useStyles = makeStyles({
  // Within reach however long the text is.
  bar: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    padding: '10px 0',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Both texts, and which of them shall hold. */
const Conflict = ({ drafting }: { readonly drafting: Drafting }) => {
  const page = usePageStyles();
  const { conflict, draft, busy } = drafting;
  if (!conflict) return null;
  const theirs = conflict.view.now;
  const sameText = theirs.version.text === draft.content.text;
  return (
    <div className={page.attention} role="alert">
      {sameText ? storyPageWords.movedMeanwhile : storyPageWords.conflict}
      <div className={page.two}>
        <div>
          <strong>{storyPageWords.yours}</strong>
          <div className={page.paper} dir="auto">
            <strong>{draft.about.title}</strong>
            {`\n\n${draft.content.text}`}
          </div>
        </div>
        <div>
          <strong>
            {storyPageWords.theirs} ({theirs.version.byName})
          </strong>
          <div className={page.paper} dir="auto">
            <strong>{theirs.about.title}</strong>
            {`\n\n${theirs.version.text}`}
          </div>
        </div>
      </div>
      <div className={page.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={busy}
          onClick={() => void drafting.keepMine()}
        >
          {storyPageWords.keepMine}
        </Button>
        <Button onClick={drafting.keepTheirs}>{storyPageWords.keepTheirs}</Button>
      </div>
    </div>
  );
};

const useSaveKey = (save: () => void): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      save();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [save]);
};

/** What saving does to a question that is open, or to an OK: said before it is done. */
const useWarning = (): string => {
  const { now } = useStory().reply.view;
  if (now.approval !== null && now.state === 'approved') return storyPageWords.voidsOk;
  const asked = ['asked', 'topicLeder', 'topicChef', 'materialLeder', 'materialChef'];
  return asked.includes(now.state) ? storyPageWords.takesBack : '';
};

/** At the top, before anything is changed. */
export const ChangeWarning = () => {
  const page = usePageStyles();
  const warning = useWarning();
  if (warning === '') return null;
  return (
    <div className={page.attention} role="status">
      {warning}
    </div>
  );
};

type SaveBarProps = {
  readonly drafting: Drafting;
  readonly children?: ReactNode;
  readonly onSaved?: (() => void) | undefined;
};

/** Saves with its button and with Ctrl+S; a conflict and a refusal stand right here. */
export const SaveBar = ({ drafting, children, onSaved }: SaveBarProps) => {
  const page = usePageStyles();
  const styles = useStyles();
  const [said, setSaid] = useState('');
  const { dirty, busy, conflict } = drafting;
  const save = async (): Promise<void> => {
    if (!dirty) return;
    const revision = await drafting.save();
    setSaid(revision === null ? '' : storyPageWords.saved);
    if (revision !== null) onSaved?.();
  };
  useSaveKey(() => void save());
  return (
    <div className={mergeClasses(page.section, !conflict && styles.bar)}>
      <Problems problems={drafting.problems} />
      {conflict ? (
        <Conflict drafting={drafting} />
      ) : (
        <div className={page.buttons}>
          <Button
            icon={<SaveRegular />}
            disabledFocusable={!dirty || busy}
            onClick={() => void save()}
          >
            {busy ? storyPageWords.saving : storyPageWords.save}
          </Button>
          {dirty && (
            <Button appearance="subtle" onClick={drafting.undo}>
              {storyPageWords.undo}
            </Button>
          )}
          {children}
          <span className={page.quiet} role="status">
            {dirty ? storyPageWords.unsaved : said}
          </span>
        </div>
      )}
      <Leaving drafting={drafting} />
    </div>
  );
};
