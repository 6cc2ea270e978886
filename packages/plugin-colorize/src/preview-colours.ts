import type { PreviewTile } from '@koma/core/plugin';
import type { Fit } from './fit-sketch.ts';
import type { Cells } from './pack-cells.ts';

/** The network's answer under the lines it saw, on white, at its own size, to be shown while it is spread. */
export function previewColours(
  { colour, figure, tone }: Cells,
  { width, height, content }: Fit,
): PreviewTile {
  const size = width * height;
  const data = new Uint8ClampedArray(content.width * content.height * 4);
  for (let row = 0, o = 0; row < content.height; row++) {
    let at = (content.y + row) * width + content.x;
    for (let column = 0; column < content.width; column++, at++, o += 4) {
      for (let c = 0; c < 3; c++)
        data[o + c] = 255 * tone[at]! * (1 + figure[at]! * (colour[c * size + at]! - 1));
      data[o + 3] = 255;
    }
  }
  const { width: outputWidth, height: outputHeight } = content;
  return { x: 0, y: 0, width: outputWidth, height: outputHeight, outputWidth, outputHeight, data };
}
