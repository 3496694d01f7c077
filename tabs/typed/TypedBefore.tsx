import { makeStyles, tokens } from '@fluentui/react-components';
import { projectWords } from '#shared/words/screens/project.ts';
import type { Typing } from './useTyped.ts';

const useStyles = makeStyles({
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Why there are words in a form that was just opened. */
export const TypedBefore = ({ typing }: { readonly typing: Typing }) => {
  const styles = useStyles();
  if (!typing.isFromBefore) return null;
  return (
    <span className={styles.quiet} role="status">
      {projectWords.typedBefore}
    </span>
  );
};
