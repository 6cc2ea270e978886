import type { Rasterize } from '@koma/character';
import { Resvg } from '@resvg/resvg-js';

/** Draws SVG text with resvg; straight RGBA. The drawings have no text, so no fonts are looked for. */
export const rasterizeSvg: Rasterize = (svg, width, height) => {
  const picture = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  if (picture.width !== width || picture.height !== height)
    throw new Error(`The picture is ${picture.width} x ${picture.height}, not ${width} x ${height}.`);
  const data = new Uint8ClampedArray(picture.pixels);
  // resvg's pixels are premultiplied.
  for (let p = 0; p < data.length; p += 4) {
    const alpha = data[p + 3]!;
    if (alpha === 0 || alpha === 255) continue;
    for (let c = 0; c < 3; c++) data[p + c] = (data[p + c]! * 255) / alpha;
  }
  return data;
};
