import { makeStyles, tokens } from '@fluentui/react-components';

/** A matter that is read and answered: the text, the answers below it, and then the receipt. */
export const useAnswerStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  reading: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: '20px 48px 0',
    '@media (max-width: 719px)': { padding: '12px 16px 0' },
  },
  box: { display: 'flex', flexDirection: 'column', gap: '14px', paddingBottom: '20px' },
  kicker: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  question: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    textWrap: 'balance',
    overflowWrap: 'break-word',
    '@media (max-width: 719px)': {
      fontSize: tokens.fontSizeBase500,
      lineHeight: tokens.lineHeightBase500,
    },
  },
  panel: {
    flexShrink: 0,
    maxHeight: '72%',
    overflowY: 'auto',
    padding: '14px 48px 20px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 719px)': {
      padding: '10px 16px calc(12px + env(safe-area-inset-bottom))',
      boxShadow: tokens.shadow8,
    },
  },
  buttons: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(190px, 1fr))',
    gap: '10px',
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px' },
  },
  /** On a phone what answers nothing by itself shares a row; the answers keep the whole width. */
  paired: { '@media (max-width: 719px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' } },
  wide: { '@media (max-width: 719px)': { gridColumn: '1 / -1' } },
  button: { minHeight: '52px', '@media (max-width: 719px)': { minHeight: '44px' } },
  /** The longest is »Spørg projektlederen«, in half the width of a phone. */
  minor: {
    '@media (max-width: 719px)': {
      padding: '6px 8px',
      fontSize: tokens.fontSizeBase300,
      lineHeight: tokens.lineHeightBase300,
    },
  },
  label: { display: 'block' },
  after: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  onlyWide: { '@media (max-width: 719px)': { display: 'none' } },
  field: { width: '100%' },
  receipt: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '10px',
    maxWidth: '560px',
    paddingTop: '4vh',
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  tick: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  words: {
    margin: 0,
    padding: '6px 12px',
    borderLeft: `3px solid ${tokens.colorBrandStroke2}`,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    unicodeBidi: 'plaintext',
  },
  ways: { display: 'flex', flexWrap: 'wrap', gap: '10px', paddingTop: '12px' },
});
