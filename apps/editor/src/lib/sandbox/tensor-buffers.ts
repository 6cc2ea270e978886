import type { Tensor } from '@koma/core/inference';

/** The memory of tensors, each block once, to be given away with them. */
export function tensorBuffers(tensors: Readonly<Record<string, Tensor>>): ArrayBuffer[] {
  const buffers = Object.values(tensors).map(({ data }) => data.buffer);
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}
