/** Dates of the invented orders, counted in working days from the day of the build. */

const DAY_MS = 86_400_000;
const LONG = { weekday: 'long', day: 'numeric', month: 'long' };

const isWorkingDay = (date) => date.getUTCDay() % 6 !== 0;

export const format = (date, options = LONG) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(date);

/** The working day `offset` days after (or before) `today`; offset 0 is today or the next one. */
export function workingDay(today, offset) {
  const step = offset < 0 ? -DAY_MS : DAY_MS;
  let date = new Date(today);
  while (!isWorkingDay(date)) date = new Date(date.getTime() + DAY_MS);
  for (let left = Math.abs(offset); left > 0; ) {
    date = new Date(date.getTime() + step);
    if (isWorkingDay(date)) left -= 1;
  }
  return date;
}

/** The Thursday of the week after next. */
function nextThursday(today) {
  const untilThursday = (11 - today.getUTCDay()) % 7;
  return new Date(today.getTime() + (untilThursday + 7) * DAY_MS);
}

/** Replaces `{-3}` by the date of that working day and `{thursday}` by a coming Thursday. */
export function fillDates(text, today) {
  return text
    .replace('{thursday}', format(nextThursday(today), { day: 'numeric', month: 'long' }))
    .replace(/\{([+-]\d+)\}/g, (_, offset) => format(workingDay(today, Number(offset))));
}
