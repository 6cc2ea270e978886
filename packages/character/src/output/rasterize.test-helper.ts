import { Resvg } from '@resvg/resvg-js';
import type { Rasterize } from './rasterize.ts';

/** Draws with resvg, whose pixels are premultiplied; ours are straight. Tests only. */
export const rasterize: Rasterize = (svg, width, height) => {
  const picture = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  if (picture.width !== width || picture.height !== height)
    throw new Error(`${picture.width} x ${picture.height}, not ${width} x ${height}`);
  const data = new Uint8ClampedArray(picture.pixels);
  for (let p = 0; p < data.length; p += 4) {
    const alpha = data[p + 3]!;
    if (alpha > 0 && alpha < 255) for (let c = 0; c < 3; c++) data[p + c] = (data[p + c]! * 255) / alpha;
  }
  return data;
};

/** A sheet of one colour, e.g. for controls. Tests only. */
export function filled(width: number, height: number, value: (x: number, y: number) => number): Uint8Array {
  const data = new Uint8Array(width * height * 4);
  for (let y = 0, p = 0; y < height; y++)
    for (let x = 0; x < width; x++, p += 4) {
      data.fill(value(x, y), p, p + 3);
      data[p + 3] = 255;
    }
  return data;
}
