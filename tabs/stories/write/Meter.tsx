import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { longestPost, type PostMeasure } from '#shared/domain/stories/linkedIn.ts';
import { countsText, lengthText, storyPageWords, tooLongText } from '#shared/words/stories/page.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 14px',
    alignItems: 'center',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  bar: {
    flexBasis: '120px',
    height: '6px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: 'hidden',
    outline: `1px solid ${tokens.colorTransparentStroke}`,
  },
  fill: { height: '100%', backgroundColor: tokens.colorCompoundBrandBackground },
  over: { backgroundColor: tokens.colorStatusDangerBackground3 },
  overText: {
    color: tokens.colorStatusDangerForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** How much of LinkedIn's room is used, and where it cuts. */
export const Meter = ({ measure, id }: { readonly measure: PostMeasure; readonly id: string }) => {
  const styles = useStyles();
  const over = measure.left < 0;
  const filled = Math.min(100, (100 * measure.length) / longestPost);
  const counts = countsText(measure.hashtags, measure.links);
  return (
    <div className={styles.row} id={id}>
      <div className={styles.bar} aria-hidden="true">
        <div
          className={mergeClasses(styles.fill, over && styles.over)}
          style={{ width: `${filled}%` }}
        />
      </div>
      <span className={mergeClasses(over && styles.overText)}>
        {lengthText(measure.length, longestPost)}
        {over && `, ${tooLongText(-measure.left)}`}
      </span>
      {counts !== '' && <span>{counts}</span>}
      <span>{measure.fold === null ? storyPageWords.allShown : storyPageWords.foldMark}</span>
    </div>
  );
};
