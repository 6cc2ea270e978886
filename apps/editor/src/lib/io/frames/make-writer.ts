import { apngWriter } from './apng-writer.ts';
import type { FrameFormat, FrameWriter } from './frame-writer.ts';
import { gifWriter } from './gif-writer.ts';
import { zipWriter } from './zip-writer.ts';

/** @param delay milliseconds a frame */
export function makeWriter(format: FrameFormat, delay: number): FrameWriter {
  switch (format) {
    case 'zip':
      return zipWriter();
    case 'apng':
      return apngWriter(delay);
    case 'gif':
      return gifWriter(delay);
  }
}
