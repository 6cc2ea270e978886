import { describe, expect, it } from 'vitest';
import { readCoverage } from '../../raster/index.ts';
import { placeMask } from '../../tools/index.ts';
import type { SelectionMade } from '../cut-recipe.ts';
import type { RasterLayer } from '../document.ts';
import { editMask } from './edit-pixels.ts';
import { invertMask } from './mask-edits.ts';
import {
  at,
  CLEAR,
  compositor,
  expectSame,
  image,
  inside,
  noise,
  Page,
  planeOf,
  rect,
  RED,
  WHITE,
} from './page.test-helper.ts';
import { cutPicture } from './cut-source.ts';
import { placeCut, type PlacedCut } from './place-cut.ts';
import { resizeDocument } from './resize-document.ts';
import { changeSelection, invertSelection } from './selection-edits.ts';
import { updateCut, type CutTarget } from './update-cut.ts';

const CANVAS = rect(0, 0, 300, 40);
const SCAN = noise(300, 40, 1, 255);
/** What is cut out. */
const FIGURE = rect(100, 10, 60, 20);
const MASK = {
  width: 300,
  height: 40,
  data: planeOf(CANVAS, (x, y) => (inside(FIGURE, x, y) ? 255 : 0)),
};
const RECIPE = {
  plugin: 'studio.koma.segment',
  pluginVersion: '0.1.0',
  operation: 'segment',
  params: { feather: 0, invert: false },
  strokes: { strokes: [{ label: 'fg', radius: 3, points: [[120, 20]] as const }] },
};
const PIECE = { name: 'piece', image: image(60, 20, RED), x: 100, y: 10 };

const open = (properties: Partial<RasterLayer> = {}) =>
  new Page(300, 40, (make) => [
    make.layer('scan', SCAN, { frame: CANVAS, ...properties }),
    make.layer('locked', undefined, { locked: true, visible: false }),
  ]);

const cut = (change: Partial<PlacedCut> = {}): PlacedCut => ({
  source: { type: 'layer', id: 'scan' },
  recipe: RECIPE,
  mask: MASK,
  output: 'layer',
  mode: 'replace',
  layerId: 'scan',
  pieces: [PIECE],
  names: { group: 'parts', rest: 'rest', below: 'below' },
  ...change,
});
const place = (page: Page, change: Partial<PlacedCut> = {}) =>
  page.editOnce((t) => placeCut(t, cut(change), compositor));
const shown = (page: Page, id: string) => {
  const { mask } = page.named(id) ?? {};
  return mask && readCoverage(page.store, mask.tiles, CANVAS, mask.outside);
};

