import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useLayoutEffect } from 'react';
import { linkIn } from '#shared/domain/chain/chain.ts';
import { chainWords } from '#shared/words/chain/page.ts';
import { timeText } from '#shared/words/dates.ts';
import { moveTo } from './moveLink.ts';
import { Outline } from './Outline.tsx';
import { useChain } from './onChain.tsx';
import { benefitsOutside } from './shapeChain.ts';
import { useExports } from './useExports.ts';

const useStyles = makeStyles({
  rail: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 1050px)': { borderLeft: 'none' },
  },
  title: {
    margin: 0,
    padding: '13px 14px 0',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  under: {
    marginLeft: '8px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  text: { flexGrow: 1, minHeight: 0, overflowY: 'auto', paddingBottom: '12px' },
  outside: {
    padding: '14px 14px 0',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  outsideHead: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  one: { display: 'flex', alignItems: 'center', gap: '8px', padding: '4px 0' },
  foot: {
    padding: '10px 14px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px', paddingTop: '8px' },
});

/** Whether what is on the screen is saved. */
export const Kept = () => {
  const { editing, reply } = useChain();
  if (editing.offline) return <span role="status">{chainWords.offline}</span>;
  if (editing.waiting > 0) return <span role="status">{chainWords.saving}</span>;
  return (
    <span role="status">
      {reply.latest ? chainWords.saved(timeText(reply.latest.at)) : chainWords.savedNothing}
    </span>
  );
};

/** Benefits that were promised on the project's page: one press, and the chain has them too. */
export const Outside = () => {
  const styles = useStyles();
  const on = useChain();
  const outside = benefitsOutside(on.reply, on.chain);
  if (outside.length === 0 || !on.mayEdit) return null;
  return (
    <section className={styles.outside} aria-label={chainWords.outsideTitle}>
      <h3 className={styles.outsideHead}>{chainWords.outsideTitle}</h3>
      {outside.map(({ id, title, isWorse }) => (
        <div key={id} className={styles.one}>
          <span>{title}</span>
          <Button
            size="small"
            aria-label={chainWords.bringIn(title)}
            onClick={() => {
              const key = id.slice(id.lastIndexOf(':') + 1);
              // Moved away by one while another described it: it is there, in another column.
              const now = on.now();
              if (linkIn(now.chain, key)) return moveTo(now, key, 'benefit');
              on.editing.give({
                type: 'added',
                link: { id: key, column: 'benefit', text: title, isWorse },
                edges: [],
              });
              on.onFocus(key, 'benefit');
            }}
          >
            {chainWords.bring}
          </Button>
        </div>
      ))}
    </section>
  );
};

const Foot = () => {
  const styles = useStyles();
  const on = useChain();
  const { exporting, saveWord, savePng } = useExports();
  const { here, versions } = on.reply;
  const from = versions.find(({ version }) => version !== here)?.version ?? versions[0]?.version;
  return (
    <div className={styles.foot}>
      <Kept />
      <div className={styles.buttons}>
        {from && (
          <Button
            size="small"
            onClick={() => on.onLook({ version: null, compare: { from, to: null } })}
          >
            {chainWords.compare}
          </Button>
        )}
        <Button size="small" disabledFocusable={exporting} onClick={saveWord}>
          {exporting ? chainWords.exporting : chainWords.word}
        </Button>
        <Button size="small" onClick={savePng}>
          {chainWords.image}
        </Button>
      </div>
    </div>
  );
};

export const ChainRail = () => {
  const styles = useStyles();
  const { chain, onDrawn } = useChain();
  useLayoutEffect(onDrawn);
  return (
    <aside className={styles.rail} aria-label={chainWords.asText}>
      <h2 className={styles.title}>
        {chainWords.asText}
        <span className={styles.under}>{chainWords.asTextUnder(chain.links.length)}</span>
      </h2>
      <div className={styles.text}>
        <Outline />
        <Outside />
      </div>
      <Foot />
    </aside>
  );
};
