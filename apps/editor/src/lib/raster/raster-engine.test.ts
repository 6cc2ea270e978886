import { findLayer, type GeneratorRecipe } from '@koma/core/document';
import type { PortableDocument } from '@koma/core/layered';
import { BRUSH } from '@koma/core/tools';
import { tileKey, TileStore } from '@koma/core/raster';
import { describe, expect, it } from 'vitest';
import { groupOf, singleLayer } from '#lib/generate/compose-document.ts';
import { codeOf, picture, TestEngine } from './engine.test-helper.ts';
import type { FillOptions, OperationResult, StrokeStart } from './protocol.ts';

const ORIGIN = { format: 'png', lossless: true } as const;
const COLOUR = (x: number, y: number) => [x & 255, y & 255, (x * y) & 255, 255];
const SCAN = picture(300, 40, COLOUR);

function opened() {
  const engine = new TestEngine();
  const id = engine.openImage('scan', SCAN, ORIGIN);
  engine.changes.length = 0;
  return { engine, id };
}

const stroke = (layerId: string, rest: Partial<StrokeStart> = {}): StrokeStart => ({
  layerId,
  plane: 'pixels',
  mode: 'paint',
  brush: {
    ...BRUSH,
    size: 9,
    hardness: 1,
    stabiliser: 0,
    pressure: { size: null, opacity: null, flow: null },
  },
  colour: '#ff0000',
  label: 'history.paint',
  ...rest,
});
const sample = (x: number, y: number) => ({ x, y, pressure: 1, time: 0 });

const FILL: Omit<FillOptions, 'layerId'> = {
  plane: 'pixels',
  colour: '#0000ff',
  opacity: 1,
  tolerance: 0,
  contiguous: true,
  sample: 'all',
  gap: 0,
  grow: 0,
  antialias: false,
};

const result = (layerId: string, width: number, height: number): OperationResult => ({
  layerId,
  image: picture(width, height, (x) => [x & 255, 1, 2, 255]),
  placement: 'replace-layer',
  title: { en: 'Upscale' },
  name: 'Upscaled',
  recipe: {
    plugin: 'studio.koma.upscale',
    pluginVersion: '1.0.0',
    operation: 'upscale',
    params: {},
    inputs: { image: { layerId } },
    placement: 'replace-layer',
  },
});

describe('opening', () => {
  it('makes a document of the size of a picture, to the byte', () => {
    const { engine, id } = opened();
    expect(engine.page).toMatchObject({ name: 'scan', width: 300, height: 40 });
    expect(engine.raster(id)).toMatchObject({
      origin: ORIGIN,
      frame: { x: 0, y: 0, width: 300, height: 40 },
    });
    expect(engine.flatten()).toEqual(SCAN);
    expect(engine.layerImage(id)).toEqual(SCAN);
  });

  it('makes an empty document with an empty layer, on paper if there is some', () => {
    const engine = new TestEngine();
    const id = engine.newDocument('page', 300, 40, 600, '#f0e0d0', ['Paper', 'Layer 1']);
    expect(engine.page).toMatchObject({ name: 'page', width: 300, height: 40, dpi: 600 });
    expect(engine.names).toBe('Paper Layer 1');
    expect([engine.raster(id).name, engine.raster(id).tiles.size]).toEqual(['Layer 1', 0]);
    expect(engine.pixel(engine.ids['Paper']!, 299, 39)).toEqual([240, 224, 208, 255]);
    expect(engine.labels).toEqual(['history.new']);
    const bare = new TestEngine();
    bare.newDocument('page', 9, 9, 600, undefined, ['Paper', 'Layer 1']);
    expect(bare.names).toBe('Layer 1');
  });

  it('opens what files hold, and gives it back the same', () => {
    const { engine, id } = opened();
    engine.edit({ type: 'add-mask', id, from: 'hide' });
    const portable = engine.portable();
    const again = new TestEngine();
    again.openPortable(portable);
    expect(again.portable()).toEqual(portable);
    expect(again.labels).toEqual(['history.open']);
  });

  it('can be undone to the document before, but not to none', () => {
    const { engine } = opened();
    const first = engine.page;
    engine.openImage('other', picture(9, 9, COLOUR), ORIGIN);
    engine.undo();
    expect(engine.page).toBe(first);
    expect(engine.oldest).toBe(1);
    engine.undo();
    engine.jump(0);
    expect(engine.page).toBe(first);
    engine.redo();
    expect(engine.page.name).toBe('other');
  });

  it('has nothing to give before that', () => {
    const engine = new TestEngine();
    expect(codeOf(() => engine.portable())).toBe('LAYER_MISSING');
    expect([engine.pick({ x: 0, y: 0 }, undefined, 'all'), engine.copySelection(undefined)]).toEqual([
      undefined,
      undefined,
    ]);
    expect(codeOf(() => engine.beginStroke(stroke('nobody'), sample(1, 1), 1))).toBe('LAYER_MISSING');
  });
});

