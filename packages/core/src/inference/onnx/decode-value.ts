import type { OnnxValue } from './model.ts';
import { ShapeField, TypeField, ValueField } from './onnx-field.ts';
import { fieldSize, fieldText, readFields } from './proto-reader.ts';
import { unsupported } from './unsupported.ts';

/**
 * A ValueInfoProto: a graph input or output with its type and shape, as far as the file states them.
 * @throws KomaError `MODEL_CORRUPT` if it is a sequence, a map or another non-tensor.
 */
export function decodeValue(bytes: Uint8Array): OnnxValue {
  let name = '';
  let type: Omit<OnnxValue, 'name'> = {};
  for (const field of readFields(bytes)) {
    if (field.field === ValueField.name) name = fieldText(field);
    else if (field.field === ValueField.type) type = decodeType(field.bytes);
  }
  return { name, ...type };
}

function decodeType(bytes: Uint8Array): Omit<OnnxValue, 'name'> {
  for (const field of readFields(bytes)) {
    if (field.field !== TypeField.tensor) throw unsupported('values that are not tensors');
    let elemType = 0;
    let dims: (number | string)[] | undefined;
    for (const part of readFields(field.bytes)) {
      if (part.field === TypeField.elemType) elemType = fieldSize(part);
      else if (part.field === TypeField.shape) {
        dims = [...readFields(part.bytes)].map((dim) => decodeDim(dim.bytes));
      }
    }
    return dims ? { elemType, dims } : { elemType };
  }
  return {};
}

function decodeDim(bytes: Uint8Array): number | string {
  for (const field of readFields(bytes)) {
    if (field.field === ShapeField.value) return fieldSize(field);
    if (field.field === ShapeField.param) return fieldText(field);
  }
  return '';
}
