import type { RasterImage } from '@koma/plugin-kit';

/**
 * How light each pixel of a picture is, 1 white to 0 black, laid on white where it is transparent.
 * @param dropColour takes the lightest channel for the grey (Rec. 709): blue and red pencil all but vanish then,
 *   graphite and ink are as dark in each
 */
export function greyPlane({ data, width, height }: RasterImage, dropColour: boolean): Float32Array {
  const grey = new Float32Array(width * height);
  for (let i = 0; i < grey.length; i++) {
    const [r, g, b] = [data[i * 4]!, data[i * 4 + 1]!, data[i * 4 + 2]!];
    const light = dropColour ? Math.max(r, g, b) : 0.2126 * r + 0.7152 * g + 0.0722 * b;
    const alpha = data[i * 4 + 3]! / 255;
    grey[i] = (light / 255) * alpha + 1 - alpha;
  }
  return grey;
}
