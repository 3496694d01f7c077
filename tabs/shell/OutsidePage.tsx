import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { outsideWords } from '#shared/words/screens/board.ts';
import { Door } from '../drawing/marks.tsx';

const useStyles = makeStyles({
  page: {
    height: '100%',
    overflowY: 'auto',
    display: 'flex',
    justifyContent: 'center',
    padding: '12vh 24px 24px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  text: {
    maxWidth: '520px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase500,
  },
  title: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    margin: '20px 0 8px',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** A plain browser, or a frame that is not Teams: what is missing, and what to do. */
export const OutsidePage = ({ because }: { readonly because: 'noParent' | 'silent' }) => {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <div className={styles.text}>
        <Door state="next" height={64} />
        <h1 className={styles.title}>{outsideWords.title}</h1>
        <p>{outsideWords[because]}</p>
        <ol>
          {outsideWords.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className={styles.quiet}>{outsideWords.missing}</p>
        {because === 'silent' && (
          <Button appearance="primary" onClick={() => window.location.reload()}>
            {outsideWords.again}
          </Button>
        )}
      </div>
    </main>
  );
};
