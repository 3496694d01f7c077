import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { yearWords } from '#shared/words/plan/year.ts';
import { Sits } from '../drawing/marks.tsx';
import type { ItemKind, ItemState, Quarter, YearItem } from './yearItems.ts';

const useStyles = makeStyles({
  head: {
    margin: '18px 0 0',
    paddingBottom: '6px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  time: {
    marginLeft: '10px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: '22px 108px minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '10px',
    minHeight: '40px',
    padding: '2px 6px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media (max-width: 719px)': {
      gridTemplateColumns: '22px minmax(0, 1fr)',
      gap: '0 10px',
      padding: '6px 2px',
    },
  },
  lit: { backgroundColor: 'var(--pointed)' },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  said: {
    textAlign: 'right',
    '@media (max-width: 719px)': { gridColumn: 2, textAlign: 'left' },
  },
  when: { '@media (max-width: 719px)': { gridColumn: 2, gridRow: 2 } },
  late: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    color: tokens.colorStatusWarningForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  done: { fill: tokens.colorBrandBackground, stroke: tokens.colorBrandBackground },
  planned: { fill: 'none', stroke: tokens.colorCompoundBrandBackground },
  none: {
    fill: 'none',
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeDasharray: '2.5 2.5',
  },
  held: { fill: tokens.colorNeutralForeground3, stroke: tokens.colorNeutralForeground3 },
  line: { stroke: tokens.colorNeutralForeground1 },
});

const Mark = ({ kind, state }: { readonly kind: ItemKind; readonly state: ItemState }) => {
  const styles = useStyles();
  const name = styles[state];
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      {kind === 'meeting' && (
        <circle
          cx="11"
          cy="11"
          r="9"
          strokeWidth="2"
          className={state === 'done' ? styles.held : name}
        />
      )}
      {kind === 'story' && <circle cx="11" cy="11" r="5.5" strokeWidth="2" className={name} />}
      {kind === 'article' && (
        <path
          d="M3 11h16"
          strokeWidth={state === 'done' ? 7 : 2.5}
          strokeLinecap="round"
          className={name}
        />
      )}
      {kind === 'visit' && (
        <rect x="6" y="6" width="10" height="10" rx="2" strokeWidth="2" className={name} />
      )}
      {kind === 'point' && (
        <path
          d="M7 19V3L17 7.5L7 12"
          strokeWidth="2"
          strokeLinejoin="round"
          className={state === 'done' ? styles.held : name}
        />
      )}
      {kind === 'pools' && <path d="M11 3v16" strokeWidth="2.5" className={styles.line} />}
    </svg>
  );
};

type Lighting = {
  readonly lit: string | null;
  readonly onLight: (id: string | null) => void;
};

/** What leads somewhere is a link; an address of its own is opened beside the tab. */
const Line = ({ href, ...props }: React.ComponentProps<'a'>) => {
  if (href === undefined) return <div {...(props as React.ComponentProps<'div'>)} />;
  return href.startsWith('#') ? (
    <a href={href} {...props} />
  ) : (
    <a href={href} target="_blank" rel="noreferrer" {...props} />
  );
};

const Item = ({ item, lit, onLight }: Lighting & { readonly item: YearItem }) => {
  const styles = useStyles();
  const { id, kind, state, when, title, said, isLate, href } = item;
  return (
    <li>
      <Line
        className={mergeClasses(styles.item, lit === id && styles.lit)}
        {...(href === null ? {} : { href })}
        onFocus={() => onLight(id)}
        onBlur={() => onLight(null)}
        onMouseEnter={() => onLight(id)}
        onMouseLeave={() => onLight(null)}
      >
        <Mark {...{ kind, state }} />
        <span className={mergeClasses(styles.small, styles.when)}>{when}</span>
        <span>{title}</span>
        <span className={mergeClasses(styles.small, styles.said, isLate && styles.late)}>
          {isLate && <Sits size={13} />}
          {said}
        </span>
      </Line>
    </li>
  );
};

/** The year in words: now, what comes, and what is over. */
export const YearList = ({
  quarters,
  ...lighting
}: Lighting & { readonly quarters: readonly Quarter[] }) => {
  const styles = useStyles();
  return (
    <section aria-label={yearWords.list}>
      {quarters.map(({ number, time, items }) => (
        <section key={number} aria-label={yearWords.quarterSpan(number)}>
          <h2 className={styles.head}>
            {yearWords.quarterSpan(number)}
            <span className={styles.time}>{yearWords.times[time]}</span>
          </h2>
          <ul className={styles.list}>
            {items.map((item) => (
              <Item key={item.id} item={item} {...lighting} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
};
