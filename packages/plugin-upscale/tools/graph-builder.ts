import { floatsToHalves } from './half-float.ts';
import {
  ElemType,
  floatTensor,
  halfTensor,
  int64Tensor,
  type OnnxAttribute,
  type OnnxModel,
  type OnnxNode,
  type OnnxTensor,
} from '@koma/core/onnx';

/** A node's attributes; numbers are ints (float attributes are given as `{ float }`). */
export type AttributeValues = Readonly<
  Record<string, number | readonly number[] | string | { readonly float: number }>
>;

/** Collects the nodes and constants of an image-to-image graph from `x` to `y`, both [n, 3, height, width]. */
export class GraphBuilder {
  readonly #nodes: OnnxNode[] = [];
  readonly #initializers: OnnxTensor[] = [];

  /** Adds a node that makes one value, and gives back that value's name. */
  node(op: string, inputs: readonly string[], output: string, attributes: AttributeValues = {}): string {
    const entries = Object.entries(attributes).map(([name, value]) => [name, toAttribute(value)] as const);
    const node = { op, inputs, outputs: [output] };
    this.#nodes.push(entries.length === 0 ? node : { ...node, attributes: Object.fromEntries(entries) });
    return output;
  }

  /** A weight stored as float16 and cast to float32, which runtimes do once, when the model is loaded. */
  weight(name: string, dims: readonly number[], values: Float32Array): string {
    const stored = `${name}.half`;
    this.#initializers.push(halfTensor(stored, dims, floatsToHalves(values)));
    return this.node('Cast', [stored], name, { to: ElemType.float });
  }

  /** A constant stored as float32. */
  floats(name: string, dims: readonly number[], values: ArrayLike<number>): string {
    this.#initializers.push(floatTensor(name, dims, values));
    return name;
  }

  /** A list of whole numbers, such as axes. */
  ints(name: string, values: readonly number[]): string {
    this.#initializers.push(int64Tensor(name, values));
    return name;
  }

  /** The finished model: opset 13, IR version 8. */
  finish(name: string, metadata: Readonly<Record<string, string>>): OnnxModel {
    const image = (value: string, height: string, width: string) => ({
      name: value,
      elemType: ElemType.float,
      dims: ['n', 3, height, width],
    });
    return {
      irVersion: 8,
      producer: 'koma convert-waifu2x',
      opsets: [{ domain: '', version: 13 }],
      metadata,
      graph: {
        name,
        nodes: this.#nodes,
        initializers: this.#initializers,
        inputs: [image('x', 'h', 'w')],
        outputs: [image('y', 'oh', 'ow')],
      },
    };
  }
}

function toAttribute(value: AttributeValues[string]): OnnxAttribute {
  if (typeof value === 'number') return { type: 'int', value };
  if (typeof value === 'string') return { type: 'string', value };
  if ('float' in value) return { type: 'float', value: value.float };
  return { type: 'ints', value };
}
