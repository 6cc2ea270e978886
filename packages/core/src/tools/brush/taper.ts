/** Shorter strokes than this, in pixels, are dots and have no tapered ends. */
const DOT = 1;

/**
 * Whether a stroke is so long that its start stays as it is, however it goes on.
 * @param length that it has at least, pixels
 * @param start, end lengths of the tapers
 */
export function isTaperSettled(length: number, start: number, end: number): boolean {
  return start + end === 0 || length >= Math.max(DOT, start + end);
}

/**
 * The share of its width that a stroke has at a place, for strokes that swell at their start and thin
 * out at their end. It rises by `t (2 - t)`, which is pointed at the tip and goes over into the full
 * width without a kink. In strokes that are too short for both tapers these shrink in proportion, so
 * that a flick is as wide in its middle as a long stroke and a tap is a dot.
 *
 * @param position distance from the start of the stroke, pixels, 0 to `length`
 * @param length of the whole stroke; Infinity if its end is far
 * @param start, end lengths of the tapers in pixels, >= 0
 * @returns 0-1
 */
export function taperAt(position: number, length: number, start: number, end: number): number {
  if (length < DOT) return 1;
  const fit = Math.min(1, length / (start + end));
  return rise(position, start * fit) * rise(length - position, end * fit);
}

function rise(distance: number, over: number): number {
  if (distance >= over) return 1;
  const t = Math.max(0, distance / over);
  return t * (2 - t);
}
