import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { RiskDrivers } from '#shared/domain/risk.ts';
import { riskDriverNames } from '#shared/words/words.ts';

const useStyles = makeStyles({
  label: {
    fontSize: '12px',
    fontWeight: tokens.fontWeightSemibold,
    fill: tokens.colorNeutralForeground1,
  },
  digit: { fontSize: '12px', fill: tokens.colorNeutralForeground2 },
  bold: { fontWeight: tokens.fontWeightBold, fill: tokens.colorBrandForeground2 },
});

const center = { x: 150, y: 100 };
const step = 18.5;
const rings = [1, 2, 3, 4] as const;
const axes = [
  ['predictability', 0, -1],
  ['breadth', 1, 0],
  ['challenge', 0, 1],
  ['maturity', -1, 0],
] as const;

type RiskRadarProps = {
  readonly drivers: RiskDrivers;
  readonly category: number | null;
  readonly suggested: number | null;
};

const Ring = ({
  ring,
  category,
  suggested,
}: { ring: number } & Omit<RiskRadarProps, 'drivers'>) => {
  const chosen = ring === category;
  const wasSuggested = ring === suggested && suggested !== category;
  return (
    <circle
      cx={center.x}
      cy={center.y}
      r={ring * step}
      strokeWidth={chosen ? 2 : 1}
      strokeDasharray={chosen ? undefined : wasSuggested ? '6 4' : '1.5 3'}
      style={{
        fill: chosen ? tokens.colorBrandBackground2 : 'none',
        fillOpacity: 0.55,
        stroke: chosen || wasSuggested ? tokens.colorBrandStroke1 : tokens.colorNeutralStroke1,
      }}
    />
  );
};

const Labels = ({ drivers }: Pick<RiskRadarProps, 'drivers'>) => {
  const styles = useStyles();
  const text = (name: keyof RiskDrivers): string =>
    `${riskDriverNames[name]} ${drivers[name] ?? '–'}`;
  return (
    <>
      <text x={center.x} y="14" textAnchor="middle" className={styles.label}>
        {text('predictability')}
      </text>
      <text x={center.x} y="195" textAnchor="middle" className={styles.label}>
        {text('challenge')}
      </text>
      <text x={center.x + 4 * step + 8} y={center.y + 4} className={styles.label}>
        {text('breadth')}
      </text>
      <text x={center.x - 4 * step - 8} y={center.y + 4} textAnchor="end" className={styles.label}>
        {text('maturity')}
      </text>
    </>
  );
};

/** Four drivers from the top clockwise; the ring of the chosen category is solid. */
export const RiskRadar = ({ drivers, category, suggested }: RiskRadarProps) => {
  const styles = useStyles();
  const points = axes.flatMap(([name, x, y]) => {
    const value = drivers[name];
    return value === null
      ? []
      : [{ name, x: center.x + x * value * step, y: center.y + y * value * step }];
  });
  return (
    <svg
      width="356"
      height="204"
      viewBox="-28 0 356 204"
      aria-hidden="true"
      style={{ maxWidth: '100%', overflow: 'visible' }}
    >
      {[...rings].reverse().map((ring) => (
        <Ring key={ring} ring={ring} category={category} suggested={suggested} />
      ))}
      {axes.map(([name, x, y]) => (
        <path
          key={name}
          d={`M${center.x} ${center.y}l${x * 4 * step} ${y * 4 * step}`}
          strokeWidth="1"
          style={{ stroke: tokens.colorNeutralStroke2 }}
        />
      ))}
      {points.length > 2 && (
        <polygon
          points={points.map((point) => `${point.x},${point.y}`).join(' ')}
          strokeWidth="1.5"
          fillOpacity="0.14"
          style={{ fill: tokens.colorBrandBackground, stroke: tokens.colorBrandStroke1 }}
        />
      )}
      {points.map((point) => (
        <circle
          key={point.name}
          cx={point.x}
          cy={point.y}
          r="3.5"
          style={{ fill: tokens.colorCompoundBrandBackground }}
        />
      ))}
      {rings.map((ring) => (
        <text
          key={ring}
          x={center.x + ring * step * 0.72 + 3}
          y={center.y - ring * step * 0.72 + 3}
          className={mergeClasses(styles.digit, ring === category && styles.bold)}
        >
          {ring}
        </text>
      ))}
      <Labels drivers={drivers} />
    </svg>
  );
};