describe('adding a picture', () => {
  it('puts it into the middle, above the chosen layer, and remembers its place', () => {
    const { engine, id } = opened();
    engine.edit({ type: 'add-layer', name: 'top' });
    const added = engine.addImage('logo', picture(20, 10, COLOUR), undefined, id);
    expect(engine.names).toBe('scan logo top');
    expect(engine.raster(added).frame).toEqual({ x: 140, y: 15, width: 20, height: 10 });
    expect(engine.layerImage(added)).toEqual(picture(20, 10, COLOUR));
  });

  it('keeps what does not fit', () => {
    const { engine, id } = opened();
    const large = picture(500, 90, COLOUR);
    const added = engine.addImage('large', large, ORIGIN, id);
    expect(engine.raster(added)).toMatchObject({
      frame: { x: 0, y: 0, width: 500, height: 90 },
      origin: ORIGIN,
    });
    expect(engine.layerImage(added)).toEqual(large);
  });

  it('leaves nothing where no document is open', () => {
    const engine = new TestEngine();
    for (const above of [undefined, 'nobody'])
      expect(() => engine.addImage('lost', SCAN, ORIGIN, above)).toThrow(RangeError);
    expect(engine.store.count).toBe(0);
  });
});

describe('a stroke', () => {
  it('is shown while it is drawn, and one step when it ends', () => {
    const { engine, id } = opened();
    engine.beginStroke(stroke(id), sample(250, 20), 1);
    engine.continueStroke([sample(255, 20), sample(262, 20)]);
    expect(engine.strokes.isShown).toBe(true);
    expect([...engine.strokes.keys]).toEqual([tileKey(0, 0), tileKey(1, 0)]);
    expect(engine.flatten()).toEqual(SCAN);
    engine.endStroke();
    expect(engine.strokes.isShown).toBe(false);
    expect(engine.labels).toEqual(['history.open', 'history.paint']);
    expect(engine.pixel(id, 256, 20)).toEqual([255, 0, 0, 255]);
    // All of it has been shown already.
    expect(engine.changes).toEqual([new Set()]);
    engine.undo();
    expect(engine.flatten()).toEqual(SCAN);
    expect(engine.changes.at(-1)).toEqual(new Set([tileKey(0, 0), tileKey(1, 0)]));
  });

  it('that is cancelled leaves nothing, and says what to draw again', () => {
    const { engine, id } = opened();
    engine.beginStroke(stroke(id), sample(250, 20), 1);
    engine.cancelStroke();
    expect([engine.strokes.isShown, engine.labels.length]).toEqual([false, 1]);
    expect(engine.changes).toEqual([new Set([tileKey(0, 0)])]);
    engine.endStroke();
    engine.continueStroke([sample(1, 1)]);
    expect(engine.labels.length).toBe(1);
    expect(engine.flatten()).toEqual(SCAN);
  });

  it('is kept by whatever comes in between', () => {
    const others: readonly ((engine: TestEngine, id: string) => unknown)[] = [
      (engine) => engine.redo(),
      (engine) => engine.jump(99),
      (engine) => engine.select({ type: 'all' }),
      (engine) => engine.edit({ type: 'rename-document', name: 'other' }),
      (engine, id) => engine.fill({ x: -5, y: -5 }, { ...FILL, layerId: id }),
    ];
    for (const other of others) {
      const { engine, id } = opened();
      engine.beginStroke(stroke(id), sample(250, 20), 1);
      other(engine, id);
      engine.endStroke();
      expect(engine.strokes.isShown).toBe(false);
      expect(engine.labels.slice(0, 2)).toEqual(['history.open', 'history.paint']);
      expect(engine.pixel(id, 250, 20)).toEqual([255, 0, 0, 255]);
    }
  });

  it('is all that undo takes back while it is drawn', () => {
    const { engine, id } = opened();
    engine.edit({ type: 'add-layer', name: 'top' });
    engine.beginStroke(stroke(id), sample(250, 20), 1);
    engine.undo();
    expect([engine.names, engine.strokes.isShown]).toEqual(['scan top', false]);
    expect(engine.flatten()).toEqual(SCAN);
    engine.undo();
    expect(engine.names).toBe('scan');
  });

  it('gives way to the next', () => {
    const { engine, id } = opened();
    engine.beginStroke(stroke(id), sample(250, 20), 1);
    engine.beginStroke(stroke(id), sample(20, 20), 1);
    engine.endStroke();
    expect(engine.labels.length).toBe(2);
    expect(engine.pixel(id, 250, 20)).toEqual(COLOUR(250, 20));
  });

  it('that cannot be committed is not shown any longer', () => {
    const { engine, id } = opened();
    engine.beginStroke(stroke(id), sample(250, 20), 1);
    const { store } = engine;
    const { fromPixels } = store;
    store.fromPixels = () => {
      throw new Error('no memory');
    };
    expect(() => engine.endStroke()).toThrow('no memory');
    store.fromPixels = fromPixels;
    expect(engine.strokes.isShown).toBe(false);
    expect(engine.changes).toEqual([new Set([tileKey(0, 0)])]);
    expect(engine.flatten()).toEqual(SCAN);
  });

  it('that touches nothing is no step', () => {
    const { engine, id } = opened();
    engine.beginStroke(stroke(id), sample(-99, -99), 1);
    engine.endStroke();
    expect(engine.labels.length).toBe(1);
  });

  it('is refused on locked layers', () => {
    const { engine, id } = opened();
    engine.edit({ type: 'set-layers', ids: [id], change: { locked: true }, label: 'history.lock' });
    expect(codeOf(() => engine.beginStroke(stroke(id), sample(1, 1), 1))).toBe('LAYER_LOCKED');
    expect(engine.strokes.isShown).toBe(false);
  });
});

