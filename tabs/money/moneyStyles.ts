import { makeStyles, tokens } from '@fluentui/react-components';

/* What the page's panels share. */

export const usePanelStyles = makeStyles({
  panel: {
    padding: '16px 20px',
    minWidth: 0,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 719px)': { padding: '12px 14px' },
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '6px 12px',
    marginBottom: '8px',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  push: { flexGrow: 1 },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  th: {
    padding: '2px 0 6px 16px',
    textAlign: 'left',
    verticalAlign: 'bottom',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    ':first-child': { paddingLeft: 0 },
  },
  td: {
    padding: '9px 0 9px 16px',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { paddingLeft: 0 },
  },
  number: {
    textAlign: 'right',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  totals: { borderTop: `1px solid ${tokens.colorNeutralStroke1}` },
  named: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0 },
  /* The red of the states is too faint for small text on dark panels; this one is 5.2 : 1. */
  missing: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  alarm: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  plainList: { listStyleType: 'none', margin: 0, padding: 0 },
});
