import type { Recipe } from '@koma/core/document';
import { entersDocument, type OperationSpec, type OutputSpec } from '@koma/core/plugin';

/**
 * The output that enters the document: of several the first that the manifest names, but layers before a picture where
 * the result is a layer of its own, because they know how they are blended.
 */
export function enteringOutput(
  { outputs }: Pick<OperationSpec, 'outputs'>,
  placement: Recipe['placement'],
): OutputSpec | undefined {
  const entering = outputs.filter(entersDocument);
  const layers = placement === 'new-layer' ? entering.find(({ type }) => type === 'layers') : undefined;
  return layers ?? entering[0];
}

/** The names of the outputs that are asked for: what enters the document, and what is shown or saved. */
export function wantedOutputs(
  spec: Pick<OperationSpec, 'outputs'>,
  placement: Recipe['placement'],
): string[] {
  const entering = enteringOutput(spec, placement);
  const wanted = spec.outputs.filter((output) => output === entering || !entersDocument(output));
  return wanted.map(({ name }) => name);
}
