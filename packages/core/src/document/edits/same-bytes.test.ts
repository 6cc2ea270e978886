import { expect, it } from 'vitest';
import { sameBytes } from './same-bytes.ts';

it('tells bytes that differ anywhere from those that do not', () => {
  const a = Uint8Array.from({ length: 64 }, (_, i) => i);
  expect(sameBytes(a, a.slice())).toBe(true);
  for (let i = 0; i < 64; i++) {
    const b = a.slice();
    b[i] = b[i]! ^ 128;
    expect(sameBytes(a, b)).toBe(false);
  }
});

it('compares views of larger buffers', () => {
  const buffer = new Uint8Array(32).fill(3);
  buffer[20] = 4;
  expect(sameBytes(buffer.subarray(0, 8), buffer.subarray(8, 16))).toBe(true);
  expect(sameBytes(buffer.subarray(0, 8), buffer.subarray(16, 24))).toBe(false);
});
