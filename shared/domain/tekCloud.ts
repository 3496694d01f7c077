import type { BoardProject } from './board.ts';
import type { TekValue } from './project.ts';
import { isInShadedField, type Tek, type TekRemark, tekPointOf, tekRemarksOf } from './tek.ts';

export type CloudTek = Readonly<Record<keyof Tek, TekValue>>;

/** One place in the triangle, and every project that stands there. */
export type CloudPoint = {
  readonly key: string;
  /** The assessment of the first of them: others may have the same weights in other figures. */
  readonly tek: CloudTek;
  readonly isInside: boolean;
  /** What the rules of the triangle say about all of them. */
  readonly remark: TekRemark | null;
  readonly projects: readonly BoardProject[];
};

export type TekCloud = {
  /** Where most stand first. */
  readonly points: readonly CloudPoint[];
  readonly assessed: number;
  readonly inside: number;
  /** Not assessed, or with no benefit in any leg: they have no place in the triangle. */
  readonly placeless: readonly BoardProject[];
};

/** What has ended is no part of the portfolio. */
const isAlive = ({ status }: BoardProject): boolean => status !== 'closed' && status !== 'stopped';

const tekOf = ({ tek }: BoardProject): CloudTek | null => {
  if (!tek) return null;
  const [efficiency, quality, wellbeing] = tek as readonly [TekValue, TekValue, TekValue];
  return { efficiency, quality, wellbeing };
};

/** The same for all assessments that have the same point. */
const keyOf = (tek: CloudTek): string | null => {
  const point = tekPointOf(tek);
  if (point === null) return null;
  return [point.efficiency, point.quality, point.wellbeing].map((leg) => leg.toFixed(3)).join(':');
};

/** Every living project where it stands in the triangle (features: the portfolio's cloud). */
export const tekCloudOf = (projects: readonly BoardProject[]): TekCloud => {
  const byKey = new Map<string, CloudPoint>();
  const placeless: BoardProject[] = [];
  for (const project of projects.filter(isAlive)) {
    const tek = tekOf(project);
    const key = tek && keyOf(tek);
    if (tek === null || key === null) {
      placeless.push(project);
      continue;
    }
    const before = byKey.get(key);
    const first = {
      key,
      tek,
      isInside: isInShadedField(tek),
      remark: tekRemarksOf(tek)[0] ?? null,
    };
    byKey.set(key, { ...(before ?? first), projects: [...(before?.projects ?? []), project] });
  }
  const points = [...byKey.values()].sort((a, b) => b.projects.length - a.projects.length);
  const countOf = (among: readonly CloudPoint[]): number =>
    among.reduce((sum, point) => sum + point.projects.length, 0);
  return {
    ...{ points, placeless, assessed: countOf(points) },
    inside: countOf(points.filter(({ isInside }) => isInside)),
  };
};
