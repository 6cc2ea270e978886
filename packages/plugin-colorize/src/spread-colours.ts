import { createImage, type RasterImage } from '@koma/core/raster';
import { enlargeCells } from './enlarge-cells.ts';
import { fillUnderLines } from './fill-under-lines.ts';
import type { Fit } from './fit-sketch.ts';
import { packCells, type Cells } from './pack-cells.ts';
import type { Sketch } from './read-sketch.ts';
import { shrinkCells } from './shrink-cells.ts';

/** What becomes of bare paper: it stays transparent, or is painted like everything else. */
export type Paper = 'keep' | 'paint';

/** Tones up to this are under a line, which hides where colours meet; lighter ones are its soft edge. */
const LINE_TONE = 190;
/** Cells, and at least so many pixels: how far colours run on under a line. Deeper, it is broad and dark. */
const LINE_REACH = 3;
const MIN_LINE_REACH = 6;
/** Slope of alpha over the share of figure by the pixels of a cell, for an edge of about two pixels. */
const SLOPE = 0.6;
/** Limits of that slope: what is unsure gets neither a broad veil nor grain. */
const MIN_SLOPE = 2;
const MAX_SLOPE = 4;

/**
 * Brings the network's colours to the sketch's size, crisp at its lines (joint upsampling): a pixel takes
 * the colours that no line hides from it, and under lines the colours of both sides run on and meet in the
 * middle, so that no halo shows beside them. Sketches smaller than the network's picture get the mean of
 * the cells in each pixel.
 *
 * @param cells the network's answer for `fit`
 * @returns a picture of the sketch's size: within the fit's area opaque with `paint`, else transparent where
 *   paper is bare; transparent outside the area
 */
export function spreadColours(cells: Cells, fit: Fit, sketch: Sketch, paper: Paper): RasterImage {
  const packed = packCells(cells, fit, paper === 'keep');
  const { width, height } = sketch;
  const { content, area } = fit;
  const image = createImage(width, height);
  const cellSize = Math.max(area.width / content.width, area.height / content.height);
  const slope = Math.min(MAX_SLOPE, Math.max(MIN_SLOPE, SLOPE * cellSize));
  const put = (pixel: number, sums: Float64Array): void => {
    const figure = sums[4]! / sums[5]!;
    const alpha = paper === 'paint' ? 255 : 255 * (0.5 + (figure - 0.5) * slope);
    // What is fully transparent stays 0 throughout.
    if (alpha < 0.5) return;
    const at = pixel * 4;
    image.data[at] = sums[0]! / sums[3]!;
    image.data[at + 1] = sums[1]! / sums[3]!;
    image.data[at + 2] = sums[2]! / sums[3]!;
    image.data[at + 3] = alpha;
  };
  if (content.width > area.width || content.height > area.height) shrinkCells(packed, area, width, put);
  else {
    enlargeCells(packed, area, sketch, put);
    const reach = Math.max(MIN_LINE_REACH, Math.ceil(LINE_REACH * cellSize));
    fillUnderLines(new Uint32Array(image.data.buffer), sketch, LINE_TONE, reach);
  }
  return image;
}
