import { createImage, type RasterImage } from '@koma/core/raster';

/**
 * Line art over colours in multiply, straight alpha (W3C Compositing and Blending Level 1, 5.1 and
 * 9.1.3): where there is no colour the lines lie as they are.
 *
 * @param lines of the same size as the colours
 * @returns a new picture
 */
export function composeLines(colours: RasterImage, lines: RasterImage): RasterImage {
  const { width, height } = colours;
  if (lines.width !== width || lines.height !== height)
    throw new RangeError(`line art of ${lines.width}x${lines.height} over colours of ${width}x${height}`);
  const result = createImage(width, height);
  const [below, above, out] = [colours.data, lines.data, result.data];
  for (let i = 0; i < out.length; i += 4) {
    const backdropAlpha = below[i + 3]! / 255;
    const sourceAlpha = above[i + 3]! / 255;
    const alpha = sourceAlpha + backdropAlpha * (1 - sourceAlpha);
    if (alpha === 0) continue;
    const both = (sourceAlpha * backdropAlpha) / 255 / alpha;
    const source = (sourceAlpha * (1 - backdropAlpha)) / alpha;
    const backdrop = (backdropAlpha * (1 - sourceAlpha)) / alpha;
    for (let c = i; c < i + 3; c++)
      out[c] = both * above[c]! * below[c]! + source * above[c]! + backdrop * below[c]!;
    out[i + 3] = alpha * 255;
  }
  return result;
}
