import type { Rect } from '@koma/core/raster';
import { finish, part, type Steps } from '@koma/core/steps';
import type { GreyPlane, PageImage } from '@koma/lineart';
import { borderPoints } from './border-points.ts';
import { edgeAlpha } from './edge-alpha.ts';
import { cutOut, edgeFrame, type EdgeFrame } from './edge-frame.ts';
import { featherMask } from './feather-mask.ts';
import { fillCrumbs } from './fill-crumbs.ts';
import { growMask, shrinkMask } from './grow-mask.ts';
import { InkPlane } from './ink-plane.ts';
import { keepStrands } from './keep-strands.ts';
import { lineExtents, widestLine } from './line-extents.ts';
import { matteReach, withinRanges, type MatteOptions } from './matte-options.ts';
import { ownLine } from './own-line.ts';
import { smoothMask } from './smooth-mask.ts';
import { splitAtRidge } from './split-at-ridge.ts';

/** Pages are gone through in blocks of this many px a side, so that memory does not grow with them. */
const BLOCK = 768;

/**
 * From yes and no to a mask: who owns the line between subject and background is decided, the edge is antialiased
 * from the picture itself, then it is smoothed, grown or shrunk, and feathered once. Away from the edge the mask is
 * exactly 255 where the label is 1 and 0 where it is 0. Every pixel depends on the page within `matteReach(options)`
 * alone: however a page is divided into rectangles, the bytes are the same.
 * @param grey page size
 * @param image the same page in colour; leave it out where the page is grey
 * @param labels page size, 1 subject, 0 background; their border may lie anywhere in the line, or up to 2.5 px beside
 * @param rect the part of the page that is wanted, inside of the page
 * @returns new coverage, `rect.width * rect.height` bytes
 * @throws RangeError where sizes do not fit
 */
export function matte(
  grey: GreyPlane,
  image: PageImage | undefined,
  labels: Uint8Array,
  rect: Rect,
  options: MatteOptions,
): Uint8Array {
  return finish(matteSteps(grey, image, labels, rect, options));
}

/** {@link matte} in steps of some milliseconds each. */
export function* matteSteps(
  grey: GreyPlane,
  image: PageImage | undefined,
  labels: Uint8Array,
  rect: Rect,
  options: MatteOptions,
): Steps<Uint8Array> {
  assertFit(grey, image, labels, rect);
  const out = new Uint8Array(rect.width * rect.height);
  const blocks = blocksOf(rect);
  for (const [i, block] of blocks.entries()) {
    const making = blockSteps(grey, image, labels, block, withinRanges(options));
    const data = yield* part(making, i / blocks.length, (i + 1) / blocks.length);
    for (let row = 0; row < block.height; row++)
      out.set(
        data.subarray(row * block.width, (row + 1) * block.width),
        (block.y - rect.y + row) * rect.width + block.x - rect.x,
      );
  }
  return out;
}

function blocksOf({ x, y, width, height }: Rect): Rect[] {
  const blocks: Rect[] = [];
  for (let top = 0; top < height; top += BLOCK)
    for (let left = 0; left < width; left += BLOCK)
      blocks.push({
        x: x + left,
        y: y + top,
        width: Math.min(BLOCK, width - left),
        height: Math.min(BLOCK, height - top),
      });
  return blocks;
}

function* blockSteps(
  grey: GreyPlane,
  image: PageImage | undefined,
  labels: Uint8Array,
  block: Rect,
  options: MatteOptions,
): Steps<Uint8Array> {
  const reach = matteReach(options);
  const only = onlyLabel(labels, grey, block, reach);
  yield 0;
  if (only !== undefined) return new Uint8Array(block.width * block.height).fill(only === 0 ? 0 : 255);
  const frame = edgeFrame(grey, image, labels, block, reach);
  const { width, height } = frame;
  const sharp = yield* part(sharpSteps(frame, options), 0, 0.7);
  const smoothed = smoothMask({ width, height, data: sharp }, options.smooth);
  yield 0.8;
  const { grow, feather, featherDirection } = options;
  const moved = grow < 0 ? shrinkMask(smoothed, -grow) : growMask(smoothed, grow);
  yield 0.9;
  const mask = featherMask(moved, feather, featherDirection);
  return cutOut(mask.data, mask, { ...block, x: block.x - frame.x, y: block.y - frame.y });
}

/** The mask with an antialiased edge where the line's owner wants it. */
function* sharpSteps(frame: EdgeFrame, { owner, lineWidth }: MatteOptions): Steps<Uint8Array> {
  const { width, height } = frame;
  const ink = new InkPlane(frame);
  const points = borderPoints(frame);
  yield 0.1;
  const extents = lineExtents(frame, ink, points, lineWidth);
  yield 0.3;
  const own = (side: 'subject' | 'background', withStrands = true): Uint8Array => {
    const hard = ownLine(frame, ink, points, extents, side);
    const value = side === 'subject' ? 1 : 0;
    if (withStrands) keepStrands(frame, ink, hard, value, lineWidth);
    fillCrumbs(hard, frame.labels, width, value, lineWidth);
    return hard;
  };
  if (owner !== 'ridge') {
    const hard = own(owner);
    yield 0.6;
    return edgeAlpha(frame, ink, hard);
  }
  const withLine = { width, height, data: edgeAlpha(frame, ink, own('subject', false)) };
  yield 0.6;
  const withoutLine = { width, height, data: edgeAlpha(frame, ink, own('background')) };
  yield 0.8;
  return splitAtRidge(withLine, withoutLine, widestLine(lineWidth));
}

/** The label that a rectangle and its surroundings have everywhere; `undefined` where they have both. */
function onlyLabel(labels: Uint8Array, page: GreyPlane, rect: Rect, margin: number): number | undefined {
  const left = Math.max(0, rect.x - margin);
  const right = Math.min(page.width, rect.x + rect.width + margin);
  const bottom = Math.min(page.height, rect.y + rect.height + margin);
  const first = labels[rect.y * page.width + rect.x]!;
  for (let y = Math.max(0, rect.y - margin); y < bottom; y++)
    for (let at = y * page.width + left; at < y * page.width + right; at++)
      if (labels[at] !== first) return undefined;
  return first;
}

function assertFit(
  grey: GreyPlane,
  image: PageImage | undefined,
  labels: Uint8Array,
  { x, y, width, height }: Rect,
): void {
  const pixels = grey.width * grey.height;
  if (grey.data.length !== pixels || labels.length !== pixels)
    throw new RangeError(
      `a page of ${grey.width}x${grey.height} takes ${pixels} labels, got ${labels.length}`,
    );
  if (image !== undefined && (image.width !== grey.width || image.height !== grey.height))
    throw new RangeError(
      `the page is ${grey.width}x${grey.height} in grey, ${image.width}x${image.height} in colour`,
    );
  if (x < 0 || y < 0 || x + width > grey.width || y + height > grey.height)
    throw new RangeError(`${width}x${height} at ${x},${y} is not inside of the page`);
}
