import { makeStyles, tokens } from '@fluentui/react-components';

/** What happened, one under another on a line: a dot, the day, and the words. */
export const useTimelineStyles = makeStyles({
  event: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '16px 56px minmax(0, 1fr)',
    paddingBottom: '12px',
    ':not(:last-child)::before': {
      content: '""',
      position: 'absolute',
      left: '4px',
      top: '10px',
      bottom: '-6px',
      borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    },
  },
  dot: {
    position: 'relative',
    width: '8px',
    height: '8px',
    marginTop: '6px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralForeground3,
  },
  bigDot: {
    width: '12px',
    height: '12px',
    marginLeft: '-2px',
    marginTop: '4px',
    backgroundColor: tokens.colorCompoundBrandBackground,
  },
  date: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    paddingTop: '2px',
  },
});
