import type { GreyPlane } from '../page/page-image.ts';
import type { PixelRect } from './pixel-cut.ts';

/**
 * Prices of pixels. Ink is cheap and paper dear, as in LazyBrush (Sykora et al., Eurographics 2009,
 * section 3.1), which has K·I² + 1 with I from 0, ink, to 1, paper. What surrounds a pixel is added, so
 * that the middle of a line is cheaper than its rim and cuts don't take short cuts inside lines.
 */
export const PixelPrice = { INK: 16, PAPER: 1024, RIDGE: 64 } as const;

/** Where lines are: dark pixels elsewhere are tones and as dear as paper. */
export interface LineMask {
  /** 1 for pixels of lines, at work size. */
  readonly mask: Uint8Array;
  /** Of the mask, work pixels: the page's width divided by `scale`, rounded up. */
  readonly width: number;
  /** Page pixels a work pixel, each way. */
  readonly scale: number;
}

/** Wider lines are treated as this wide, px: their middle is as cheap all over. */
const MAX_LINE_WIDTH = 32;

const squared = Uint16Array.from({ length: 256 }, (_, grey) =>
  Math.round(PixelPrice.INK + (PixelPrice.PAPER - PixelPrice.INK) * (grey / 255) ** 2),
);

/**
 * Prices of a whole page, for `cutPixels`.
 *
 * @param lineWidth median width of the lines, px; 0: a pixel's surroundings don't count
 */
export function pixelPrices(grey: GreyPlane, lineWidth = 0, line?: LineMask): Uint16Array {
  const prices = new Uint16Array(grey.width * grey.height);
  putPrices(
    prices,
    grey.width,
    grey,
    { x: 0, y: 0, width: grey.width, height: grey.height },
    lineWidth,
    line,
  );
  return prices;
}

/**
 * Writes the prices of a rectangle of the page. A price depends on the page around the pixel alone, not on
 * the rectangle.
 *
 * @param out room for `rect`, with `stride` prices a row
 */
export function putPrices(
  out: Uint16Array,
  stride: number,
  grey: GreyPlane,
  rect: PixelRect,
  lineWidth: number,
  line?: LineMask,
): void {
  const reach = lineWidth > 0 ? Math.max(1, Math.round((Math.min(lineWidth, MAX_LINE_WIDTH) - 1) / 2)) : 0;
  const width = rect.width + 2 * reach;
  const height = rect.height + 2 * reach;
  const ink = greyOfLines(grey, rect.x - reach, rect.y - reach, width, height, line);
  const ridge = reach > 0 ? PixelPrice.RIDGE / (255 * (2 * reach + 1) ** 2) : 0;

  // Sums of the columns' windows, moved down by a row at a time.
  const columns = new Uint32Array(width);
  for (let i = 0; i < 2 * reach * width; i++) columns[i % width]! += ink[i]!;
  for (let y = 0; y < rect.height; y++) {
    const first = y * width;
    const last = (y + 2 * reach) * width;
    for (let x = 0; x < width; x++) columns[x]! += ink[last + x]!;
    let sum = 0;
    for (let x = 0; x < 2 * reach; x++) sum += columns[x]!;
    for (let x = 0; x < rect.width; x++) {
      sum += columns[x + 2 * reach]!;
      out[y * stride + x] = squared[ink[first + reach * width + x + reach]!]! + Math.round(sum * ridge);
      sum -= columns[x]!;
    }
    for (let x = 0; x < width; x++) columns[x]! -= ink[first + x]!;
  }
}

/** The page's grey with tones left out; beyond its edges the pixels of the edge go on. */
function greyOfLines(
  grey: GreyPlane,
  left: number,
  top: number,
  width: number,
  height: number,
  line: LineMask | undefined,
): Uint8Array {
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.min(Math.max(top + y, 0), grey.height - 1);
    const workRow = line ? Math.floor(row / line.scale) * line.width : 0;
    for (let x = 0; x < width; x++) {
      const column = Math.min(Math.max(left + x, 0), grey.width - 1);
      const isLine = !line || line.mask[workRow + Math.floor(column / line.scale)] === 1;
      out[y * width + x] = isLine ? grey.data[row * grey.width + column]! : 255;
    }
  }
  return out;
}
