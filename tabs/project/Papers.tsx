import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DocumentRegular, FlowRegular } from '@fluentui/react-icons';
import type { PaperLine } from '#shared/contract/papers.ts';
import { arrived } from '#shared/domain/files/file.ts';
import type { Step } from '#shared/domain/steps.ts';
import { chainWords } from '#shared/words/chain/page.ts';
import { dayText } from '#shared/words/dates.ts';
import { boundLineText, paperLineText } from '#shared/words/papers/page.ts';
import { paperTitles } from '#shared/words/papers/template.ts';
import { projectWords } from '#shared/words/screens/project.ts';
import { Door } from '../drawing/marks.tsx';
import { FileList } from '../files/StepFiles.tsx';
import { chainHash, paperHash } from '../shell/route.ts';
import { useStepName } from '../shell/stepNames.ts';
import { useProject } from './editing.tsx';

const useStyles = makeStyles({
  block: { marginBottom: '26px' },
  head: {
    margin: '0 0 12px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  small: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  bound: { display: 'flex', alignItems: 'center', gap: '6px' },
  item: {
    display: 'flex',
    gap: '12px',
    alignItems: 'center',
    padding: '6px 0',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    ':hover': { textDecorationLine: 'underline' },
  },
  sent: { paddingTop: '8px' },
  icon: { color: tokens.colorBrandForeground1, flexShrink: 0 },
});

/** The door that a paper is bound to. */
const Bound = ({ line }: { readonly line: PaperLine | undefined }) => {
  const styles = useStyles();
  if (!line?.boundTo) return null;
  return (
    <span className={mergeClasses(styles.small, styles.bound)}>
      <Door state={line.boundTo.isOpen ? 'ajar' : 'open'} height={16} />
      {boundLineText(line.boundTo)}
    </span>
  );
};

/** A paper that is written here: its version, who, when, and the door it is bound to. */
const Written = ({ line }: { readonly line: PaperLine }) => {
  const styles = useStyles();
  const { project } = useProject().reply;
  return (
    <a className={styles.item} href={paperHash(project.id, line.paper)}>
      <DocumentRegular className={styles.icon} fontSize={20} aria-hidden="true" />
      <span>
        {paperTitles[line.paper]}
        <span className={styles.small}>{paperLineText(line)}</span>
        <Bound line={line} />
      </span>
    </a>
  );
};

/** A paper that lies elsewhere, and nothing of it here. */
const isElsewhere = ({ isOutside, version, hasDraft }: PaperLine): boolean =>
  isOutside && version === null && !hasDraft;

type LinkedProps = { readonly step: Step; readonly line?: PaperLine | undefined };

/** A paper, or another document, that lies where the step's link says. */
const Linked = ({ step, line }: LinkedProps) => {
  const stepName = useStepName();
  const styles = useStyles();
  return (
    <a className={styles.item} href={step.link} target="_blank" rel="noreferrer">
      <DocumentRegular className={styles.icon} fontSize={20} aria-hidden="true" />
      <span>
        {stepName(step.code)}
        <span className={styles.small}>
          {[step.version, step.doneAt ? dayText(step.doneAt) : '']
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
        <Bound line={line} />
      </span>
    </a>
  );
};

/** What was sent at any step, also of phases that are over; those of one step are together. */
const Sent = () => {
  const stepName = useStepName();
  const styles = useStyles();
  const { steps } = useProject().reply;
  const withFiles = steps.filter(({ files }) => arrived(files).length > 0);
  return withFiles.map(({ id, code, files }) => (
    <div key={id} className={styles.sent}>
      <span className={styles.small}>{stepName(code)}</span>
      <FileList code={code} files={arrived(files)} />
    </div>
  ));
};

/** The papers the gates rest on, and what else lies at the steps. */
export const Papers = () => {
  const styles = useStyles();
  const { reply } = useProject();
  const ours = new Set<string>(
    reply.papers.filter(({ isOutside }) => !isOutside).map(({ paper }) => paper),
  );
  const linked = reply.steps.filter((step) => step.link !== '' && !ours.has(step.code));
  const elsewhere = reply.papers.filter(isElsewhere);
  const isNone =
    reply.papers.length === 0 &&
    linked.length === 0 &&
    reply.steps.every(({ files }) => arrived(files).length === 0);
  return (
    <section className={styles.block} aria-label={projectWords.papers}>
      <h2 className={styles.head}>{projectWords.papers}</h2>
      <a className={styles.item} href={chainHash(reply.project.id)}>
        <FlowRegular className={styles.icon} fontSize={20} aria-hidden="true" />
        {chainWords.title}
      </a>
      {isNone && <span className={styles.small}>{projectWords.noPapers}</span>}
      {reply.papers
        .filter((line) => !isElsewhere(line))
        .map((line) => (
          <Written key={line.paper} line={line} />
        ))}
      {linked.map((step) => (
        <Linked
          key={step.id}
          step={step}
          line={elsewhere.find(({ paper }) => paper === step.code)}
        />
      ))}
      <Sent />
    </section>
  );
};
