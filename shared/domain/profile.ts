import type { Priority } from './priority.ts';
import { attentions, type Project, spreadPotentials, timeHorizons } from './project.ts';

/** The six signs of the low and the high profile (features E17–E18), in their order. */
export const signs = ['gain', 'efficiency', 'payback', 'spread', 'risk', 'attention'] as const;
export type Sign = (typeof signs)[number];

/** Which way a sign points; null = nobody has said. */
export type Pointing = 'high' | 'middle' | 'low' | null;
export type Profile = Readonly<Record<Sign, Pointing>>;

type Judged = Pick<
  Project,
  | 'efficiency'
  | 'quality'
  | 'wellbeing'
  | 'riskCategory'
  | 'timeHorizon'
  | 'spreadPotential'
  | 'attention'
>;

const ofThree = <T extends string>(scale: readonly T[], value: T | null): Pointing =>
  value === null ? null : ((['high', 'middle', 'low'] as const)[scale.indexOf(value)] ?? null);

/** Whether efficiency is what it gains most. */
const gainOf = ({ efficiency, quality, wellbeing }: Judged): Pointing => {
  if (efficiency === null || quality === null || wellbeing === null) return null;
  const others = Math.max(quality, wellbeing);
  if (efficiency === others) return efficiency === 0 ? 'low' : 'middle';
  return efficiency > others ? 'high' : 'low';
};

const efficiencyOf = ({ efficiency }: Judged): Pointing => {
  if (efficiency === null) return null;
  return efficiency === 3 ? 'high' : efficiency === 2 ? 'middle' : 'low';
};

const riskOf = ({ riskCategory }: Judged): Pointing => {
  if (riskCategory === null) return null;
  return riskCategory === 1 ? 'high' : riskCategory === 2 ? 'middle' : 'low';
};

/** Where a project stands between the low and the high profile. */
export const profileOf = (project: Judged): Profile => ({
  gain: gainOf(project),
  efficiency: efficiencyOf(project),
  payback: ofThree(timeHorizons, project.timeHorizon),
  spread: ofThree(spreadPotentials, project.spreadPotential),
  risk: riskOf(project),
  attention: ofThree(attentions, project.attention),
});

export type SignCount = { readonly high: number; readonly low: number; readonly said: number };

/** How many signs point each way; one that nobody has said is left out. */
export const signCount = (profile: Profile): SignCount => {
  const count = (way: Pointing): number => signs.filter((sign) => profile[sign] === way).length;
  return { high: count('high'), low: count('low'), said: signs.length - count(null) };
};

const enough = 4;

/**
 * What the signs suggest; null while too few are said. People decide, and a SKAL project stands
 * above them all.
 */
export const suggestedBy = (profile: Profile): Exclude<Priority, 'veryHigh'> | null => {
  const { high, low, said } = signCount(profile);
  if (said < enough) return null;
  if (high - low >= 2) return 'high';
  return low - high >= 2 ? 'low' : 'medium';
};
