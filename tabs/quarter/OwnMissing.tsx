import { Button } from '@fluentui/react-components';
import { hashOf } from '#shared/contract/tabAddress.ts';
import { quarterPageWords } from '#shared/words/quarter/page.ts';
import { pointTitle } from '#shared/words/quarter/points.ts';
import { go } from '../shell/route.ts';
import { useQuarterStyles } from './quarterStyles.ts';
import { useQuarter } from './useQuarter.ts';

/** Before the agenda, to a chef: the gates on it that wait for the chef's own answer. */
export const OwnMissing = () => {
  const styles = useQuarterStyles();
  const { reply } = useQuarter();
  const { seat } = reply.reader;
  const own = reply.points.flatMap((point) =>
    seat !== null &&
    point.facts.type === 'request' &&
    point.facts.why !== 'ended' &&
    point.facts.missing.includes(seat)
      ? [{ title: pointTitle(point), requestId: point.facts.requestId }]
      : [],
  );
  const [first] = own;
  if (!first) return null;
  return (
    <section aria-label={quarterPageWords.ownMissing(own.length)} className={styles.own}>
      <h2 className={styles.head}>{quarterPageWords.ownMissing(own.length)}</h2>
      <ul className={styles.rows}>
        {own.map(({ title, requestId }) => (
          <li key={requestId}>
            <a className={styles.link} href={hashOf({ type: 'decide', requestId })}>
              {title}
            </a>
          </li>
        ))}
      </ul>
      <Button
        appearance="primary"
        onClick={() => go(hashOf({ type: 'decide', requestId: first.requestId }))}
      >
        {quarterPageWords.answerNow}
      </Button>
    </section>
  );
};
