import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { isInShadedField, type Tek, tekPointOf } from '#shared/domain/tek.ts';
import { tekNames } from '#shared/words/words.ts';

const useStyles = makeStyles({
  label: {
    fontSize: '12px',
    fontWeight: tokens.fontWeightSemibold,
    fill: tokens.colorNeutralForeground1,
  },
});

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

/** Where a project stands: filled in the shaded field, hollow outside it. */
const Point = ({ tek }: { readonly tek: Tek }) => {
  const point = tekPointOf(tek);
  if (!point) return null;
  const [x = 0, y = 0] = at(point.efficiency, point.quality, point.wellbeing)
    .split(' ')
    .map(Number);
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

/** The large triangle: the field hatched, the point inside filled, outside hollow. */
export const TekTriangle = ({ tek }: { readonly tek: Tek }) => {
  const styles = useStyles();
  const hatch = useId();
  const middle = at(third, third, third);
  const value = (leg: number | null): string => (leg === null ? '–' : String(leg));
  return (
    <svg
      width="228"
      height="204"
      viewBox="0 0 228 204"
      aria-hidden="true"
      style={{ maxWidth: '100%' }}
    >
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
