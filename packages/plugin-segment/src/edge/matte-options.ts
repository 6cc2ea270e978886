import { pointReach } from './border-points.ts';
import { extentReach, widestLine } from './line-extents.ts';
import { crumbReach } from './fill-crumbs.ts';
import { INK_REACH } from './ink-plane.ts';
import { strandReach } from './keep-strands.ts';
import { EDGE_REACH } from './edge-alpha.ts';
import { blurReach } from './blur-plane.ts';

/** To whom the line between subject and background belongs; `ridge`: to each the half on its side. */
export type LineOwner = 'subject' | 'background' | 'ridge';

/** Where a feathered edge fades: inside of the edge, outside of it, or half on each side. */
export type FeatherDirection = 'in' | 'out' | 'centre';

/** How a label plane becomes a mask. Lengths are page pixels; fractions of a pixel count. */
export interface MatteOptions {
  readonly owner: LineOwner;
  /** Width of the fade, 0 (sharp) to {@link MAX_FEATHER}. */
  readonly feather: number;
  readonly featherDirection: FeatherDirection;
  /** How far the edge moves outwards, or inwards if negative; -{@link MAX_GROW} to {@link MAX_GROW}. */
  readonly grow: number;
  /** Size of the bumps that contour smoothing takes away, 0 to {@link MAX_SMOOTH}. */
  readonly smooth: number;
  /** Median width of the page's lines; what is a line's width and what is a black area depends on it. */
  readonly lineWidth: number;
}

export const MAX_FEATHER = 200;
export const MAX_GROW = 100;
export const MAX_SMOOTH = 30;

/** An outline that stays with the subject, and a sharp edge. */
export const DEFAULT_MATTE: MatteOptions = {
  owner: 'subject',
  feather: 0,
  featherDirection: 'centre',
  grow: 0,
  smooth: 0,
  lineWidth: 3,
};

/** The same options with every length inside its range. */
export function withinRanges(options: MatteOptions): MatteOptions {
  return {
    ...options,
    feather: clamp(options.feather, 0, MAX_FEATHER),
    grow: clamp(options.grow, -MAX_GROW, MAX_GROW),
    smooth: clamp(options.smooth, 0, MAX_SMOOTH),
    lineWidth: clamp(options.lineWidth, 1, 16),
  };
}

/**
 * How far from a pixel anything can lie that has a say in its mask, in px: a changed label changes the mask within
 * this distance only.
 */
export function matteReach(options: MatteOptions): number {
  return edgeReach(options) + finishReach(options);
}

/** Reach of the edge itself, before smoothing, growing and feathering. */
export function edgeReach(options: MatteOptions): number {
  const { lineWidth, owner } = withinRanges(options);
  // From a pixel to its strand's end, to the point that owns ink there, and to all that this point depends on.
  const across = owner === 'ridge' ? widestLine(lineWidth) + 2 : 0;
  return (
    across +
    EDGE_REACH +
    crumbReach(lineWidth) +
    strandReach(lineWidth) +
    extentReach(lineWidth) +
    INK_REACH +
    pointReach()
  );
}

/** Reach of smoothing, growing and feathering. */
export function finishReach(options: MatteOptions): number {
  const { feather, grow, smooth } = withinRanges(options);
  return blurReach(smooth) + blurReach(feather / 2) + (grow === 0 ? 0 : Math.ceil(Math.abs(grow)) + 3);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
