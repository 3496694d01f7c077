import { dayOf } from '#shared/domain/day.ts';
import { gateAfter } from '#shared/domain/gates.ts';
import { type Phase, phases } from '#shared/domain/phase.ts';
import type { Project } from '#shared/domain/project.ts';
import {
  blankStep,
  type Step,
  type StepCode,
  stepId,
  steps as stepRules,
  stepsBefore,
  stepsOf,
} from '#shared/domain/steps.ts';
import { type SampleIdea, sampleIdeas } from './ideas.ts';
import { samplePapers } from './papers.ts';
import { before, numberOf } from './spread.ts';

type Around = {
  readonly now: string;
  /** Where the site keeps documents; the sample's papers are only named. */
  readonly documents: string;
};

const paperNames: Partial<Record<StepCode, string>> = {
  ideaDescription: 'idebeskrivelse',
  projectDescription: 'projektbeskrivelse',
  evaluation: 'evaluering',
};

const stepRow = (project: Project, code: StepCode, around: Around): Step => {
  const paper = stepRules[code].paper === true;
  const name = paperNames[code] ?? code;
  return {
    id: stepId(project.id, code),
    projectId: project.id,
    code,
    done: true,
    doneByName: stepRules[code].voice === 'owner' ? project.ownerName : project.leadName,
    doneAt: before(around.now, 5),
    responsible: project.leadName,
    responsibleId: null,
    due: null,
    link: paper ? `${around.documents}/${project.id}-${name}.docx` : '',
    version: paper ? 'version 2' : '',
    minutes: paper ? 4 : null,
    note: '',
    files: [],
    lastChange: null,
  };
};

const intakeRow = (project: Project, code: StepCode, idea: SampleIdea, around: Around): Step => ({
  ...stepRow(project, code, around),
  ...{ doneByName: 'Medlem, DigiTek', responsible: '', responsibleId: null },
  doneAt: before(around.now, Math.max(0, idea.daysAgo - 2)),
  note: code === 'blockers' ? (idea.found ?? '') : '',
});

const behind = (phase: Phase): readonly StepCode[] =>
  phases
    .slice(0, phases.indexOf(phase))
    .filter((one) => one !== 'spread')
    .flatMap((one) => stepsOf(one, false));

/** A project that is not ready lacks the last few things its gate rests on. */
const underWay = (project: Project): readonly StepCode[] => {
  const gate = gateAfter(project.phase);
  if (gate === null) return [];
  const needed = stepsBefore(gate);
  return samplePapers[project.id] ? needed : needed.slice(0, -3);
};

type Chosen = (project: Project) => Pick<Step, 'responsible' | 'responsibleId'>;

const byLead: Chosen = ({ leadName, leadId }) => ({
  responsible: leadName,
  responsibleId: leadId,
});
const byOwner: Chosen = ({ ownerName, ownerId }) => ({
  responsible: ownerName,
  responsibleId: ownerId,
});

/** Who the sample has chosen for what is not done yet: the lead, the owner, or somebody outside. */
const chosen: Partial<Record<StepCode, Chosen>> = {
  ideaMeeting: byLead,
  investigationMeeting: byLead,
  trialMeeting: byLead,
  schedule: byOwner,
  finalServiceDesign: () => ({ responsible: 'IT og Digitalisering', responsibleId: null }),
  operatingOrganisation: byOwner,
};

/** A few are past their date, most are not. */
const dueIn = (project: Project, now: string): string =>
  dayOf(before(now, 4 - (numberOf(project.id) % 29)));

/** What is planned of the phase a project is in. */
const planned = (project: Project, around: Around, done: ReadonlySet<StepCode>): readonly Step[] =>
  stepsOf(project.phase, project.fastTracked).flatMap((code): readonly Step[] => {
    const who = done.has(code) ? undefined : chosen[code]?.(project);
    const due = dueIn(project, around.now);
    return who ? [{ ...blankStep(project.id, code), ...who, due }] : [];
  });

/** The steps that the sample says are done, for projects at work, and what is planned. */
export const stepsFor = (project: Project, around: Around): readonly Step[] => {
  const idea = sampleIdeas[project.id];
  if (idea) return idea.done.map((code) => intakeRow(project, code, idea, around));
  if (project.status !== 'active' && project.status !== 'operating') return [];
  const codes = [...stepsOf('intake', false), ...behind(project.phase), ...underWay(project)];
  const rows = codes.map((code) => stepRow(project, code, around));
  return [...rows, ...planned(project, around, new Set(codes))];
};
