import { describe, expect, it } from 'vitest';
import { KomaError } from '../errors.ts';
import { ByteReader } from './byte-reader.ts';

const reader = new ByteReader(Uint8Array.of(0xff, 0xfe, 0xfd, 0xfc, 0x41), 'page.png');

describe('ByteReader', () => {
  it('reads both byte orders without sign', () => {
    expect(reader.u16be(0)).toBe(0xfffe);
    expect(reader.u16le(0)).toBe(0xfeff);
    expect(reader.u24le(0)).toBe(0xfdfeff);
    expect(reader.u32be(0)).toBe(0xfffefdfc);
    expect(reader.u32le(0)).toBe(0xfcfdfeff);
    expect(reader.ascii(4, 1)).toBe('A');
  });

  it('throws FILE_DAMAGED, naming the file, for a read that leaves the file', () => {
    for (const read of [
      () => reader.u8(5),
      () => reader.u8(-1),
      () => reader.u32be(2),
      () => reader.ascii(4, 2),
    ]) {
      expect(read).toThrow(KomaError);
      expect(read).toThrow(/"page.png" is damaged/);
    }
  });

  it('compares without throwing at the end of the file', () => {
    expect(reader.startsWith('A', 4)).toBe(true);
    expect(reader.startsWith('AB', 4)).toBe(false);
    expect(reader.startsWith('A', 99)).toBe(false);
  });
});
