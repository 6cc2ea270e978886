import { expect, test } from 'vitest';
import { buffersOf } from './buffers-of.ts';

test('finds every buffer once, however deep, and none that is shared', () => {
  const [a, b, c] = [new Uint8Array(4), new Uint8ClampedArray(8), new Uint8Array(2)];
  const shared = new Uint8Array(new SharedArrayBuffer(4));
  const data = {
    layers: [{ image: { data: a } }, { mask: { data: b }, again: a, name: 'x' }],
    kept: new Map([['k', { c }]]),
    shared,
    none: undefined,
  };
  expect(new Set(buffersOf(data))).toEqual(new Set([a.buffer, b.buffer, c.buffer]));
  expect(buffersOf(data)).toHaveLength(3);
});
