import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';

const useStyles = makeStyles({
  page: {
    height: '100%',
    overflowY: 'auto',
    padding: '0 20px 24px',
    backgroundColor: tokens.colorNeutralBackground3,
    '@media (max-width: 719px)': { padding: '0 12px 20px' },
  },
  blank: {
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    marginTop: '14px',
  },
  said: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '0 0 10px',
    color: tokens.colorStatusSuccessForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  problem: { color: tokens.colorStatusDangerForeground1 },
});

/** A page of panels: they are white, what they lie on is grey. */
export const GreyPage = ({
  ref,
  children,
}: {
  readonly ref?: React.RefObject<HTMLElement | null>;
  readonly children: React.ReactNode;
}) => (
  <main {...(ref ? { ref } : {})} className={useStyles().page}>
    {children}
  </main>
);

/** Only the very first time: panels as high as those that come. */
export const GreyPageWaiting = ({
  label,
  blanks,
}: {
  readonly label: string;
  readonly blanks: readonly { readonly height: string; readonly marginTop?: string }[];
}) => {
  const styles = useStyles();
  return (
    <main className={styles.page} aria-busy="true" aria-label={label}>
      {blanks.map((blank) => (
        <div key={blank.height} className={styles.blank} style={blank} />
      ))}
    </main>
  );
};

export type Said = { readonly text: string; readonly isProblem: boolean };

export const nothingSaid: Said = { text: '', isProblem: false };

/** What was just done, or could not be, for the eye and for who listens. */
export const SaidLine = ({ said }: { readonly said: Said }) => {
  const styles = useStyles();
  return (
    <div role="status">
      {said.text !== '' && (
        <div className={mergeClasses(styles.said, said.isProblem && styles.problem)}>
          {!said.isProblem && <CheckmarkRegular fontSize={18} aria-hidden="true" />}
          {said.text}
        </div>
      )}
    </div>
  );
};
