import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  CircleHalfFillRegular,
  ErrorCircleRegular,
} from '@fluentui/react-icons';
import { type Light, reportSubjects, type StatusReport } from '#shared/domain/reports/report.ts';
import { lightNames, subjectNames } from '#shared/words/reports/words.ts';

const useStyles = makeStyles({
  lights: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
    gap: '8px',
    margin: 0,
    maxWidth: '640px',
  },
  light: {
    display: 'grid',
    gridTemplateColumns: '24px 1fr',
    alignItems: 'center',
    columnGap: '8px',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  subject: {
    gridColumn: '2',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  name: { gridColumn: '2', margin: 0, fontWeight: tokens.fontWeightSemibold },
  mark: { gridRow: '1 / span 2', display: 'grid' },
  green: { color: tokens.colorStatusSuccessForeground1 },
  yellow: { color: tokens.colorStatusWarningForeground1 },
  red: { color: tokens.colorStatusDangerForeground1 },
});

/** Three shapes, so that nobody needs the colour. */
export const LightMark = ({ light }: { readonly light: Light }) => {
  const styles = useStyles();
  const marks = {
    green: <CheckmarkCircleRegular fontSize={22} />,
    yellow: <CircleHalfFillRegular fontSize={22} />,
    red: <ErrorCircleRegular fontSize={22} />,
  };
  return (
    <span className={mergeClasses(styles.mark, styles[light])} aria-hidden="true">
      {marks[light]}
    </span>
  );
};

/** Time, money and benefits, each in a word and a shape. */
export const Lights = ({ report }: { readonly report: StatusReport }) => {
  const styles = useStyles();
  return (
    <dl className={styles.lights}>
      {reportSubjects.map((subject) => {
        const light = report[subject];
        return light === null ? null : (
          <div key={subject} className={styles.light}>
            <LightMark light={light} />
            <dt className={styles.subject}>{subjectNames[subject]}</dt>
            <dd className={styles.name}>{lightNames[light]}</dd>
          </div>
        );
      })}
    </dl>
  );
};
