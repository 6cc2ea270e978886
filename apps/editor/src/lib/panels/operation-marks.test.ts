import type { OperationSpec } from '@koma/core/plugin';
import { expect, it } from 'vitest';
import { coloursIn, hintsIn, marksOf, missingInput, withMark } from './operation-marks.ts';

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
