import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Area, AreaId } from '#shared/domain/area.ts';
import { areaName } from '#shared/words/words.ts';
import { styleOfArea } from './areaMarks.ts';

const useStyles = makeStyles({
  circle: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '28px',
    height: '28px',
    borderRadius: tokens.borderRadiusCircular,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  person: {
    backgroundColor: tokens.colorNeutralBackground5,
    color: tokens.colorNeutralForeground2,
  },
});

/** An area as its two first letters; the name stands beside it. */
export const AreaAvatar = ({ areas, area }: { areas: readonly Area[]; area: AreaId }) => {
  const styles = useStyles();
  const { soft, ink } = styleOfArea(areas, area);
  return (
    <span
      className={styles.circle}
      style={{ backgroundColor: soft, color: ink }}
      aria-hidden="true"
    >
      {areaName(areas, area).slice(0, 2)}
    </span>
  );
};

export const RoleAvatar = ({ letters }: { readonly letters: string }) => {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.circle, styles.person)} aria-hidden="true">
      {letters}
    </span>
  );
};
