import type { Sketch } from './read-sketch.ts';

const OPEN = 1;
const QUEUED = 2;

/**
 * Lets the colours beside lines run on under them, from all sides at the same pace (four neighbours a
 * step), so that they meet in the middle.
 *
 * @param pixels changed in place; a number a pixel
 * @param lineTone tones up to this are line
 * @param reach steps; what is deeper under a line keeps what it has
 */
export function fillUnderLines(
  pixels: Uint32Array,
  { width, height, tone }: Pick<Sketch, 'width' | 'height' | 'tone'>,
  lineTone: number,
  reach: number,
): void {
  const state = new Uint8Array(pixels.length);
  for (let p = 0; p < pixels.length; p++) if (tone[p]! > lineTone) state[p] = OPEN;
  let front: number[] = [];
  for (let p = 0; p < pixels.length; p++) if (state[p] === 0 && openNeighbour(p) >= 0) front.push(p);
  for (let step = 0; step < reach && front.length > 0; step++) {
    // All of a step look at what was open before it.
    for (const p of front) pixels[p] = pixels[openNeighbour(p)]!;
    for (const p of front) state[p] = OPEN;
    const next: number[] = [];
    const queue = (p: number): void => {
      if (state[p] !== 0) return;
      state[p] = QUEUED;
      next.push(p);
    };
    for (const p of front) {
      const x = p % width;
      if (x > 0) queue(p - 1);
      if (x < width - 1) queue(p + 1);
      if (p >= width) queue(p - width);
      if (p < width * (height - 1)) queue(p + width);
    }
    front = next;
  }

  function openNeighbour(p: number): number {
    const x = p % width;
    if (x > 0 && state[p - 1] === OPEN) return p - 1;
    if (x < width - 1 && state[p + 1] === OPEN) return p + 1;
    if (p >= width && state[p - width] === OPEN) return p - width;
    if (p < width * (height - 1) && state[p + width] === OPEN) return p + width;
    return -1;
  }
}
