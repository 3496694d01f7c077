import { gateNames, outcomes } from '#shared/domain/gates.ts';
import { phases } from '#shared/domain/phase.ts';
import { isPlanMoved, isPlanProposal } from '#shared/domain/plan/planned.ts';
import { priorities } from '#shared/domain/priority.ts';
import {
  attentions,
  focusAreas,
  ideaOrigins,
  type Project,
  projectTypes,
  type Standing,
  spreadPotentials,
  statuses,
  timeHorizons,
} from '#shared/domain/project.ts';
import { areOre, areShares, areTexts, isChange, isStanding } from './accept.ts';
import {
  choice,
  day,
  flag,
  indexed,
  instant,
  json,
  key,
  longText,
  optional,
  ore,
  step,
  text,
  unique,
  wholeNumber,
} from './column.ts';
import { defineList, type Guard } from './list.ts';

const tek = [0, 1, 2, 3] as const;
const risk = [1, 2, 3, 4] as const;

const standingFields = ['type', 'phase', 'status'] as const;

/** Where an idea lies while it waits is anybody's to say, also by hand in the list. */
const waits: readonly Project['status'][] = ['raw', 'backlog', 'pipeline', 'active'];

const mayDiffer = (row: Project, standing: Standing, field: (typeof standingFields)[number]) =>
  (field === 'status' &&
    row.phase === 'idea' &&
    waits.includes(row.status) &&
    waits.includes(standing.status)) ||
  row.lastChange?.after.includes(`"${field}":"${row[field]}"`) === true;

const priorityFields = ['firstPriority', 'recommendedPriority', 'decidedPriority'] as const;

/**
 * A project is moved by decisions and by moves that were asked for, and not by a hand in the list.
 * What the row's last change wrote counts too: an older build did not set the seal.
 */
const guard: Guard<Project> = {
  seal: ({ type, phase, status }) => ({ standing: { type, phase, status } }),
  judge: (row) => {
    const { standing } = row;
    const moved =
      standing &&
      standingFields.find(
        (field) => row[field] !== standing[field] && !mayDiffer(row, standing, field),
      );
    const value = moved ? { ...row, ...standing } : row;
    const raised =
      value.type === 'skal'
        ? undefined
        : priorityFields.find((field) => value[field] === 'veryHigh');
    if (!moved && !raised) return null;
    return {
      value: raised ? { ...value, [raised]: null } : value,
      property: moved ?? raised ?? 'status',
    };
  },
};

export const projects = defineList<Project>(
  'Projects',
  'Projekter',
  {
    id: unique(key('Nøgle')),
    title: key('Projekt'),
    purpose: text('Formål i én sætning'),
    summary: longText('Kort fortalt'),
    type: choice('Type', projectTypes),
    phase: indexed(choice('Fase', phases)),
    status: choice('Status', statuses),
    phaseSince: instant('I fasen siden'),
    leadArea: optional(text('Chefområde')),
    areas: json('Områder', areTexts, []),
    ownerId: optional(text('Projektejer, id')),
    ownerName: text('Projektejer'),
    leadId: optional(text('Projektleder, id')),
    leadName: text('Projektleder'),
    askOre: optional(ore('Beløb til næste fase, øre')),
    shares: json('Puljer', areShares, []),
    budgetOre: optional(ore('Forventet budget, øre')),
    runningCostsOre: json('Drift i 4 år, øre', areOre, []),
    operationPayer: text('Betaler driften efter afprøvning'),
    verySmall: flag('Meget lille'),
    fastTracked: flag('Gik direkte til afprøvning'),
    efficiency: optional(step('Effektivitet', tek)),
    efficiencyWhy: longText('Effektivitet, hvorfor'),
    quality: optional(step('Kvalitet', tek)),
    qualityWhy: longText('Kvalitet, hvorfor'),
    wellbeing: optional(step('Trivsel', tek)),
    wellbeingWhy: longText('Trivsel, hvorfor'),
    predictability: optional(step('Forudsigelighed', risk)),
    breadth: optional(step('Bredde', risk)),
    challenge: optional(step('Faglig udfordring', risk)),
    maturity: optional(step('Modenhed', risk)),
    riskCategory: optional(step('Risiko', risk)),
    riskWhy: longText('Risiko, hvorfor'),
    firstPriority: optional(choice('Chefens første prioritet', priorities)),
    firstPriorityBy: text('Første prioritet, sagt af'),
    recommendedPriority: optional(choice('DigiTeks anbefaling', priorities)),
    decidedPriority: optional(choice('Besluttet prioritet', priorities)),
    recommendedOutcome: optional(choice('Anbefalet svar', outcomes)),
    recommendationWhy: longText('Anbefaling, hvorfor'),
    recommendLift: flag('DigiTek foreslår løft'),
    hoursDigitek: optional(wholeNumber('Timer i næste fase, DigiTek')),
    hoursIt: optional(wholeNumber('Timer i næste fase, IT')),
    hoursArea: optional(wholeNumber('Timer i næste fase, området')),
    timeHorizon: optional(choice('Tidshorisont', timeHorizons)),
    spreadPotential: optional(choice('Spredningspotentiale', spreadPotentials)),
    attention: optional(choice('Ledelsens opmærksomhed', attentions)),
    liftedGate: optional(choice('Løftet gate', gateNames)),
    liftedBy: text('Løftet af'),
    liftedAt: optional(instant('Løftet')),
    planStart: optional(day('Plan, fra')),
    planEnd: optional(day('Plan, til')),
    planHours: optional(wholeNumber('Plan, timer i DigiTek')),
    planProposal: optional(json('Plan, forslag', isPlanProposal)),
    planMoved: optional(json('Plan, sidst flyttet', isPlanMoved)),
    waitsFor: text('Venter på'),
    waitsSince: optional(instant('Venter siden')),
    nextStep: text('Næste skridt'),
    nextStepDue: optional(day('Næste skridt senest')),
    slaUntil: optional(day('Serviceaftale, til')),
    agreementUntil: optional(day('Kontrakt eller databehandleraftale, til')),
    municipality: text('Kommune'),
    technology: text('Leverandør eller teknologi'),
    startYear: optional(wholeNumber('År, start')),
    endYear: optional(wholeNumber('År, slut')),
    sourceUrl: longText('Kilde'),
    flowUrl: longText('ProjectFlow'),
    focus: optional(choice('Fokusområde', focusAreas)),
    citizenEffect: longText('Effekt for borgeren'),
    involved: longText('Inddragede'),
    skalDue: optional(day('SKAL, senest')),
    skalSource: text('SKAL, hvem siger det'),
    skalCase: longText('SKAL, businesscase'),
    skalGoals: longText('SKAL, mål og effekt'),
    skalResponsible: longText('SKAL, ansvarlig'),
    skalNeeds: longText('SKAL, hvad det kræver'),
    origin: optional(choice('Hvor idéen kommer fra', ideaOrigins)),
    parentId: optional(text('Bygger på projekt')),
    lastDecision: optional(text('Seneste beslutning')),
    lastChange: optional(json('Seneste ændring', isChange)),
    standing: optional(json('Stand, som beslutningerne siger', isStanding)),
    sampleFields: json('Eksempel', areTexts, []),
    createdAt: instant('Oprettet den'),
    createdBy: text('Oprettet af person'),
    createdById: optional(text('Oprettet af person, id')),
  },
  guard,
);
