import type { AgreementKind } from '#shared/domain/agreements.ts';
import type { Gate } from '#shared/domain/gates.ts';
import type { IdeaAsked } from '#shared/domain/ideas/standing.ts';
import type { StepCode } from '#shared/domain/steps.ts';
import type { TaskTime } from '#shared/domain/tasks/when.ts';
import { daysFrom, daysText, dayText, weekdayText, weekOf } from '../dates.ts';
import { gateLabels } from '../words.ts';

/* What the page of tasks says: what one has to do, and whom one waits for. */

/** A step as something to do. */
const stepTasks: Record<StepCode, string> = {
  purchaseOrProject: 'Afklar, om det er et indkøb eller et projekt',
  blockers: 'Undersøg stopklodser',
  interest: 'Spørg leder eller chef, om idéen er ønsket',
  firstPriority: 'Få chefens første prioritet',
  ownerAppointed: 'Få udpeget en projektejer',
  leadAppointed: 'Udpeg en projektleder, og planlæg idéfasen',
  ideaDescription: 'Skriv idébeskrivelsen',
  ideaChecklist: 'Gennemgå tjeklisten',
  ideaMeeting: 'Tag idéen op på DigiTek-mødet',
  ideaOwner: 'Få projektejerens godkendelse',
  ideaChef: 'Få chefens kommentar og valg af pulje',
  ideaOwn: 'Jeres eget trin',
  schedule: 'Læg en tidsplan',
  benefitClarification: 'Afklar gevinsterne',
  projectDescription: 'Skriv projektbeskrivelsen',
  serviceDesign: 'Lav servicedesign og integrationer med IT',
  draftContract: 'Få udkast til kontrakt og databehandleraftale',
  investigationMeeting: 'Tag projektet op på DigiTek-mødet',
  investigationOwner: 'Få projektejerens godkendelse',
  investigationChef: 'Få chefens kommentar',
  investigationOwn: 'Jeres eget trin',
  safetyChecks: 'Tjek CE/MDR, informationssikkerhed og databehandleraftale',
  trialStart: 'Sæt afprøvningen i gang',
  agreements: 'Få aftalerne på plads',
  finalServiceDesign: 'Gør servicedesignet færdigt, og test med IT',
  limitedTrial: 'Afprøv et afgrænset sted',
  evaluation: 'Skriv evalueringen',
  trialMeeting: 'Tag evalueringen op på DigiTek-mødet',
  trialOwner: 'Få projektejerens godkendelse',
  trialChef: 'Få chefens kommentar',
  trialOwn: 'Jeres eget trin',
  operatingOrganisation: 'Få driftsorganisationen på plads',
  benefitFollowUp: 'Aftal opfølgning på gevinster',
  leadLetsGo: 'Slip projektet',
  operationOwn: 'Jeres eget trin',
};

/** A step as something to do; `name` is what the consultant has called it, '' the usual. */
export const stepTask = ({
  code,
  name,
}: {
  readonly code: StepCode;
  readonly name: string;
}): string => name || stepTasks[code];

export const taskViews = ['all', 'lead', 'owner', 'waits', 'done'] as const;
export type TaskView = (typeof taskViews)[number];

export const taskViewNames: Record<TaskView, string> = {
  all: 'Alle mine',
  lead: 'Som projektleder',
  owner: 'Som projektejer',
  waits: 'Du venter på',
  done: 'Klar',
};

export const taskTimeNames: Record<TaskTime, string> = {
  late: 'Over tiden',
  now: 'Venter på dit svar',
  thisWeek: 'I denne uge',
  nextWeek: 'Næste uge',
  later: 'Senere',
  undated: 'Uden frist',
};

/** What somebody else is asked for. */
export const askedFor = ({ type, gate }: IdeaAsked): string => {
  switch (type) {
    case 'gate':
      return gateLabels[gate];
    case 'owner':
      return 'Projektejerens godkendelse';
    case 'chef':
      return 'Chefens kommentar';
    case 'interest':
      return 'Om idéen er ønsket';
    case 'purchase':
      return 'Om det skal købes';
  }
};

/** A gate request as something to do. */
export const requestTask = (gate: Gate, isReply: boolean): string =>
  isReply ? `Svar på spørgsmålet om ${gateLabels[gate]}` : `Svar på ${gateLabels[gate]}`;

