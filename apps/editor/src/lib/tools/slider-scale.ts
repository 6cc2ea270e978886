/**
 * Places of a slider for values over several powers of ten: small sizes get as much of the slider as
 * large ones. Both directions are exact at the ends.
 */
export interface SliderScale {
  /** @returns 0-1 */
  toPosition(value: number): number;
  /** @param position 0-1 */
  toValue(position: number): number;
}

export function linearScale(min: number, max: number): SliderScale {
  return {
    toPosition: (value) => (value - min) / (max - min),
    toValue: (position) => min + (max - min) * position,
  };
}

/** @param min above 0 */
export function logScale(min: number, max: number): SliderScale {
  const ratio = Math.log(max / min);
  return {
    toPosition: (value) => Math.log(value / min) / ratio,
    toValue: (position) => min * (max / min) ** position,
  };
}

/**
 * The next brush size for the keys [ and ]: about a seventh more or less, and always another whole number
 * of pixels.
 * @param size pixels
 */
export function stepSize(size: number, direction: 1 | -1, [min, max]: readonly [number, number]): number {
  const step = Math.max(1, Math.round(size / 7));
  const stepped = direction > 0 ? Math.floor(size) + step : Math.ceil(size) - step;
  return Math.min(max, Math.max(min, stepped));
}
