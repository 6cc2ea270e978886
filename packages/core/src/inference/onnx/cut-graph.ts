import { decodeModel } from './decode-model.ts';
import { encodeModel } from './encode-model.ts';
import type { OnnxGraph, OnnxNode, OnnxTensor, OnnxValue } from './model.ts';

/** What the part of a model that {@link cutGraph} takes out is to compute. */
export interface GraphCut {
  /** Values to compute: outputs of the model, inner values, or outputs of appended nodes; order is kept. */
  readonly outputs: readonly string[];
  /** Values that the caller will feed instead of having them computed; the nodes before them drop out. */
  readonly inputs?: readonly Required<OnnxValue>[];
  /** More nodes. One that makes a value the model already has takes the place of the model's own node. */
  readonly append?: readonly OnnxNode[];
  /** Constants for the appended nodes. */
  readonly constants?: readonly OnnxTensor[];
}

/**
 * A new model with only the nodes, constants and inputs that the wanted outputs need. The weights are copied
 * once, into the new file; `modelBytes` stays as it is.
 * @throws RangeError if a wanted value does not exist, a given input is not needed, or the nodes form a circle.
 * @throws KomaError `MODEL_CORRUPT` if the model cannot be read (see {@link decodeModel}).
 */
export function cutGraph(modelBytes: Uint8Array, cut: GraphCut): Uint8Array<ArrayBuffer> {
  const model = decodeModel(modelBytes);
  return encodeModel({ ...model, graph: cutDecodedGraph(model.graph, cut) });
}

/** {@link cutGraph} on a graph that is decoded already. */
export function cutDecodedGraph(graph: OnnxGraph, cut: GraphCut): OnnxGraph {
  const fed = new Map((cut.inputs ?? []).map((value) => [value.name, value]));
  const given = new Map(graph.inputs.map((value) => [value.name, value]));
  const constants = new Map([...graph.initializers, ...(cut.constants ?? [])].map((t) => [t.name, t]));
  const makers = new Map<string, OnnxNode>();
  for (const node of [...graph.nodes, ...(cut.append ?? [])]) {
    for (const name of node.outputs) makers.set(name, node);
  }

  const nodes = new Set<OnnxNode>();
  const open = new Set<OnnxNode>();
  const inputs = new Map<string, OnnxValue>();
  const initializers = new Map<string, OnnxTensor>();

  // Depth first, so every node is added after those it reads from: topological order, whatever came in.
  const need = (name: string): void => {
    if (name === '') return;
    const node = makers.get(name);
    const constant = constants.get(name);
    const input = fed.get(name) ?? (constant || node ? undefined : given.get(name));
    if (input) inputs.set(name, input);
    else if (constant) initializers.set(name, constant);
    else if (!node) throw new RangeError(`the graph has no value ${name}`);
    else if (!nodes.has(node)) {
      if (open.has(node)) throw new RangeError(`the value ${name} depends on itself`);
      open.add(node);
      for (const inner of node.inputs) need(inner);
      nodes.add(node);
    }
  };
  for (const name of cut.outputs) need(name);
  for (const name of fed.keys()) {
    if (!inputs.has(name))
      throw new RangeError(`the input ${name} is not needed for ${cut.outputs.join(', ')}`);
  }

  const typed = new Map(graph.outputs.map((value) => [value.name, value]));
  return {
    name: graph.name,
    nodes: [...nodes].map((node) => ({
      ...node,
      // An output that something else now provides is left out, so that no value has two makers.
      outputs: node.outputs.map((name) => (makers.get(name) === node && !fed.has(name) ? name : '')),
    })),
    initializers: [...initializers.values()],
    inputs: [...inputs.values()],
    outputs: cut.outputs.map((name) => typed.get(name) ?? fed.get(name) ?? { name }),
  };
}
