import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictures } from './pictures.test-helper.ts';
import { ImageSink } from './row-sink.ts';

describe('ImageSink', () => {
  it('holds the same picture however its rows arrive, and keeps none of the arrays it was given', () => {
    fc.assert(
      fc.property(pictures(), fc.integer({ min: 1, max: 4 }), (image, rows) => {
        const sink = new ImageSink(image.width, image.height);
        for (let y = 0; y < image.height; y += rows) {
          const part = image.data.slice(y * image.width * 4, (y + rows) * image.width * 4);
          sink.writeRows(y, part);
          part.fill(99);
        }
        expect(sink.image).toEqual(image);
      }),
    );
  });
});
