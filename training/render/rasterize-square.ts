import { Resvg } from '@resvg/resvg-js';

/** A picture that fits into a square, and where in the square it is, pixels. */
export interface SquareRaster {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Premultiplied RGBA, `width * height * 4` bytes. */
  readonly pixels: Uint8Array;
}

/** Draws SVG text as large as fits into the middle of a square of `size` pixels. */
export function rasterizeSquare(
  svg: string,
  { width, height }: { readonly width: number; readonly height: number },
  size: number,
): SquareRaster {
  const picture = new Resvg(svg, {
    // The drawings have no text.
    font: { loadSystemFonts: false },
    fitTo: { mode: height > width ? 'height' : 'width', value: size },
  }).render();
  return {
    left: (size - picture.width) >> 1,
    top: (size - picture.height) >> 1,
    width: picture.width,
    height: picture.height,
    pixels: picture.pixels,
  };
}
