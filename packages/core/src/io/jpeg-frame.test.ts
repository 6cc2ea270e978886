import { describe, expect, it } from 'vitest';
import { KomaError } from '../errors.ts';
import { sof } from './build-file.test-helper.ts';
import { ByteReader } from './byte-reader.ts';
import { readJpegFrame } from './jpeg-frame.ts';

/** The frame header without its marker and length. */
const read = (bytes: number[]) =>
  readJpegFrame(bytes[1] ?? 0, new ByteReader(Uint8Array.from(bytes.slice(4))));

function formatOf(bytes: number[]): unknown {
  try {
    read(bytes);
    return 'accepted';
  } catch (error) {
    if (error instanceof KomaError && error.code === 'FILE_FORMAT_UNSUPPORTED')
      return error.details['format'];
    throw error;
  }
}

describe('readJpegFrame', () => {
  it('reads baseline, extended and progressive frames', () => {
    const frame = { width: 640, height: 65535, components: 3, precision: 8, lumaTableId: 0 };
    expect(read(sof(640, 65535, 3, 0xc0))).toEqual({ ...frame, progressive: false });
    expect(read(sof(640, 65535, 3, 0xc1))).toEqual({ ...frame, progressive: false });
    expect(read(sof(640, 65535, 3, 0xc2))).toEqual({ ...frame, progressive: true });
    expect(read(sof(1, 1, 1))).toMatchObject({ components: 1 });
    expect(read(sof(1, 1, 4))).toMatchObject({ components: 4 });
  });

  it('names the coding processes that browsers do not decode', () => {
    expect(formatOf(sof(8, 8, 3, 0xc3))).toBe('lossless-jpeg');
    for (const marker of [0xc5, 0xc6, 0xc7]) expect(formatOf(sof(8, 8, 3, marker))).toBe('hierarchical-jpeg');
    for (const marker of [0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]) {
      expect(formatOf(sof(8, 8, 3, marker))).toBe('arithmetic-coded-jpeg');
    }
    expect(formatOf(sof(8, 8, 3, 0xf7))).toBe('jpeg-ls');
    expect(formatOf(sof(8, 8, 3, 0xc0, 12))).toBe('12-bit-jpeg');
    expect(formatOf(sof(8, 8, 2))).toBe('2-component-jpeg');
  });

  it('is not concerned with other segments', () => {
    for (const marker of [0xc4, 0xcc, 0xda, 0xdb, 0xe0, 0xfe])
      expect(read(sof(8, 8, 3, marker))).toBeUndefined();
  });

  it('refuses impossible sizes and lengths', () => {
    expect(() => read(sof(0, 8))).toThrow(/impossible size/);
    expect(() => read(sof(8, 0))).toThrow(/impossible size/);
    expect(() => read([...sof(8, 8), 0])).toThrow(/wrong length/);
    expect(() => read(sof(8, 8).slice(0, -1))).toThrow(/wrong length/);
    expect(() => read(sof(8, 8).slice(0, 7))).toThrow(/ends before/);
  });
});
