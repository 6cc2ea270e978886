import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MODEL_SET } from './model-set.ts';
import { goldenFolder, upscaleFolder } from './testing/paths.ts';
import { difference, readRgb, upscaleWhole } from './testing/run-model.ts';

/** The reference program's own rounding leaves single pixels one level off (tests/golden/README.md). */
const TOLERANCE = { max: 1, mean: 0.01 };

test.each([
  ['upconv7-scale2x', 'crop', 'crop-upconv7-2x'],
  ['upconv7-noise1-scale2x', 'crop', 'crop-upconv7-noise1-2x'],
  ['upconv7-noise3-scale2x', 'crop', 'crop-upconv7-noise3-2x'],
  ['cunet-scale2x', 'crop', 'crop-cunet-2x'],
  ['cunet-noise2-scale2x', 'crop', 'crop-cunet-noise2-2x'],
  ['cunet-noise1', 'crop', 'crop-cunet-noise1-1x'],
  ['upconv7-noise1-scale2x', 'panel', 'panel-upconv7-noise1-2x'],
])('%s on %s.png is the reference program’s %s.png', async (id, input, golden) => {
  const model = new Uint8Array(readFileSync(join(upscaleFolder, 'models', `${id}.onnx`)));
  const { context } = MODEL_SET.find((spec) => spec.id === id)!;
  const expected = await readRgb(join(goldenFolder, `${golden}.png`));
  const actual = await upscaleWhole(model, await readRgb(join(goldenFolder, `${input}.png`)), context);
  expect([actual.width, actual.height]).toEqual([expected.width, expected.height]);
  const { max, mean } = difference(actual, expected);
  expect(max).toBeLessThanOrEqual(TOLERANCE.max);
  expect(mean).toBeLessThan(TOLERANCE.mean);
});