export const tasksWords = {
  waiting: 'Henter dine opgaver',
  views: 'Hvilke opgaver',
  title: (count: number): string => {
    if (count === 0) return 'Du er ajour';
    return count === 1 ? '1 ting skal du gøre' : `${count} ting skal du gøre`;
  },
  /** Of those that are for this week or before. */
  titleWeek: (count: number): string =>
    count === 1 ? '1 ting skal du gøre i denne uge' : `${count} ting skal du gøre i denne uge`,
  late: (count: number): string => (count === 1 ? '1 er over tiden' : `${count} er over tiden`),
  waitsOn: (count: number): string => `${count} venter du på`,
  week: (day: string): string => `uge ${weekOf(day)}`,
  daysOver: (days: number): string => `${daysText(days)} over`,
  today: 'i dag',
  tomorrow: 'i morgen',
  empty: 'Du er ajour.',
  emptyNext: (due: string | null): string =>
    due === null ? 'Intet venter på dig lige nu.' : `Næste frist er ${due}.`,
  emptyView: 'Her er intet lige nu.',
  waitsTitle: 'Du venter på',
  nothingWaited: 'Du venter ikke på nogen.',
  nothingDone: 'Intet er blevet klar de sidste 30 dage.',
  holdsUp: (gate: Gate): string => `${gateLabels[gate]} kan ikke sendes uden`,
  unit: (name: string): string => `Følg op på ${name}`,
  agreementWhy: 'Skriv den nye dato på projektet, når aftalen er forlænget',
  unitWhy: 'Skulle være startet. Start den, flyt den, eller opgiv den',
  next: 'Skrevet som næste skridt',
  allReady: 'Alt er klar',
  send: (gate: Gate): string => `Send ${gateLabels[gate]}`,
  open: 'Åbn',
  answer: 'Svar',
  tick: 'Sæt flueben',
  ticked: (what: string): string => `Klar: ${what}.`,
  undo: 'Fortryd',
  nudge: 'Ryk',
  nudged: (whom: string): string => `${whom} har fået besked.`,
  alreadyNudged: (whom: string): string => `${whom} har allerede fået besked i dag.`,
  since: (days: number): string => (days === 0 ? 'i dag' : daysText(days)),
  doneOn: (day: string): string => `klar ${day}`,
} as const;

/** What somebody reads who is reminded of a step. */
export const nudgeWords = {
  kind: 'Et trin venter på dig',
  kicker: (day: string): string => `${nudgeWords.kind} · ${weekdayText(day)}`,
  due: (due: string, day: string): string =>
    due < day
      ? `Skulle være klar ${dayText(due)}: ${daysText(daysFrom(due, day))} over`
      : `Skal være klar ${weekdayText(due)}`,
  noDue: 'Der er ikke sat en frist.',
  open: 'Åbn projektet',
  all: 'Se alle dine opgaver',
} as const;

const agreementTasks: Record<AgreementKind, string> = {
  sla: 'Forny serviceaftalen (SLA)',
  agreement: 'Forny kontrakt eller databehandleraftale',
};

/** A task in a few words. */
export const taskText = (
  task:
    | { readonly type: 'step'; readonly code: StepCode; readonly name: string }
    | { readonly type: 'nextStep'; readonly text: string }
    | { readonly type: 'unit'; readonly name: string }
    | { readonly type: 'agreement'; readonly kind: AgreementKind }
    | { readonly type: 'send'; readonly gate: Gate }
    | { readonly type: 'matter'; readonly kind: string },
): string => {
  switch (task.type) {
    case 'step':
      return stepTask(task);
    case 'nextStep':
      return task.text;
    case 'unit':
      return tasksWords.unit(task.name);
    case 'agreement':
      return agreementTasks[task.kind];
    case 'send':
      return tasksWords.send(task.gate);
    case 'matter':
      return task.kind;
  }
};

/** What somebody reads who writes "opgaver" to the bot. */
export const ownTasksWords = {
  kicker: 'Opgaver',
  answers: (count: number): string =>
    count === 1 ? '1 sag venter på dit svar. Skriv ' : `${count} sager venter på dit svar. Skriv `,
  answersEnd: ' for at se dem.',
  more: (count: number): string => (count === 1 ? 'Og 1 mere.' : `Og ${count} mere.`),
  open: 'Se alle dine opgaver',
} as const;
