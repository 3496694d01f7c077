import type { PatchYearPoints, YearPointsReply } from '#shared/contract/year.ts';
import { yearPointsWords } from '#shared/words/plan/yearPoints.ts';
import { readRecurringDay, recurringDayText } from '#shared/words/recurringDay.ts';
import { isLike } from '../typed/useTyped.ts';

/** A fixed point as it is typed. */
export type PointRow = {
  readonly title: string;
  readonly day: string;
  /** Empty: everybody's. */
  readonly area: string;
  readonly link: string;
};

/** By id, in the order they are shown. */
export type PointsDraft = Readonly<Record<string, PointRow>>;

export const emptyPoint: PointRow = { title: '', day: '', area: '', link: '' };

const isPoint = (value: unknown): value is PointRow => isLike(emptyPoint, value);

export const isPointsDraft = (value: unknown): value is PointsDraft =>
  typeof value === 'object' && value !== null && Object.values(value).every(isPoint);

export const pointsDraftOf = ({ points }: YearPointsReply): PointsDraft =>
  Object.fromEntries(
    points.map(({ id, title, day, area, link }) => [
      id,
      { title, day: recurringDayText(day), area: area ?? '', link },
    ]),
  );

type Read =
  | { readonly ok: true; readonly body: PatchYearPoints }
  | { readonly ok: false; readonly problem: string };

/** What is sent, or the day that cannot be read. */
export const readPoints = (draft: PointsDraft, revision: string): Read => {
  const points: PatchYearPoints['points'] = [];
  for (const [id, { title, day: typed, area, link }] of Object.entries(draft)) {
    const day = readRecurringDay(typed);
    if (day === null) return { ok: false, problem: yearPointsWords.notADay(typed) };
    points.push({ id, title, day, area: area === '' ? null : area, link });
  }
  return { ok: true, body: { revision, points } };
};
