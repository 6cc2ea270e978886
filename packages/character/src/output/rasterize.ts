/**
 * Draws SVG text to pixels; injected, because there is one way in Node and another in browsers.
 *
 * @returns straight (not premultiplied) RGBA, `width * height * 4` bytes
 */
export type Rasterize = (svg: string, width: number, height: number) => Uint8Array | Uint8ClampedArray;

/** The height of a picture of a drawing, in pixels, as `toSvg` rounds it. */
export function pictureHeight(
  drawing: { readonly width: number; readonly height: number },
  width: number,
): number {
  return Math.round((width * drawing.height) / drawing.width);
}
