const copenhagen = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day an instant falls on in Europe/Copenhagen, YYYY-MM-DD. */
export const dayOf = (instant: string | number): string =>
  copenhagen.format(typeof instant === 'string' ? Date.parse(instant) : instant);
