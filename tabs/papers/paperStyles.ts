import { makeStyles, tokens } from '@fluentui/react-components';

/** Narrower than this the fields of a paper are written one by one. */
export const phone = '@media (max-width: 719px)';

export const usePaperStyles = makeStyles({
  page: { height: '100%', overflowY: 'auto' },
  body: {
    display: 'grid',
    gridTemplateColumns: '212px minmax(0, 1fr) 300px',
    minHeight: '100%',
    '@media (max-width: 1050px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  places: {
    padding: '18px 12px 24px 20px',
    '@media (max-width: 1050px)': { display: 'none' },
  },
  work: {
    minWidth: 0,
    padding: '16px 32px 48px',
    [phone]: { padding: '12px 16px 96px' },
  },
  rail: {
    minWidth: 0,
    padding: '20px 24px 32px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { padding: '20px 16px 32px' },
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  head: {
    margin: '0 0 10px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  link: {
    color: tokens.colorBrandForegroundLink,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px 14px',
    margin: '12px 0 0',
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  attention: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    margin: '8px 0',
    padding: '12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'var(--attention)',
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    overflowWrap: 'anywhere',
  },
  problem: { margin: '6px 0 0', color: tokens.colorStatusDangerForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  strong: { fontWeight: tokens.fontWeightSemibold },
});
