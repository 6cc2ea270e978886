import { edgePixels } from './edge-pixels.ts';

/** How far pixels can lie that have a say in whether one is a crumb, in px. */
export function crumbReach(lineWidth: number): number {
  return Math.ceil(2 * lineWidth) + 2;
}

/**
 * Gives what the line has cut off to the line's owner, in place: paper in the tip of a lock that its two outlines
 * enclose (a hole), or the corner of a subject between them (a speck). Crumbs are up to twice a line's width long and
 * wide, and cover no more than half of that square. What the labels left apart stays.
 * @param hard 0 or 1 a pixel, its width a multiple of 4
 * @param labels as they were before the line was given to its owner
 */
export function fillCrumbs(
  hard: Uint8Array,
  labels: Uint8Array,
  width: number,
  owner: 0 | 1,
  lineWidth: number,
): void {
  const height = hard.length / width;
  const longest = Math.ceil(2 * lineWidth);
  const most = (longest * longest) / 2;
  // Pixels that are known to be no crumb.
  const large = new Uint8Array(hard.length);
  const crumbs: number[] = [];
  const member = new Uint8Array(hard.length);

  /** @returns the crumb, or `undefined` where there is more of it than a crumb has */
  const crumbAt = (start: number): number[] | undefined => {
    const pixels = [start];
    member[start] = 1;
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    let crumb = true;
    for (let i = 0; i < pixels.length && crumb; i++) {
      const at = pixels[i]!;
      const x = at % width;
      const y = (at - x) / width;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      crumb = Math.max(right - left, bottom - top) < longest && pixels.length <= most && large[at] === 0;
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) crumb = false;
      for (const near of [at - 1, at + 1, at - width, at + width]) {
        if (hard[near] === owner || hard[near] === undefined || member[near] !== 0) continue;
        member[near] = 1;
        pixels.push(near);
      }
    }
    for (const at of pixels) member[at] = 0;
    if (crumb) return pixels;
    for (const at of pixels) large[at] = 1;
    return undefined;
  };

  const isCutOff = (pixels: readonly number[]): boolean =>
    pixels.some((at) =>
      [at - 1, at + 1, at - width, at + width].some(
        (near) => hard[near] !== hard[at] && labels[near] === hard[at],
      ),
    );

  for (const at of edgePixels(hard, width, height, 1)) {
    if (hard[at] === owner || large[at] !== 0) continue;
    const pixels = crumbAt(at);
    if (pixels !== undefined && isCutOff(pixels)) crumbs.push(...pixels);
  }
  for (const at of crumbs) hard[at] = owner;
}
