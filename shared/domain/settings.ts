import { type Area, defaultAreas } from './area.ts';

/** What DigiTek can change without code (⚙ in domain.md). Each setting is one row of the list. */
export type Settings = {
  readonly areas: readonly Area[];
  /** Days of the coming quarterly statuses, YYYY-MM-DD. */
  readonly quarterlyStatusDays: readonly string[];
  /** Days in a phase after which a project counts as sitting. */
  readonly stuckAfterDays: number;
};

export const defaultSettings: Settings = {
  areas: defaultAreas,
  quarterlyStatusDays: [],
  stuckAfterDays: 14,
};

export type SettingRow = { readonly id: keyof Settings; readonly value: string };

/** The next quarterly status on or after a day; null when none is planned. */
export const nextQuarterlyStatus = (settings: Settings, day: string): string | null =>
  [...settings.quarterlyStatusDays].sort().find((planned) => planned >= day) ?? null;
