import type { Stroke } from '@koma/core/plugin';
import { createImage, type RasterImage } from '@koma/core/raster';

/** A drawing, pixel by pixel: grey 0-255 at a pixel's centre. Tests only. */
export type Drawing = (x: number, y: number) => number;

/** An opaque grey picture. Tests only. */
export function drawn(width: number, height: number, drawing: Drawing): RasterImage {
  const image = createImage(width, height);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 4) {
      image.data.fill(drawing(x + 0.5, y + 0.5), at, at + 3);
      image.data[at + 3] = 255;
    }
  return image;
}

/** An antialiased line of a width along a circle. Tests only. */
export function ring(cx: number, cy: number, radius: number, width: number): Drawing {
  return (x, y) => {
    const distance = Math.abs(Math.hypot(x - cx, y - cy) - radius) - width / 2;
    return Math.round(255 * Math.min(1, Math.max(0, distance + 0.5)));
  };
}

/** What is dark in any of them. Tests only. */
export function together(...drawings: readonly Drawing[]): Drawing {
  return (x, y) => Math.min(255, ...drawings.map((drawing) => drawing(x, y)));
}

/** Two heads beside each other, whose outlines cross, in a frame. 160 x 120. Tests only. */
export function twoHeads(): RasterImage {
  const frame: Drawing = (x, y) =>
    Math.min(x - 4, y - 4, 156 - x, 116 - y) < 3 && Math.min(x - 4, y - 4, 156 - x, 116 - y) > 0 ? 0 : 255;
  return drawn(160, 120, together(frame, ring(60, 60, 30, 3), ring(108, 60, 26, 3)));
}

/** A stroke, soft unless told otherwise. Tests only. */
export function stroke(
  label: string,
  radius: number,
  ...points: readonly (readonly [number, number])[]
): Stroke {
  return { label, radius, points };
}
