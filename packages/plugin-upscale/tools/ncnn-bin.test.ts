import { expect, test } from 'vitest';
import { floatToHalf } from './half-float.ts';
import { NcnnBin } from './ncnn-bin.ts';

/** Three halves with their flag and padding, then two floats, then a float32 blob of one. */
function sampleBin(): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 + 8 + 8 + 8));
  view.setUint32(0, 0x01306b47, true);
  [1, -2, 0.5].forEach((value, i) => view.setUint16(4 + i * 2, floatToHalf(value), true));
  view.setFloat32(12, 3, true);
  view.setFloat32(16, 4, true);
  view.setFloat32(24, 5, true);
  return new Uint8Array(view.buffer);
}

test('half and float blobs and plain floats are read in order', () => {
  const bin = new NcnnBin(sampleBin());
  expect([...bin.weights(3)]).toEqual([1, -2, 0.5]);
  expect([...bin.floats(2)]).toEqual([3, 4]);
  expect([...bin.weights(1)]).toEqual([5]);
  expect(() => bin.expectEnd()).not.toThrow();
});

test('left-over bytes and unknown blobs are errors', () => {
  expect(() => new NcnnBin(sampleBin()).expectEnd()).toThrow(/28 bytes/);
  expect(() => new NcnnBin(Uint8Array.of(1, 0, 0, 0)).weights(1)).toThrow(/kind 0x1/);
});
