import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { emptyValue, type PaperValue, writtenValue } from '#shared/domain/papers/paper.ts';
import type { WrittenQuestion } from '#shared/domain/papers/template.ts';
import { answerText, unanswered } from '#shared/words/papers/drawn.ts';
import { paperWords } from '#shared/words/papers/page.ts';
import { usePaper } from './onPaper.tsx';
import { usePaperStyles } from './paperStyles.ts';

const useStyles = makeStyles({
  both: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
    gap: '8px 20px',
  },
  side: { minWidth: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  label: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** A value as one text. */
const saidIn = ({ kind }: WrittenQuestion, value: PaperValue): string => {
  if (kind === 'answer') return answerText(value);
  if (kind === 'rows')
    return value.rows.map((row) => Object.values(row).join(' · ')).join('\n') || unanswered;
  return value.text || unanswered;
};

/** Two wrote in the same field: both texts side by side, and the writer's own is kept until they choose. */
export const Clash = ({ question }: { readonly question: WrittenQuestion }) => {
  const styles = useStyles();
  const paper = usePaperStyles();
  const { typed, drafts } = usePaper();
  const now = typed.get(question.code);
  if (now?.state !== 'clash') return null;
  const theirs = now.theirs ? writtenValue(now.theirs) : emptyValue;
  return (
    <div className={paper.attention} role="alert">
      {paperWords.clash}
      <div className={styles.both}>
        <div className={styles.side}>
          <span className={styles.label}>{paperWords.yours}</span>
          {saidIn(question, now.value)}
        </div>
        <div className={styles.side}>
          <span className={styles.label}>{paperWords.theirs(now.theirs?.byName ?? '')}</span>
          {saidIn(question, theirs)}
        </div>
      </div>
      <div className={paper.buttons}>
        <Button appearance="primary" onClick={() => drafts.keepMine(question.code)}>
          {paperWords.keepMine}
        </Button>
        <Button onClick={() => drafts.takeTheirs(question.code)}>{paperWords.takeTheirs}</Button>
      </div>
    </div>
  );
};
