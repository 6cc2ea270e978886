import { ElemType, type OnnxTensor } from './model.ts';

/** A float32 constant; `dims` empty for a scalar. */
export function floatTensor(name: string, dims: readonly number[], values: ArrayLike<number>): OnnxTensor {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  for (let i = 0; i < values.length; i++) view.setFloat32(i * 4, values[i] ?? 0, true);
  return { name, elemType: ElemType.float, dims, data: new Uint8Array(view.buffer) };
}

/** A list of int64, the type in which ONNX wants axes, sizes and offsets. */
export function int64Tensor(name: string, values: readonly number[]): OnnxTensor {
  const view = new DataView(new ArrayBuffer(values.length * 8));
  values.forEach((value, i) => view.setBigInt64(i * 8, BigInt(value), true));
  return { name, elemType: ElemType.int64, dims: [values.length], data: new Uint8Array(view.buffer) };
}

/** A float16 constant from the halves' bit patterns. */
export function halfTensor(name: string, dims: readonly number[], bits: Uint16Array): OnnxTensor {
  const view = new DataView(new ArrayBuffer(bits.length * 2));
  bits.forEach((value, i) => view.setUint16(i * 2, value, true));
  return { name, elemType: ElemType.float16, dims, data: new Uint8Array(view.buffer) };
}