describe('filling', () => {
  it('says whether it filled anything', () => {
    const engine = new TestEngine();
    const layerId = engine.newDocument('page', 60, 40, 350, undefined, ['', 'flats']);
    expect(engine.fill({ x: 5, y: 5 }, { ...FILL, layerId })).toBe(true);
    expect(engine.pixel(layerId, 59, 39)).toEqual([0, 0, 255, 255]);
    expect(engine.fill({ x: 5, y: 5 }, { ...FILL, layerId })).toBe(false);
    expect(engine.fill({ x: 99, y: 5 }, { ...FILL, layerId })).toBe(false);
    expect(engine.labels).toEqual(['history.new', 'history.fill']);
  });

  it('by a lasso fills what is closed inside', () => {
    const engine = new TestEngine();
    const ring = (x: number, y: number) =>
      Math.round(Math.hypot(x - 30, y - 20)) === 10 ? [0, 0, 0, 255] : [255, 255, 255, 255];
    const scan = engine.openImage('scan', picture(60, 40, ring), ORIGIN);
    const [flats] = engine.edit({ type: 'add-layer', name: 'flats', above: scan })!;
    const around = [
      { x: 12, y: 3 },
      { x: 48, y: 3 },
      { x: 48, y: 37 },
      { x: 12, y: 37 },
    ];
    expect(engine.lassoFill(around, { ...FILL, layerId: flats! })).toBe(true);
    expect([engine.pixel(flats!, 30, 20), engine.pixel(flats!, 14, 5)]).toEqual([
      [0, 0, 255, 255],
      [0, 0, 0, 0],
    ]);
    expect(engine.labels.at(-1)).toBe('history.lassoFill');
    expect(engine.lassoFill([], { ...FILL, layerId: flats! })).toBe(false);
  });
});

describe('picking colours', () => {
  it('takes that of a pixel, of what is seen or of a layer', () => {
    const { engine, id } = opened();
    const [top] = engine.edit({ type: 'add-layer', name: 'top', above: id })!;
    expect(engine.pick({ x: 20.9, y: 3.1 }, top, 'all')).toBe('#14033c');
    expect(engine.pick({ x: 20.9, y: 3.1 }, id, 'layer')).toBe('#14033c');
    expect(engine.pick({ x: 20.9, y: 3.1 }, top, 'layer')).toBeUndefined();
    expect(engine.pick({ x: 300, y: 3 }, id, 'all')).toBeUndefined();
  });

  it('finds the colours of the picture', () => {
    const engine = new TestEngine();
    const halves = (x: number) => (x < 30 ? [255, 0, 0, 255] : [0, 0, 255, 255]);
    engine.openImage('scan', picture(60, 40, halves), ORIGIN);
    expect([...engine.palette(2)].toSorted()).toEqual(['#0000ff', '#ff0000']);
  });
});

