/** Coverage of a pixel that is painted whole, in 16 bits. */
export const FULL_COVERAGE = 65535;

/**
 * How much of each pixel a stroke covers, 0-65535, row by row. 16 bits because faint dabs would stop
 * building up in 8: at 1 % flow they stall at 80 % (each adds less than half a level), here never.
 */
export interface CoveragePlane {
  readonly data: Uint16Array;
  /** Left and top edge in pixels of the document. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** `flow` in the units of {@link coverFurther}. */
export const FULL_RATE = 32768;

/**
 * Moves the coverage of the pixels `[from, to)` towards a value by a share of what is missing, and
 * never back. Rounds up, so that any flow gets there in the end.
 * @param target 0-65535
 * @param rate share, 0-{@link FULL_RATE}: 15 bits, so that the product stays within 31
 */
export function coverFurther(
  data: Uint16Array,
  from: number,
  to: number,
  target: number,
  rate: number,
): void {
  if (rate === FULL_RATE && target === FULL_COVERAGE) {
    data.fill(FULL_COVERAGE, from, to);
    return;
  }
  for (let i = from; i < to; i++) {
    const missing = target - data[i]!;
    if (missing > 0) data[i] = data[i]! + ((Math.imul(missing, rate) + FULL_RATE - 1) >> 15);
  }
}
