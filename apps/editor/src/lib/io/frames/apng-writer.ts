import type { RasterImage } from '@koma/core/raster';
import * as UPNG from 'upng-js';
import type { FrameWriter } from './frame-writer.ts';

/** @param delay milliseconds a frame. The file plays for ever and loses nothing. */
export function apngWriter(delay: number): FrameWriter {
  const frames: RasterImage[] = [];
  return {
    add: (image) => void frames.push(image),
    finish() {
      const [first] = frames;
      if (!first) throw new RangeError('an animation has at least one frame');
      const buffers = frames.map(({ data }) => data.buffer);
      const delays = frames.map(() => delay);
      // 0 colours: as many as there are.
      return new Uint8Array(UPNG.encode(buffers, first.width, first.height, 0, delays));
    },
  };
}
