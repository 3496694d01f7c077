import type { AreaId } from '#shared/domain/area.ts';
import { areMonths } from '#shared/domain/benefits/followUp.ts';
import { type ImportWords, wordKinds } from '#shared/domain/importWords.ts';
import { arePaperTemplates } from '#shared/domain/papers/template.ts';
import { isPlanSettings } from '#shared/domain/plan/planned.ts';
import { areAgendaKinds, wholeOrder } from '#shared/domain/quarter/order.ts';
import { isRecurringDay } from '#shared/domain/recurringDay.ts';
import type { Rhythm } from '#shared/domain/rhythm.ts';
import { isNumberFor, isRhythmSet } from '#shared/domain/ruleSettings.ts';
import {
  type Communication,
  defaultSettings,
  isClockTime,
  isOnOff,
  isSmallCount,
  isStuckLimit,
  type Settings,
} from '#shared/domain/settings.ts';
import { areStepTemplates, type StepTemplates } from '#shared/domain/stepTemplates.ts';
import { areYearPoints } from '#shared/domain/yearPoints.ts';
import type { Stores } from '../ports.ts';

const isArea = (value: unknown): value is Settings['areas'][number] =>
  typeof value === 'object' && value !== null && 'id' in value && 'name' in value;

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

const isTime = (value: unknown): boolean => typeof value === 'string' && isClockTime(value);

const isCount = (value: unknown): boolean => typeof value === 'number' && isSmallCount(value);

const isLimit = (value: unknown): value is number =>
  typeof value === 'number' && isStuckLimit(value);

const isCommunication = (value: unknown): value is Communication => {
  const given = (typeof value === 'object' ? value : null) as Partial<Communication> | null;
  return (
    given !== null &&
    [given.storyDays, given.articleDays, given.pressDays].every(isCount) &&
    [given.storiesAMonth, given.articlesAQuarter].every(isCount) &&
    [given.dueTime, given.nudgeTime].every(isTime) &&
    areTexts(given.blockedWords) &&
    areTexts(given.organisations)
  );
};

const isRhythm = (value: unknown): value is Rhythm =>
  typeof value === 'object' && value !== null && isRhythmSet(value as Rhythm);

const isWordList = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every(areTexts);

const isImportWords = (value: unknown): value is ImportWords => {
  const given = (typeof value === 'object' ? value : null) as Partial<ImportWords> | null;
  return given !== null && wordKinds.every((kind) => isWordList(given[kind]));
};

const accepts: { readonly [K in keyof Settings]: (value: unknown) => value is Settings[K] } = {
  areas: (value): value is Settings['areas'] =>
    Array.isArray(value) && value.length > 0 && value.every(isArea),
  quarterlyStatusDays: (value): value is readonly string[] => areTexts(value),
  agendaOrder: areAgendaKinds,
  stuckAfterDays: (value): value is number => typeof value === 'number' && value > 0,
  stuckAtGateDays: isLimit,
  stuckQuestionDays: isLimit,
  stuckPhaseDays: isLimit,
  closingDays: (value): value is readonly string[] =>
    areTexts(value) && value.every(isRecurringDay),
  yearPoints: areYearPoints,
  yearPointDays: (value): value is number => isNumberFor('yearPointDays', value),
  communication: isCommunication,
  rhythm: isRhythm,
  outOfOffice: isOnOff,
  ownerDays: (value): value is number => isNumberFor('ownerDays', value),
  chefDays: (value): value is number => isNumberFor('chefDays', value),
  talkDays: (value): value is number => isNumberFor('talkDays', value),
  itDays: (value): value is number => isNumberFor('itDays', value),
  screeningDays: (value): value is number => isNumberFor('screeningDays', value),
  purchaseDays: (value): value is number => isNumberFor('purchaseDays', value),
  purchaseChefKr: (value): value is number => isNumberFor('purchaseChefKr', value),
  liftHours: (value): value is number => isNumberFor('liftHours', value),
  benefitMonths: areMonths,
  benefitDays: (value): value is number => isNumberFor('benefitDays', value),
  agreementDays: (value): value is number => isNumberFor('agreementDays', value),
  visitDays: (value): value is number => isNumberFor('visitDays', value),
  visitTeamHours: (value): value is number => isNumberFor('visitTeamHours', value),
  visitLederHours: (value): value is number => isNumberFor('visitLederHours', value),
  visitEmployeeHours: (value): value is number => isNumberFor('visitEmployeeHours', value),
  visitChosenHours: (value): value is number => isNumberFor('visitChosenHours', value),
  visitsAYear: (value): value is number => isNumberFor('visitsAYear', value),
  visitsAnArea: (value): value is number => isNumberFor('visitsAnArea', value),
  plan: isPlanSettings,
  importWords: isImportWords,
  paperTemplates: arePaperTemplates,
  stepTemplates: areStepTemplates,
};

