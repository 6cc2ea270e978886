import { expect, it } from 'vitest';
import type { OutputSpec } from '@koma/core/plugin';
import { enteringOutput, wantedOutputs } from './entering-output.ts';

const of = (...types: OutputSpec['type'][]) => ({ outputs: types.map((type) => ({ name: type, type })) });

it('is layers where the result is a layer of its own, a picture where it takes a place', () => {
  const spec = of('text', 'image', 'layers');
  expect(enteringOutput(spec, 'new-layer')?.name).toBe('layers');
  expect(enteringOutput(spec, 'replace-layer')?.name).toBe('image');
  expect(enteringOutput(of('mask', 'image'), 'new-layer')?.name).toBe('mask');
});

it('is nothing where all is to be read or saved', () => {
  expect(enteringOutput(of('text', 'palette', 'file'), 'new-layer')).toBeUndefined();
});

it('is the only one that is asked for besides what is to be read or saved', () => {
  expect(wantedOutputs(of('image', 'layers', 'text', 'file'), 'new-layer')).toEqual([
    'layers',
    'text',
    'file',
  ]);
  expect(wantedOutputs(of('palette'), 'new-layer')).toEqual(['palette']);
});
