import { type Area, defaultAreas } from './area.ts';
import { usualMonths } from './benefits/followUp.ts';
import type { Change } from './history.ts';
import { defaultImportWords, type ImportWords } from './importWords.ts';
import { defaultPaperTemplates, type PaperTemplates } from './papers/template.ts';
import { defaultPlanSettings, type PlanSettings } from './plan/planned.ts';
import { type AgendaOrder, usualOrder } from './quarter/order.ts';
import { defaultRhythm, type Rhythm } from './rhythm.ts';
import { defaultStepTemplates, type StepTemplates } from './stepTemplates.ts';
import type { StuckLimits, StuckWhy } from './stuck.ts';
import type { YearPoint } from './yearPoints.ts';

export type OnOff = 'on' | 'off';

/** What DigiTek can change without code (⚙ in domain.md). Each setting is one row of the list. */
export type Settings = {
  readonly areas: readonly Area[];
  /** Days of the coming quarterly statuses, YYYY-MM-DD. */
  readonly quarterlyStatusDays: readonly string[];
  /** In which order an agenda's kinds of matter stand, until somebody makes it otherwise. */
  readonly agendaOrder: AgendaOrder;
  /** Days that a project may wait for somebody, as people have written it, before it sits. */
  readonly stuckAfterDays: number;
  /** Working days at a gate, and with a question nobody replies to; days in a phase without movement. */
  readonly stuckAtGateDays: number;
  readonly stuckQuestionDays: number;
  readonly stuckPhaseDays: number;
  /** Days the municipality is closed beside public holidays: `YYYY-MM-DD`, or `MM-DD` each year. */
  readonly closingDays: readonly string[];
  /** What comes back each year and is no kvartalsstatus, story or visit: dialogues, meetings of the field. */
  readonly yearPoints: readonly YearPoint[];
  /** Working days before such a point that the consultants are reminded. */
  readonly yearPointDays: number;
  readonly communication: Communication;
  /** When people are reminded, and between which hours they are written to. */
  readonly rhythm: Rhythm;
  /** Whether people's automatic replies are read, so that their standing deputy answers meanwhile. */
  readonly outOfOffice: OnOff;
  /** Working days until an owner's answer about a paper is due. */
  readonly ownerDays: number;
  /** Working days until a chef's comment before a gate is due. */
  readonly chefDays: number;
  /** Working days until somebody of the project, and until IT og Digitalisering, has answered. */
  readonly talkDays: number;
  readonly itDays: number;
  /** Working days until the consultant has looked at a purchase, and until the chain has decided. */
  readonly screeningDays: number;
  readonly purchaseDays: number;
  /** Whole kroner: a purchase that costs more is the chef's to decide, and not a leder's. */
  readonly purchaseChefKr: number;
  /** Months in operation after which the owner of a benefit is asked how it has gone, rising. */
  readonly benefitMonths: readonly number[];
  /** Working days until they have answered. */
  readonly benefitDays: number;
  /** Working days before an agreement ends that its owner is reminded. */
  readonly agreementDays: number;
  /** Working days until the leder of a unit has answered whether it may be visited. */
  readonly visitDays: number;
  /** What a DigiTek 360 takes, in hours: of the team in all, of the leder, of each employee, of each who is chosen. */
  readonly visitTeamHours: number;
  readonly visitLederHours: number;
  readonly visitEmployeeHours: number;
  readonly visitChosenHours: number;
  /** How many there are to be in a year, and of these in each area. */
  readonly visitsAYear: number;
  readonly visitsAnArea: number;
  /** Hours in the next phase above which DigiTek suggests that the chefgruppe decides. */
  readonly liftHours: number;
  /** The words that lists from elsewhere use for what we call otherwise. */
  readonly importWords: ImportWords;
  /** What DigiTek has to give a quarter, and how long phases usually take. */
  readonly plan: PlanSettings;
  /** What the papers ask, where that is otherwise than the table says. */
  readonly paperTemplates: PaperTemplates;
  /** The steps of each phase. */
  readonly stepTemplates: StepTemplates;
};

/** How stories are signed off, and what we aim for (domain.md, Communication). */
export type Communication = {
  /** Working days until an answer is due, for each kind. */
  readonly storyDays: number;
  readonly articleDays: number;
  readonly pressDays: number;
  /** `HH:MM` in Copenhagen, on the day the answer is due. */
  readonly dueTime: string;
  readonly nudgeTime: string;
  readonly storiesAMonth: number;
  readonly articlesAQuarter: number;
  /** Words that stop a text from being sent, beside CPR-like numbers. */
  readonly blockedWords: readonly string[];
  /** Where articles and reports go. */
  readonly organisations: readonly string[];
};

const defaultCommunication: Communication = {
  storyDays: 1,
  articleDays: 5,
  pressDays: 1,
  dueTime: '16:00',
  nudgeTime: '09:00',
  storiesAMonth: 1,
  articlesAQuarter: 1,
  blockedWords: ['cpr', 'cpr-nummer', 'personnummer', 'diagnose', 'journalnummer'],
  organisations: ['KL', 'CareNet', 'Ingeniøren', 'Danish Life Science Cluster'],
};

export const defaultSettings: Settings = {
  areas: defaultAreas,
  quarterlyStatusDays: [],
  agendaOrder: usualOrder,
  stuckAfterDays: 14,
  stuckAtGateDays: 10,
  stuckQuestionDays: 5,
  stuckPhaseDays: 120,
  closingDays: [],
  yearPoints: [],
  yearPointDays: 10,
  communication: defaultCommunication,
  rhythm: defaultRhythm,
  outOfOffice: 'off',
  ownerDays: 2,
  chefDays: 2,
  talkDays: 2,
  itDays: 5,
  screeningDays: 5,
  purchaseDays: 2,
  purchaseChefKr: 25_000,
  benefitMonths: usualMonths,
  benefitDays: 5,
  agreementDays: 20,
  visitDays: 5,
  visitTeamHours: 40,
  visitLederHours: 4,
  visitEmployeeHours: 1,
  visitChosenHours: 4,
  visitsAYear: 4,
  visitsAnArea: 1,
  liftHours: 120,
  plan: defaultPlanSettings,
  importWords: defaultImportWords,
  paperTemplates: defaultPaperTemplates,
  stepTemplates: defaultStepTemplates,
};

export type SettingRow = {
  readonly id: keyof Settings;
  readonly value: string;
  /** Who set it last; nobody when it was put there with the lists. */
  readonly lastChange: Change | null;
};

/** `HH:MM`. */
export const isClockTime = (time: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time);

export const isOnOff = (value: unknown): value is OnOff => value === 'on' || value === 'off';

/** As many working days, stories or articles as make sense. */
export const isSmallCount = (count: number): boolean =>
  Number.isInteger(count) && count >= 1 && count <= 60;

/** Each limit and the setting it is. */
export const stuckSettings = {
  gate: 'stuckAtGateDays',
  question: 'stuckQuestionDays',
  somebody: 'stuckAfterDays',
  phase: 'stuckPhaseDays',
} as const satisfies Record<StuckWhy, keyof Settings>;

/** A year's days are the most that make sense. */
export const isStuckLimit = (days: number): boolean =>
  Number.isInteger(days) && days >= 1 && days <= 366;

export const stuckLimitsOf = (settings: Settings): StuckLimits => ({
  gate: settings.stuckAtGateDays,
  question: settings.stuckQuestionDays,
  somebody: settings.stuckAfterDays,
  phase: settings.stuckPhaseDays,
});
