import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type PointerEvent, useId, useMemo } from 'react';
import { isInShadedField, type Tek, tekNear, tekPointOf } from '#shared/domain/tek.ts';
import type { CloudPoint } from '#shared/domain/tekCloud.ts';
import { tekNames } from '#shared/words/words.ts';
import { apart, type Circle } from './apart.ts';

const useStyles = makeStyles({
  whole: { maxWidth: '100%' },
  // A finger that drags the point does not scroll the page.
  dragged: { cursor: 'grab', touchAction: 'none', ':active': { cursor: 'grabbing' } },
  cloud: { width: '100%', maxWidth: '520px', display: 'block' },
  bubble: { cursor: 'pointer' },
  count: { fontSize: '8px', fontWeight: tokens.fontWeightSemibold },
  corner: {
    fontSize: '8px',
    fontWeight: tokens.fontWeightSemibold,
    fill: tokens.colorNeutralForeground1,
  },
  label: {
    fontSize: '12px',
    fontWeight: tokens.fontWeightSemibold,
    fill: tokens.colorNeutralForeground1,
  },
});

const width = 228;
const top = { x: 114, y: 26 };
const right = { x: 206, y: 180 };
const left = { x: 22, y: 180 };

const at = (e: number, k: number, t: number): string =>
  `${e * top.x + k * right.x + t * left.x} ${e * top.y + k * right.y + t * left.y}`;

const third = 1 / 3;

const Hatch = ({ id }: { readonly id: string }) => (
  <defs>
    <pattern
      id={id}
      width="7"
      height="7"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="7" height="7" style={{ fill: tokens.colorBrandBackground2 }} />
      <path d="M0 0V7" strokeWidth="1.6" style={{ stroke: tokens.colorBrandStroke2 }} />
    </pattern>
  </defs>
);

/** The triangle itself, with the shaded field. */
const Field = ({ hatch }: { readonly hatch: string }) => {
  const middle = at(third, third, third);
  return (
    <>
      <Hatch id={hatch} />
      <path
        d={`M${at(1, 0, 0)}L${at(third, 1 - third, 0)}L${at(third, 0, 1 - third)}Z`}
        style={{ fill: `url(#${hatch})` }}
      />
      {[at(1, 0, 0), at(0, 1, 0), at(0, 0, 1)].map((corner) => (
        <path
          key={corner}
          d={`M${corner}L${middle}`}
          strokeWidth="1"
          style={{ stroke: tokens.colorNeutralStroke1 }}
        />
      ))}
      <path
        d={`M${at(third, 1 - third, 0)}L${at(third, 0, 1 - third)}`}
        strokeWidth="1.5"
        strokeDasharray="5 4"
        style={{ stroke: tokens.colorBrandStroke1 }}
      />
      <path
        d={`M${at(1, 0, 0)}L${at(0, 1, 0)}L${at(0, 0, 1)}Z`}
        fill="none"
        strokeWidth="1.5"
        strokeLinejoin="round"
        style={{ stroke: tokens.colorNeutralForeground2 }}
      />
    </>
  );
};

/** Where an assessment stands in the picture; null when it stands nowhere. */
const placeOf = (tek: Tek): { readonly x: number; readonly y: number } | null => {
  const point = tekPointOf(tek);
  if (!point) return null;
  const [x = 0, y = 0] = at(point.efficiency, point.quality, point.wellbeing)
    .split(' ')
    .map(Number);
  return { x, y };
};

/** Where a project stands: filled in the shaded field, hollow outside it. */
const Point = ({ tek }: { readonly tek: Tek }) => {
  const place = placeOf(tek);
  if (!place) return null;
  const { x, y } = place;
  if (isInShadedField(tek))
    return (
      <>
        <circle cx={x} cy={y} r="10" style={{ fill: tokens.colorBrandStroke2 }} fillOpacity="0.7" />
        <circle cx={x} cy={y} r="6" style={{ fill: tokens.colorCompoundBrandBackground }} />
      </>
    );
  return (
    <circle
      cx={x}
      cy={y}
      r="6.5"
      strokeWidth="2.5"
      style={{ fill: tokens.colorNeutralBackground1, stroke: tokens.colorNeutralForeground1 }}
    />
  );
};

const between = (low: number, value: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** Where in the triangle a pointer is, as weights; outside it the edge is meant. */
const weightsAt = (event: PointerEvent<SVGSVGElement>) => {
  const box = event.currentTarget.getBoundingClientRect();
  const scale = width / box.width;
  const x = (event.clientX - box.left) * scale;
  const y = (event.clientY - box.top) * scale;
  const efficiency = between(0, (left.y - y) / (left.y - top.y), 1);
  const across = x - left.x - efficiency * (top.x - left.x);
  const quality = between(0, across / (right.x - left.x), 1 - efficiency);
  return { efficiency, quality, wellbeing: 1 - efficiency - quality };
};

/** The point follows the pointer that holds it, from where it is put down. */
const useDragging = (tek: Tek, onTek: ((tek: ReturnType<typeof tekNear>) => void) | undefined) => {
  if (!onTek) return {};
  const follow = (event: PointerEvent<SVGSVGElement>): void =>
    onTek(tekNear(weightsAt(event), tek));
  return {
    onPointerDown: (event: PointerEvent<SVGSVGElement>): void => {
      event.currentTarget.setPointerCapture(event.pointerId);
      follow(event);
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>): void => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event);
    },
  };
};