describe('the result of an operation', () => {
  it('takes its place as one step by its own name, and the input can be had', () => {
    const { engine, id } = opened();
    expect(engine.placeResult(result(id, 300, 40))).toBe(id);
    expect(engine.labels.at(-1)).toEqual({ en: 'Upscale' });
    const input = engine.raster(id).recipe!.inputs['image']!;
    const kept = engine.keptPicture('kept' in input ? input.kept : '')!;
    expect(kept).toEqual({ image: SCAN, origin: ORIGIN });
    expect(engine.keptPicture('nothing')).toBeUndefined();
    engine.undo();
    expect(engine.flatten()).toEqual(SCAN);
  });

  it('is had in full, however large it is shown', () => {
    const { engine, id } = opened();
    const large = result(id, 600, 80);
    engine.placeResult(large);
    expect(engine.layerImage(id)).toEqual(large.image);
    expect(engine.flatten().width).toBe(300);
  });
});

describe('copying', () => {
  it('takes what is selected of a layer by itself, or of all', () => {
    const { engine, id } = opened();
    const [top] = engine.edit({ type: 'add-layer', name: 'top', above: id })!;
    engine.edit({ type: 'fill-selection', id: top!, plane: 'pixels', colour: '#00ff00' });
    engine.edit({
      type: 'set-layers',
      ids: [id],
      change: { visible: false, opacity: 0.3 },
      label: 'history.opacity',
    });
    const rect = { x: 250, y: 10, width: 9, height: 5 };
    engine.select({ type: 'rectangle', rect, mode: 'replace', antialias: true, feather: 0 });
    expect(engine.copySelection(id)).toEqual(picture(9, 5, (x, y) => COLOUR(x + 250, y + 10)));
    expect(engine.copySelection(undefined)).toEqual(picture(9, 5, () => [0, 255, 0, 255]));
  });
});

describe('a command that fails', () => {
  it('leaves the document, the history and the memory as they were', () => {
    const { engine, id } = opened();
    const { document, store } = engine;
    const before = [store.count, store.usedBytes, engine.labels.length];
    for (const work of [
      () => engine.edit({ type: 'merge-down', id }),
      () => engine.select({ type: 'layer-alpha', id, plane: 'mask', mode: 'add' }),
      () => engine.placeResult(result('nobody', 9, 9)),
      () => engine.fill({ x: 1, y: 1 }, { ...FILL, layerId: 'nobody' }),
    ])
      expect(codeOf(work)).toMatch(/^(NOTHING_TO_MERGE|MASK_MISSING|LAYER_MISSING)$/);
    expect(engine.document).toBe(document);
    expect([store.count, store.usedBytes, engine.labels.length]).toEqual(before);
  });
});

it('paints on tiles in shared memory as on others', () => {
  const engine = new TestEngine(new TileStore({ shared: true }));
  const id = engine.openImage('scan', SCAN, ORIGIN);
  engine.beginStroke(stroke(id), sample(20, 20), 1);
  engine.endStroke();
  expect(engine.pixel(id, 20, 20)).toEqual([255, 0, 0, 255]);
});

