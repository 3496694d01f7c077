import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons';
import { Sits } from '../drawing/marks.tsx';

const useStyles = makeStyles({
  verdict: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    '& > svg': { flexShrink: 0 },
  },
  good: { color: tokens.colorStatusSuccessForeground1 },
  remark: { color: tokens.colorStatusWarningForeground1 },
});

/** Inside or outside, said with a sign and a word. */
export const Verdict = ({ good, text }: { readonly good: boolean; readonly text: string }) => {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.verdict, good ? styles.good : styles.remark)}>
      {good ? <CheckmarkCircleFilled fontSize={15} aria-hidden="true" /> : <Sits size={14} />}
      {text}
    </span>
  );
};
