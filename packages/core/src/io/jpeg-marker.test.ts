import { describe, expect, it } from 'vitest';
import { nextJpegMarker } from './jpeg-marker.ts';

const next = (bytes: number[], from = 0) => nextJpegMarker(Uint8Array.from(bytes), from);

describe('nextJpegMarker', () => {
  it('gives the marker and where it ends', () => {
    expect(next([0xff, 0xda, 0])).toEqual({ marker: 0xda, end: 2 });
    expect(next([0xff, 0xda, 0xff, 0xd9], 2)).toEqual({ marker: 0xd9, end: 4 });
  });

  it('passes over entropy-coded data, restarts, fill and stray bytes', () => {
    expect(next([1, 0xff, 0, 2, 0xff, 0xd0, 0xff, 0xd7, 3, 0xff, 0xff, 0xff, 0xd9])).toEqual({
      marker: 0xd9,
      end: 13,
    });
    expect(next([0xff, 0xd8, 0xff, 0x01, 0xff, 0xe0])).toEqual({ marker: 0xe0, end: 6 });
  });

  it('finds nothing where the file ends first', () => {
    for (const bytes of [[], [1, 2], [0xff], [0xff, 0xff], [0xff, 0], [0xff, 0xd0]])
      expect(next(bytes)).toBeUndefined();
  });

  it('takes linear time for the bytes that are passed over most slowly', () => {
    const started = performance.now();
    nextJpegMarker(new Uint8Array(2e6).fill(0xff), 0);
    nextJpegMarker(
      Uint8Array.from({ length: 2e6 }, (_, i) => (i % 2 === 0 ? 0xff : 0)),
      0,
    );
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
