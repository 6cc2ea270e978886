// Field numbers of the messages in onnx.proto (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto), shared by
// the encoder and the decoder.

/** ModelProto. */
export const ModelField = {
  irVersion: 1,
  producer: 2,
  graph: 7,
  opset: 8,
  metadata: 14,
  functions: 25,
} as const;
/** OperatorSetIdProto. */
export const OpsetField = { domain: 1, version: 2 } as const;
/** StringStringEntryProto. */
export const EntryField = { key: 1, value: 2 } as const;
/** GraphProto. */
export const GraphField = {
  node: 1,
  name: 2,
  initializer: 5,
  input: 11,
  output: 12,
  sparseInitializer: 15,
} as const;
/** NodeProto. */
export const NodeField = { input: 1, output: 2, name: 3, op: 4, attribute: 5, domain: 7 } as const;
/** TensorProto; `otherData` holds forms of data that Koma does not read: int32, string, double, uint64, external. */
export const TensorField = {
  dims: 1,
  elemType: 2,
  floatData: 4,
  int64Data: 7,
  name: 8,
  rawData: 9,
  otherData: [5, 6, 10, 11, 13],
} as const;
/** AttributeProto. */
export const AttributeField = {
  name: 1,
  float: 2,
  int: 3,
  string: 4,
  tensor: 5,
  floats: 7,
  ints: 8,
  strings: 9,
  type: 20,
} as const;
/** AttributeProto.AttributeType for the kinds that {@link OnnxAttribute} has. */
export const AttributeType = {
  float: 1,
  int: 2,
  string: 3,
  tensor: 4,
  floats: 6,
  ints: 7,
  strings: 8,
} as const;
/** ValueInfoProto. */
export const ValueField = { name: 1, type: 2 } as const;
/** TypeProto.tensor_type, and within it TypeProto.Tensor. */
export const TypeField = { tensor: 1, elemType: 1, shape: 2 } as const;
/** TensorShapeProto.dim, and within it TensorShapeProto.Dimension. */
export const ShapeField = { dim: 1, value: 1, param: 2 } as const;
