import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { InfoRegular } from '@fluentui/react-icons';
import { asideText, boardWords, staleText } from '#shared/messages/board.ts';
import { hashOf } from '../shell/route.ts';

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
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  stale: {
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  link: { color: tokens.colorBrandForegroundLink },
});

/** Quiet bars under the page sentence: the age of what is shown, and what could not be read. */
export const Notices = ({
  staleSince,
  setAside,
}: {
  readonly staleSince: string | null;
  readonly setAside: number;
}) => {
  const styles = useStyles();
  return (
    <div role="status">
      {staleSince !== null && (
        <div className={mergeClasses(styles.bar, styles.stale)}>
          <InfoRegular fontSize={16} aria-hidden="true" />
          {staleText(staleSince)}
        </div>
      )}
      {setAside > 0 && (
        <div className={styles.bar}>
          <InfoRegular fontSize={16} aria-hidden="true" />
          {asideText(setAside)}
          <a className={styles.link} href={hashOf({ type: 'aside' })}>
            {boardWords.seeWhich}
          </a>
        </div>
      )}
    </div>
  );
};
