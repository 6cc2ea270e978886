import { expect, test } from 'vitest';
import { planFit } from './fit-sketch.ts';
import { previewColours } from './preview-colours.ts';

test('shows colours under lines where something is drawn, without the paper around the sketch', () => {
  const fit = planFit({ x: 0, y: 0, width: 64, height: 16 }, 32);
  const size = fit.width * fit.height;
  const cells = {
    colour: new Float32Array(3 * size).fill(0.2),
    figure: Float32Array.from({ length: size }, (_, p) => (p % 32 < 8 ? 0 : p % 32 < 16 ? 0.5 : 1)),
    tone: Float32Array.from({ length: size }, (_, p) => (p % 32 === 31 ? 0 : 1)),
  };
  const tile = previewColours(cells, fit);
  expect(tile).toMatchObject({ x: 0, y: 0, width: 32, height: 8, outputWidth: 32, outputHeight: 8 });
  expect(tile.data).toHaveLength(32 * 8 * 4);
  const codes = [0, 8, 16, 31].map((x) => [...tile.data.subarray(x * 4, x * 4 + 4)]);
  expect(codes).toEqual([255, 153, 51, 0].map((code) => [code, code, code, 255]));
});
