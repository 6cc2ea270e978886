import type { Steps } from '../steps.ts';

/**
 * Thins lines to one pixel, in place: T. Zhang, C. Suen, "A fast parallel algorithm for thinning digital patterns"
 * (CACM 27, 1984), which keeps lines connected and their ends where they were but for half a width.
 * @param line padded plane, 1 = line; its padding must be 0
 * @param width of the padded plane
 */
export function* thin(line: Uint8Array, width: number): Steps<void> {
  let pixels: number[] = [];
  for (let i = 0; i < line.length; i++) if (line[i] === 1) pixels.push(i);
  const around = [-width, 1 - width, 1, 1 + width, width, width - 1, -1, -1 - width];
  for (let changed = true; changed;) {
    changed = false;
    for (const half of [0, 1]) {
      const peeled = pixels.filter((pixel) => isPeeled(line, pixel, around, half));
      for (const pixel of peeled) line[pixel] = 0;
      if (peeled.length > 0) {
        changed = true;
        pixels = pixels.filter((pixel) => line[pixel] === 1);
      }
      yield 0.5;
    }
  }
  yield 1;
}

/** Whether a half round of the algorithm takes a pixel away. @param around offsets of its neighbours, clockwise from above */
function isPeeled(line: Uint8Array, pixel: number, around: readonly number[], half: number): boolean {
  let neighbours = 0;
  let rises = 0;
  let before = line[pixel + around[7]!]!;
  for (const step of around) {
    const value = line[pixel + step]!;
    neighbours += value;
    if (value > before) rises++;
    before = value;
  }
  if (neighbours < 2 || neighbours > 6 || rises !== 1) return false;
  const up = line[pixel + around[0]!]!;
  const right = line[pixel + around[2]!]!;
  const down = line[pixel + around[4]!]!;
  const left = line[pixel + around[6]!]!;
  return half === 0
    ? up * right * down === 0 && right * down * left === 0
    : up * right * left === 0 && up * down * left === 0;
}
