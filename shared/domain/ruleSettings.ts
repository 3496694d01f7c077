import { areMonths } from './benefits/followUp.ts';
import type { MailboxesView } from './outOfOffice.ts';
import { type AgendaOrder, isWholeOrder } from './quarter/order.ts';
import type { Rhythm } from './rhythm.ts';
import { defaultSettings, isClockTime, isOnOff, type OnOff, type Settings } from './settings.ts';

/* The settings that are one number, one hour, one choice or a few months each: what they may be (⚙ in domain.md). */

type NumberRule = {
  readonly kind: 'workdays' | 'hours' | 'kroner' | 'visits';
  readonly least: number;
  readonly most: number;
};
type Rule = NumberRule | { readonly kind: 'time' | 'asks' | 'months' | 'agenda' | 'onOff' };

const workdays: NumberRule = { kind: 'workdays', least: 1, most: 60 };
const visitHours: NumberRule = { kind: 'hours', least: 0, most: 1_000 };
const visits: NumberRule = { kind: 'visits', least: 0, most: 100 };

/** In the order they are shown. */
export const rules = {
  ownerDays: workdays,
  chefDays: workdays,
  talkDays: workdays,
  itDays: workdays,
  screeningDays: workdays,
  purchaseDays: workdays,
  benefitMonths: { kind: 'months' },
  benefitDays: workdays,
  visitDays: workdays,
  visitTeamHours: visitHours,
  visitLederHours: visitHours,
  visitEmployeeHours: visitHours,
  visitChosenHours: visitHours,
  visitsAYear: visits,
  visitsAnArea: visits,
  agendaOrder: { kind: 'agenda' },
  liftHours: { kind: 'hours', least: 0, most: 20_000 },
  purchaseChefKr: { kind: 'kroner', least: 0, most: 10_000_000 },
  remindAfterDays: workdays,
  consultantAfterDays: workdays,
  agreementDays: workdays,
  yearPointDays: workdays,
  from: { kind: 'time' },
  digestTime: { kind: 'time' },
  until: { kind: 'time' },
  asks: { kind: 'asks' },
  outOfOffice: { kind: 'onOff' },
} as const satisfies Record<string, Rule>;

export type RuleKey = keyof typeof rules;
export const ruleKeys = Object.keys(rules) as readonly RuleKey[];

/** Those that are one number, and a row of the settings each. */
export const numberSettings = [
  'ownerDays',
  'chefDays',
  'talkDays',
  'itDays',
  'screeningDays',
  'purchaseDays',
  'benefitDays',
  'agreementDays',
  'yearPointDays',
  'visitDays',
  'visitTeamHours',
  'visitLederHours',
  'visitEmployeeHours',
  'visitChosenHours',
  'visitsAYear',
  'visitsAnArea',
  'liftHours',
  'purchaseChefKr',
] as const satisfies readonly (RuleKey & keyof Settings)[];
export type NumberSetting = (typeof numberSettings)[number];

/** Those that are one row of the settings each; the others are the rhythm, which is one. */
export const rowSettings = [
  ...numberSettings,
  'benefitMonths',
  'agendaOrder',
  'outOfOffice',
] as const satisfies readonly (RuleKey & keyof Settings)[];
export type RowSetting = (typeof rowSettings)[number];

export type RuleValues = { readonly [K in NumberSetting]: number } & {
  readonly benefitMonths: readonly number[];
  readonly agendaOrder: AgendaOrder;
  readonly outOfOffice: OnOff;
} & Rhythm;

export const isNumberSetting = (key: RuleKey): key is NumberSetting =>
  numberSettings.some((one) => one === key);

export const isRowSetting = (key: RuleKey): key is RowSetting =>
  rowSettings.some((one) => one === key);

/** Whether a setting is what it was. */
export const isSameRule = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other) ? one.join() === other.join() : one === other;

export const ruleValuesOf = (settings: Settings): RuleValues => ({
  ...(Object.fromEntries(numberSettings.map((key) => [key, settings[key]])) as Record<
    NumberSetting,
    number
  >),
  benefitMonths: settings.benefitMonths,
  agendaOrder: settings.agendaOrder,
  outOfOffice: settings.outOfOffice,
  ...settings.rhythm,
});

/** What each is when nobody has set it. */
export const usualRules: RuleValues = ruleValuesOf(defaultSettings);

export type RuleProblem = 'bounds' | 'time' | 'order' | 'asks' | 'months' | 'agenda' | 'onOff';
export type RuleProblems = { readonly [K in RuleKey]?: RuleProblem };

const isWholeIn = (value: unknown, { least, most }: NumberRule): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

const isTime = (value: unknown): boolean => typeof value === 'string' && isClockTime(value);

type TextKind = Exclude<Rule['kind'], NumberRule['kind']>;

/** What is no number, and what it has to be. */
const accepted: Record<TextKind, (value: unknown) => boolean> = {
  time: isTime,
  asks: (value) => value === 'inHours' || value === 'anyTime',
  months: areMonths,
  agenda: isWholeOrder,
  onOff: isOnOff,
};

const problemOf = (key: RuleKey, value: unknown): RuleProblem | null => {
  const rule: Rule = rules[key];
  if ('least' in rule) return isWholeIn(value, rule) ? null : 'bounds';
  return accepted[rule.kind](value) ? null : rule.kind;
};

export const isNumberFor = (key: NumberSetting, value: unknown): value is number =>
  problemOf(key, value) === null;

/** Hours that never come would hold back everything for good. */
const orderProblem = ({ from, digestTime, until }: Rhythm): RuleProblems => {
  if (from > digestTime) return { digestTime: 'order' };
  return digestTime < until ? {} : { until: 'order' };
};

/** What is wrong with each; empty when all of it makes sense. */
export const ruleProblemsOf = (values: RuleValues): RuleProblems => {
  const problems: RuleProblems = Object.fromEntries(
    ruleKeys.flatMap((key) => {
      const problem = problemOf(key, values[key]);
      return problem ? [[key, problem]] : [];
    }),
  );
  return Object.keys(problems).length > 0 ? problems : orderProblem(values);
};

/** Whether a rhythm as the list has it makes sense, all of it. */
export const isRhythmSet = (rhythm: Rhythm): boolean =>
  Object.keys(ruleProblemsOf({ ...usualRules, ...rhythm })).length === 0;

/** One change of one setting, as it is told. */
export type RuleChange = {
  readonly key: RuleKey;
  readonly from: string;
  readonly to: string;
  readonly byName: string;
  readonly at: string;
};

export type RulesView = {
  readonly values: RuleValues;
  /** Settings that somebody has written in the list so that they make no sense: the usual holds. */
  readonly unreadable: readonly RuleKey[];
  /** How the reading of automatic replies goes. */
  readonly mailboxes: MailboxesView;
  /** Where other settings stand, as they are. */
  readonly others: {
    readonly areas: readonly string[];
    readonly quarterlyStatusDays: readonly string[];
    readonly closingDays: readonly string[];
    readonly yearPoints: readonly string[];
  };
};