const parsed = (text: string | undefined): unknown => {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const settingOf = <K extends keyof Settings>(stores: Stores, name: K): Settings[K] => {
  const value = parsed(stores.settings.get(name)?.value.value);
  return accepts[name](value) ? value : defaultSettings[name];
};

/** Whether the list says something of a setting that makes sense; nothing at all does too. */
export const isReadable = (stores: Stores, name: keyof Settings): boolean => {
  const row = stores.settings.get(name);
  return row === undefined || accepts[name](parsed(row.value.value));
};

/** The steps as the consultant has made them; by itself, for what looks at many projects. */
export const stepTemplatesIn = (stores: Stores): StepTemplates =>
  settingOf(stores, 'stepTemplates');

const readSettings = (stores: Stores): Settings => ({
  areas: settingOf(stores, 'areas'),
  quarterlyStatusDays: settingOf(stores, 'quarterlyStatusDays'),
  agendaOrder: wholeOrder(settingOf(stores, 'agendaOrder')),
  stuckAfterDays: settingOf(stores, 'stuckAfterDays'),
  stuckAtGateDays: settingOf(stores, 'stuckAtGateDays'),
  stuckQuestionDays: settingOf(stores, 'stuckQuestionDays'),
  stuckPhaseDays: settingOf(stores, 'stuckPhaseDays'),
  closingDays: settingOf(stores, 'closingDays'),
  yearPoints: settingOf(stores, 'yearPoints'),
  yearPointDays: settingOf(stores, 'yearPointDays'),
  communication: settingOf(stores, 'communication'),
  rhythm: settingOf(stores, 'rhythm'),
  outOfOffice: settingOf(stores, 'outOfOffice'),
  ownerDays: settingOf(stores, 'ownerDays'),
  chefDays: settingOf(stores, 'chefDays'),
  talkDays: settingOf(stores, 'talkDays'),
  itDays: settingOf(stores, 'itDays'),
  screeningDays: settingOf(stores, 'screeningDays'),
  purchaseDays: settingOf(stores, 'purchaseDays'),
  purchaseChefKr: settingOf(stores, 'purchaseChefKr'),
  benefitMonths: settingOf(stores, 'benefitMonths'),
  benefitDays: settingOf(stores, 'benefitDays'),
  agreementDays: settingOf(stores, 'agreementDays'),
  visitDays: settingOf(stores, 'visitDays'),
  visitTeamHours: settingOf(stores, 'visitTeamHours'),
  visitLederHours: settingOf(stores, 'visitLederHours'),
  visitEmployeeHours: settingOf(stores, 'visitEmployeeHours'),
  visitChosenHours: settingOf(stores, 'visitChosenHours'),
  visitsAYear: settingOf(stores, 'visitsAYear'),
  visitsAnArea: settingOf(stores, 'visitsAnArea'),
  liftHours: settingOf(stores, 'liftHours'),
  plan: settingOf(stores, 'plan'),
  importWords: settingOf(stores, 'importWords'),
  paperTemplates: settingOf(stores, 'paperTemplates'),
  stepTemplates: settingOf(stores, 'stepTemplates'),
});

const known = new WeakMap<readonly unknown[], Settings>();

/**
 * The settings as the list has them; what is missing or makes no sense falls back to the default. Read
 * when the list has changed: everything asks for them, again and again.
 */
export const settingsOf = (stores: Stores): Settings => {
  const rows = stores.settings.all();
  const read = known.get(rows) ?? readSettings(stores);
  known.set(rows, read);
  return read;
};

export const areaIdsOf = (stores: Stores): readonly AreaId[] =>
  settingsOf(stores).areas.map((area) => area.id);
