import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Bound } from '#shared/contract/papers.ts';
import { doorOfPaper } from '#shared/domain/papers/paper.ts';
import { boundText, decidedText, paperWords } from '#shared/words/papers/page.ts';
import { Door } from '../drawing/marks.tsx';
import { usePaper } from './onPaper.tsx';
import { usePaperStyles } from './paperStyles.ts';

const useStyles = makeStyles({
  text: { flexGrow: 1, flexBasis: '220px', minWidth: 0 },
  head: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  said: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  plain: { backgroundColor: tokens.colorNeutralBackground2 },
});

const BoundBar = ({ bound }: { readonly bound: Bound }) => {
  const styles = useStyles();
  const paper = usePaperStyles();
  const { reply, onShow } = usePaper();
  const gate = doorOfPaper(reply.paper);
  const next = (reply.versions.at(-1)?.version ?? 0) + 1;
  const { head, text } = bound.isOpen
    ? boundText(bound, gate, next)
    : { head: decidedText(gate, bound.named), text: '' };
  const { version } = bound;
  return (
    <div className={mergeClasses(paper.bar, !bound.isOpen && styles.plain)}>
      {bound.type === 'gate' && <Door state={bound.isOpen ? 'ajar' : 'open'} height={28} />}
      <span className={styles.text}>
        <span className={styles.head}>{head}</span>
        {text !== '' && <span className={styles.said}>{text}</span>}
      </span>
      {version !== null && (
        <Button size="small" appearance="transparent" onClick={() => onShow(version)}>
          {paperWords.showVersion(version)}
        </Button>
      )}
    </div>
  );
};

/** Who may write, for those who only read; and a paper that lies elsewhere. */
const Notices = () => {
  const paper = usePaperStyles();
  const { reply, shown, onShow } = usePaper();
  return (
    <>
      {!reply.mayWrite && <p className={paper.quiet}>{paperWords.readOnly(reply.writers)}</p>}
      {reply.outside && (
        <p className={paper.quiet}>
          {paperWords.outside}{' '}
          <a className={paper.link} href={reply.outside.link} target="_blank" rel="noreferrer">
            {paperWords.openOutside}
          </a>
        </p>
      )}
      {shown && (
        <div className={paper.bar} role="status">
          {paperWords.shownVersion(shown.version.version)}
          <Button size="small" onClick={() => onShow(null)}>
            {paperWords.backToDraft}
          </Button>
        </div>
      )}
    </>
  );
};

/** What was asked on which version, and what it means to save another. */
export const BoundBars = () => {
  const { reply } = usePaper();
  const latestGate = reply.bound.findLast(({ type }) => type === 'gate');
  const bars = reply.bound.filter((bound) => bound.isOpen || bound === latestGate);
  return (
    <>
      {bars.map((bound) => (
        <BoundBar key={`${bound.type}:${bound.named}:${bound.isOpen}`} bound={bound} />
      ))}
      <Notices />
    </>
  );
};
