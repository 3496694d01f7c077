import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { ProjectReply } from '#shared/contract/api.ts';
import type { MeetingLine } from '#shared/contract/meeting.ts';
import { profileOf, signCount } from '#shared/domain/profile.ts';
import type { Project } from '#shared/domain/project.ts';
import { paperOf } from '#shared/domain/readiness.ts';
import type { Step } from '#shared/domain/steps.ts';
import { isAssessed } from '#shared/domain/tek.ts';
import { formatKr } from '#shared/words/money.ts';
import { meetingWords } from '#shared/words/screens/meeting.ts';
import { profileWords } from '#shared/words/screens/profile.ts';
import {
  areaName,
  gateLabels,
  missingText,
  phaseNames,
  priorityNames,
} from '#shared/words/words.ts';
import { AreaMark } from '../drawing/marks.tsx';
import { TekGlyph } from '../drawing/TekGlyph.tsx';
import { useMe } from '../shell/Looking.tsx';
import { projectHash } from '../shell/route.ts';
import { useStepName, useStepTemplates } from '../shell/stepNames.ts';
import { useMeetingStyles } from './meetingStyles.ts';

const Figure = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => {
  const styles = useMeetingStyles();
  return (
    <div>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
};

const kr = (ore: number | null): string => (ore === null ? meetingWords.unsaid : formatKr(ore));

const Tek = ({ project }: { readonly project: Project }) => {
  if (!isAssessed(project)) return meetingWords.unsaid;
  const { efficiency, quality, wellbeing } = project;
  return (
    <>
      <TekGlyph tek={[efficiency, quality, wellbeing]} /> E {efficiency} · K {quality} · T{' '}
      {wellbeing}
    </>
  );
};

const first = ({ firstPriority, firstPriorityBy }: Project): string =>
  firstPriority === null
    ? meetingWords.unsaid
    : [priorityNames[firstPriority], firstPriorityBy].filter((part) => part !== '').join(' · ');

/** Six figures that a recommendation rests on. The next phase and the whole are never added. */
const Figures = ({ project }: { readonly project: Project }) => {
  const styles = useMeetingStyles();
  const { riskCategory } = project;
  return (
    <dl className={styles.figures}>
      <Figure label={meetingWords.ask}>{kr(project.askOre)}</Figure>
      <Figure label={meetingWords.budget}>{kr(project.budgetOre)}</Figure>
      <Figure label={meetingWords.tek}>
        <Tek project={project} />
      </Figure>
      <Figure label={meetingWords.risk}>
        {riskCategory === null ? meetingWords.unsaid : meetingWords.riskOf(riskCategory)}
      </Figure>
      <Figure label={meetingWords.first}>{first(project)}</Figure>
      <Figure label={meetingWords.signs}>
        {profileWords.short(signCount(profileOf(project)))}
      </Figure>
    </dl>
  );
};

const Paper = ({ reply, line }: { readonly reply: ProjectReply; readonly line: MeetingLine }) => {
  const stepName = useStepName();
  const paper = paperOf(
    line.gate,
    new Map(reply.steps.map((step): [Step['code'], Step] => [step.code, step])),
  );
  const styles = useMeetingStyles();
  if (!paper?.link) return null;
  return (
    <a className={styles.link} href={paper.link} target="_blank" rel="noreferrer">
      {[stepName(paper.code), paper.version].filter((part) => part !== '').join(', ')}
    </a>
  );
};

const Lacks = ({ line }: { readonly line: MeetingLine }) => {
  const made = useStepTemplates();
  const styles = useMeetingStyles();
  if (line.lacks.length === 0) return null;
  return (
    <div className={styles.lacks}>
      <strong>{meetingWords.lacks}</strong>
      <ul className={styles.list}>
        {line.lacks.map((one) => (
          <li key={'code' in one ? one.code : one.type}>{missingText(one, made)}</li>
        ))}
      </ul>
    </div>
  );
};

type Props = {
  readonly reply: ProjectReply;
  readonly line: MeetingLine;
  readonly place: string;
  /** On a phone the project stands alone. */
  readonly onBack: (() => void) | null;
  readonly onStep: (by: 1 | -1) => void;
};

/** The project that is taken up: what it is, what it costs, and what is said of it so far. */
export const MeetingProject = ({ reply, line, place, onBack, onStep }: Props) => {
  const styles = useMeetingStyles();
  const { areas } = useMe();
  const { project } = reply;
  return (
    <>
      <div className={styles.top}>
        {onBack && (
          <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack}>
            {meetingWords.back}
          </Button>
        )}
        <span className={styles.small}>{place}</span>
        <Button size="small" className={styles.push} appearance="subtle" onClick={() => onStep(-1)}>
          {meetingWords.previous}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => onStep(1)}>
          {meetingWords.next}
        </Button>
      </div>
      <div>
        <h2 className={styles.heading}>{project.title}</h2>
        <span className={styles.small}>
          <AreaMark areas={areas} area={project.leadArea} />
          {project.leadArea !== null && <span>{areaName(areas, project.leadArea)} ·</span>}
          <span>
            {phaseNames[project.phase]} → {gateLabels[line.gate]} ·
          </span>
          <span>{meetingWords.owner(project.ownerName)}</span>
          <Paper reply={reply} line={line} />
          <a className={styles.link} href={projectHash(project.id)}>
            {meetingWords.open}
          </a>
        </span>
      </div>
      {project.purpose !== '' && <p className={styles.purpose}>{project.purpose}</p>}
      <Figures project={project} />
      <Lacks line={line} />
    </>
  );
};
