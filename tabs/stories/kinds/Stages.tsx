import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import { stagesOfArticle } from '#shared/words/stories/page.ts';
import { useStory } from '../onStory.tsx';

const useStyles = makeStyles({
  stages: {
    display: 'grid',
    gridTemplateColumns: 'repeat(8, minmax(0, 1fr))',
    gap: '6px',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    '@media (max-width: 719px)': { gridTemplateColumns: 'repeat(4, minmax(0, 1fr))' },
  },
  bar: {
    height: '6px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground5,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
  },
  done: { backgroundColor: tokens.colorCompoundBrandBackground },
  now: { backgroundColor: tokens.colorBrandStroke2 },
  name: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    paddingTop: '4px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  here: { color: tokens.colorBrandForeground2, fontWeight: tokens.fontWeightSemibold },
});

/** How far an article has come: topic, leder, chef, writing, leder, chef, sent. */
export const Stages = () => {
  const styles = useStyles();
  const { now } = useStory().reply.view;
  const here = stagesOfArticle.findIndex(({ state }) => state === now.state);
  return (
    <ol className={styles.stages}>
      {stagesOfArticle.map(({ state, name }, place) => {
        const isHere = place === here;
        const isDone = place < here || (isHere && state === 'published');
        return (
          <li key={state} aria-current={isHere ? 'step' : undefined}>
            <div
              className={mergeClasses(styles.bar, isDone && styles.done, isHere && styles.now)}
            />
            <span className={mergeClasses(styles.name, isHere && styles.here)}>
              {isDone && <CheckmarkRegular aria-hidden="true" />}
              {name}
            </span>
          </li>
        );
      })}
    </ol>
  );
};
