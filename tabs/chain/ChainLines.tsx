import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import {
  boxOf,
  type Drawing,
  type DrawnLink,
  type Frame,
  lineOf,
} from '#shared/domain/chain/drawing.ts';

const useStyles = makeStyles({
  svg: { position: 'absolute', top: 0, left: 0, overflow: 'visible', pointerEvents: 'none' },
  line: { fill: 'none', stroke: tokens.colorNeutralForeground3, strokeWidth: '1.4px' },
  near: { stroke: tokens.colorBrandStroke1, strokeWidth: '2px' },
  worse: { strokeDasharray: '4 3' },
  end: { fill: tokens.colorNeutralForeground3 },
  nearEnd: { fill: tokens.colorBrandStroke1 },
  loose: {
    fill: 'none',
    stroke: tokens.colorStatusWarningForeground3,
    strokeWidth: '1.6px',
    strokeDasharray: '4 3',
  },
  ring: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorStatusWarningForeground3,
    strokeWidth: '1.6px',
  },
});

type LineProps = {
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly isWorse: boolean;
  readonly isNear: boolean;
};

const Line = memo(({ path, x, y, isWorse, isNear }: LineProps) => {
  const styles = useStyles();
  return (
    <>
      <path
        d={path}
        className={mergeClasses(styles.line, isWorse && styles.worse, isNear && styles.near)}
      />
      <circle
        cx={x}
        cy={y}
        r="2.6"
        className={mergeClasses(styles.end, isNear && styles.nearEnd)}
      />
    </>
  );
});

type LinesProps = {
  readonly drawing: Drawing;
  readonly frame: Frame;
  readonly chosen: string | null;
  /** Those that lead to nothing. */
  readonly loose: readonly DrawnLink[];
};

const standsAlike = (one: DrawnLink, other: DrawnLink | undefined): boolean =>
  one === other ||
  (one.id === other?.id &&
    one.row === other.row &&
    one.column === other.column &&
    one.isWorse === other.isWorse);

const standAlike = (some: readonly DrawnLink[], others: readonly DrawnLink[]): boolean =>
  some.length === others.length && some.every((link, at) => standsAlike(link, others[at]));

/** What a box says moves no line. */
const isSame = (before: LinesProps, now: LinesProps): boolean =>
  before.frame === now.frame &&
  before.chosen === now.chosen &&
  before.drawing.edges === now.drawing.edges &&
  standAlike(before.drawing.links, now.drawing.links) &&
  standAlike(before.loose, now.loose);

/** The arrows; what the boxes say of them is read aloud, not the lines. */
export const ChainLines = memo(({ drawing, frame, chosen, loose }: LinesProps) => {
  const styles = useStyles();
  const byId = new Map(drawing.links.map((link) => [link.id, link]));
  return (
    <svg className={styles.svg} width="1" height="1" aria-hidden="true">
      {drawing.edges.map(({ from, to }) => {
        const [a, b] = [byId.get(from), byId.get(to)];
        if (!a || !b) return null;
        const end = boxOf(b, frame);
        return (
          <Line
            key={`${from}>${to}`}
            path={lineOf(boxOf(a, frame), end, frame)}
            x={a.column === b.column ? end.x + frame.width : end.x}
            y={end.y + frame.height / 2}
            isWorse={a.isWorse || b.isWorse}
            isNear={from === chosen || to === chosen}
          />
        );
      })}
      {loose.map((link) => {
        const { x, y } = boxOf(link, frame);
        const [start, middle] = [x + frame.width, y + frame.height / 2];
        return (
          <g key={link.id}>
            <path d={`M${start} ${middle}h18`} className={styles.loose} />
            <circle cx={start + 22} cy={middle} r="4.5" className={styles.ring} />
          </g>
        );
      })}
    </svg>
  );
}, isSame);
