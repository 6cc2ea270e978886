import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeModel } from '@koma/core/onnx';
import { graphWork } from './graph-work.ts';

function networkWork(model: string, height: number, width: number) {
  const url = import.meta.resolve(`@koma/plugin-upscale/models/${model}.onnx`);
  return graphWork(decodeModel(new Uint8Array(readFileSync(new URL(url)))).graph, height, width);
}

test('UpConv 7 does what its layers add up to by hand', () => {
  // 3x3 layers 3-16-32-64-128-128-256, then 256 to 12 planes with 2x2; each loses its kernel's border.
  const layers = [
    [3, 16, 3],
    [16, 32, 3],
    [32, 64, 3],
    [64, 128, 3],
    [128, 128, 3],
    [128, 256, 3],
    [256, 12, 2],
  ] as const;
  let [height, width, done] = [30, 40, 0];
  for (const [from, to, kernel] of layers) {
    height -= kernel - 1;
    width -= kernel - 1;
    done += from * to * kernel ** 2 * height * width;
  }
  expect(networkWork('upconv7-scale2x', 30, 40).done).toBe(done);
});

test.each([
  ['upconv7-scale2x', 289.3],
  ['cunet-scale2x', 403.7],
])('%s needs %f GFLOP for 512 × 512 pixels', (model, gflop) => {
  const { usefulPerPixel } = networkWork(model, 100, 100);
  expect((2 * usefulPerPixel * 512 * 512) / 1e9).toBeCloseTo(gflop, 1);
});

test('the larger the tile, the smaller the share of context', () => {
  const share = (side: number) => {
    const { done, usefulPerPixel } = networkWork('cunet-scale2x', side + 36, side + 36);
    return done / (usefulPerPixel * side * side);
  };
  // The prototype's figures.
  expect(share(64)).toBeCloseTo(1.371, 2);
  expect(share(256)).toBeCloseTo(1.084, 2);
});
