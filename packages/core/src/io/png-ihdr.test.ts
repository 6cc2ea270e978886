import { describe, expect, it } from 'vitest';
import { buildPng, ihdr } from './build-file.test-helper.ts';
import { ByteReader } from './byte-reader.ts';
import { readPngIhdr } from './png-ihdr.ts';

const read = (data: number[], type = 'IHDR') => readPngIhdr(new ByteReader(buildPng([type, data])), 8);

describe('readPngIhdr', () => {
  it('reads the fields', () => {
    expect(read(ihdr(300, 0x7fffffff, 16, 6, 1))).toEqual({
      width: 300,
      height: 0x7fffffff,
      bitDepth: 16,
      colorType: 6,
      interlaced: true,
    });
  });

  it('accepts exactly the 15 combinations of bit depth and colour type that PNG has', () => {
    let accepted = 0;
    for (let bitDepth = 0; bitDepth <= 32; bitDepth++) {
      for (let colorType = 0; colorType <= 8; colorType++) {
        try {
          read(ihdr(1, 1, bitDepth, colorType));
          accepted++;
        } catch {
          // Refused, as most are.
        }
      }
    }
    expect(accepted).toBe(15);
  });

  it('refuses impossible sizes', () => {
    for (const [width, height] of [
      [0, 1],
      [1, 0],
      [0x80000000, 1],
      [1, 0xffffffff],
    ] as const) {
      expect(() => read(ihdr(width, height))).toThrow(/impossible size/);
    }
  });

  it('refuses unknown compression, filter and interlace methods', () => {
    for (const at of [10, 11, 12]) {
      const data = ihdr(1, 1);
      data[at] = 2;
      expect(() => read(data)).toThrow(/values that no PNG has/);
    }
  });

  it('refuses a file that begins with another chunk or a header of another length', () => {
    expect(() => read(ihdr(1, 1), 'CgBI')).toThrow(/header is missing/);
    expect(() => read([...ihdr(1, 1), 0])).toThrow(/header is missing/);
  });
});
