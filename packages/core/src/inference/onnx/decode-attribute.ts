import { decodeTensor } from './decode-tensor.ts';
import type { OnnxAttribute, OnnxTensor } from './model.ts';
import { AttributeField, AttributeType } from './onnx-field.ts';
import { fieldInt, fieldSize, fieldText, readFields, readFloats, readVarints } from './proto-reader.ts';
import { unsupported } from './unsupported.ts';

/**
 * An AttributeProto: its name and value.
 * @throws KomaError `MODEL_CORRUPT` for sub-graphs (`If`, `Loop`, `Scan`), sparse tensors and types.
 */
export function decodeAttribute(bytes: Uint8Array): [name: string, attribute: OnnxAttribute] {
  let name = '';
  let type = 0;
  let float = 0;
  let int: number | bigint = 0;
  let text = '';
  let tensor: OnnxTensor | undefined;
  const floats: number[] = [];
  const ints: (number | bigint)[] = [];
  const strings: string[] = [];
  for (const field of readFields(bytes)) {
    if (field.field === AttributeField.name) name = fieldText(field);
    else if (field.field === AttributeField.type) type = fieldSize(field);
    else if (field.field === AttributeField.float) float = readFloats(field)[0] ?? 0;
    else if (field.field === AttributeField.int) int = fieldInt(field);
    else if (field.field === AttributeField.string) text = fieldText(field);
    else if (field.field === AttributeField.tensor) tensor = decodeTensor(field.bytes);
    else if (field.field === AttributeField.floats) floats.push(...readFloats(field));
    else if (field.field === AttributeField.ints) ints.push(...readVarints(field));
    else if (field.field === AttributeField.strings) strings.push(fieldText(field));
  }
  if (type === AttributeType.float) return [name, { type: 'float', value: float }];
  if (type === AttributeType.int) return [name, { type: 'int', value: int }];
  if (type === AttributeType.string) return [name, { type: 'string', value: text }];
  if (type === AttributeType.floats) return [name, { type: 'floats', value: floats }];
  if (type === AttributeType.ints) return [name, { type: 'ints', value: ints }];
  if (type === AttributeType.strings) return [name, { type: 'strings', value: strings }];
  if (type === AttributeType.tensor && tensor) return [name, { type: 'tensor', value: tensor }];
  throw unsupported(`the attribute ${name} of type ${type}`);
}
