import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PaperReply, WrittenField } from '#shared/contract/papers.ts';
import type { PaperVersion } from '#shared/domain/papers/now.ts';
import { doorOfPaper } from '#shared/domain/papers/paper.ts';
import { shortDayText } from '#shared/words/dates.ts';
import { paperWords } from '#shared/words/papers/page.ts';
import { questionName } from '#shared/words/papers/template.ts';
import { Door } from '../drawing/marks.tsx';
import { useMe } from '../shell/Looking.tsx';
import { usePaper } from './onPaper.tsx';
import { usePaperStyles } from './paperStyles.ts';

const useStyles = makeStyles({
  block: { marginBottom: '26px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  version: {
    position: 'relative',
    padding: '0 0 14px 22px',
    overflowWrap: 'anywhere',
    '::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      top: '6px',
      width: '9px',
      height: '9px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorNeutralForeground3,
    },
  },
  draft: { '::before': { backgroundColor: tokens.colorCompoundBrandBackground } },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  bound: { display: 'flex', alignItems: 'center', gap: '6px' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '2px 8px', marginLeft: '-8px' },
});

const boundGate = ({ bound }: PaperReply, version: number): boolean =>
  bound.some((one) => one.type === 'gate' && one.version === version);

const Version = ({ version }: { readonly version: PaperVersion }) => {
  const styles = useStyles();
  const paper = usePaperStyles();
  const { reply, onShow } = usePaper();
  const number = version.version;
  return (
    <li className={styles.version}>
      <span className={styles.name}>{`${paperWords.version} ${number}`}</span>
      <span className={paper.quiet}>{`${version.byName} · ${shortDayText(version.at)}`}</span>
      {boundGate(reply, number) && (
        <span className={mergeClasses(paper.quiet, styles.bound)}>
          <Door state="ajar" height={16} />
          {paperWords.boundTo(doorOfPaper(reply.paper))}
        </span>
      )}
      <span className={styles.acts}>
        <Button size="small" appearance="transparent" onClick={() => onShow(number)}>
          {paperWords.showVersion(number)}
        </Button>
        {version.link === null ? (
          <span className={paper.quiet}>{paperWords.fileUnderway}</span>
        ) : (
          <a className={paper.link} href={version.link} target="_blank" rel="noreferrer">
            {paperWords.openFile}
          </a>
        )}
      </span>
    </li>
  );
};

const Draft = () => {
  const styles = useStyles();
  const paper = usePaperStyles();
  const { reply } = usePaper();
  const latest = [...reply.fields].sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  if (!reply.hasDraft || !latest) return null;
  return (
    <li className={mergeClasses(styles.version, styles.draft)}>
      <span className={styles.name}>{paperWords.draft}</span>
      <span className={paper.quiet}>{`${latest.byName} · ${shortDayText(latest.at)}`}</span>
    </li>
  );
};

/** Who wrote in the paper within the last minutes, and where. */
const lateMs = 2 * 60_000;

const writersNow = ({ fields, asOf }: PaperReply, meId: string): readonly WrittenField[] => {
  const since = Date.parse(asOf) - lateMs;
  const late = fields
    .filter(({ byId, at }) => byId !== meId && Date.parse(at) >= since)
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  return late.filter(({ byId }, place) => late.findIndex((one) => one.byId === byId) === place);
};

const WritesToo = () => {
  const styles = useStyles();
  const paper = usePaperStyles();
  const { reply } = usePaper();
  const { id } = useMe();
  const writers = writersNow(reply, id);
  if (writers.length === 0) return null;
  return (
    <section className={styles.block}>
      <h2 className={paper.head}>{paperWords.writesToo}</h2>
      {writers.map(({ byId, byName, field }) => (
        <p key={byId}>
          {byName}{' '}
          <span className={paper.quiet}>
            {paperWords.writesIn(questionName(reply.paper, reply.template, field))}
          </span>
        </p>
      ))}
      <p className={paper.quiet}>{paperWords.writesHint}</p>
    </section>
  );
};

/** Beside the paper: its versions, and who writes too. */
export const PaperRail = () => {
  const styles = useStyles();
  const paper = usePaperStyles();
  const { reply } = usePaper();
  return (
    <>
      <section className={styles.block}>
        <h2 className={paper.head}>{paperWords.versions}</h2>
        {reply.versions.length === 0 && <p className={paper.quiet}>{paperWords.noVersions}</p>}
        <ol className={styles.list}>
          <Draft />
          {[...reply.versions].reverse().map((version) => (
            <Version key={version.version} version={version} />
          ))}
        </ol>
      </section>
      <WritesToo />
    </>
  );
};
