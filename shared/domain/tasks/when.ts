/** In the order a list says them; `now` waits for an answer and has no date. */
export const taskTimes = ['late', 'now', 'thisWeek', 'nextWeek', 'later', 'undated'] as const;
export type TaskTime = (typeof taskTimes)[number];

const dayMs = 86_400_000;

const atNoon = (day: string): number => Date.parse(`${day}T12:00:00Z`);

/** The Sunday that ends the week of a day; weeks begin on Monday. */
const sundayOf = (day: string): number => {
  const at = atNoon(day);
  const weekday = (new Date(at).getUTCDay() + 6) % 7;
  return at + (6 - weekday) * dayMs;
};

/** When something is to be done, seen from a day in Copenhagen; the day itself is not late. */
export const timeOf = (due: string | null, today: string): TaskTime => {
  if (due === null) return 'undated';
  if (due < today) return 'late';
  const weekEnds = sundayOf(today);
  if (atNoon(due) <= weekEnds) return 'thisWeek';
  return atNoon(due) <= weekEnds + 7 * dayMs ? 'nextWeek' : 'later';
};