describe('placing what was cut out', () => {
  it('makes a layer above the source, which remembers the strokes and can be made again', () => {
    const page = open();
    const [id] = place(page);
    expect(page.tree).toBe('scan piece (locked)');
    expect(page.pixel(id!, 100, 10)).toEqual(RED);
    expect(page.pixel(id!, 99, 10)).toEqual(CLEAR);
    expect(page.raster(id!)).toMatchObject({
      frame: CANVAS,
      recipe: {
        plugin: RECIPE.plugin,
        params: RECIPE.params,
        inputs: { image: { layerId: 'scan' }, strokes: RECIPE.strokes },
        placement: 'new-layer',
      },
    });
    expectSame(page.pixels('scan').data, SCAN.data);
  });

  it('hides it below by a mask, within a mask that is there', () => {
    const page = open();
    place(page, { output: 'hole' });
    expect(page.tree).toBe('scan piece (locked)');
    expectSame(
      shown(page, 'scan')!,
      MASK.data.map((value) => 255 - value),
    );
    expect(page.named('scan')!.mask).toMatchObject({ outside: 255, recipe: { params: { invert: true } } });

    const left = new Page(300, 40, (make) => [
      make.layer('scan', SCAN, { mask: make.mask(CANVAS, (x) => (x < 130 ? 255 : 0)) }),
    ]);
    place(left, { output: 'hole' });
    const expected = planeOf(CANVAS, (x, y) => (x < 130 && !inside(FIGURE, x, y) ? 255 : 0));
    expectSame(shown(left, 'scan')!, expected);
    const hole = left.named('scan')!.mask!.recipe;
    expect(hole).toMatchObject({ params: { invert: true }, joined: { mode: 'intersect' } });
    const targets: CutTarget[] = [{ layerId: 'scan', plane: 'mask', isHole: true }];
    const none = { ...MASK, data: new Uint8Array(MASK.data.length) };
    left.editOnce((t) => updateCut(t, { targets, recipe: RECIPE, mask: none }));
    expectSame(
      shown(left, 'scan')!,
      planeOf(CANVAS, (x) => (x < 130 ? 255 : 0)),
    );
  });

  it('puts a hole into all that is seen by a group around it', () => {
    const page = new Page(300, 40, (make) => [
      make.layer('paper', image(300, 40, WHITE)),
      make.layer('ink', SCAN, { blendMode: 'multiply' }),
    ]);
    const before = page.flat();
    place(page, {
      output: 'hole',
      source: { type: 'visible' },
      pieces: [{ ...PIECE, image: image(60, 20, RED) }],
    });
    expect(page.tree).toBe('below[paper ink] piece');
    const after = page.flat();
    expect(at(after, 120, 20)).toEqual(RED);
    expect(at(after, 20, 20)).toEqual(at(before, 20, 20));
    page.edit((t) => t.setLayer(page.named('piece')!.id, { visible: false }));
    expect(at(page.flat(), 120, 20)[3]).toBe(0);
  });

  it('keeps a copy of the picture where no layer is that picture', () => {
    const page = new Page(300, 40, (make) => [
      make.layer('paper', image(300, 40, WHITE)),
      make.layer('ink', SCAN, { blendMode: 'multiply' }),
    ]);
    const seen = page.flat();
    const [id] = place(page, { source: { type: 'visible' } });
    const input = page.raster(id!).recipe!.inputs['image']!;
    if (!('kept' in input)) throw new TypeError('it is not kept');
    expect(page.page.kept.get(input.kept)).toMatchObject({ width: 300, height: 40 });
    expect(at(seen, 5, 5)).not.toEqual(WHITE);
    page.editOnce((t) => t.remove(id!));
  });

  it('names the only layer that is seen as the picture', () => {
    const page = open();
    const [id] = place(page, { source: { type: 'visible' } });
    expect(page.raster(id!).recipe!.inputs['image']).toEqual({ layerId: 'scan' });
    const faint = open({ opacity: 0.5 });
    const [other] = place(faint, { source: { type: 'visible' } });
    expect(faint.raster(other!).recipe!.inputs['image']).toHaveProperty('kept');
  });

  it('gives a layer a mask that can be made again, also where it was joined to another', () => {
    const page = open();
    expect(place(page, { output: 'mask', pieces: [] })).toEqual(['scan']);
    expectSame(shown(page, 'scan')!, MASK.data);
    expect(page.named('scan')!.mask!.recipe).toMatchObject({ inputs: { strokes: RECIPE.strokes } });
    const more = MASK.data.map((value, i) => (i % 300 < 50 ? 255 : value));
    place(page, { output: 'mask', pieces: [], mode: 'add', mask: { ...MASK, data: more } });
    expectSame(shown(page, 'scan')!, more);
    expect(page.named('scan')!.mask!.recipe!.joined).toMatchObject({ mode: 'add' });
    // The strokes of the second alone are asked again, and the answer is joined to the first again.
    const less = MASK.data.map((_, i) => (i % 300 < 20 ? 255 : 0));
    const targets: CutTarget[] = [{ layerId: 'scan', plane: 'mask' }];
    page.editOnce((t) => updateCut(t, { targets, recipe: RECIPE, mask: { ...MASK, data: less } }));
    expectSame(
      shown(page, 'scan')!,
      MASK.data.map((value, i) => Math.max(value, less[i]!)),
    );
    // With a mask in its place, nothing needs what it was joined to.
    expect(page.page.kept.size).toBe(1);
    place(page, { output: 'mask', pieces: [] });
    expect(page.page.kept.size).toBe(0);
  });

  it('splits it into a group that looks as before', () => {
    const page = open();
    const before = page.flat();
    const data = SCAN.data.slice();
    for (let i = 0; i < MASK.data.length; i++) if (MASK.data[i] === 0) data.fill(0, i * 4, i * 4 + 4);
    const figure = { name: 'figure', image: { ...SCAN, data }, x: 0, y: 0, params: { only: 2 } };
    place(page, { output: 'split', pieces: [figure] });
    expect(page.tree).toBe('scan parts[rest figure] (locked)');
    page.edit((t) => t.setLayer('scan', { visible: false }));
    expectSame(page.flat().data, before.data);
    const named = page.named('figure');
    expect(named?.kind === 'raster' && named.recipe?.params).toEqual({ ...RECIPE.params, only: 2 });
  });

  it('refuses locked layers and groups, and leaves everything as it was', () => {
    const page = open();
    page.expectRefused('LAYER_LOCKED', (t) =>
      placeCut(t, cut({ output: 'mask', layerId: 'locked' }), compositor),
    );
    page.expectRefused('LAYER_MISSING', (t) =>
      placeCut(t, cut({ source: { type: 'layer', id: 'gone' } }), compositor),
    );
  });
});

