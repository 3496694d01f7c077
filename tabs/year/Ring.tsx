import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { YearReply } from '#shared/contract/year.ts';
import { daysFrom, months as monthNames } from '#shared/words/dates.ts';
import { yearWords } from '#shared/words/plan/year.ts';
import { styleOfArea } from '../drawing/areaMarks.ts';
import { useMe } from '../shell/Looking.tsx';
import { arc, band, centre, midMonth, partOfYear, pointAt } from './ringMath.ts';
import { type ItemState, periodState } from './yearItems.ts';

const useStyles = makeStyles({
  ring: { display: 'block', width: '100%', maxWidth: '620px', height: 'auto', margin: '0 auto' },
  past: { fill: tokens.colorNeutralBackground5, stroke: tokens.colorTransparentStroke },
  now: { fill: tokens.colorBrandBackground2, stroke: tokens.colorBrandStroke2 },
  ahead: { fill: 'none', stroke: tokens.colorNeutralStroke1 },
  thin: { fill: 'none', stroke: tokens.colorNeutralStroke2 },
  month: { fill: tokens.colorNeutralForeground2, fontSize: '14px' },
  here: { fill: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  quarter: { fill: tokens.colorNeutralForeground2, fontSize: '13px' },
  done: { fill: tokens.colorBrandBackground, stroke: tokens.colorBrandBackground },
  held: { fill: tokens.colorNeutralForeground3, stroke: tokens.colorNeutralForeground3 },
  planned: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorCompoundBrandBackground },
  none: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeDasharray: '3 3',
  },
  onFilled: { fill: tokens.colorNeutralForegroundOnBrand },
  onHeld: { fill: tokens.colorNeutralBackground1 },
  onPlanned: { fill: tokens.colorBrandForeground2 },
  arcDone: { stroke: tokens.colorBrandBackground },
  arcPlanned: { stroke: tokens.colorCompoundBrandBackground },
  arcNone: { stroke: tokens.colorNeutralStrokeAccessible, strokeDasharray: '5 5' },
  line: { stroke: tokens.colorNeutralForeground1 },
  today: { stroke: tokens.colorCompoundBrandBackground },
  pill: { fill: tokens.colorBrandBackground },
  year: {
    fill: tokens.colorNeutralForeground1,
    fontSize: '42px',
    fontWeight: tokens.fontWeightSemibold,
  },
  next: { fill: tokens.colorNeutralForeground1, fontSize: '15px' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  lit: { stroke: tokens.colorStrokeFocus2, strokeWidth: '3px' },
});

type Lighting = {
  readonly lit: string | null;
  readonly onLight: (id: string | null) => void;
};
type Props = Lighting & { readonly reply: YearReply };

/** What the mouse is over in the ring is lit in the list too; the keyboard has the list. */
const over = ({ onLight }: Lighting, id: string) => ({
  onMouseEnter: () => onLight(id),
  onMouseLeave: () => onLight(null),
});

const quarterTimes = (
  { reply }: Pick<Props, 'reply'>,
  quarter: number,
): 'past' | 'now' | 'ahead' => {
  const from = `${reply.year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`;
  const until = `${reply.year}-${String(quarter * 3 + 3).padStart(2, '0')}-31`;
  if (reply.today > until) return 'past';
  return reply.today >= from ? 'now' : 'ahead';
};

const gap = 0.0025;

const Quarters = (props: Pick<Props, 'reply'>) => {
  const styles = useStyles();
  return [0, 1, 2, 3].map((quarter) => {
    const middle = (quarter + 0.5) / 4;
    const { x, y } = pointAt(middle, 241);
    // Text that would stand on its head is turned.
    const turn = middle * 360 + (quarter === 1 || quarter === 2 ? 180 : 0);
    return (
      <g key={quarter}>
        <path
          d={band(quarter / 4 + gap, (quarter + 1) / 4 - gap, 218, 264)}
          className={styles[quarterTimes(props, quarter)]}
        />
        {[1, 2].map((month) => {
          const at = quarter / 4 + month / 12;
          const [a, b] = [pointAt(at, 218), pointAt(at, 264)];
          return <path key={month} d={`M${a.x} ${a.y}L${b.x} ${b.y}`} className={styles.thin} />;
        })}
        <text
          {...{ x, y }}
          className={styles.quarter}
          textAnchor="middle"
          dominantBaseline="central"
          transform={`rotate(${turn} ${x} ${y})`}
        >
          {yearWords.quarter(quarter + 1)}
        </text>
      </g>
    );
  });
};

