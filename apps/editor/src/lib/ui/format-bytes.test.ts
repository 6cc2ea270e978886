import { expect, it } from 'vitest';
import { formatBytes } from './format-bytes.ts';

it.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1000, '1 kB'],
  [1449, '1.4 kB'],
  [999_499, '999 kB'],
  [999_600, '1 MB'],
  [64_000_000, '64 MB'],
  [9_960_000, '10 MB'],
  [3_200_000_000_000, '3,200 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes, 'en')).toBe(text);
});

it('speaks the language that is asked for', () => {
  expect(formatBytes(1500, 'de')).toBe('1,5 kB');
});
