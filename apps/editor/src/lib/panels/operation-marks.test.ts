import type { OperationSpec } from '@koma/core/plugin';
import { expect, it } from 'vitest';
import { coloursIn, hintsIn, marksOf, missingInput, strokesIn, withMark } from './operation-marks.ts';

const label = { en: 'Input' };
const spec: OperationSpec = {
  id: 'colorize',
  title: { en: 'Colorize' },
  summary: { en: 'Colours.' },
  inputs: [
    { name: 'sketch', type: 'image', label },
    { name: 'points', type: 'hints', label },
    { name: 'colours', type: 'palette', label, optional: true },
  ],
  outputs: [{ name: 'image', type: 'image' }],
  params: [],
  placement: ['new-layer'],
};
const points = { hints: [{ x: 1.5, y: 2.5, radius: 3, color: '#ff0000' }] };
const colours = { colors: ['#112233'] };

it('knows what was marked, and nothing where nothing was', () => {
  expect(hintsIn(points)).toBe(points.hints);
  expect(coloursIn(colours)).toBe(colours.colors);
  expect([hintsIn(undefined), coloursIn(undefined), hintsIn(colours), coloursIn(points)]).toEqual([
    [],
    [],
    [],
    [],
  ]);
  expect(hintsIn(undefined)).toBe(hintsIn(colours));
});

it('sets a mark and takes it out', () => {
  const marks = withMark({ points }, 'colours', colours);
  expect(marks).toEqual({ points, colours });
  expect(withMark(marks, 'points', undefined)).toEqual({ colours });
});

it('takes from a recipe what the panel shows', () => {
  const strokes = { strokes: [] };
  expect(marksOf(spec, { sketch: { layerId: 'a' }, points, colours })).toEqual({ points, colours });
  expect(marksOf(spec, { sketch: { kept: 'b' }, points: colours, colours: strokes, other: points })).toEqual(
    {},
  );
});

it('tells what is missing', () => {
  expect(missingInput(spec, {})?.name).toBe('points');
  expect(missingInput(spec, { points })).toBeUndefined();
});

it('knows strokes and other layers, and takes them from a recipe', () => {
  const asks: OperationSpec = {
    ...spec,
    inputs: [
      { name: 'page', type: 'image', label },
      { name: 'style', type: 'image', label, optional: true },
      { name: 'lines', type: 'strokes', label },
    ],
  };
  const lines = { strokes: [{ label: 'fg', radius: 2, points: [[1, 2]] as [number, number][] }] };
  expect(strokesIn(lines)).toBe(lines.strokes);
  expect([strokesIn(undefined), strokesIn(points)]).toEqual([[], []]);
  const inputs = { page: { layerId: 'a' }, style: { layerId: 'b' }, lines };
  expect(marksOf(asks, inputs)).toEqual({ style: { layerId: 'b' }, lines });
});

it('does not ask the panel for what is selected: the document knows', () => {
  const asks: OperationSpec = {
    ...spec,
    inputs: [
      { name: 'page', type: 'image', label },
      { name: 'where', type: 'mask', label },
    ],
  };
  expect(missingInput(asks, {})).toBeUndefined();
});
