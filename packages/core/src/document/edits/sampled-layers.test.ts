import { describe, expect, it } from 'vitest';
import type { RasterLayer } from '../document.ts';
import { sampleColour } from './sample-colour.ts';
import { sampledLayers, type SampleSource } from './sampled-layers.ts';
import { BLUE, compositor, image, Page, RED, rect, WHITE, type Rgba } from './page.test-helper.ts';

const studio = (properties: Readonly<Record<string, Partial<RasterLayer>>> = {}) =>
  new Page(300, 20, (make) => {
    const layer = (name: string, colour: Rgba, rest: Partial<RasterLayer> = {}) =>
      make.layer(name, image(300, 20, colour), { ...rest, ...properties[name] });
    return [
      layer('paper', WHITE),
      make.group('folder', [layer('ink', RED, { role: 'line-art', clip: true, blendMode: 'multiply' })]),
      layer('flats', BLUE, { opacity: 0.5, visible: false }),
    ];
  });

const names = (page: Page, sample: SampleSource, id?: string) =>
  sampledLayers(page.page, id, sample).map(({ name }) => name);

describe('sampledLayers', () => {
  it('are all for what is seen', () => {
    const page = studio();
    expect(sampledLayers(page.page, 'ink', 'all')).toBe(page.page.layers);
  });

  it('are the layer by itself, whatever its opacity, and even if it is hidden', () => {
    const page = studio();
    const [layer] = sampledLayers(page.page, 'flats', 'layer');
    expect(sampleColour(page.store, page.page, [layer!], compositor, 5, 5)).toEqual({
      red: 0,
      green: 0,
      blue: 255,
      alpha: 255,
    });
    expect([names(page, 'layer', 'folder'), names(page, 'layer')]).toEqual([[], []]);
  });

  it('are line art and what is marked as a reference, clipped to nothing', () => {
    expect(names(studio(), 'reference')).toEqual(['ink']);
    expect(names(studio({ paper: { reference: true } }), 'reference')).toEqual(['paper', 'ink']);
    const [ink] = sampledLayers(studio().page, undefined, 'reference');
    expect(ink!.clip).toBe(false);
  });

  it('are no references that are hidden, by themselves or with their group', () => {
    expect(names(studio({ flats: { reference: true, visible: false } }), 'reference')).toEqual(['ink']);
    const page = studio({ paper: { reference: true } });
    page.edit((t) => t.setLayer('folder', { visible: false }));
    expect(names(page, 'reference')).toEqual(['paper']);
  });

  it('are all where there is no reference', () => {
    const page = studio({ ink: { role: 'none' } });
    expect(sampledLayers(page.page, undefined, 'reference')).toBe(page.page.layers);
  });
});

describe('sampleColour', () => {
  it('is the colour of a pixel of the composite, at the edges of tiles and the canvas', () => {
    const page = new Page(300, 290, (make) => [
      make.layer(
        'a',
        image(300, 290, (x, y) => [x & 255, y & 255, x >> 8, 255]),
      ),
    ]);
    const at = (x: number, y: number) =>
      sampleColour(page.store, page.page, page.page.layers, compositor, x, y);
    for (const [x, y] of [
      [0, 0],
      [255, 255],
      [256, 256],
      [299, 289],
    ] as const)
      expect(at(x, y)).toEqual({ red: x & 255, green: y & 255, blue: x >> 8, alpha: 255 });
    expect([at(-1, 0), at(0, -1), at(300, 0), at(0, 290), at(NaN, 0)]).toEqual(Array(5).fill(undefined));
  });

  it('is nothing where nothing is', () => {
    const page = new Page(9, 9, (make) => [make.layer('a', image(2, 2, RED), { frame: rect(0, 0, 2, 2) })]);
    expect(sampleColour(page.store, page.page, page.page.layers, compositor, 5, 5)).toMatchObject({
      alpha: 0,
    });
  });
});
