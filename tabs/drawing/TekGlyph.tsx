import { tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { TekValue } from '#shared/domain/project.ts';
import { isInShadedField, tekPointOf } from '#shared/domain/tek.ts';

type Values = readonly [number, number, number];

const asTek = ([efficiency, quality, wellbeing]: Values) => ({
  efficiency: efficiency as TekValue,
  quality: quality as TekValue,
  wellbeing: wellbeing as TekValue,
});

/** The triangle in 21 × 18: filled point inside the field, hollow outside. */
export const TekGlyph = memo(({ tek, height = 18 }: { tek: Values; height?: number }) => {
  const named = asTek(tek);
  const point = tekPointOf(named);
  const inside = isInShadedField(named);
  return (
    <svg
      width={(height * 21) / 18}
      height={height}
      viewBox="0 0 21 18"
      aria-hidden="true"
      style={{ flexShrink: 0 }}
    >
      <use href="#tek-field" />
      {point && (
        <circle
          cx={10.5 * point.efficiency + 20 * point.quality + point.wellbeing}
          cy={17 - 16 * point.efficiency}
          r={inside ? 2.2 : 2.4}
          strokeWidth={inside ? 0 : 1.6}
          style={
            inside
              ? { fill: tokens.colorCompoundBrandBackground }
              : { fill: tokens.colorNeutralBackground1, stroke: tokens.colorNeutralForeground1 }
          }
        />
      )}
    </svg>
  );
});