type Props = {
  readonly tek: Tek;
  /** The point may be dragged; the sliders beside it say the same by keyboard. */
  readonly onTek?: (tek: ReturnType<typeof tekNear>) => void;
};

/** The large triangle: the field hatched, the point inside filled, outside hollow. */
export const TekTriangle = ({ tek, onTek }: Props) => {
  const styles = useStyles();
  const hatch = useId();
  const dragging = useDragging(tek, onTek);
  const value = (leg: number | null): string => (leg === null ? '–' : String(leg));
  return (
    <svg
      width={width}
      height="204"
      viewBox="0 0 228 204"
      aria-hidden="true"
      className={mergeClasses(styles.whole, onTek && styles.dragged)}
      {...dragging}
    >
      <Field hatch={hatch} />
      <Point tek={tek} />
      <text x={top.x} y="14" textAnchor="middle" className={styles.label}>
        {tekNames.efficiency} {value(tek.efficiency)}
      </text>
      <text x="0" y="199" className={styles.label}>
        {tekNames.wellbeing} {value(tek.wellbeing)}
      </text>
      <text x="228" y="199" textAnchor="end" className={styles.label}>
        {tekNames.quality} {value(tek.quality)}
      </text>
    </svg>
  );
};

type CloudProps = {
  readonly points: readonly CloudPoint[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
};

/** As large as it has projects, and never so large that it hides where it stands. */
const radiusOf = ({ projects }: CloudPoint): number =>
  Math.min(15, 3.5 + 1.9 * Math.sqrt(projects.length));

type BubbleProps = Omit<CloudProps, 'points'> & {
  readonly point: CloudPoint;
  readonly circle: Circle;
};

const Bubble = ({ point, circle: { x, y, r: radius }, chosen, onChoose }: BubbleProps) => {
  const styles = useStyles();
  const isChosen = point.key === chosen;
  const fill = point.isInside
    ? tokens.colorCompoundBrandBackground
    : tokens.colorNeutralBackground1;
  const text = point.isInside
    ? tokens.colorNeutralForegroundOnBrand
    : tokens.colorNeutralForeground1;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list beside it says and does the same by keyboard.
    <g className={styles.bubble} onClick={() => onChoose(point.key)}>
      {isChosen && (
        <circle
          cx={x}
          cy={y}
          r={radius + 3.5}
          fill="none"
          strokeWidth="2"
          style={{ stroke: tokens.colorNeutralForeground1 }}
        />
      )}
      <circle
        cx={x}
        cy={y}
        r={radius}
        strokeWidth="1.6"
        style={{ fill, stroke: point.isInside ? tokens.colorNeutralBackground1 : text }}
      />
      {point.projects.length > 1 && (
        <text x={x} y={y + 3} textAnchor="middle" className={styles.count} style={{ fill: text }}>
          {point.projects.length}
        </text>
      )}
    </g>
  );
};

/** A thirteenth of a side: enough for the crowd in the middle, and near enough to stand where it is. */
const mostMoved = 14;
const fieldLine = third * top.y + (1 - third) * left.y;

/** The points with where they are drawn: none hides another. */
const placed = (points: readonly CloudPoint[]) => {
  const shown = points.flatMap((point) => {
    const place = placeOf(point.tek);
    return place ? [{ point, home: { ...place, r: radiusOf(point) } }] : [];
  });
  const circles = apart(
    shown.map(({ home }) => home),
    { most: mostMoved, line: fieldLine },
  );
  return shown.map(({ point, home }, at) => ({ point, circle: circles[at] ?? home }));
};

/** Every project in one triangle; the list beside it says the same. */
export const TekCloudPicture = ({ points, chosen, onChoose }: CloudProps) => {
  const styles = useStyles();
  const hatch = useId();
  const drawn = useMemo(() => placed(points), [points]);
  // The ring of the chosen one lies on top.
  const inOrder = [...drawn].sort(
    (a, b) => Number(a.point.key === chosen) - Number(b.point.key === chosen),
  );
  return (
    <svg viewBox="0 0 228 204" aria-hidden="true" className={styles.cloud}>
      <Field hatch={hatch} />
      {inOrder.map(({ point, circle }) => (
        <Bubble key={point.key} {...{ point, circle, chosen, onChoose }} />
      ))}
      <text x={top.x} y="10" textAnchor="middle" className={styles.corner}>
        {tekNames.efficiency}
      </text>
      <text x="0" y="203" className={styles.corner}>
        {tekNames.wellbeing}
      </text>
      <text x="228" y="203" textAnchor="end" className={styles.corner}>
        {tekNames.quality}
      </text>
    </svg>
  );
};
