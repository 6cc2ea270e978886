/** What a progress line tells. */
export interface ProgressState {
  /** Files that are finished, in whatever way. */
  readonly finished: number;
  readonly total: number;
  /** Of the file at work, 0-1. */
  readonly fraction: number;
  readonly input: string;
  /** Milliseconds; undefined while nothing can be said. */
  readonly left: number | undefined;
}

const BAR_CELLS = 20;

/**
 * One line for a terminal: file i of n, percent of the whole, time left, the file's name.
 * @param columns cells that the line may take; the name is cut from the left
 */
export function progressLine(
  { finished, total, fraction, input, left }: ProgressState,
  columns: number,
): string {
  const whole = Math.min(1, (finished + fraction) / total);
  const filled = Math.floor(whole * BAR_CELLS);
  const bar = '#'.repeat(filled).padEnd(BAR_CELLS, '.');
  const percent = `${Math.floor(whole * 100)}%`.padStart(4);
  const time = left === undefined ? '' : `  ${duration(left)} left`;
  const head = `[${bar}] ${Math.min(finished + 1, total)}/${total} ${percent}${time}  `;
  return head + fromTheEnd(printable(input), Math.max(0, columns - head.length));
}

/** `1:05` or `2:01:05`. @param ms milliseconds */
export function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** A file's name may hold control characters, which a terminal would obey. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '?');
}

/** As much of the end as fits. East Asian characters take two cells (from U+1100 on, near enough). */
function fromTheEnd(text: string, cells: number): string {
  let used = 0;
  let result = '';
  for (const character of Array.from(text).toReversed()) {
    used += character.codePointAt(0)! >= 0x1100 ? 2 : 1;
    if (used > cells) return result;
    result = character + result;
  }
  return result;
}
