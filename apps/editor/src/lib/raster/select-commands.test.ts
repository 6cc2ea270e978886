import { selectionMask } from '@koma/core/document';
import { ellipseMask, feather, polygonMask, rectangleMask, type PlacedMask } from '@koma/core/tools';
import { describe, expect, it } from 'vitest';
import { codeOf, picture, TestEngine } from './engine.test-helper.ts';
import type { SelectCommand } from './protocol.ts';
import { labelOfSelection } from './select-commands.ts';

const CANVAS = { width: 60, height: 40 };

/** White, with a black bar of 10 pixels down the middle. */
function studio() {
  const engine = new TestEngine();
  const bar = (x: number) => (x >= 25 && x < 35 ? [0, 0, 0, 255] : [255, 255, 255, 255]);
  const id = engine.openImage('scan', picture(60, 40, bar), { format: 'png', lossless: true });
  return { engine, id };
}

/** What is selected of the whole canvas; undefined where nothing is. */
function plane(engine: TestEngine): Uint8Array | undefined {
  if (!engine.page.selection) return undefined;
  return planeOf(selectionMask(engine.store, engine.page));
}

function planeOf(mask: PlacedMask): Uint8Array {
  const data = new Uint8Array(CANVAS.width * CANVAS.height);
  for (let y = 0; y < mask.height; y++)
    for (let x = 0; x < mask.width; x++)
      data[(y + mask.y) * CANVAS.width + x + mask.x] = mask.data[y * mask.width + x]!;
  return data;
}
const columns = (from: number, to: number) =>
  new Uint8Array(CANVAS.width * CANVAS.height).map((_, i) => (i % 60 >= from && i % 60 < to ? 255 : 0));

const RECT = { x: 4.5, y: 3, width: 20, height: 12.25 };
const rectangle = { type: 'rectangle', rect: RECT, mode: 'replace', antialias: true, feather: 0 } as const;
const POINTS = [
  { x: 3, y: 3 },
  { x: 40, y: 8 },
  { x: 12, y: 33 },
];

describe('selecting a shape', () => {
  it.each([
    [rectangle, rectangleMask(RECT, CANVAS)],
    [{ ...rectangle, antialias: false }, rectangleMask(RECT, CANVAS, { antialias: false })],
    [{ ...rectangle, feather: 5 }, feather(rectangleMask(RECT, CANVAS), 5, CANVAS)],
    [{ ...rectangle, type: 'ellipse' }, ellipseMask(RECT, CANVAS)],
    [
      { type: 'polygon', points: POINTS, mode: 'replace', antialias: true, feather: 0 },
      polygonMask(
        POINTS.flatMap(({ x, y }) => [x, y]),
        CANVAS,
      ),
    ],
  ] as const)('selects its mask', (command, mask) => {
    const { engine } = studio();
    engine.select(command);
    expect(plane(engine)).toEqual(planeOf(mask));
    engine.undo();
    expect(engine.page.selection).toBeUndefined();
  });

  it('without an area selects nothing more', () => {
    const { engine } = studio();
    const { done } = engine.editing;
    for (const mode of ['replace', 'add', 'subtract', 'intersect'] as const)
      engine.select({ ...rectangle, rect: { ...RECT, width: 0 }, mode });
    expect([engine.editing.done, engine.page.selection]).toEqual([done, undefined]);
  });

  it('off the canvas selects nothing', () => {
    const { engine } = studio();
    engine.hasDeselected = true;
    engine.select(rectangle);
    engine.select({ ...rectangle, rect: { ...RECT, x: 100 } });
    expect(engine.page.selection).toBeUndefined();
  });

  it('joins with what is selected', () => {
    const { engine } = studio();
    engine.select({ ...rectangle, rect: { x: 0, y: 0, width: 30, height: 40 } });
    engine.select({ ...rectangle, rect: { x: 20, y: 0, width: 30, height: 40 }, mode: 'subtract' });
    expect(plane(engine)).toEqual(columns(0, 20));
  });
});

