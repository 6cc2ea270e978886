import { flattenOnto, isOpaque } from '@koma/core/raster';
import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import type { FrameWriter } from './frame-writer.ts';

/** Colours of a palette; each frame has its own. */
const COLOURS = 256;

/**
 * A GIF that plays for ever. What is transparent becomes white, since GIF knows no soft edges.
 * @param delay milliseconds a frame; the format counts in hundredths of a second
 */
export function gifWriter(delay: number): FrameWriter {
  const encoder = GIFEncoder();
  return {
    add(image) {
      const { width, height, data } = isOpaque(image) ? image : flattenOnto(image, 255, 255, 255);
      const palette = quantize(data, COLOURS);
      encoder.writeFrame(applyPalette(data, palette), width, height, { palette, delay, repeat: 0 });
    },
    finish() {
      encoder.finish();
      return encoder.bytes();
    },
  };
}
