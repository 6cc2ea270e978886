import type { LayersOutput, MaskOutput, MasksOutput } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { finish } from '@koma/core/steps';
import { describe, expect, it } from 'vitest';
import { cutOutputs } from './cut-outputs.ts';
import { drawn, ring } from './drawn-page.test-helper.ts';
import type { SegmentParams } from './segment-params.ts';

const W = 70;
const H = 50;
const PLAIN: SegmentParams = {
  prepare: { toneRemoval: true, closeGaps: 0 },
  matte: { owner: 'subject', feather: 0, featherDirection: 'centre', grow: 0, smooth: 0 },
  invert: false,
  only: 0,
};

/** Two outlined discs, labels 1 and 2. */
function discs() {
  const image = drawn(W, H, (x, y) => Math.min(ring(20, 25, 12, 3)(x, y), ring(50, 25, 10, 3)(x, y)));
  const grey = {
    width: W,
    height: H,
    data: image.data.filter((_, at) => at % 4 === 0) as unknown as Uint8Array,
  };
  const labels = Uint8Array.from({ length: W * H }, (_, at) => {
    const [x, y] = [(at % W) + 0.5, Math.floor(at / W) + 0.5];
    if (Math.hypot(x - 20, y - 25) < 12) return 1;
    return Math.hypot(x - 50, y - 25) < 10 ? 2 : 0;
  });
  const page = { width: W, height: H, grey: { ...grey, data: Uint8Array.from(grey.data) }, lineWidth: 3 };
  return { page, image, labels, names: ['fg', 'hair'] };
}

const make = (params: Partial<SegmentParams>, wanted: readonly string[], cut = discs()) => {
  const outputs = finish(cutOutputs(cut, { ...PLAIN, ...params }, (output) => wanted.includes(output)));
  expect(Object.keys(outputs)).toEqual(wanted);
  return outputs;
};
const maskOf = (params: Partial<SegmentParams>) => (make(params, ['mask'])['mask'] as MaskOutput).data;
const at = (data: ArrayLike<number>, x: number, y: number) => data[y * W + x];

describe('cutOutputs', () => {
  it('makes one mask of all labels, or of one, or of the rest', () => {
    expect([[20, 25], [50, 25], [35, 2]].map(([x, y]) => at(maskOf({}), x!, y!))).toEqual([255, 255, 0]); // prettier-ignore
    const [one, two] = [maskOf({ only: 1 }), maskOf({ only: 2 })];
    expect([at(one, 20, 25), at(one, 50, 25), at(two, 20, 25), at(two, 50, 25)]).toEqual([255, 0, 0, 255]);
    expect(maskOf({ invert: true })).toEqual(maskOf({}).map((value) => 255 - value));
    expect(maskOf({ only: 7 })).toEqual(new Uint8Array(W * H));
    expect(maskOf({ only: 7, invert: true })).toEqual(new Uint8Array(W * H).fill(255));
  });

  it('cuts the picture out by the mask, line and all, without the colours behind', () => {
    const { mask, cutout } = make({}, ['mask', 'cutout']) as { mask: MaskOutput; cutout: RasterImage };
    expect([cutout.width, cutout.height]).toEqual([W, H]);
    expect(cutout.data.filter((_, i) => i % 4 === 3)).toEqual(Uint8ClampedArray.from(mask.data));
    mask.data.forEach((value, i) => {
      const colour = cutout.data[4 * i]!;
      if (value === 0) expect(colour).toBe(0);
      // The outer edge is black ink that fades, not grey that covers.
      else if (value < 255) expect(colour).toBeLessThan(40);
    });
  });

  it('frees a feathered edge from no more than there is behind it', () => {
    const params = { matte: { ...PLAIN.matte, feather: 8, grow: 4 } };
    const { cutout } = make(params, ['cutout']) as { cutout: RasterImage };
    const soft = make(params, ['mask'])['mask'] as MaskOutput;
    expect(soft.data.filter((value) => value > 0 && value < 255).length).toBeGreaterThan(200);
    expect(cutout.data.filter((_, i) => i % 4 === 3)).toEqual(Uint8ClampedArray.from(soft.data));
  });

  it('makes a mask of each name, and a layer of each label where its pixels are', () => {
    const { masks, layers } = make({}, ['masks', 'layers']) as { masks: MasksOutput; layers: LayersOutput };
    expect(masks.masks.map(({ name }) => name)).toEqual(['hair']);
    expect(masks.masks[0]!.data).toEqual(maskOf({ only: 2 }));
    expect(layers.layers.map(({ name }) => name.en)).toEqual(['Subject', 'hair']);
    for (const [i, { image, x, y }] of layers.layers.entries()) {
      const mask = maskOf({ only: i + 1 });
      const alpha = new Uint8Array(W * H);
      for (let row = 0; row < image.height; row++)
        for (let column = 0; column < image.width; column++)
          alpha[(y + row) * W + x + column] = image.data[4 * (row * image.width + column) + 3]!;
      expect(alpha).toEqual(mask);
      expect(image.width).toBeLessThan(32);
    }
  });

  it('gives an empty layer where nothing is marked', () => {
    const cut = { ...discs(), labels: new Uint8Array(W * H), names: ['fg'] };
    const { layers } = make({}, ['layers'], cut) as { layers: LayersOutput };
    expect(layers.layers).toMatchObject([{ image: { width: 1, height: 1 } }]);
  });
});