const Months = ({ reply }: Pick<Props, 'reply'>) => {
  const styles = useStyles();
  const here = reply.today.startsWith(String(reply.year))
    ? Number(reply.today.slice(5, 7)) - 1
    : -1;
  return monthNames.map((name, month) => (
    <text
      key={name}
      {...pointAt(midMonth(month), 287)}
      className={mergeClasses(styles.month, month === here && styles.here)}
      textAnchor="middle"
      dominantBaseline="central"
    >
      {name.slice(0, 3)}
    </text>
  ));
};

const Meetings = ({ reply, lit, onLight }: Props) => {
  const styles = useStyles();
  return reply.quarters.map(({ day, state }) => {
    const { x, y } = pointAt(partOfYear(day), 241);
    const isHeld = state !== 'planned';
    const isMissed = !isHeld && day < reply.today;
    return (
      <g key={day} {...over({ lit, onLight }, `meeting:${day}`)}>
        <circle
          cx={x}
          cy={y}
          r="17"
          strokeWidth="2"
          className={mergeClasses(
            isHeld ? styles.held : isMissed ? styles.none : styles.planned,
            lit === `meeting:${day}` && styles.lit,
          )}
        />
        <text
          {...{ x, y }}
          className={mergeClasses(
            styles.month,
            styles.strong,
            isHeld ? styles.onHeld : styles.onPlanned,
          )}
          textAnchor="middle"
          dominantBaseline="central"
        >
          {Number(day.slice(8, 10))}.
        </text>
      </g>
    );
  });
};

const Stories = ({ reply, lit, onLight }: Props) => {
  const styles = useStyles();
  return reply.stories.map((period, month) => {
    const id = `story:${Math.floor(month / 3) + 1}`;
    const { x, y } = pointAt(midMonth(month), 192);
    return (
      <circle
        key={period.period}
        {...over({ lit, onLight }, id)}
        cx={x}
        cy={y}
        r="8"
        strokeWidth="2"
        className={mergeClasses(styles[periodState(period)], lit === id && styles.lit)}
      />
    );
  });
};

const arcNames = { done: 'arcDone', planned: 'arcPlanned', none: 'arcNone' } as const;

const Articles = ({ reply, lit, onLight }: Props) => {
  const styles = useStyles();
  return reply.articles.map((period, quarter) => {
    const id = `article:${quarter + 1}`;
    const state: ItemState = periodState(period);
    return (
      <path
        key={period.period}
        {...over({ lit, onLight }, id)}
        d={arc(quarter / 4 + 0.02, (quarter + 1) / 4 - 0.02, 158)}
        fill="none"
        strokeLinecap="round"
        strokeWidth={state === 'done' ? 10 : 3}
        className={mergeClasses(styles[arcNames[state]], lit === id && styles.lit)}
      />
    );
  });
};

/** By the mark of their area; those that are ahead are fainter. */
const Visits = ({ reply, lit, onLight }: Props) => {
  const { areas } = useMe();
  return reply.visits.map(({ id: visit, area, day, isDone }) => {
    const id = `visit:${visit}`;
    const { x, y } = pointAt(partOfYear(day), 141);
    const { shape, color } = styleOfArea(areas, area);
    const size = lit === id ? 18 : 13;
    return (
      <use
        key={visit}
        {...over({ lit, onLight }, id)}
        href={`#mark-${shape}`}
        {...{ x: x - size / 2, y: y - size / 2, width: size, height: size }}
        style={{ color, opacity: isDone || lit === id ? 1 : 0.5 }}
      />
    );
  });
};

