/** A day of one year, `YYYY-MM-DD`, or of each, `MM-DD`; 29 February only in years that have it. */
export const isRecurringDay = (day: string): boolean => {
  const whole = /^\d{2}-\d{2}$/.test(day) ? `2024-${day}` : day;
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(whole) &&
    !Number.isNaN(Date.parse(`${whole}T00:00:00Z`)) &&
    new Date(`${whole}T00:00:00Z`).toISOString().startsWith(whole)
  );
};