describe('another answer to the same strokes', () => {
  const update = (page: Page, targets: readonly CutTarget[], data = MASK.data) =>
    page.editOnce((t) =>
      updateCut(t, { targets, recipe: { ...RECIPE, params: { feather: 3 } }, mask: { ...MASK, data } }),
    );

  it('takes the place of pixels and masks alike', () => {
    const page = open();
    const [id] = place(page, { output: 'hole' });
    const small = MASK.data.map((value, i) => (i % 300 < 130 ? value : 0));
    const piece = { ...PIECE, image: image(30, 20, RED) };
    const targets: CutTarget[] = [
      { layerId: id!, plane: 'pixels', piece },
      { layerId: 'scan', plane: 'mask', isHole: true },
    ];
    update(page, targets, small);
    expect(page.pixel(id!, 140, 20)).toEqual(CLEAR);
    expect(page.pixel(id!, 120, 20)).toEqual(RED);
    expectSame(
      shown(page, 'scan')!,
      small.map((value) => 255 - value),
    );
    expect(page.raster(id!).recipe).toMatchObject({
      params: { feather: 3 },
      inputs: { image: { layerId: 'scan' } },
    });
    expect(page.named('scan')!.mask!.recipe!.params).toEqual({ feather: 3, invert: true });
  });

  it('keeps the picture that it is made from, and forgets it with the last that needs it', () => {
    const page = open({ opacity: 0.5 });
    const [id] = place(page, { source: { type: 'visible' } });
    update(page, [{ layerId: id!, plane: 'pixels', piece: PIECE }]);
    expect(page.page.kept.size).toBe(1);
  });
});

describe('a document of another size', () => {
  it('takes the strokes of layers, masks and the selection with it, over pictures of its size', () => {
    const page = open({ opacity: 0.5 });
    const [id] = place(page, { source: { type: 'visible' } });
    place(page, { output: 'mask', pieces: [] });
    const made: SelectionMade = { recipe: RECIPE, source: { type: 'visible' } };
    page.edit((t) => changeSelection(t, placeMask(MASK), 'replace', made));
    expect(page.page.selectionMade).toEqual(made);
    page.editOnce((t) => resizeDocument(t, 600, 20));
    const scaled = { strokes: [{ label: 'fg', radius: 3, points: [[240, 10]] }] };
    const recipe = page.raster(id!).recipe!;
    expect(recipe.inputs['strokes']).toEqual(scaled);
    expect(page.named('scan')!.mask!.recipe!.inputs['strokes']).toEqual(scaled);
    expect(page.page.selectionMade!.recipe.strokes).toEqual(scaled);
    const { kept: key } = recipe.inputs['image'] as { kept: string };
    const whole = cutPicture({ document: page.page, store: page.store }, { type: 'kept', key }, compositor);
    expect(whole).toMatchObject({ width: 600, height: 20 });
  });
});

describe('the strokes of a selection', () => {
  const made: SelectionMade = { recipe: RECIPE, source: { type: 'visible' } };
  const select = (page: Page, mode: 'replace' | 'add') =>
    page.editOnce((t) => changeSelection(t, placeMask(MASK), mode, made));

  it('are known as long as they alone are what is selected', () => {
    const page = open();
    select(page, 'add');
    expect(page.page.selectionMade).toEqual(made);
    select(page, 'add');
    expect(page.page.selectionMade).toBeUndefined();
    select(page, 'replace');
    page.editOnce((t) => invertSelection(t));
    expect(page.page.selectionMade).toBeUndefined();
    select(page, 'replace');
    page.editOnce((t) => t.setSelection(undefined));
    expect(page.page.selectionMade).toBeUndefined();
  });
});

describe('a mask that was cut out', () => {
  it('is no longer what the strokes say once it is painted on or inverted', () => {
    const page = open();
    place(page, { output: 'mask', pieces: [] });
    page.editOnce((t) => editMask(t, 'scan', [0], (coverage) => void coverage.fill(9)));
    expect(page.named('scan')!.mask!.recipe).toBeUndefined();
    const other = open();
    place(other, { output: 'mask', pieces: [] });
    other.editOnce((t) => invertMask(t, 'scan'));
    expect(other.named('scan')!.mask!.recipe).toBeUndefined();
  });
});
