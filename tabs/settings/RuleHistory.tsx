import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { RuleChange } from '#shared/domain/ruleSettings.ts';
import { rulesWords } from '#shared/words/screens/rules.ts';
import { useApi } from '../remote/RemoteContext.tsx';

const useStyles = makeStyles({
  block: { maxWidth: '860px', paddingTop: '12px' },
  head: { margin: '0 0 8px', fontSize: tokens.fontSizeBase400 },
  list: { margin: 0, paddingLeft: '20px' },
  line: { padding: '2px 0', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Who changed which setting, the latest first. Read once: it is drawn anew after a save. */
export const RuleHistory = () => {
  const styles = useStyles();
  const api = useApi();
  const [changes, setChanges] = useState<readonly RuleChange[] | string>([]);
  useEffect(() => {
    let isHere = true;
    void api.read(at('GET /api/settings/rules/changes')).then((reply) => {
      if (!isHere) return;
      if (reply.type === 'done') setChanges(reply.value.changes);
      if (reply.type === 'failed') setChanges(reply.message);
    });
    return () => {
      isHere = false;
    };
  }, [api]);
  return (
    <section className={styles.block} aria-label={rulesWords.historyTitle}>
      <h2 className={styles.head}>{rulesWords.historyTitle}</h2>
      {typeof changes === 'string' && <p role="alert">{changes}</p>}
      {changes.length === 0 && <span className={styles.quiet}>{rulesWords.noHistory}</span>}
      {typeof changes !== 'string' && changes.length > 0 && (
        <ul className={styles.list}>
          {changes.map((change) => (
            <li key={`${change.key} ${change.at} ${change.to}`} className={styles.line}>
              {rulesWords.change(change)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
