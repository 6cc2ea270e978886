import type { OnnxModel } from '@koma/core/onnx';

/** The signature of graphs that the plugin can run, as their metadata names it. */
export const SIGNATURE = 'koma-colorizer-1';

const INPUTS = ['sketch', 'hints', 'style', 'strength'];
const OUTPUTS = ['colour', 'figure'];

/** Why a model is no colouring network of ours; undefined where it is one. */
export function signatureProblem({ metadata, graph }: OnnxModel): string | undefined {
  if (metadata['signature'] !== SIGNATURE)
    return `its signature is ${metadata['signature'] ?? 'missing'}, not ${SIGNATURE}`;
  const names = (values: OnnxModel['graph']['inputs']): string => values.map(({ name }) => name).join(', ');
  // Old exporters list the weights among the inputs.
  const weights = new Set(graph.initializers.map(({ name }) => name));
  const inputs = graph.inputs.filter(({ name }) => !weights.has(name));
  if (names(inputs) !== INPUTS.join(', ')) return `its inputs are ${names(inputs)}, not ${INPUTS.join(', ')}`;
  if (names(graph.outputs) !== OUTPUTS.join(', '))
    return `its outputs are ${names(graph.outputs)}, not ${OUTPUTS.join(', ')}`;
  return undefined;
}