const flagRadius = 104;
/** As part of a year: nearer than this, the next stands further in. */
const flagRoom = 0.035;

/** Each a flag; one that follows close on another stands further in. */
const Points = ({ reply, lit, onLight }: Props) => {
  const styles = useStyles();
  let [last, isIn] = [-1, false];
  return reply.points.map(({ id: point, day }) => {
    const id = `point:${point}`;
    const part = partOfYear(day);
    isIn = part - last < flagRoom && !isIn;
    last = part;
    const { x, y } = pointAt(part, isIn ? flagRadius - 20 : flagRadius);
    return (
      <path
        key={point}
        {...over({ lit, onLight }, id)}
        d={`M${x - 4} ${y + 8}V${y - 8}L${x + 7} ${y - 4}L${x - 4} ${y}`}
        strokeWidth="2"
        strokeLinejoin="round"
        className={mergeClasses(
          day < reply.today ? styles.held : styles.planned,
          lit === id && styles.lit,
        )}
      />
    );
  });
};

const Pools = ({ lit, onLight }: Lighting) => {
  const styles = useStyles();
  return (
    <path
      {...over({ lit, onLight }, 'pools')}
      d={`M${centre} ${centre - 130}V${centre - 272}`}
      strokeWidth={lit === 'pools' ? 5 : 2.5}
      className={styles.line}
    />
  );
};

const Today = ({ reply }: Pick<Props, 'reply'>) => {
  const styles = useStyles();
  if (!reply.today.startsWith(String(reply.year))) return null;
  const part = partOfYear(reply.today);
  const [a, b] = [pointAt(part, 118), pointAt(part, 268)];
  const { x, y } = pointAt(part, 276);
  return (
    <g>
      <path d={`M${a.x} ${a.y}L${b.x} ${b.y}`} strokeWidth="2" className={styles.today} />
      <rect x={x - 24} y={y - 11} width="48" height="22" rx="11" className={styles.pill} />
      <text
        {...{ x, y }}
        className={mergeClasses(styles.month, styles.onFilled, styles.strong)}
        textAnchor="middle"
        dominantBaseline="central"
      >
        {yearWords.today}
      </text>
    </g>
  );
};

/** What comes next, in the middle. */
const Middle = ({ reply }: Pick<Props, 'reply'>) => {
  const styles = useStyles();
  const isThisYear = reply.today.startsWith(String(reply.year));
  const next = isThisYear ? reply.nextMeeting : null;
  const text = (y: number, name: string, said: string) => (
    <text x={centre} y={y} className={name} textAnchor="middle" dominantBaseline="central">
      {said}
    </text>
  );
  return (
    <>
      {text(centre - 22, styles.year, String(reply.year))}
      {next && text(centre + 18, mergeClasses(styles.next, styles.strong), yearWords.meeting)}
      {next && text(centre + 40, styles.next, yearWords.inDays(daysFrom(reply.today, next)))}
    </>
  );
};

/** The year as one picture; the list beside it says the same, and is what one goes through. */
export const Ring = ({ label, ...props }: Props & { readonly label: string }) => {
  const styles = useStyles();
  return (
    <svg className={styles.ring} viewBox="0 0 620 620" role="img" aria-label={label}>
      <Quarters reply={props.reply} />
      <Months reply={props.reply} />
      <circle cx={centre} cy={centre} r="192" className={styles.thin} />
      <circle cx={centre} cy={centre} r="124" className={styles.thin} />
      <Stories {...props} />
      <Articles {...props} />
      <Visits {...props} />
      <Points {...props} />
      <Pools lit={props.lit} onLight={props.onLight} />
      <Today reply={props.reply} />
      <Meetings {...props} />
      <Middle reply={props.reply} />
    </svg>
  );
};
