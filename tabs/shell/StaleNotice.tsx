import { makeStyles, tokens } from '@fluentui/react-components';
import { InfoRegular } from '@fluentui/react-icons';
import { staleText } from '#shared/words/screens/board.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    margin: '8px 20px 0',
    padding: '6px 12px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: 'var(--attention)',
  },
});

/** A quiet bar: nothing new can be fetched, and how old the picture is. */
export const StaleNotice = ({ since }: { readonly since: string }) => {
  const styles = useStyles();
  return (
    <div className={styles.bar} role="status">
      <InfoRegular fontSize={16} aria-hidden="true" />
      {staleText(since)}
    </div>
  );
};
