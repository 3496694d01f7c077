import { nbsp } from './money.ts';

/* Dates are written as text, because a card may be read after 120 days: never "i dag" or "i går". */

const weekdays = ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'] as const;
export const months = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
] as const;

const inCopenhagen = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

type Moment = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Minutes since midnight; null for a day without a time. */
  readonly minutes: number | null;
};

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The clock in Copenhagen at an instant, or a day as it stands. Null when the text is neither. */
const momentOf = (at: string): Moment | null => {
  if (isDay(at)) {
    const [year = 0, month = 0, day = 0] = at.split('-').map(Number);
    return { year, month, day, minutes: null };
  }
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return null;
  const found: Record<string, number> = {};
  for (const part of inCopenhagen.formatToParts(instant)) found[part.type] = Number(part.value);
  const get = (name: string): number => found[name] ?? 0;
  return {
    year: get('year'),
    month: get('month'),
    day: get('day'),
    minutes: get('hour') * 60 + get('minute'),
  };
};

const dayNumber = (moment: Moment): number =>
  Math.round(Date.UTC(moment.year, moment.month - 1, moment.day) / 86_400_000);

const weekdayOf = (moment: Moment): string => weekdays[(dayNumber(moment) + 4) % 7] ?? '';

const monthOf = (moment: Moment): string => months[moment.month - 1] ?? '';

const written = (at: string, write: (moment: Moment) => string): string => {
  const moment = momentOf(at);
  return moment ? write(moment) : '';
};

const clock = (minutes: number): string =>
  `${Math.trunc(minutes / 60)}.${String(minutes % 60).padStart(2, '0')}`;

/** YYYY-MM-DD in Copenhagen. */
export const dayIn = (at: string): string =>
  written(
    at,
    ({ year, month, day }) =>
      `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );

/** "kl. 10.14". */
export const timeText = (at: string): string =>
  written(at, ({ minutes }) => (minutes === null ? '' : `kl.${nbsp}${clock(minutes)}`));

/** "23. november". */
export const dayText = (at: string): string =>
  written(at, (moment) => `${moment.day}.${nbsp}${monthOf(moment)}`);

/** "23. november 2026". */
export const dayYearText = (at: string): string =>
  written(at, (moment) => `${moment.day}.${nbsp}${monthOf(moment)}${nbsp}${moment.year}`);

/** "23. nov." for narrow places; maj, juni and juli are short already. */
export const shortDayText = (at: string): string =>
  written(at, (moment) => {
    const month = monthOf(moment);
    return `${moment.day}.${nbsp}${month.length <= 4 ? month : `${month.slice(0, 3)}.`}`;
  });

/** "mandag 23. november". */
export const weekdayText = (at: string): string =>
  written(at, (moment) => `${weekdayOf(moment)} ${moment.day}.${nbsp}${monthOf(moment)}`);

/** "mandag 23. november kl. 10.14"; without the time when there is none. */
export const momentText = (at: string): string =>
  [weekdayText(at), timeText(at)].filter((part) => part !== '').join(' ');

/** "mandag 23. november 2026 kl. 10.14", as receipts say it. */
export const momentYearText = (at: string): string =>
  written(at, (moment) =>
    [`${weekdayText(at)}${nbsp}${moment.year}`, timeText(at)]
      .filter((part) => part !== '')
      .join(' '),
  );

/** "kl. 16", "kl. 9.30". */
export const hourText = (at: string): string => timeText(at).replace(/\.00$/, '');

/** "tirsdag 24. november kl. 16". */
export const hourMoment = (at: string): string => momentText(at).replace(/\.00$/, '');

const weekMs = 6 * 86_400_000;

/** "tirsdag kl. 16"; with the date when it is a week away or more. */
export const dueMoment = (dueAt: string, at: string): string => {
  const isNear = Math.abs(Date.parse(dueAt) - Date.parse(at)) < weekMs;
  const day = isNear ? (weekdayText(dueAt).split(' ')[0] ?? '') : weekdayText(dueAt);
  return `${day} ${hourText(dueAt)}`;
};

/** The ISO week's number. */
export const weekOf = (at: string): number => {
  const moment = momentOf(at);
  if (!moment) return 0;
  const today = dayNumber(moment);
  const thursday = today - ((today + 3) % 7) + 3;
  const year = new Date(thursday * 86_400_000).getUTCFullYear();
  return Math.floor((thursday - Date.UTC(year, 0, 1) / 86_400_000) / 7) + 1;
};

/** Days on the calendar in Copenhagen from one day to another; never less than 0. */
export const daysFrom = (since: string, until: string): number => {
  const from = momentOf(since);
  const to = momentOf(until);
  return from && to ? Math.max(0, dayNumber(to) - dayNumber(from)) : 0;
};

/** "1 dag", "12 dage". */
export const daysText = (days: number): string => `${days}${nbsp}${days === 1 ? 'dag' : 'dage'}`;

/** "6 uger" from three weeks on, else days. */
export const spanText = (days: number): string =>
  days >= 21 ? `${Math.round(days / 7)}${nbsp}uger` : daysText(days);
