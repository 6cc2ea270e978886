import { Truth, type TestPanel } from '../pages/test-page.ts';

/** How far a border may lie from the true one, in pixels. */
export const BORDER_TOLERANCE = 2;

/** The pixels of a page's mask that belong to a panel's box: 1 = figure, 0 outside of the panel. */
export function maskOfPanel(mask: Uint8Array, pageWidth: number, { box, truth }: TestPanel): Uint8Array {
  const own = new Uint8Array(box.width * box.height);
  for (let y = 0, i = 0; y < box.height; y++) {
    const row = (box.y + y) * pageWidth + box.x;
    for (let x = 0; x < box.width; x++, i++) own[i] = truth[i] === Truth.elsewhere ? 0 : mask[row + x]!;
  }
  return own;
}

/** Intersection over union with the truth; 1 where both are empty. */
export function intersectionOverUnion(own: Uint8Array, truth: Uint8Array): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < own.length; i++) {
    const isFigure = truth[i] === Truth.figure;
    if (own[i] === 1 && isFigure) both++;
    if (own[i] === 1 || isFigure) either++;
  }
  return either === 0 ? 1 : both / either;
}

/** The share of pixels that two masks tell differently, over the area of the first. */
export function changedShare(before: Uint8Array, after: Uint8Array): number {
  let [changed, area] = [0, 0];
  for (let i = 0; i < before.length; i++) {
    if (before[i] !== after[i]) changed++;
    area += before[i]!;
  }
  return changed / Math.max(1, area);
}

/**
 * The boundary F measure: precision are the border pixels of the mask within `tolerance` of the truth's
 * border, recall the other way round. Where the panel ends is no border.
 */
export function boundaryF(
  own: Uint8Array,
  truth: Uint8Array,
  width: number,
  tolerance = BORDER_TOLERANCE,
): number {
  const figure = truth.map((value) => (value === Truth.figure ? 1 : 0));
  const [found, wanted] = [borderOf(own, truth, width), borderOf(figure, truth, width)];
  const precision = shareNear(found, wanted, width, tolerance);
  const recall = shareNear(wanted, found, width, tolerance);
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Indices of pixels of the mask with a 4-neighbour in the panel that is not in the mask. */
function borderOf(mask: Uint8Array, truth: Uint8Array, width: number): number[] {
  const border: number[] = [];
  const height = mask.length / width;
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (mask[i] === 0) continue;
      const isOut = (j: number): boolean => mask[j] === 0 && truth[j] !== Truth.elsewhere;
      if (
        (x > 0 && isOut(i - 1)) ||
        (x < width - 1 && isOut(i + 1)) ||
        (y > 0 && isOut(i - width)) ||
        (y < height - 1 && isOut(i + width))
      )
        border.push(i);
    }
  return border;
}

/** The share of `pixels` that lie within a distance of one of `others`; 1 without any. */
function shareNear(
  pixels: readonly number[],
  others: readonly number[],
  width: number,
  distance: number,
): number {
  if (pixels.length === 0) return 1;
  const wanted = new Set(others);
  const reach = Math.floor(distance);
  let near = 0;
  for (const i of pixels) {
    const x = i % width;
    search: for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++) {
        if (dx * dx + dy * dy > distance * distance || x + dx < 0 || x + dx >= width) continue;
        if (!wanted.has(i + dy * width + dx)) continue;
        near++;
        break search;
      }
  }
  return near / pixels.length;
}
