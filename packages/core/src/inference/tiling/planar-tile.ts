import type { Rect, RasterImage } from '../../raster/index.ts';

/** 8-bit sRGB code to the 0-1 of a network's input; fp32 like the division that ONNX programs do. */
const UNIT = Float32Array.from({ length: 256 }, (_, code) => code / 255);

/**
 * Copies a region's R, G and B into planes: `[3, height, width]`, 0-1. Outside the picture the nearest
 * pixel of its edge is repeated, which is the padding that waifu2x was measured with; done here and
 * not by a Pad node, because those have been wrong on small pictures (nunif issue 183).
 * @param target `3 * region.width * region.height` values, overwritten
 */
export function readPlanarRgb(image: RasterImage, region: Rect, target: Float32Array): void {
  const { data } = image;
  const plane = region.width * region.height;
  const columns = clampedColumns(image, region);
  let i = 0;
  for (let row = 0; row < region.height; row++) {
    const start = clamp(region.y + row, image.height) * image.width * 4;
    for (let column = 0; column < region.width; column++, i++) {
      const p = start + columns[column]!;
      target[i] = UNIT[data[p]!]!;
      target[i + plane] = UNIT[data[p + 1]!]!;
      target[i + 2 * plane] = UNIT[data[p + 2]!]!;
    }
  }
}

/** Like {@link readPlanarRgb}, with alpha in all three planes. */
export function readPlanarAlpha(image: RasterImage, region: Rect, target: Float32Array): void {
  const { data } = image;
  const plane = region.width * region.height;
  const columns = clampedColumns(image, region);
  let i = 0;
  for (let row = 0; row < region.height; row++) {
    const start = clamp(region.y + row, image.height) * image.width * 4 + 3;
    for (let column = 0; column < region.width; column++)
      target[i++] = UNIT[data[start + columns[column]!]!]!;
  }
  target.copyWithin(plane, 0, plane);
  target.copyWithin(2 * plane, 0, plane);
}

/**
 * The one R, G, B (packed as 0xRRGGBB) that fills a region of the picture, repeated edges included;
 * -1 where there are several.
 */
export function solidRgb(image: RasterImage, region: Rect): number {
  const first = solidBounds(image, region);
  const { data, width } = image;
  const p0 = (first.y0 * width + first.x0) * 4;
  const [r, g, b] = [data[p0]!, data[p0 + 1]!, data[p0 + 2]!];
  for (let y = first.y0; y <= first.y1; y++) {
    for (let p = (y * width + first.x0) * 4, end = (y * width + first.x1) * 4; p <= end; p += 4) {
      if (data[p] !== r || data[p + 1] !== g || data[p + 2] !== b) return -1;
    }
  }
  return (r << 16) | (g << 8) | b;
}

/** The one alpha that fills a region, 0-255, or -1. */
export function solidAlpha(image: RasterImage, region: Rect): number {
  const { x0, x1, y0, y1 } = solidBounds(image, region);
  const { data, width } = image;
  const alpha = data[(y0 * width + x0) * 4 + 3]!;
  for (let y = y0; y <= y1; y++) {
    for (let p = (y * width + x0) * 4 + 3, end = (y * width + x1) * 4 + 3; p <= end; p += 4)
      if (data[p] !== alpha) return -1;
  }
  return alpha;
}

function solidBounds(image: RasterImage, region: Rect): { x0: number; x1: number; y0: number; y1: number } {
  return {
    x0: clamp(region.x, image.width),
    x1: clamp(region.x + region.width - 1, image.width),
    y0: clamp(region.y, image.height),
    y1: clamp(region.y + region.height - 1, image.height),
  };
}

/** Byte offset in a row of each of the region's columns. */
function clampedColumns(image: RasterImage, region: Rect): Int32Array {
  return Int32Array.from({ length: region.width }, (_, column) => clamp(region.x + column, image.width) * 4);
}

function clamp(value: number, size: number): number {
  return value < 0 ? 0 : value >= size ? size - 1 : value;
}
