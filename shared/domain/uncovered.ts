import { answersForSomething, standingOf, touches } from './absence.ts';
import { dayOf } from './day.ts';
import { type Days, holdersOf, isAwayBy, type Person, standInsFor } from './person.ts';
import {
  isWorkday,
  nextDay,
  previousDay,
  type WorkCalendar,
  workdayBefore,
  workdaysAfter,
} from './workday.ts';

/*
 * Who is away without anybody who answers: whoever was to is away too, or has left. What waits for
 * them would lie until it is old, so the consultants are told while it can be mended.
 */

type Named = Pick<Person, 'id' | 'name'>;

export type Uncovered =
  | {
      readonly type: 'days';
      readonly away: Named;
      /** The days on which nobody answers, in a row. */
      readonly days: Days;
      /** Those who were to and are away themselves; nobody when they have left. */
      readonly deputies: readonly string[];
      /** The day before the one from which it is named. */
      readonly since: string;
    }
  /** Their standing deputy has left. */
  | { readonly type: 'standing'; readonly away: Named; readonly since: string };

const isAway = ({ absences }: Person, day: string): boolean =>
  absences.some((absence) => isAwayBy(absence, day));

/** Who is to answer for somebody on a day: by their absence and, for a chef, by the column. */
const deputiesOf = (away: Person, people: readonly Person[], day: string): readonly Person[] =>
  away.area !== null && away.roles.includes('chef')
    ? holdersOf(away.area, people, day).deputies
    : standInsFor(away, people, day);

const isUncovered = (away: Person, people: readonly Person[], day: string): boolean =>
  isAway(away, day) && deputiesOf(away, people, day).every((one) => isAway(one, day));

/** Of some days those in a row on which somebody is away and nobody answers for them. */
const gapsIn = (away: Person, people: readonly Person[], { from, to }: Days): readonly Days[] => {
  const gaps: Days[] = [];
  for (let day = from; day <= to; day = nextDay(day)) {
    if (!isUncovered(away, people, day)) continue;
    const last = gaps.at(-1);
    if (last?.to === previousDay(day)) gaps[gaps.length - 1] = { ...last, to: day };
    else gaps.push({ from: day, to: day });
  }
  return gaps;
};

const latest = (...days: readonly string[]): string => [...days].sort().at(-1) ?? '';

/** The first days of an absence, from today on, on which nobody answers; null when there are none. */
export const gapAhead = (
  away: Person,
  { from, to }: Days,
  people: readonly Person[],
  today: string,
): Days | null => gapsIn(away, people, { from: latest(from, today), to })[0] ?? null;

/** When the last of what makes it so was said. */
const saidOn = (people: readonly Person[], days: Days): string =>
  people
    .flatMap(({ absences }) => absences)
    .filter((absence) => absence.ended === null && touches(absence, days))
    .map(({ at }) => dayOf(at))
    .sort()
    .at(-1) ?? days.from;

/** Who is away today, or the next day people are at work, while nobody answers for them. */
export const uncoveredOn = (
  people: readonly Person[],
  day: string,
  calendar: WorkCalendar,
): readonly Uncovered[] => {
  const near = [day, workdaysAfter(day, 1, calendar)].filter((one) => isWorkday(one, calendar));
  return people.filter(answersForSomething).flatMap((away): readonly Uncovered[] => {
    const first = near.find((one) => isUncovered(away, people, one));
    const absence = away.absences.find((one) => first !== undefined && isAwayBy(one, first));
    if (first === undefined || !absence) return [];
    const days = gapsIn(away, people, absence).find(({ from, to }) => from <= first && first <= to);
    if (!days) return [];
    const deputies = deputiesOf(away, people, first);
    const before = previousDay(workdayBefore(days.from, 1, calendar));
    return [
      {
        ...{ type: 'days', away: { id: away.id, name: away.name }, days },
        deputies: deputies.map(({ name }) => name),
        since: latest(before, saidOn([away, ...deputies], days)),
      },
    ];
  });
};

/** Whose standing deputy has left. */
export const standingGone = (people: readonly Person[]): readonly Uncovered[] => {
  const known = new Set(people.map(({ id }) => id));
  return people.filter(answersForSomething).flatMap((away): readonly Uncovered[] => {
    const deputyId = standingOf(away);
    if (!away.standing || deputyId === null || known.has(deputyId)) return [];
    const { id, name } = away;
    return [{ type: 'standing', away: { id, name }, since: dayOf(away.standing.at) }];
  });
};

/** Those whom somebody is to answer for on some days. */
export const answersFor = (
  person: Pick<Person, 'id'>,
  people: readonly Person[],
  days: Days,
): readonly Person[] =>
  people.filter(({ absences }) =>
    absences.some((one) => one.deputyId === person.id && one.ended === null && touches(one, days)),
  );
