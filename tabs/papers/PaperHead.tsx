import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, CheckmarkCircleFilled, CircleRegular } from '@fluentui/react-icons';
import { at } from '#shared/contract/at.ts';
import { timeText } from '#shared/words/dates.ts';
import { paperWords } from '#shared/words/papers/page.ts';
import { paperTitles } from '#shared/words/papers/template.ts';
import { SaidLine } from '../shell/GreyPage.tsx';
import { projectHash } from '../shell/route.ts';
import { useDownload } from '../shell/useDownload.ts';
import { usePaper } from './onPaper.tsx';
import { phone, usePaperStyles } from './paperStyles.ts';
import type { Saving } from './useSaveVersion.ts';

const useStyles = makeStyles({
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: '8px 20px',
    padding: '14px 32px 12px 20px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { padding: '10px 16px' },
  },
  names: { flexGrow: 1, flexBasis: '260px', minWidth: 0, overflowWrap: 'anywhere' },
  title: {
    margin: '2px 0 0',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  draft: {
    marginLeft: '12px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  kept: { display: 'inline-flex', alignItems: 'center', gap: '6px', minHeight: '32px' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground3 },
  said: { flexBasis: '100%' },
});

/** Whether what is on the screen is stored; said aloud when it is not. */
const Kept = () => {
  const styles = useStyles();
  const paper = usePaperStyles();
  const { typed, reply } = usePaper();
  const states = [...typed.values()].map(({ state }) => state);
  const isStuck = states.some((state) => state !== 'typed' && state !== 'sending');
  const latest = reply.fields
    .map(({ at: when }) => when)
    .sort()
    .at(-1);
  if (states.length === 0 && latest === undefined) return null;
  const text = isStuck
    ? paperWords.failed
    : states.length > 0
      ? paperWords.saving
      : paperWords.savedAt(timeText(latest ?? ''));
  return (
    <span className={mergeClasses(styles.kept, paper.quiet, isStuck && styles.bad)} role="status">
      {states.length === 0 ? (
        <CheckmarkCircleFilled className={styles.good} fontSize={16} aria-hidden="true" />
      ) : (
        <CircleRegular fontSize={16} aria-hidden="true" />
      )}
      {text}
    </span>
  );
};

const draftText = ({
  versions,
  hasDraft,
  fields,
}: ReturnType<typeof usePaper>['reply']): string => {
  const latest = versions.at(-1)?.version ?? 0;
  if (hasDraft) return paperWords.draftTo(latest + 1);
  if (latest > 0) return paperWords.noDraft(latest);
  return fields.length === 0 ? paperWords.notBegun : paperWords.draftTo(1);
};

/** The latest version, or the one that is shown, as a Word document. */
const WordButton = ({ saving }: { readonly saving: Saving }) => {
  const { reply, shown } = usePaper();
  const { exporting, download } = useDownload(saving.say);
  const version = shown?.version ?? reply.versions.at(-1);
  if (!version) return null;
  const path = 'GET /api/projects/:id/papers/:paper/versions/:version/word';
  const number = String(version.version);
  const address = at(path, { id: reply.project.id, paper: reply.paper, version: number });
  const name = `${paperTitles[reply.paper]}, version ${number}.docx`;
  return (
    <Button
      icon={<ArrowDownloadRegular />}
      disabledFocusable={exporting}
      onClick={() => void download(address, name)}
    >
      {paperWords.openWord}
    </Button>
  );
};

/** Which paper of which project, whether it is stored, and the way to a version. */
export const PaperHead = ({ saving }: { readonly saving: Saving }) => {
  const styles = useStyles();
  const paper = usePaperStyles();
  const { reply } = usePaper();
  const next = (reply.versions.at(-1)?.version ?? 0) + 1;
  return (
    <header className={styles.top}>
      <div className={styles.names}>
        <a className={paper.link} href={projectHash(reply.project.id)}>
          {reply.project.title}
        </a>
        <h1 className={styles.title}>
          {paperTitles[reply.paper]}
          <span className={styles.draft}>{draftText(reply)}</span>
        </h1>
      </div>
      <div className={paper.buttons}>
        <Kept />
        <WordButton saving={saving} />
        {reply.mayWrite && (
          <Button appearance="primary" disabledFocusable={saving.busy} onClick={saving.save}>
            {saving.busy ? paperWords.savingVersion : paperWords.saveVersion(next)}
          </Button>
        )}
      </div>
      {saving.said.text !== '' && (
        <div className={styles.said}>
          <SaidLine said={saving.said} />
        </div>
      )}
    </header>
  );
};
