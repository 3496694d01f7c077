import type { ThemeName } from './address.ts';

interface Palette {
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly card: string;
  readonly line: string;
  readonly boxes: Readonly<Record<BoxStyle, { readonly fill: string; readonly edge: string }>>;
}

type BoxStyle = 'emphasis' | 'accent' | 'good' | 'warning' | 'attention';

const palettes: Readonly<Record<ThemeName, Palette>> = {
  default: {
    text: '#242424',
    subtle: '#616161',
    accent: '#4f52b2',
    good: '#0e700e',
    warning: '#8a5100',
    attention: '#b10e1c',
    card: '#ffffff',
    line: '#e0e0e0',
    boxes: {
      emphasis: { fill: '#f5f5f5', edge: '#d1d1d1' },
      accent: { fill: '#e8ebfa', edge: '#aab1fa' },
      good: { fill: '#e7f2da', edge: '#a1d8a1' },
      warning: { fill: '#fff4ce', edge: '#f2d675' },
      attention: { fill: '#fde7e9', edge: '#f1bbbc' },
    },
  },
  dark: {
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#a6a7dc',
    good: '#92c353',
    warning: '#f2c661',
    attention: '#f48a91',
    card: '#292929',
    line: '#4d4d4d',
    boxes: {
      emphasis: { fill: '#1f1f1f', edge: '#666666' },
      accent: { fill: '#2f2f4a', edge: '#5b5fc7' },
      good: { fill: '#1b2e14', edge: '#4a7a2c' },
      warning: { fill: '#3d2f0c', edge: '#8a6a14' },
      attention: { fill: '#44191d', edge: '#9a3440' },
    },
  },
  contrast: {
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff01',
    good: '#ffffff',
    warning: '#ffffff',
    attention: '#ffffff',
    card: '#000000',
    line: '#ffffff',
    boxes: {
      emphasis: { fill: '#000000', edge: '#ffffff' },
      accent: { fill: '#000000', edge: '#1aebff' },
      good: { fill: '#000000', edge: '#3ff23f' },
      warning: { fill: '#000000', edge: '#ffff01' },
      attention: { fill: '#000000', edge: '#ff5f5f' },
    },
  },
};

const sizes = {
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
};

/** How a theme draws cards: Teams' measures, and colours that can be read on each box. */
export function hostConfigFor(theme: ThemeName): object {
  const palette = palettes[theme];
  const foregroundColors = foregroundsOf(palette);
  const boxes = Object.entries(palette.boxes).map(([name, box]) => [
    name,
    { backgroundColor: box.fill, borderColor: box.edge, foregroundColors },
  ]);
  return {
    choiceSetInputValueSeparator: ',',
    supportsInteractivity: true,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: palette.line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    fontTypes: {
      default: { fontFamily: 'var(--font)', ...sizes },
      monospace: { fontFamily: 'ui-monospace, Consolas, monospace', ...sizes },
    },
    textStyles: {
      heading: { fontType: 'default', size: 'large', weight: 'bolder', color: 'default' },
    },
    textBlock: { headingLevel: 3 },
    containerStyles: {
      default: { backgroundColor: palette.card, borderColor: palette.line, foregroundColors },
      ...Object.fromEntries(boxes),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
      preExpandSingleShowCardAction: false,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    adaptiveCard: { allowCustomStyle: false },
    imageSet: { imageSize: 'medium', maxImageHeight: 100 },
    factSet: {
      title: { weight: 'bolder', wrap: true, maxWidth: 150 },
      value: { wrap: true },
      spacing: 16,
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { suffix: ' *', suffixColor: 'attention' },
        optionalInputs: {},
      },
      errorMessage: { color: 'attention' },
    },
  };
}

function foregroundsOf(palette: Palette): object {
  const pair = (colour: string): object => ({ default: colour, subtle: colour });
  const text = { default: palette.text, subtle: palette.subtle };
  return {
    default: text,
    dark: text,
    light: text,
    accent: pair(palette.accent),
    good: pair(palette.good),
    warning: pair(palette.warning),
    attention: pair(palette.attention),
  };
}
