import type { GroupLayer, KomaDocument, LayerNode, RasterLayer } from '@koma/core/document';
import { emptyDocument, groupLayer, rasterLayer } from '@koma/core/document';
import { coverageFromPlane, pixelsFromImage, TileStore } from '@koma/core/raster';
import { describe, expect, it } from 'vitest';
import { picture } from './engine.test-helper.ts';
import { documentInfo } from './layer-info.ts';

const store = new TileStore();
const page = (layers: readonly LayerNode[], rest: Partial<KomaDocument> = {}): KomaDocument => ({
  ...emptyDocument('page', 300, 40, 600),
  layers,
  ...rest,
});
const infoOf = (layer: RasterLayer | GroupLayer) => documentInfo(page([layer])).layers[0]!;
const FRAME = { x: -5, y: 9, width: 20, height: 30 };

describe('documentInfo', () => {
  it('tells the size, the layers and what is selected, within the canvas', () => {
    const rect = { x: 290, y: 0, width: 200, height: 9 };
    const selection = coverageFromPlane(store, new Uint8Array(1800).fill(9), rect);
    const document = page([rasterLayer('a'), rasterLayer('b')], { selection });
    const { layers, selection: bounds, ...rest } = documentInfo(document);
    expect(rest).toEqual({ id: document.id, name: 'page', width: 300, height: 40, dpi: 600 });
    expect(layers.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(bounds).toEqual({ x: 256, y: 0, width: 44, height: 40 });
    expect(documentInfo(page([]))).not.toHaveProperty('selection');
  });

  it('can be sent to another thread', () => {
    const document = page([
      groupLayer('g', { children: [rasterLayer('a', { origin: { format: 'png', lossless: true } })] }),
    ]);
    expect(structuredClone(documentInfo(document))).toEqual(documentInfo(document));
  });
});

describe('what is told of a layer', () => {
  it('is all of its properties, without pixels', () => {
    const properties = {
      visible: false,
      opacity: 0.5,
      blendMode: 'multiply',
      clip: true,
      locked: true,
      alphaLocked: true,
      colourTag: 'red',
      role: 'line-art',
      reference: true,
      colourMode: 'mono',
      origin: { format: 'png', lossless: true },
    } as const;
    const info = infoOf(rasterLayer('ink', { id: '7', ...properties }));
    expect(info).toMatchObject({
      id: '7',
      kind: 'raster',
      name: 'ink',
      ...properties,
      children: [],
      empty: true,
    });
    expect(info).not.toHaveProperty('mask');
    expect(info).not.toHaveProperty('recipe');
  });

  it('is whether it has pixels, and a mask that counts', () => {
    const tiles = pixelsFromImage(
      store,
      picture(3, 3, () => [1, 2, 3, 4]),
    );
    expect(infoOf(rasterLayer('a', { tiles })).empty).toBe(false);
    for (const enabled of [true, false]) {
      const mask = { tiles: new Map(), outside: 0, enabled } as const;
      expect(infoOf(groupLayer('g', { mask })).mask).toEqual({ enabled });
    }
  });

  it('is the place and the full size of its picture', () => {
    const canvas = { x: 0, y: 0, width: 300, height: 40 };
    expect(infoOf(rasterLayer('painted'))).toMatchObject({ frame: canvas, pixelWidth: 300, pixelHeight: 40 });
    expect(infoOf(rasterLayer('placed', { frame: FRAME }))).toMatchObject({
      frame: FRAME,
      pixelWidth: 20,
      pixelHeight: 30,
    });
    const original = { picture: { width: 40, height: 60, tiles: new Map() }, frame: FRAME };
    expect(infoOf(rasterLayer('scaled', { frame: FRAME, original }))).toMatchObject({
      frame: FRAME,
      pixelWidth: 40,
      pixelHeight: 60,
    });
  });

  it('is what is in a group, and whether that shows in the panel', () => {
    const group = groupLayer('g', { children: [rasterLayer('a'), groupLayer('h')], expanded: false });
    const info = infoOf(group);
    expect(info).toMatchObject({ kind: 'group', blendMode: 'pass-through', expanded: false, empty: false });
    expect(info.children.map(({ name }) => name)).toEqual(['a', 'h']);
  });

  it('is the same object as long as the layer and the canvas are', () => {
    const layer = rasterLayer('a');
    const [one, two] = [documentInfo(page([layer])), documentInfo(page([layer, rasterLayer('b')]))];
    expect(two.layers[0]).toBe(one.layers[0]);
    const larger = documentInfo(page([layer], { width: 500 })).layers[0]!;
    expect(larger.frame.width).toBe(500);
  });
});
