import { expect, it } from 'vitest';
import { buffersOf } from './buffers-of.ts';

it('finds the memory of everything in a value, each block once', () => {
  const shared = new ArrayBuffer(8);
  const own = new Uint8ClampedArray(4);
  const value = { a: new Uint8Array(shared, 0, 4), b: [{ c: new Uint8Array(shared, 4), d: own }, null, 7] };
  expect(buffersOf(value)).toEqual([shared, own.buffer]);
  expect(buffersOf('text')).toEqual([]);
});
