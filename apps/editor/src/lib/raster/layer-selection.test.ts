import { expect, it } from 'vitest';
import { createImage } from '@koma/core/raster';
import { TestEngine } from './engine.test-helper.ts';

const SCAN = { format: 'png', lossless: true } as const;

function page(width: number, height: number) {
  const engine = new TestEngine();
  engine.hasDeselected = true;
  const id = engine.openImage('page', createImage(width, height), SCAN);
  return { engine, id };
}

/** How much of each row is selected. */
const rows = ({ width, data }: { width: number; data: Uint8Array }) =>
  Array.from({ length: data.length / width }, (_, y) =>
    data.subarray(y * width, (y + 1) * width).reduce((sum, value) => sum + value / 255, 0),
  );

it('is nothing while nothing is selected', () => {
  const { engine, id } = page(4, 3);
  expect(engine.layerSelection(id)).toBeUndefined();
});

it('covers of the picture what is selected of the canvas', () => {
  const { engine, id } = page(4, 3);
  engine.selectMask(
    { width: 4, height: 3, data: Uint8Array.from([0, 0, 0, 0, 255, 255, 0, 0, 0, 0, 0, 255]) },
    'replace',
  );
  const mask = engine.layerSelection(id)!;
  expect([mask.width, mask.height]).toEqual([4, 3]);
  expect([...mask.data]).toEqual([0, 0, 0, 0, 255, 255, 0, 0, 0, 0, 0, 255]);
});

it('is as large as the picture of a layer that shows it smaller', () => {
  const { engine, id } = page(4, 3);
  const image = createImage(8, 6);
  const recipe = {
    plugin: 'dev.example.tiny',
    pluginVersion: '1.0.0',
    operation: 'double',
    params: {},
    inputs: { image: { layerId: id } },
    placement: 'new-layer',
  } as const;
  const title = { en: 'Double' };
  const made = engine.placeResult({
    layerId: id,
    image,
    placement: 'new-layer',
    title,
    name: 'Double',
    recipe,
  });
  engine.selectMask({ width: 4, height: 3, data: new Uint8Array(12).fill(255, 0, 4) }, 'replace');
  const mask = engine.layerSelection(made)!;
  expect([mask.width, mask.height]).toEqual([8, 6]);
  // The upper third, softened where it ends.
  const [first, , , , , last] = rows(mask);
  expect([first, last]).toEqual([8, 0]);
});
