/**
 * An ONNX model as plain values: the part of `onnx.proto` (ModelProto, GraphProto, NodeProto, TensorProto)
 * that inference needs. Names of values are unique in a graph; the empty name means "input left out".
 */
export interface OnnxModel {
  /** Version of the file layout; 8 goes with opset 13 to 16. */
  readonly irVersion: number;
  readonly producer: string;
  /** Operator sets in use; the domain `''` is ONNX's own. */
  readonly opsets: readonly { readonly domain: string; readonly version: number }[];
  readonly graph: OnnxGraph;
  /** Free key-value pairs, such as the licence; order is kept. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** The nodes are in topological order: a node comes after those that make its inputs. */
export interface OnnxGraph {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly OnnxTensor[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
}

/** One operation. */
export interface OnnxNode {
  /** Operator, such as `Conv`. */
  readonly op: string;
  /** Operator set; left out means ONNX's own. */
  readonly domain?: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, OnnxAttribute>>;
}

/** Whole numbers are `bigint` only where a `number` cannot hold them exactly. */
export type OnnxAttribute =
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'int'; readonly value: number | bigint }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'tensor'; readonly value: OnnxTensor }
  | { readonly type: 'floats'; readonly value: readonly number[] }
  | { readonly type: 'ints'; readonly value: readonly (number | bigint)[] }
  | { readonly type: 'strings'; readonly value: readonly string[] };

/** A constant. `data` is little-endian, row-major, and may be a view into the model's own bytes. */
export interface OnnxTensor {
  readonly name: string;
  readonly elemType: number;
  /** Empty for a scalar. */
  readonly dims: readonly number[];
  readonly data: Uint8Array;
}

/**
 * A graph input or output. A dimension is a size or the name of a size known only at run time (`''` for one
 * without a name). Without `elemType` the runtime finds the type itself, which it can for outputs only.
 */
export interface OnnxValue {
  readonly name: string;
  readonly elemType?: number;
  readonly dims?: readonly (number | string)[];
}

/** TensorProto.DataType: the element types that Koma's models use. */
export const ElemType = { float: 1, uint8: 2, int32: 6, int64: 7, bool: 9, float16: 10 } as const;
