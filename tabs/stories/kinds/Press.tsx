import { makeStyles, tokens } from '@fluentui/react-components';
import { factSheet } from '#shared/words/stories/draft.ts';
import { storyPageWords } from '#shared/words/stories/page.ts';
import { mayMove, useStory } from '../onStory.tsx';
import { usePageStyles } from '../pageStyles.ts';
import { AboutFields } from '../write/AboutFields.tsx';
import { SaveBar } from '../write/SaveBar.tsx';
import { SendPanel } from '../write/SendPanel.tsx';
import { TextEditor } from '../write/TextEditor.tsx';
import { useDraft } from '../write/useDraft.ts';
import { EndForm } from './EndForm.tsx';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: '6px 18px',
    margin: 0,
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: '2px' },
  },
  label: { color: tokens.colorNeutralForeground3 },
  fact: {
    margin: 0,
    overflowWrap: 'anywhere',
    '@media (max-width: 719px)': { paddingBottom: '8px' },
  },
});

/** What the leder needs at hand when the press calls. */
export const FactSheet = () => {
  const styles = useStyles();
  const page = usePageStyles();
  const { project, areas } = useStory().reply.view;
  if (!project) return null;
  return (
    <section className={page.section} aria-label={storyPageWords.facts}>
      <h2 className={page.head}>{storyPageWords.facts}</h2>
      <dl className={styles.facts}>
        {factSheet(project, areas).flatMap(({ code, label, text }) => [
          <dt key={`${code}:`} className={styles.label}>
            {label}
          </dt>,
          <dd key={code} className={styles.fact}>
            {text}
          </dd>,
        ])}
      </dl>
    </section>
  );
};

const Editor = () => {
  const { reply } = useStory();
  const drafting = useDraft();
  const { draft, change } = drafting;
  return (
    <>
      <TextEditor drafting={drafting} />
      <AboutFields reply={reply} about={draft.about} onAbout={(about) => change({ about })} />
      <SendPanel drafting={drafting} />
      <SaveBar drafting={drafting} />
    </>
  );
};

/** A press enquiry: what they ask, who takes it, and the facts of the project. */
export const Press = () => {
  const page = usePageStyles();
  const { reply } = useStory();
  const { now } = reply.view;
  return (
    <>
      {mayMove(reply, 'saved') ? (
        <Editor key={now.state} />
      ) : (
        <div className={page.paper} dir="auto">
          {now.version.text}
        </div>
      )}
      <FactSheet />
      <EndForm type="closed" />
    </>
  );
};
