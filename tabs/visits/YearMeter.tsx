import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Area } from '#shared/domain/area.ts';
import type { AreaYear, VisitYear } from '#shared/domain/visits/year.ts';
import { visitsWords } from '#shared/words/visits/page.ts';
import { areaName } from '#shared/words/words.ts';
import { AreaMark, Sits } from '../drawing/marks.tsx';
import { useVisitStyles } from './visitStyles.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '9px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { flexGrow: 1, minWidth: 0, display: 'inline-flex', alignItems: 'center', gap: '8px' },
  bars: { display: 'inline-flex', gap: '4px', flexShrink: 0 },
  bar: {
    boxSizing: 'border-box',
    width: '26px',
    height: '10px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorCompoundBrandBackground,
  },
  ahead: {
    backgroundColor: 'transparent',
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
  },
  count: { minWidth: '18px', textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  said: { margin: '10px 0 0' },
});

const { year: words } = visitsWords;

/** More than these are a number, and no picture. */
const mostBars = 6;

const barsOf = ({ done, ahead }: AreaYear) => [
  ...Array.from({ length: Math.min(done, mostBars) }, (_, at) => ({
    ...{ key: `done${at}`, isAhead: false },
  })),
  ...ahead.slice(0, mostBars).map((day, at) => ({ key: `${day}:${at}`, isAhead: true })),
];

const AreaRow = ({ row, areas }: { readonly row: AreaYear; readonly areas: readonly Area[] }) => {
  const styles = useStyles();
  const page = useVisitStyles();
  const { area, done, ahead, hasUnits } = row;
  return (
    <li className={styles.row}>
      <span className={styles.name}>
        <AreaMark areas={areas} area={area} />
        {areaName(areas, area)}
      </span>
      {!hasUnits && <span className={page.small}>{words.noUnits}</span>}
      {ahead.length > 0 && <span className={page.small}>{words.planned(ahead)}</span>}
      {hasUnits && (
        <>
          <span className={styles.bars} role="img" aria-label={words.row(row)}>
            {barsOf(row).map(({ key, isAhead }) => (
              <span key={key} className={mergeClasses(styles.bar, isAhead && styles.ahead)} />
            ))}
          </span>
          <span className={styles.count} aria-hidden="true">
            {done}
          </span>
        </>
      )}
    </li>
  );
};

/** The areas that lack a visit, in a sentence. */
const Lacking = ({
  year,
  areas,
}: {
  readonly year: VisitYear;
  readonly areas: readonly Area[];
}) => {
  const styles = useStyles();
  const page = useVisitStyles();
  const text = words.lackText(year, areas);
  if (year.isReached) return <p className={mergeClasses(styles.said, page.good)}>{text}</p>;
  return text === '' ? null : (
    <p className={mergeClasses(styles.said, page.late)}>
      <Sits />
      {text}
    </p>
  );
};

/** How far a year has come: so many visits, and some in each area. */
export const YearMeter = ({
  year,
  areas,
}: {
  readonly year: VisitYear;
  readonly areas: readonly Area[];
}) => {
  const page = useVisitStyles();
  const [strong, rest] = words.done(year);
  return (
    <section aria-label={words.title(year.year)}>
      <h2 className={page.heading}>{words.title(year.year)}</h2>
      <div>
        <span className={page.strong}>{strong}</span> {rest}
      </div>
      <ul className={page.bare}>
        {year.areas.map((row) => (
          <AreaRow key={row.area} row={row} areas={areas} />
        ))}
      </ul>
      <Lacking year={year} areas={areas} />
    </section>
  );
};
