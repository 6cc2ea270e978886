import type { RasterImage } from '@koma/core/raster';
import type { Steps } from '@koma/core/steps';

// What becomes of the wanted pixels.
const WAITING = 1;
const UNDER_WAY = 2;
const KNOWN = 3;

/**
 * Carries the subject's colours on to pixels it has no share in, ring by ring, each the mean of its neighbours that
 * have a colour: for masks that reach beyond the subject. Writes into `picture`,
 * in steps.
 * @param coverage 0 where a pixel of the picture has no colour yet
 * @param wanted the pixels that are to get one
 */
export function* spreadColours(
  picture: RasterImage,
  coverage: Uint8Array,
  wanted: readonly number[],
): Steps<void> {
  const { width, height, data } = picture;
  if (wanted.length === 0) return;
  const state = new Uint8Array(coverage.length);
  for (const at of wanted) state[at] = WAITING;
  const around = (at: number, visit: (near: number) => void): void => {
    const x = at % width;
    const y = (at - x) / width;
    for (let py = Math.max(0, y - 1); py <= Math.min(height - 1, y + 1); py++)
      for (let px = Math.max(0, x - 1); px <= Math.min(width - 1, x + 1); px++) visit(py * width + px);
  };
  const isKnown = (at: number): boolean => coverage[at] !== 0 || state[at] === KNOWN;
  let ring = wanted.filter((at) => {
    let beside = false;
    around(at, (near) => (beside ||= isKnown(near)));
    return beside;
  });
  for (const at of ring) state[at] = UNDER_WAY;
  let done = 0;
  while (ring.length > 0) {
    for (const at of ring) {
      const sums = [0, 0, 0];
      let count = 0;
      around(at, (near) => {
        if (!isKnown(near)) return;
        count++;
        for (let channel = 0; channel < 3; channel++) sums[channel]! += data[4 * near + channel]!;
      });
      for (let channel = 0; channel < 3; channel++) data[4 * at + channel] = sums[channel]! / count;
    }
    for (const at of ring) state[at] = KNOWN;
    done += ring.length;
    yield done / wanted.length;
    const next: number[] = [];
    for (const at of ring)
      around(at, (near) => {
        if (state[near] !== WAITING) return;
        state[near] = UNDER_WAY;
        next.push(near);
      });
    ring = next;
  }
}
