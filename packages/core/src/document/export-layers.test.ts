import { describe, expect, it } from 'vitest';
import { fromPortable } from '../io/portable/index.ts';
import type { PortableNode } from '../io/layered/index.ts';
import { createImage, TileCompositor, TileStore, type RasterImage } from '../raster/index.ts';
import { exportLayers } from './export-layers.ts';

const plain = {
  visible: true,
  opacity: 1,
  blendMode: 'normal',
  clip: false,
  locked: false,
  alphaLocked: false,
  colourTag: 'none',
  mask: undefined,
} as const;

/** A square of one colour. */
function square(side: number, ...rgba: readonly number[]): RasterImage {
  const image = createImage(side, side);
  image.data.forEach((_, at) => (image.data[at] = rgba[at % 4]!));
  return image;
}

const layer = (id: string, image: RasterImage | undefined, changes: object = {}) =>
  ({
    ...plain,
    kind: 'layer',
    id,
    name: id,
    role: 'none',
    colourMode: 'colour',
    x: 0,
    y: 0,
    image,
    ...changes,
  }) as PortableNode;
const group = (id: string, children: readonly PortableNode[], changes: object = {}) =>
  ({ ...plain, kind: 'group', id, name: id, expanded: true, children, ...changes }) as PortableNode;

function exported(...nodes: PortableNode[]) {
  const store = new TileStore();
  const document = fromPortable(store, { name: 'page', width: 8, height: 8, dpi: 72, nodes });
  return exportLayers(store, document.layers, new TileCompositor());
}

const alphas = ({ data }: RasterImage) => data.filter((_, at) => at % 4 === 3);

describe('exportLayers', () => {
  it('gives what is in each layer, in its place and with its own properties', () => {
    const made = exported(
      layer('paper', square(8, 255, 255, 255, 255)),
      layer('empty', undefined),
      layer('ink', square(2, 0, 0, 0, 128), {
        x: 3,
        y: 4,
        opacity: 0.5,
        blendMode: 'multiply',
        visible: false,
      }),
    );
    expect(made.map(({ name }) => name)).toEqual(['paper', 'ink']);
    expect(made[1]).toEqual({
      name: 'ink',
      image: square(2, 0, 0, 0, 128),
      x: 3,
      y: 4,
      opacity: 0.5,
      blendMode: 'multiply',
      visible: false,
    });
  });

  it('takes groups apart: opacities multiply, and what is hidden hides what is in it', () => {
    const inner = group('inner', [layer('ink', square(2, 9, 9, 9, 255), { opacity: 0.5 })], { opacity: 0.5 });
    expect(exported(group('outer', [inner], { visible: false }))).toMatchObject([
      { name: 'ink', opacity: 0.25, visible: false, image: square(2, 9, 9, 9, 255) },
    ]);
  });

  it('applies masks, and clips to what is below', () => {
    const half = { width: 2, height: 2, data: new Uint8Array([255, 0, 255, 0]) };
    const mask = { x: 0, y: 0, image: half, outside: 0, enabled: true, linked: true };
    const [masked] = exported(layer('ink', square(2, 9, 9, 9, 255), { mask }));
    expect(alphas(masked!.image)).toEqual(new Uint8ClampedArray([255, 0, 255, 0]));
    const [, clipped] = exported(
      layer('base', square(1, 1, 1, 1, 255)),
      layer('shade', square(2, 9, 9, 9, 255), { clip: true }),
    );
    expect(alphas(clipped!.image)).toEqual(new Uint8ClampedArray([255, 0, 0, 0]));
  });
});
