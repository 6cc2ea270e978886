import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeModel } from '@koma/core/onnx';
import { expect, test } from 'vitest';
import { signatureProblem } from './network-signature.ts';

const model = decodeModel(
  new Uint8Array(readFileSync(join(import.meta.dirname, '../models/colorizer.onnx'))),
);
const { graph } = model;
const [colour, figure] = graph.outputs;

test('the committed network is one of koma-colorizer-1', () => {
  expect(signatureProblem(model)).toBeUndefined();
});

test('weights among the inputs do not count', () => {
  const inputs = [...graph.inputs, { name: graph.initializers[0]!.name }];
  expect(signatureProblem({ ...model, graph: { ...graph, inputs } })).toBeUndefined();
});

test('what is wrong is told', () => {
  expect(signatureProblem({ ...model, metadata: {} })).toBe('its signature is missing, not koma-colorizer-1');
  expect(signatureProblem({ ...model, metadata: { signature: 'koma-colorizer-2' } })).toContain(
    'koma-colorizer-2',
  );
  expect(signatureProblem({ ...model, graph: { ...graph, inputs: graph.inputs.slice(1) } })).toBe(
    'its inputs are hints, style, strength, not sketch, hints, style, strength',
  );
  expect(signatureProblem({ ...model, graph: { ...graph, outputs: [figure!, colour!] } })).toContain(
    'figure, colour',
  );
});
