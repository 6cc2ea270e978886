import type { Bounds } from '../strokes/capsule-spans.ts';
import type { PaintPlane } from '../strokes/paint-plane.ts';
import type { RegionLabels } from './region-labeller.ts';
import { NO_LABEL } from './stroke-labels.ts';

/**
 * Writes labels of regions into a plane of the page's size. What lies under hard strokes has their label.
 * @param plane a label a pixel; written within the bounds
 */
export function paintLabels(
  plane: Uint8Array,
  { regions, labels, strokes }: RegionLabels,
  paint: PaintPlane,
  bounds: Bounds,
): void {
  const { width, scale, labels: regionOf } = regions;
  const hard = hardLabels(paint, strokes.labels);
  for (let y = bounds.top; y < bounds.bottom; y++) {
    const row = y * paint.width;
    if (y > bounds.top && y % scale !== 0)
      plane.copyWithin(row + bounds.left, row - paint.width + bounds.left, row - paint.width + bounds.right);
    else {
      const workRow = Math.floor(y / scale) * width;
      for (let x = bounds.left, column = Math.floor(x / scale); x < bounds.right; column++) {
        const label = labels[regionOf[workRow + column]!]!;
        const end = Math.min(bounds.right, (column + 1) * scale);
        while (x < end) plane[row + x++] = label;
      }
    }
  }
  if (!hard) return;
  for (let y = bounds.top; y < bounds.bottom; y++)
    for (let x = bounds.left, at = y * paint.width + x; x < bounds.right; x++, at++) {
      const label = hard[paint.paint[at]!]!;
      if (label !== NO_LABEL) plane[at] = label;
    }
}

/** Labels of hard strokes by the stroke's number, {@link NO_LABEL} for others; absent where none is hard. */
export function hardLabels({ strokes }: PaintPlane, labels: Int16Array): Int16Array | undefined {
  if (!strokes.some(({ hard }) => hard === true)) return undefined;
  return labels.map((label, i) => (i > 0 && strokes[i - 1]!.hard === true ? label : NO_LABEL));
}
