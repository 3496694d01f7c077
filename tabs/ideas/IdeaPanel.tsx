import { Button, mergeClasses } from '@fluentui/react-components';
import { ArrowLeftRegular, CheckmarkCircleFilled, CircleRegular } from '@fluentui/react-icons';
import type { ProjectReply } from '#shared/contract/api.ts';
import { at } from '#shared/contract/at.ts';
import { intakeSteps } from '#shared/domain/ideas/intake.ts';
import type { Step, StepCode } from '#shared/domain/steps.ts';
import { shortDayText } from '#shared/words/dates.ts';
import { ideasPageWords, intakeNames } from '#shared/words/ideas/page.ts';
import { areaName } from '#shared/words/words.ts';
import { AlikeBelow } from '../board/AlikeIdeas.tsx';
import { useAlike } from '../board/useAlike.ts';
import { AreaMark } from '../drawing/marks.tsx';
import { ProjectContext } from '../project/editing.tsx';
import { useProjectOnPage } from '../project/useProjectOnPage.ts';
import type { Live } from '../remote/live.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import { useMe } from '../shell/Looking.tsx';
import { go, projectHash } from '../shell/route.ts';
import { IntakeNow } from './IntakeNow.tsx';
import { useIdeaStyles } from './ideaStyles.ts';
import { PurchaseNow } from './PurchaseNow.tsx';
import { SameIdea } from './SameIdea.tsx';

const StepLine = ({
  code,
  step,
  isPresent,
}: {
  readonly code: StepCode;
  readonly step: Step | undefined;
  readonly isPresent: boolean;
}) => {
  const styles = useIdeaStyles();
  const isDone = step?.done === true;
  return (
    <li className={styles.step}>
      {isDone ? (
        <CheckmarkCircleFilled className={styles.tick} fontSize={18} />
      ) : (
        <CircleRegular className={isPresent ? styles.present : styles.circle} fontSize={18} />
      )}
      <span className={isPresent ? styles.strong : undefined}>{intakeNames[code]}</span>
      <span className={mergeClasses(styles.small, styles.push)}>
        {isDone ? ideasPageWords.doneBy(step.doneByName) : ''}
      </span>
    </li>
  );
};

/** The six steps of a project's way in, and the next of them. */
const Intake = ({ byCode }: { readonly byCode: ReadonlyMap<string, Step> }) => {
  const styles = useIdeaStyles();
  const present = intakeSteps.find((code) => byCode.get(code)?.done !== true) ?? null;
  return (
    <>
      <IntakeNow present={present} step={present ? byCode.get(present) : undefined} />
      <ol className={styles.rows}>
        {intakeSteps.map((code) => (
          <StepLine key={code} code={code} step={byCode.get(code)} isPresent={code === present} />
        ))}
      </ol>
    </>
  );
};

const Where = ({ reply }: { readonly reply: ProjectReply }) => {
  const styles = useIdeaStyles();
  const { areas } = useMe();
  const { leadArea, createdAt } = reply.project;
  const parts = [
    leadArea === null ? '' : areaName(areas, leadArea),
    ideasPageWords.from(reply.project),
    shortDayText(createdAt),
  ];
  return (
    <span className={styles.small}>
      <AreaMark areas={areas} area={leadArea} /> {parts.filter((part) => part !== '').join(' · ')}
    </span>
  );
};

const Loaded = ({
  reply,
  live,
  onBack,
}: {
  readonly reply: ProjectReply;
  readonly live: Live<ProjectReply>;
  readonly onBack: (() => void) | null;
}) => {
  const styles = useIdeaStyles();
  const onPage = useProjectOnPage(reply, live);
  const { areas } = useMe();
  const { project } = reply;
  const alike = useAlike(project, project.id);
  const byCode = new Map<string, Step>(reply.steps.map((step) => [step.code, step]));
  const { purchase } = reply.inquiries;
  const isLink = /^https?:\/\//.test(project.sourceUrl);
  return (
    <ProjectContext value={onPage}>
      <section className={styles.panel} aria-label={project.title}>
        {onBack && (
          <div>
            <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack}>
              {ideasPageWords.back}
            </Button>
          </div>
        )}
        <Where reply={reply} />
        <h2 className={styles.heading}>{project.title}</h2>
        {project.purpose !== '' && <p className={styles.text}>{project.purpose}</p>}
        {project.summary !== '' && project.summary !== project.purpose && (
          <p className={styles.text}>{project.summary}</p>
        )}
        {isLink && (
          <a className={styles.link} href={project.sourceUrl} target="_blank" rel="noreferrer">
            {ideasPageWords.message}
          </a>
        )}
        <SameIdea followers={reply.followers} heading="h3" />
        {purchase?.isPurchase ? <PurchaseNow purchase={purchase} /> : <Intake byCode={byCode} />}
        <AlikeBelow alike={alike} areas={areas} />
        <div className={styles.actions}>
          <Button onClick={() => go(projectHash(project.id))}>{ideasPageWords.open}</Button>
        </div>
      </section>
    </ProjectContext>
  );
};

/** The idea that is chosen: what it is, what comes next and by whom, and how far it has come. */
export const IdeaPanel = ({
  id,
  onBack,
}: {
  readonly id: string;
  /** On a phone the panel stands alone. */
  readonly onBack: (() => void) | null;
}) => {
  const { state, live } = useLive(at('GET /api/projects/:id', { id }));
  return state.type === 'ready' ? <Loaded reply={state.value} live={live} onBack={onBack} /> : null;
};
