import { expect, it } from 'vitest';
import { tensorBuffers } from './tensor-buffers.ts';

it('names each block of memory once, however many tensors share it, and none that is shared with threads', () => {
  const both = new ArrayBuffer(32);
  const own = new Float32Array(4);
  const threads = new Float32Array(new SharedArrayBuffer(16));
  const tensor = (data: Float32Array) => ({ type: 'float32', dims: [data.length], data }) as const;
  const tensors = {
    a: tensor(new Float32Array(both, 0, 4)),
    b: tensor(new Float32Array(both, 16, 4)),
    c: tensor(own),
    d: tensor(threads),
  };
  expect(tensorBuffers(tensors)).toEqual([both, own.buffer]);
});
