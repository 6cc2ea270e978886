import { describe, expect, it } from 'vitest';
import { resizeImage, type RasterImage } from '../../raster/index.ts';
import type { RasterLayer } from '../document.ts';
import type { Recipe, RecipeInput, RecipePlacement } from '../recipe.ts';
import { layerFrame, layerPicture, readPicture } from './layer-picture.ts';
import { placeResult } from './place-result.ts';
import { BLACK, CLEAR, expectSame, image, noise, Page, rect } from './page.test-helper.ts';

const recipe = (inputs: Readonly<Record<string, RecipeInput>>, placement: RecipePlacement): Recipe => ({
  plugin: 'studio.koma.upscale',
  pluginVersion: '1.0.0',
  operation: 'upscale',
  params: { scale: 2 },
  inputs,
  placement,
});

const SCAN = noise(300, 40, 1, 255);
const studio = (properties: Partial<RasterLayer> = {}) =>
  new Page(300, 40, (make) => [
    make.layer('scan', SCAN, {
      frame: rect(0, 0, 300, 40),
      origin: { format: 'jpeg', lossless: false, jpegQuality: 80 },
      opacity: 0.5,
      mask: make.mask(rect(0, 0, 300, 40), (x) => (x < 150 ? 255 : 0)),
      ...properties,
    }),
    make.layer('note', noise(20, 20, 2, 255), {}, 100, 10),
    make.group('folder', []),
    make.layer('safe', undefined, { locked: true }),
  ]);

/** Places a result made from a layer, as one step. */
const place = (page: Page, picture: RasterImage, placement: RecipePlacement, layerId = 'scan') =>
  page.editOnce((t) =>
    placeResult(t, {
      layerId,
      image: picture,
      placement,
      title: 'Upscaled',
      recipe: recipe({ image: { layerId } }, placement),
    }),
  );

const keptInput = (page: Page, id: string, name = 'image'): RasterImage => {
  const input = page.raster(id).recipe!.inputs[name]!;
  if (!('kept' in input)) throw new TypeError('the input is not kept');
  return readPicture(page.store, page.page.kept.get(input.kept)!);
};

describe('placing a result by resizing the document', () => {
  it('puts in every pixel, grows the canvas and scales the rest', () => {
    const page = studio();
    const result = noise(600, 80, 3, 255);
    expect(place(page, result, 'resize-document')).toBe('scan');
    expect(page.page).toMatchObject({ width: 600, height: 80 });
    expectSame(page.pixels('scan').data, result.data);
    expect(page.raster('note').frame).toEqual(rect(200, 20, 40, 40));
    expect(page.raster('scan')).toMatchObject({
      frame: rect(0, 0, 600, 80),
      opacity: 0.5,
      origin: undefined,
    });
    expect(page.raster('scan').original).toBeUndefined();
    expect(page.raster('scan').mask!.tiles.size).toBeGreaterThan(0);
  });

  it('keeps the input beside the document, with where it came from', () => {
    const page = studio();
    place(page, noise(600, 80, 3, 255), 'resize-document');
    expectSame(keptInput(page, 'scan').data, SCAN.data);
    expect([...page.page.kept.values()][0]!.origin).toMatchObject({ jpegQuality: 80 });
  });

  it('shares the pixels of the input with the history', () => {
    const page = studio();
    const { tiles } = page.raster('scan');
    place(page, noise(600, 80, 3, 255), 'resize-document');
    expect([...page.page.kept.values()][0]!.tiles).toEqual(tiles);
  });

  it('takes the factor from a layer that is smaller than the canvas, pixels as they are', () => {
    const page = new Page(301, 41, (make) => [
      make.layer('part', noise(33, 21, 1), { frame: rect(7, 9, 33, 21) }, 7, 9),
    ]);
    const result = noise(50, 32, 2);
    place(page, result, 'resize-document', 'part');
    const frame = rect(Math.round((7 * 50) / 33), Math.round((9 * 32) / 21), 50, 32);
    expect(page.page).toMatchObject({
      width: Math.round((301 * 50) / 33),
      height: Math.round((41 * 32) / 21),
    });
    expect(page.raster('part').frame).toEqual(frame);
    expectSame(page.pixels('part', frame).data, result.data);
  });
});

describe('placing a result as a new layer', () => {
  it('puts it above the source, in its place, with all its pixels', () => {
    const page = studio();
    const result = noise(600, 80, 3, 255);
    const id = place(page, result, 'new-layer');
    expect(page.tree).toBe('scan scan · Upscaled note folder[] safe');
    expect(page.raster(id)).toMatchObject({ opacity: 0.5, frame: rect(0, 0, 300, 40) });
    expectSame(layerPicture(page.store, page.page, page.raster(id)).data, result.data);
    expectSame(page.pixels(id).data, resizeImage(result, 300, 40).data);
    expect(page.page).toMatchObject({ width: 300, height: 40 });
  });

  it('leaves the source, which is the input', () => {
    const page = studio();
    const id = place(page, noise(600, 80, 3, 255), 'new-layer');
    expect(page.raster(id).recipe!.inputs).toEqual({ image: { layerId: 'scan' } });
    expect(page.page.kept.size).toBe(0);
    expectSame(page.pixels('scan').data, SCAN.data);
  });

  it('needs no second picture where the size is the same', () => {
    const page = studio();
    expect(page.raster(place(page, noise(300, 40, 3), 'new-layer')).original).toBeUndefined();
  });

  it('is clipped to what the source is clipped to', () => {
    const page = new Page(9, 9, (make) => [
      make.layer('base', noise(9, 9, 1)),
      make.layer('shade', noise(9, 9, 2), { clip: true }),
    ]);
    place(page, noise(9, 9, 3), 'new-layer', 'shade');
    expect(page.tree).toBe('base ^shade ^shade · Upscaled');
  });

  it('can be made from a locked layer', () => {
    const page = studio({ locked: true });
    place(page, noise(300, 40, 3), 'new-layer');
    expect(page.tree).toContain('scan · Upscaled');
  });
});

