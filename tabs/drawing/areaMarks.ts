import { tokens } from '@fluentui/react-components';
import type { Area, AreaId } from '#shared/domain/area.ts';

export type MarkShape = 'diamond' | 'disc' | 'square' | 'hexagon' | 'ring';

export type AreaStyle = {
  readonly shape: MarkShape;
  readonly color: string;
  readonly soft: string;
  readonly ink: string;
};

/** Given out in the order of the areas, so that a fourth area needs no code. No orange, red or green. */
const palettes: readonly Omit<AreaStyle, 'shape'>[] = [
  {
    color: tokens.colorPaletteTealBorderActive,
    soft: tokens.colorPaletteTealBackground2,
    ink: tokens.colorPaletteTealForeground2,
  },
  {
    color: tokens.colorPaletteRoyalBlueBorderActive,
    soft: tokens.colorPaletteRoyalBlueBackground2,
    ink: tokens.colorPaletteRoyalBlueForeground2,
  },
  {
    color: tokens.colorPaletteMagentaBorderActive,
    soft: tokens.colorPaletteMagentaBackground2,
    ink: tokens.colorPaletteMagentaForeground2,
  },
  {
    color: tokens.colorPalettePurpleBorderActive,
    soft: tokens.colorPalettePurpleBackground2,
    ink: tokens.colorPalettePurpleForeground2,
  },
  {
    color: tokens.colorPaletteSteelBorderActive,
    soft: tokens.colorPaletteSteelBackground2,
    ink: tokens.colorPaletteSteelForeground2,
  },
  {
    color: tokens.colorPaletteLilacBorderActive,
    soft: tokens.colorPaletteLilacBackground2,
    ink: tokens.colorPaletteLilacForeground2,
  },
  {
    color: tokens.colorPaletteNavyBorderActive,
    soft: tokens.colorPaletteNavyBackground2,
    ink: tokens.colorPaletteNavyForeground2,
  },
  {
    color: tokens.colorPaletteGrapeBorderActive,
    soft: tokens.colorPaletteGrapeBackground2,
    ink: tokens.colorPaletteGrapeForeground2,
  },
];

const shapes: readonly MarkShape[] = ['diamond', 'disc', 'square', 'hexagon'];

const across: AreaStyle = {
  shape: 'ring',
  color: tokens.colorPaletteAnchorBorderActive,
  soft: tokens.colorPaletteAnchorBackground2,
  ink: tokens.colorPaletteAnchorForeground2,
};

/** An area's colour and shape; the ring is for what goes across areas, and for the common pool. */
export const styleOfArea = (areas: readonly Area[], id: AreaId | null | undefined): AreaStyle => {
  const place = areas.findIndex((area) => area.id === id);
  const palette = palettes[place % palettes.length];
  const shape = shapes[place % shapes.length];
  return place < 0 || !palette || !shape ? across : { ...palette, shape };
};
