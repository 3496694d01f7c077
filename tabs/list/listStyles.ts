import { makeStyles, tokens } from '@fluentui/react-components';

export const headRow = 34;
export const footRow = 40;
export const smallFootRow = 56;

/** Rows are equally tall; text zoomed up makes them taller in steps, as on the board. */
export const rowHeightFor = (fontSize: number, isPhone: boolean): number => {
  const base = isPhone ? 60 : 36;
  if (fontSize <= 16) return base;
  return Math.round(base * (fontSize <= 20 ? 1.25 : 1.5));
};

/** The same columns in the head, in every row and in the sums at the foot. */
const columns =
  'minmax(200px, 2.8fr) minmax(84px, 0.6fr) minmax(188px, 2fr) minmax(110px, 1.2fr) minmax(120px, 0.9fr) 30px 46px 104px 122px';

export const useListStyles = makeStyles({
  row: {
    position: 'absolute',
    left: 0,
    right: 0,
    display: 'grid',
    gridTemplateColumns: columns,
    columnGap: '12px',
    alignItems: 'center',
    padding: '0 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { backgroundColor: 'var(--pointed)' },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  fixed: { position: 'static', cursor: 'default', ':hover': { backgroundColor: 'inherit' } },
  cell: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  flex: { display: 'flex', alignItems: 'center', gap: '6px' },
  cut: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', flexShrink: 0 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  soft: { color: tokens.colorNeutralForeground2 },
  bold: { fontWeight: tokens.fontWeightSemibold },
  sits: { color: tokens.colorStatusWarningForeground1 },
  title: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
});
