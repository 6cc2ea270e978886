import type { RasterImage } from './raster-image.ts';

/**
 * Draws a picture over another in place: W3C Compositing and Blending Level 1, source-over, on
 * straight alpha: `ao = as + ab (1 - as)`, `co = (cs as + cb ab (1 - as)) / ao`.
 *
 * @param target written to; the caller's own
 * @param x, y position of the source's top left corner in the target; may lie outside
 * @param opacity 0-1, multiplies the source's alpha
 */
export function compositeOver(
  target: RasterImage,
  source: RasterImage,
  x: number,
  y: number,
  opacity: number,
): void {
  const [fromX, toX] = [Math.max(0, -x), Math.min(source.width, target.width - x)];
  const [fromY, toY] = [Math.max(0, -y), Math.min(source.height, target.height - y)];
  const [s, t] = [source.data, target.data];
  for (let row = fromY; row < toY; row++) {
    let p = (row * source.width + fromX) * 4;
    let o = ((row + y) * target.width + fromX + x) * 4;
    for (let column = fromX; column < toX; column++, p += 4, o += 4) {
      const sourceAlpha = (s[p + 3]! / 255) * opacity;
      const backdropAlpha = t[o + 3]! / 255;
      if (sourceAlpha === 0) continue;
      if (sourceAlpha === 1 || backdropAlpha === 0) {
        t[o] = s[p]!;
        t[o + 1] = s[p + 1]!;
        t[o + 2] = s[p + 2]!;
        t[o + 3] = sourceAlpha * 255;
        continue;
      }
      const kept = backdropAlpha * (1 - sourceAlpha);
      const alpha = sourceAlpha + kept;
      t[o] = (s[p]! * sourceAlpha + t[o]! * kept) / alpha;
      t[o + 1] = (s[p + 1]! * sourceAlpha + t[o + 1]! * kept) / alpha;
      t[o + 2] = (s[p + 2]! * sourceAlpha + t[o + 2]! * kept) / alpha;
      t[o + 3] = alpha * 255;
    }
  }
}