describe('work in steps', () => {
  /** A page of several tiles with an open frame, and every kind of work on it. */
  function framed() {
    const engine = new TestEngine();
    const isLine = (x: number, y: number) =>
      (x === 40 || x === 400) && y > 30 && y < 300 && (y < 100 || y > 106);
    const line = picture(450, 330, (x, y) => (isLine(x, y) ? [0, 0, 0, 255] : [255, 255, 255, 255]));
    const id = engine.openImage('scan', line, ORIGIN);
    engine.select({ type: 'all' });
    return { engine, id };
  }
  const options = (layerId: string) => ({ ...FILL, layerId, gap: 12, grow: 2, antialias: true });
  const corners = [
    { x: 5, y: 5 },
    { x: 440, y: 5 },
    { x: 440, y: 320 },
    { x: 5, y: 320 },
  ];
  const wand = {
    type: 'wand',
    at: { x: 200, y: 100 },
    tolerance: 0,
    contiguous: true,
    sample: 'all',
    gap: 8,
    antialias: true,
    mode: 'replace',
  } as const;
  const works: readonly [string, (engine: TestEngine, id: string) => Generator<number, unknown>][] = [
    ['a bucket fill', (engine, id) => engine.fillSteps({ x: 200, y: 100 }, options(id))],
    ['a lasso fill', (engine, id) => engine.lassoFillSteps(corners, options(id))],
    ['a magic wand', (engine, layerId) => engine.selectSteps({ ...wand, layerId })],
    ['shrinking', (engine) => engine.selectSteps({ type: 'shrink', pixels: 5 })],
    ['feathering', (engine) => engine.selectSteps({ type: 'feather', pixels: 5 })],
  ];

  it.each(works)(
    'of %s leaves the document and the history as they were, wherever it is left',
    (_, start) => {
      const other = framed();
      const total = [...start(other.engine, other.id)].length;
      const { engine, id } = framed();
      const { document, labels } = engine;
      const [tiles, bytes] = [engine.store.count, engine.store.usedBytes];
      for (const stops of [1, Math.floor(total / 2), total - 1, total]) {
        const steps = start(engine, id);
        for (let i = 0; i < stops; i++) expect(steps.next().done).toBe(false);
        steps.return(undefined);
        expect(engine.document).toBe(document);
        expect(engine.labels).toEqual(labels);
        expect([engine.store.count, engine.store.usedBytes]).toEqual([tiles, bytes]);
      }
    },
  );

  it('keeps everything else off the document until it has ended', () => {
    const { engine, id } = framed();
    const { document } = engine;
    const whole = { x: 0, y: 0, width: 450, height: 330 };
    const before = engine.pixels(id, whole);
    const steps = engine.fillSteps({ x: 200, y: 100 }, options(id));
    steps.next();
    expect(() => engine.undo()).toThrow(RangeError);
    expect(() => engine.edit({ type: 'rename-document', name: 'other' })).toThrow(RangeError);
    expect(() => engine.select({ type: 'none' })).toThrow(RangeError);
    expect(engine.document).toBe(document);
    while (!steps.next().done);
    expect(engine.labels).toEqual(['history.open', 'history.select', 'history.fill']);
    engine.undo();
    expect(engine.pixels(id, whole)).toEqual(before);
  });
});

it('shows a layer’s picture no larger than asked for', () => {
  const { engine, id } = opened();
  const small = engine.layerPreview(id, 100);
  expect([small.width, small.height]).toEqual([100, 13]);
  expect(engine.layerPreview(id, 1000)).toEqual(engine.layerImage(id));
});

describe('a generated picture', () => {
  const place = { x: 1, y: 2, width: 20, height: 30 };
  const recipe = (pose: string): GeneratorRecipe => ({
    plugin: 'studio.koma.generate',
    pluginVersion: '0.1.0',
    generator: 'character',
    options: { seed: 7, pose },
    as: 'kinds',
    place,
  });
  const line = (red: number): PortableDocument => ({
    ...singleLayer(
      'line',
      picture(20, 30, () => [red, 0, 0, 255]),
      { part: { id: 'line' }, x: 1, y: 2 },
    ),
  });
  const hero = (): PortableDocument => {
    const { nodes, ...document } = line(10);
    const group = groupOf('hero', nodes, 'hero');
    return { ...document, nodes: [{ ...group, generated: recipe('standing') }] };
  };

  it('is drawn anew in its place as one step that can be taken back', () => {
    const { engine, id } = opened();
    const group = engine.addPortable(hero(), id, 'history.generate');
    expect(engine.layer('hero').generated).toEqual(recipe('standing'));
    const picture_ = { id: group, recipe: recipe('waving'), suffix: '', label: 'history.pose' } as const;
    engine.regenerate(line(99), picture_);
    expect(engine.layer('hero').generated).toEqual(recipe('waving'));
    expect(engine.pixel(engine.ids['line']!, 5, 5)).toEqual([99, 0, 0, 255]);
    expect(engine.labels.at(-1)).toBe('history.pose');
    engine.undo();
    expect(engine.layer('hero').generated).toEqual(recipe('standing'));
    expect(engine.pixel(engine.ids['line']!, 5, 5)).toEqual([10, 0, 0, 255]);
  });

  it('can be left out of what is shown, which changes nothing', () => {
    const { engine, id } = opened();
    const group = engine.addPortable(hero(), id, 'history.generate');
    const { document } = engine;
    engine.changes.length = 0;
    engine.leaveOut(group);
    expect(findLayer(engine.shown!, group)!.visible).toBe(false);
    engine.leaveOut(undefined);
    expect(engine.shown).toBe(document);
    expect(engine.document).toBe(document);
    expect(engine.changes).toEqual([new Set([tileKey(0, 0)]), new Set([tileKey(0, 0)])]);
  });
});
