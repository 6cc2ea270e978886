import type { Rect } from '@koma/core/raster';

/**
 * A box with what is around it, as far as the picture goes.
 * @param factor of its sides, about its middle
 * @returns whole pixels, at least one
 */
export function growBox(
  { x, y, width, height }: Rect,
  factor: number,
  picture: { readonly width: number; readonly height: number },
): Rect {
  const [growX, growY] = [(width * (factor - 1)) / 2, (height * (factor - 1)) / 2];
  const left = clamp(Math.floor(x - growX), 0, picture.width - 1);
  const top = clamp(Math.floor(y - growY), 0, picture.height - 1);
  const right = clamp(Math.ceil(x + width + growX), left + 1, picture.width);
  const bottom = clamp(Math.ceil(y + height + growY), top + 1, picture.height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
