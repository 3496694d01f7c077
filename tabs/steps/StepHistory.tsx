import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { StepTemplatesChange } from '#shared/domain/stepTemplates.ts';
import { stepsWords } from '#shared/words/screens/steps.ts';
import { useApi } from '../remote/RemoteContext.tsx';

const useStyles = makeStyles({
  block: { maxWidth: '1080px', padding: '12px 0 24px' },
  head: { margin: '0 0 8px', fontSize: tokens.fontSizeBase400 },
  list: { margin: 0, paddingLeft: '20px' },
  line: { padding: '2px 0', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type Props = {
  /** Takes one change back; null for whoever may not. */
  readonly onUndo: ((change: StepTemplatesChange) => void) | null;
};

/** Who made the steps otherwise, the latest first. Read once: it is drawn anew after a save. */
export const StepHistory = ({ onUndo }: Props) => {
  const styles = useStyles();
  const api = useApi();
  const [changes, setChanges] = useState<readonly StepTemplatesChange[] | string>([]);
  useEffect(() => {
    let isHere = true;
    void api.read(at('GET /api/settings/steps/changes')).then((reply) => {
      if (!isHere) return;
      if (reply.type === 'done') setChanges(reply.value.changes);
      if (reply.type === 'failed') setChanges(reply.message);
    });
    return () => {
      isHere = false;
    };
  }, [api]);
  return (
    <section className={styles.block} aria-label={stepsWords.historyTitle}>
      <h2 className={styles.head}>{stepsWords.historyTitle}</h2>
      {typeof changes === 'string' && <p role="alert">{changes}</p>}
      {changes.length === 0 && <span className={styles.quiet}>{stepsWords.noHistory}</span>}
      {typeof changes !== 'string' && changes.length > 0 && (
        <ul className={styles.list}>
          {changes.map((change) => (
            <li
              key={`${change.at} ${change.byName} ${JSON.stringify(change.after)}`}
              className={styles.line}
            >
              {stepsWords.change(change.before, change.after, change.byName, change.at)}{' '}
              {onUndo !== null && (
                <Button
                  size="small"
                  appearance="transparent"
                  aria-label={stepsWords.undoOf(change.byName, change.at)}
                  onClick={() => onUndo(change)}
                >
                  {stepsWords.undo}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
