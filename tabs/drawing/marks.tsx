import { memo } from 'react';
import type { Area, AreaId } from '#shared/domain/area.ts';
import { styleOfArea } from './areaMarks.ts';
import type { DoorState } from './DoorDrawing.tsx';

/* Small pictures that stand beside the words they repeat; none of them is read aloud. */

const still = { flexShrink: 0 } as const;

export const AreaMark = memo(
  ({
    areas,
    area,
    size = 10,
  }: {
    areas: readonly Area[];
    area: AreaId | null | undefined;
    size?: number;
  }) => {
    const { shape, color } = styleOfArea(areas, area);
    return (
      <svg width={size} height={size} aria-hidden="true" style={{ ...still, color }}>
        <use href={`#mark-${shape}`} />
      </svg>
    );
  },
);

export const Door = memo(({ state, height }: { state: DoorState; height: number }) => (
  <svg width={height * 0.8} height={height} aria-hidden="true" style={still}>
    <use href={height < 24 && state === 'ajar' ? '#door-small' : `#door-${state}`} />
  </svg>
));

/** How it looks is its place's to say: reached, late or ahead, and what stands around it. */
export const MilestoneMark = ({
  title,
  classes,
  style,
}: {
  /** For whoever points at it. */
  readonly title: string;
  readonly classes: { readonly place: string; readonly halo: string; readonly state: string };
  readonly style: { readonly left: string };
}) => (
  <svg
    {...{ width: 14, height: 14, viewBox: '0 0 14 14', style }}
    className={classes.place}
    aria-hidden="true"
  >
    <title>{title}</title>
    <path d="M7 0l7 7-7 7-7-7z" className={classes.halo} />
    <path d="M7 2l5 5-5 5-5-5z" className={classes.state} />
  </svg>
);

export const RiskBars = memo(({ risk, size = 16 }: { risk: number; size?: number }) => (
  <svg width={(size * 19) / 16} height={size} aria-hidden="true" style={still}>
    <use href={`#risk-${risk}`} />
  </svg>
));

export const Sits = ({ size = 15 }: { size?: number }) => (
  <svg width={size} height={size} aria-hidden="true" style={still}>
    <use href="#sits" />
  </svg>
);

export const NextArrow = ({ size = 15 }: { size?: number }) => (
  <svg width={size} height={size} aria-hidden="true" style={still}>
    <use href="#next-step" />
  </svg>
);
