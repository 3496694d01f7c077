import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { isLate, type SpreadUnit } from '#shared/domain/spread/spreadUnit.ts';
import { middleOf, placeOn } from './spreadMonths.ts';

const useStyles = makeStyles({
  line: {
    position: 'relative',
    height: '100%',
    minHeight: '30px',
    minWidth: '360px',
    overflow: 'hidden',
  },
  month: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    borderLeft: `1px dotted ${tokens.colorNeutralStroke2}`,
  },
  today: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    width: '2px',
    backgroundColor: tokens.colorCompoundBrandBackground,
  },
  bar: {
    position: 'absolute',
    top: 'calc(50% - 7px)',
    height: '14px',
    minWidth: '4px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorCompoundBrandBackground,
  },
  moved: {
    position: 'absolute',
    top: 'calc(50% - 1px)',
    height: 0,
    borderTop: `2px dotted ${tokens.colorNeutralStroke1}`,
  },
  ring: {
    position: 'absolute',
    top: 'calc(50% - 7px)',
    width: '14px',
    height: '14px',
    marginLeft: '-7px',
    borderRadius: tokens.borderRadiusCircular,
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  late: {
    borderTopColor: tokens.colorStatusWarningForeground1,
    borderRightColor: tokens.colorStatusWarningForeground1,
    borderBottomColor: tokens.colorStatusWarningForeground1,
    borderLeftColor: tokens.colorStatusWarningForeground1,
  },
  cross: {
    position: 'absolute',
    top: 'calc(50% - 12px)',
    marginLeft: '-6px',
    lineHeight: '22px',
    fontSize: tokens.fontSizeBase400,
    color: tokens.colorNeutralForeground2,
  },
});

type Drawn = {
  readonly unit: SpreadUnit;
  readonly months: readonly string[];
  readonly today: string;
};

const Moved = ({ unit, months }: Omit<Drawn, 'today'>) => {
  const styles = useStyles();
  if (unit.firstPlanned === null) return null;
  const from = middleOf(months, unit.firstPlanned);
  const to =
    unit.startedOn === null ? middleOf(months, unit.planned) : placeOn(months, unit.startedOn);
  const [left, right] = from < to ? [from, to] : [to, from];
  return <span className={styles.moved} style={{ left: `${left}%`, width: `${right - left}%` }} />;
};

const Mark = ({ unit, months, today }: Drawn) => {
  const styles = useStyles();
  switch (unit.state) {
    case 'started': {
      const from = placeOn(months, unit.startedOn ?? unit.planned);
      const width = Math.max(0, placeOn(months, today) - from);
      return <span className={styles.bar} style={{ left: `${from}%`, width: `${width}%` }} />;
    }
    case 'planned': {
      const left = `${middleOf(months, unit.planned)}%`;
      const late = isLate(unit, today) && styles.late;
      return <span className={mergeClasses(styles.ring, late)} style={{ left }} />;
    }
    case 'givenUp': {
      const left = `${placeOn(months, unit.givenUpOn ?? unit.planned)}%`;
      return (
        <span className={styles.cross} style={{ left }}>
          ×
        </span>
      );
    }
  }
};

/** One unit on the line of months. The words beside it say the same. */
export const UnitLine = ({ unit, months, today }: Drawn) => {
  const styles = useStyles();
  return (
    <div className={styles.line} aria-hidden="true">
      {months.map((month) => (
        <span key={month} className={styles.month} style={{ left: `${placeOn(months, month)}%` }} />
      ))}
      <span className={styles.today} style={{ left: `${placeOn(months, today)}%` }} />
      <Moved unit={unit} months={months} />
      <Mark unit={unit} months={months} today={today} />
    </div>
  );
};
