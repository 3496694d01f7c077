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

/** How it looks is its place's to say: reached, late or ahead. */
export const MilestoneMark = ({
  title,
  className,
  style,
}: {
  /** For whoever points at it. */
  title: string;
  className: string;
  style: { readonly left: string };
}) => (
  <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" {...{ className, style }}>
    <title>{title}</title>
    <path d="M6 1l5 5-5 5-5-5z" />
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