describe('placing a result in the place of the layer', () => {
  it('replaces the pixels and keeps the canvas', () => {
    const page = studio();
    const result = noise(300, 40, 3);
    place(page, result, 'replace-layer');
    expectSame(page.pixels('scan').data, result.data);
    expect(page.page).toMatchObject({ width: 300, height: 40 });
    expectSame(keptInput(page, 'scan').data, SCAN.data);
  });

  it('shows a larger result at the size of the layer and keeps it in full', () => {
    const page = studio();
    const result = noise(900, 120, 3);
    place(page, result, 'replace-layer');
    expectSame(page.pixels('scan').data, resizeImage(result, 300, 40).data);
    expectSame(layerPicture(page.store, page.page, page.raster('scan')).data, result.data);
  });

  it('takes what was painted, without a frame, for a picture of the canvas', () => {
    const page = new Page(300, 40, (make) => [make.layer('painted', noise(500, 300, 1), {}, -100, -100)]);
    const input = page.pixels('painted');
    place(page, noise(300, 40, 2), 'replace-layer', 'painted');
    expectSame(keptInput(page, 'painted').data, input.data);
    expect(layerFrame(page.page, page.raster('painted'))).toEqual(rect(0, 0, 300, 40));
    expect(page.pixel('painted', -5, 5)).toEqual(CLEAR);
  });

  it('widens the colour mode to what the result needs', () => {
    const mode = (result: RasterImage) => {
      const page = studio({ colourMode: 'mono' });
      place(page, result, 'replace-layer');
      return page.raster('scan').colourMode;
    };
    expect(mode(image(300, 40, BLACK))).toBe('mono');
    expect(mode(image(300, 40, [9, 9, 9, 255]))).toBe('grey');
    expect(mode(SCAN)).toBe('colour');
  });

  it('keeps a picture once that is the input twice', () => {
    const page = studio();
    const both = recipe(
      { image: { layerId: 'scan' }, style: { layerId: 'scan' }, other: { layerId: 'note' } },
      'replace-layer',
    );
    page.editOnce((t) =>
      placeResult(t, {
        layerId: 'scan',
        image: noise(300, 40, 3),
        placement: 'replace-layer',
        title: '',
        recipe: both,
      }),
    );
    expect(page.page.kept.size).toBe(1);
    expectSame(keptInput(page, 'scan', 'style').data, SCAN.data);
    expect(page.raster('scan').recipe!.inputs['other']).toEqual({ layerId: 'note' });
  });
});

describe('making a layer again', () => {
  it('uses the input that was kept, and gives the same as the first time', () => {
    const page = studio();
    const result = noise(600, 80, 3, 255);
    place(page, result, 'resize-document');
    const first = page.look();
    const { recipe: kept } = page.raster('scan');
    const again = (picture: RasterImage) =>
      page.edit((t) =>
        placeResult(t, {
          layerId: 'scan',
          image: picture,
          placement: 'replace-layer',
          title: '',
          recipe: kept!,
        }),
      );
    again(noise(600, 80, 9, 255));
    expectSame(keptInput(page, 'scan').data, SCAN.data);
    again(result);
    expect(page.look()).toEqual(first);
  });

  it('forgets the input of the operation before, when another takes its place', () => {
    const page = studio();
    place(page, noise(300, 40, 3), 'replace-layer');
    const middle = page.pixels('scan');
    place(page, noise(300, 40, 4), 'replace-layer');
    expect(page.page.kept.size).toBe(1);
    expectSame(keptInput(page, 'scan').data, middle.data);
  });

  it('leaves the recipes of other layers the inputs that they share', () => {
    const page = studio();
    place(page, noise(300, 40, 3), 'replace-layer');
    const shared = page.raster('scan').recipe!;
    page.edit((t) => t.setLayer('note', { recipe: shared }));
    place(page, noise(300, 40, 4), 'replace-layer');
    expect(page.page.kept.size).toBe(2);
  });
});

describe('a result that cannot be placed', () => {
  it.each([
    ['safe', 'LAYER_LOCKED'],
    ['folder', 'LAYER_IS_GROUP'],
    ['nobody', 'LAYER_MISSING'],
  ] as const)('on "%s" is refused with %s and leaves nothing', (layerId, code) => {
    for (const placement of ['resize-document', 'replace-layer'] as const)
      studio().expectRefused(code, (t) =>
        placeResult(t, {
          layerId,
          image: noise(600, 80, 1),
          placement,
          title: '',
          recipe: recipe({ image: { layerId } }, placement),
        }),
      );
  });
});
