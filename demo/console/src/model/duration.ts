const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A waiting time for the eye: "0:07", "42:10", "3 h 05 min", "2 d 4 h". */
export function shortDuration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)}:${two(seconds % MINUTE)}`;
  if (seconds < DAY) {
    return `${Math.floor(seconds / HOUR)} h ${two(Math.floor((seconds % HOUR) / MINUTE))} min`;
  }
  return `${Math.floor(seconds / DAY)} d ${Math.floor((seconds % DAY) / HOUR)} h`;
}

/** The same for the ear, in whole minutes so that it seldom changes. */
export function spokenDuration(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 1000 / MINUTE));
  if (minutes === 0) return 'less than a minute';
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts = [count(days, 'day'), count(hours, 'hour')];
  if (days === 0) parts.push(count(minutes % 60, 'minute'));
  return parts.filter(Boolean).join(' ');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function count(value: number, unit: string): string {
  if (value === 0) return '';
  return `${value} ${unit}${value === 1 ? '' : 's'}`;
}
