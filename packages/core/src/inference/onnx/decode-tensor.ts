import type { OnnxTensor } from './model.ts';
import { TensorField } from './onnx-field.ts';
import { fieldSize, fieldText, readFields, readFloats, readVarints } from './proto-reader.ts';
import { unsupported } from './unsupported.ts';

/**
 * A TensorProto. Its values come as raw bytes, or, from some exporters, as lists of floats or int64, which are
 * turned into raw bytes here.
 * @throws KomaError `MODEL_CORRUPT` for the rarer forms: other lists, strings, data outside the file.
 */
export function decodeTensor(bytes: Uint8Array): OnnxTensor {
  let name = '';
  let elemType = 0;
  let raw: Uint8Array | undefined;
  const dims: number[] = [];
  const floats: number[] = [];
  const int64s: bigint[] = [];
  for (const field of readFields(bytes)) {
    if (field.field === TensorField.dims) dims.push(...readVarints(field).map(Number));
    else if (field.field === TensorField.elemType) elemType = fieldSize(field);
    else if (field.field === TensorField.name) name = fieldText(field);
    else if (field.field === TensorField.rawData) raw = field.bytes;
    else if (field.field === TensorField.floatData) for (const v of readFloats(field)) floats.push(v);
    else if (field.field === TensorField.int64Data)
      for (const v of readVarints(field)) int64s.push(BigInt(v));
    else if (TensorField.otherData.some((number) => number === field.field)) {
      throw unsupported('constants as typed lists or in files of their own');
    }
  }
  return { name, elemType, dims, data: raw ?? littleEndian(floats, int64s) };
}

function littleEndian(floats: readonly number[], int64s: readonly bigint[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(floats.length * 4 + int64s.length * 8));
  floats.forEach((value, i) => view.setFloat32(i * 4, value, true));
  int64s.forEach((value, i) => view.setBigInt64(i * 8, value, true));
  return new Uint8Array(view.buffer);
}