describe('selecting with the wand', () => {
  const wand = {
    type: 'wand',
    at: { x: 30, y: 5 },
    layerId: '',
    tolerance: 0,
    contiguous: true,
    sample: 'all',
    gap: 0,
    antialias: false,
    mode: 'replace',
  } as const;

  it('selects what is connected and alike, or all that is alike', () => {
    const { engine } = studio();
    engine.select(wand);
    expect(plane(engine)).toEqual(columns(25, 35));
    engine.select({ ...wand, at: { x: 3, y: 3 } });
    expect(plane(engine)).toEqual(columns(0, 25));
    engine.select({ ...wand, at: { x: 3, y: 3 }, contiguous: false });
    expect(plane(engine)).toEqual(columns(0, 60).map((value, i) => value - columns(25, 35)[i]!));
  });

  it('is not kept in by what is selected', () => {
    const { engine } = studio();
    engine.select({ ...rectangle, rect: { x: 0, y: 0, width: 5, height: 5 } });
    engine.select({ ...wand, mode: 'add' });
    expect(plane(engine)![30]).toBe(255);
  });

  it('softens edges, but not those of the canvas', () => {
    const { engine } = studio();
    engine.select({ ...wand, antialias: true });
    const selected = plane(engine)!;
    expect([selected[30], selected[39 * 60 + 30]]).toEqual([255, 255]);
    expect([selected[25]! < 255, selected[24]! > 0]).toEqual([true, true]);
  });

  it('off the canvas changes nothing', () => {
    const { engine } = studio();
    const { done } = engine.editing;
    engine.select({ ...wand, at: { x: -1, y: 5 } });
    expect(engine.editing.done).toBe(done);
  });
});

describe('the selection as a whole', () => {
  it('can be everything, nothing, and what it was before', () => {
    const { engine } = studio();
    engine.hasDeselected = true;
    engine.select({ type: 'all' });
    expect(plane(engine)).toEqual(columns(0, 60));
    engine.select({ ...rectangle, rect: { x: 10, y: 0, width: 7, height: 40 } });
    engine.select({ type: 'none' });
    expect(engine.page.selection).toBeUndefined();
    engine.select({ type: 'again' });
    expect(plane(engine)).toEqual(columns(10, 17));
  });

  it('comes not again while there is one, or none has been', () => {
    const { engine } = studio();
    engine.hasDeselected = true;
    const { done } = engine.editing;
    engine.select({ type: 'again' });
    expect(engine.editing.done).toBe(done);
    engine.select(rectangle);
    engine.select({ type: 'none' });
    engine.select({ type: 'all' });
    engine.select({ type: 'again' });
    expect(plane(engine)).toEqual(columns(0, 60));
  });

  it('comes not again in another document', () => {
    const { engine } = studio();
    engine.hasDeselected = true;
    engine.select(rectangle);
    engine.select({ type: 'none' });
    engine.openImage(
      'other',
      picture(9, 9, () => [0, 0, 0, 255]),
      { format: 'png', lossless: true },
    );
    engine.select({ type: 'again' });
    expect(engine.page.selection).toBeUndefined();
  });

  it('can be inverted, moved, grown, shrunk and softened', () => {
    const { engine } = studio();
    engine.select({ ...rectangle, rect: { x: 20, y: 0, width: 20, height: 40 } });
    engine.select({ type: 'grow', pixels: 5 });
    expect(plane(engine)).toEqual(columns(15, 45));
    engine.select({ type: 'shrink', pixels: 2 });
    expect(plane(engine)).toEqual(columns(17, 43));
    engine.select({ type: 'move', dx: -7, dy: 0 });
    expect(plane(engine)).toEqual(columns(10, 36));
    engine.select({ type: 'invert' });
    expect(plane(engine)).toEqual(columns(0, 60).map((value, i) => value - columns(10, 36)[i]!));
    engine.select({ type: 'feather', pixels: 4 });
    expect(plane(engine)![20 * 60 + 9]).toBeLessThan(255);
  });

  it('can be that of a layer, and is refused of what is not there', () => {
    const { engine, id } = studio();
    engine.select({ type: 'layer-alpha', id, plane: 'pixels', mode: 'replace' });
    expect(plane(engine)).toEqual(columns(0, 60));
    expect(codeOf(() => engine.select({ type: 'layer-alpha', id, plane: 'mask', mode: 'add' }))).toBe(
      'MASK_MISSING',
    );
  });
});

describe('the name of a step', () => {
  it('says what was done', () => {
    const names: readonly (readonly [SelectCommand, string])[] = [
      [{ type: 'none' }, 'history.deselect'],
      [{ type: 'invert' }, 'history.invertSelection'],
      [{ type: 'feather', pixels: 1 }, 'history.changeSelection'],
      [{ type: 'move', dx: 1, dy: 1 }, 'history.changeSelection'],
      [{ type: 'all' }, 'history.select'],
      [{ type: 'again' }, 'history.select'],
      [rectangle, 'history.select'],
    ];
    for (const [command, name] of names) expect(labelOfSelection(command)).toBe(name);
  });
});
