import type { Rect } from '@koma/core/raster';
import type { Sketch } from './read-sketch.ts';

/** How a part of a sketch lies in the network's picture, whose pixels are called cells. */
export interface Fit {
  /** Cells of the network's picture; multiples of {@link CELL_MULTIPLE}. */
  readonly width: number;
  readonly height: number;
  /** Where the sketch lies in it, in whole cells; the rest is bare paper. */
  readonly content: Rect;
  /** The part of the sketch that it shows, in the sketch's pixels. */
  readonly area: Rect;
}

/** Sides of the network's pictures are multiples of this. */
export const CELL_MULTIPLE = 32;

/**
 * Lays a part of a sketch into the network's picture: the longer side as long as can be, the aspect kept
 * to half a cell, centred.
 * @param detail cells of the longer side, a multiple of {@link CELL_MULTIPLE}
 */
export function planFit(area: Rect, detail: number): Fit {
  const scale = detail / Math.max(area.width, area.height);
  const [width, height] = [area.width, area.height].map((side) => Math.max(1, Math.round(side * scale))) as [
    number,
    number,
  ];
  const [outerWidth, outerHeight] = [width, height].map(
    (side) => Math.ceil(side / CELL_MULTIPLE) * CELL_MULTIPLE,
  ) as [number, number];
  const content = { x: (outerWidth - width) >> 1, y: (outerHeight - height) >> 1, width, height };
  return { width: outerWidth, height: outerHeight, content, area };
}

/**
 * The sketch as the network sees it. Where it gets smaller, a cell is half the mean of its area and half
 * the darkest of the pixels whose centres lie in it, so that hairlines neither vanish nor grow; where it
 * gets larger, it is bilinear.
 * @returns a value a cell, rows from the top: 1 paper, 0 ink
 */
export function fitSketch(sketch: Sketch, fit: Fit): Float32Array<ArrayBuffer> {
  const { content, area } = fit;
  const plane = new Float32Array(fit.width * fit.height).fill(1);
  const at = (column: number, row: number): number => (content.y + row) * fit.width + content.x + column;
  if (content.width > area.width || content.height > area.height) {
    const columns = samples(content.width, area.width, area.x);
    const rows = samples(content.height, area.height, area.y);
    for (const [row, y] of rows.entries())
      for (const [column, x] of columns.entries()) plane[at(column, row)] = bilinear(sketch, x, y) / 255;
    return plane;
  }
  const columns = spans(content.width, area.width, area.x);
  const rows = spans(content.height, area.height, area.y);
  for (const [row, y] of rows.entries())
    for (const [column, x] of columns.entries()) plane[at(column, row)] = shrink(sketch, x, y) / 255;
  return plane;
}

/** The source of one cell along one axis. */
interface Span {
  /** In pixels, with fractions. */
  readonly from: number;
  readonly to: number;
}

function spans(cells: number, pixels: number, start: number): Span[] {
  return Array.from({ length: cells }, (_, i) => ({
    from: start + (i * pixels) / cells,
    to: start + ((i + 1) * pixels) / cells,
  }));
}

function shrink({ width, tone }: Sketch, columns: Span, rows: Span): number {
  let [sum, weights, darkest] = [0, 0, 255];
  for (let y = Math.floor(rows.from); y < rows.to; y++) {
    const share = Math.min(rows.to, y + 1) - Math.max(rows.from, y);
    const centred = y + 0.5 >= rows.from && y + 0.5 < rows.to;
    for (let x = Math.floor(columns.from); x < columns.to; x++) {
      const weight = share * (Math.min(columns.to, x + 1) - Math.max(columns.from, x));
      const value = tone[y * width + x]!;
      sum += weight * value;
      weights += weight;
      if (centred && value < darkest && x + 0.5 >= columns.from && x + 0.5 < columns.to) darkest = value;
    }
  }
  return (sum / weights + darkest) / 2;
}

/** The two pixels around a position along one axis, and the second one's weight. */
interface Sample {
  readonly first: number;
  readonly second: number;
  readonly weight: number;
}

function samples(cells: number, pixels: number, start: number): Sample[] {
  return Array.from({ length: cells }, (_, i) => {
    const at = Math.min(pixels - 1, Math.max(0, ((i + 0.5) * pixels) / cells - 0.5));
    const first = Math.floor(at);
    return { first: start + first, second: start + Math.min(pixels - 1, first + 1), weight: at - first };
  });
}

function bilinear({ width, tone }: Sketch, x: Sample, y: Sample): number {
  const row = (from: number): number =>
    tone[from * width + x.first]! * (1 - x.weight) + tone[from * width + x.second]! * x.weight;
  return row(y.first) * (1 - y.weight) + row(y.second) * y.weight;
}
