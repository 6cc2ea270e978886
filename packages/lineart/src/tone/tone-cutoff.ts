import type { Components } from './find-components.ts';

/** Square of the bounds' diagonal over the area from which on a component is a stroke and not a dot; a disc has 2.5. */
const ELONGATED = 12;
/** Part of its bounds that a dot fills at least; a disc fills 0.79, a thin ring far less. */
const FILLED = 0.3;
/** Histogram bins for each doubling of the area. */
const BINS = 3;
/** Dots of about one size that make a screentone. */
const MANY = 24;
/** Part of all dots that those of one bin must be, to count as a peak. */
const SHARE = 0.02;
/** Largest dot of a screentone, px: 24 px from dot to dot, half of it ink. */
const LARGEST = 300;

/** Whether a component is long or hollow for its ink, as strokes and rings are, and no dot. */
export function isStroke(components: Components, component: number): boolean {
  const width = components.right[component]! - components.left[component]! + 1;
  const height = components.bottom[component]! - components.top[component]! + 1;
  const area = components.area[component]!;
  return width * width + height * height > ELONGATED * area || area < FILLED * width * height;
}

/**
 * Area up to which the page's compact ink components are dots of tones or specks. Screentones stand out in the
 * histogram of areas: a great many components of about one size.
 * @param lineWidth px; ink no larger than a blot of the pen is a speck in any case
 */
export function toneCutoff(components: Components, lineWidth: number): number {
  const bins = new Uint32Array(32 * BINS);
  let dots = 0;
  for (let i = 0; i < components.count; i++) {
    if (components.area[i]! > LARGEST || isStroke(components, i)) continue;
    bins[binOf(components.area[i]!)]!++;
    dots++;
  }
  let cutoff = lineWidth * lineWidth;
  for (let bin = 0; bin < bins.length; bin++)
    if (bins[bin]! >= Math.max(MANY, SHARE * dots)) cutoff = Math.max(cutoff, 2 ** ((bin + 2) / BINS));
  return Math.min(LARGEST, cutoff);
}

function binOf(area: number): number {
  return Math.floor(BINS * Math.log2(area));
}
