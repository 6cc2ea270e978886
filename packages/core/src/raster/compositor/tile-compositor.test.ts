import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TILE, TILE_PIXELS } from '../tiles/index.ts';
import type { CompositeNode, TileReader, TileRows } from './composite-node.ts';
import { compositeReference } from './composite-reference.test-helper.ts';
import { flat, group, layer, noise, randomTree, readerOf } from './nodes.test-helper.ts';
import { TileCompositor } from './tile-compositor.ts';

const red = flat(255, 0, 0);
const white = flat(255, 255, 255);
const grey = flat(128, 128, 128);
const compositor = new TileCompositor();

function composite(nodes: CompositeNode[], reader: TileReader, rows?: TileRows): Uint8Array {
  const out = new Uint8Array(TILE_PIXELS * 4).fill(77);
  const shows = compositor.composite(nodes, 0, 0, reader, out, rows);
  const written = out.subarray((rows?.from ?? 0) * TILE * 4, (rows?.to ?? TILE) * TILE * 4);
  expect(shows).toBe(written.some((byte) => byte !== 0));
  return out;
}

/** The first pixel, where all tiles are flat. */
function colour(nodes: CompositeNode[], reader: TileReader): number[] {
  return [...composite(nodes, reader).subarray(0, 4)];
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

describe('a tile of a tree of layers', () => {
  test('is what the formulas in float64 give, for any tree', () => {
    const rows = { from: 5, to: 6 };
    fc.assert(
      fc.property(randomTree, ({ nodes, tiles, masks }) => {
        const reader = readerOf(Object.fromEntries(tiles), Object.fromEntries(masks));
        const out = composite([...nodes], reader, rows);
        for (let i = rows.from * TILE; i < rows.to * TILE; i++) {
          const wanted = compositeReference(nodes, {
            pixel: (node) => tiles.get(node.id)?.subarray(i * 4, i * 4 + 4),
            coverage: (node) => {
              const mask = masks.get(node.id)!;
              return typeof mask === 'number' ? mask : mask[i]!;
            },
          });
          const [r, g, b, alpha] = out.subarray(i * 4, i * 4 + 4) as unknown as number[];
          const off = [r!, g!, b!].map((value, c) => Math.abs(value - wanted.rgb[c]! * 255));
          const near = Math.abs(alpha! - wanted.alpha * 255) < 0.501;
          if (!near || (alpha! > 0 && Math.max(...off) >= 1))
            expect([r, g, b, alpha]).toEqual([...wanted.rgb, wanted.alpha].map((value) => value * 255));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('is the same whether it is made at once or in pieces, and in every run', () => {
    fc.assert(
      fc.property(randomTree, fc.integer({ min: 1, max: 255 }), ({ nodes, tiles, masks }, cut) => {
        const reader = readerOf(Object.fromEntries(tiles), Object.fromEntries(masks));
        const whole = composite([...nodes], reader);
        const top = composite([...nodes], reader, { from: 0, to: cut });
        expect(same(top.subarray(0, cut * TILE * 4), whole.subarray(0, cut * TILE * 4))).toBe(true);
        expect(top.subarray(cut * TILE * 4).every((byte) => byte === 77)).toBe(true);
        const bottom = composite([...nodes], reader, { from: cut, to: TILE });
        expect(same(bottom.subarray(cut * TILE * 4), whole.subarray(cut * TILE * 4))).toBe(true);
        expect(bottom.subarray(0, cut * TILE * 4).every((byte) => byte === 77)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('is empty where nothing shows', () => {
    expect(colour([], readerOf({}))).toEqual([0, 0, 0, 0]);
    expect(colour([layer('a', { visible: false })], readerOf({ a: red }))).toEqual([0, 0, 0, 0]);
    expect(colour([layer('a', { opacity: 0 })], readerOf({ a: red }))).toEqual([0, 0, 0, 0]);
    expect(colour([group('g', [layer('a')])], readerOf({}))).toEqual([0, 0, 0, 0]);
  });

  test('holds layers that blend with what is under them', () => {
    const reader = readerOf({ a: grey, b: grey });
    expect(colour([layer('a'), layer('b', { blendMode: 'multiply' })], reader)).toEqual([64, 64, 64, 255]);
  });

  test('shows a layer through its mask', () => {
    const masked = [layer('a', { hasMask: true })];
    expect(colour(masked, readerOf({ a: red }, { a: new Uint8Array(TILE_PIXELS).fill(51) }))[3]).toBe(51);
    expect(colour(masked, readerOf({ a: red }, { a: 51 }))).toEqual([255, 0, 0, 51]);
    expect(colour(masked, readerOf({ a: red }, { a: 0 }))).toEqual([0, 0, 0, 0]);
  });
});

describe('a picture that was opened', () => {
  const opened = noise(TILE_PIXELS * 4, 11);
  const hidden = flat(9, 8, 7, 0);

  test('comes out byte for byte, with the colours under alpha 0', () => {
    expect(same(composite([layer('a')], readerOf({ a: opened })), opened)).toBe(true);
    expect(same(composite([layer('a')], readerOf({ a: hidden })), hidden)).toBe(true);
  });

  test('does so inside groups, beside what does not show, and under full masks', () => {
    const nodes = [
      layer('off', { visible: false }),
      group('g', [
        layer('nothing', { blendMode: 'hue' }),
        group('h', [layer('a', { hasMask: true })], { blendMode: 'pass-through' }),
      ]),
      layer('clipped', { clip: true }),
    ];
    expect(same(composite(nodes, readerOf({ off: red, a: opened })), opened)).toBe(true);
  });

  test('loses them with anything done to it', () => {
    const reader = readerOf({ a: hidden }, { a: new Uint8Array(TILE_PIXELS).fill(255), g: 128 });
    for (const nodes of [
      [layer('a', { opacity: 0.5 })],
      [layer('a', { blendMode: 'multiply' })],
      [layer('a', { hasMask: true })],
      [group('g', [layer('a')], { blendMode: 'screen' })],
      [group('g', [layer('a')], { hasMask: true })],
      [group('g', [layer('a')], { opacity: 0.5, blendMode: 'pass-through' })],
    ])
      expect(colour(nodes, reader)).toEqual([0, 0, 0, 0]);
    const two = readerOf({ a: hidden, b: hidden });
    expect(colour([layer('a'), layer('b')], two)).toEqual([0, 0, 0, 0]);
    expect(colour([layer('a'), layer('b', { clip: true })], two)).toEqual([0, 0, 0, 0]);
  });
});

describe('a group', () => {
  const multiplied = layer('b', { blendMode: 'multiply' });
  const reader = readerOf({ a: grey, b: grey }, { g: 128 });

  test('keeps its blend modes to itself', () => {
    expect(colour([layer('a'), group('g', [multiplied])], reader)).toEqual([128, 128, 128, 255]);
  });

  test('that passes through lets them work on what is under it', () => {
    const through = group('g', [multiplied], { blendMode: 'pass-through' });
    expect(colour([layer('a'), through], reader)).toEqual([64, 64, 64, 255]);
  });

  test('that passes through is faded by its opacity and its mask', () => {
    const half = group('g', [multiplied], { blendMode: 'pass-through', opacity: 0.5 });
    expect(colour([layer('a'), half], reader)).toEqual([96, 96, 96, 255]);
    const masked = group('g', [multiplied], { blendMode: 'pass-through', hasMask: true });
    expect(colour([layer('a'), masked], reader)).toEqual([96, 96, 96, 255]);
    expect(colour([half], reader)).toEqual([128, 128, 128, 128]);
  });

  test('blends as a whole with a mode of its own', () => {
    const whole = group('g', [layer('b')], { blendMode: 'multiply', opacity: 0.5 });
    expect(colour([layer('a'), whole], reader)).toEqual([96, 96, 96, 255]);
  });
});

describe('a clipped layer', () => {
  const half = flat(0, 0, 255, 128);

  test('shows only where its base does', () => {
    const nodes = [layer('a'), layer('b', { clip: true })];
    expect(colour(nodes, readerOf({ a: half, b: red }))).toEqual([255, 0, 0, 128]);
    expect(colour(nodes, readerOf({ b: red }))).toEqual([0, 0, 0, 0]);
  });

  test('goes down with the mode, the opacity and the mask of its base', () => {
    const clipped = layer('c', { clip: true });
    const reader = readerOf({ a: grey, b: white, c: red }, { b: 128 });
    const on = (rest: Partial<CompositeNode>): number[] =>
      colour([layer('a'), layer('b', rest), clipped], reader);
    expect(on({ blendMode: 'multiply' })).toEqual([128, 0, 0, 255]);
    expect(on({ opacity: 0.5 })).toEqual([192, 64, 64, 255]);
    expect(on({ hasMask: true })).toEqual([192, 64, 64, 255]);
  });

  test('blends with its base and not with what is under it', () => {
    const nodes = [layer('a'), layer('b'), layer('c', { clip: true, blendMode: 'multiply' })];
    expect(colour(nodes, readerOf({ a: red, b: grey, c: grey }))).toEqual([64, 64, 64, 255]);
  });

  test('is hidden with its base', () => {
    const nodes = [layer('a'), layer('b', { visible: false }), layer('c', { clip: true })];
    expect(colour(nodes, readerOf({ a: red, b: white, c: white }))).toEqual([255, 0, 0, 255]);
  });

  test('with no base in its group stands alone', () => {
    const group0 = group('g', [layer('b', { clip: true }), layer('c', { clip: true, opacity: 0.5 })]);
    const reader = readerOf({ a: half, b: red, c: flat(0, 0, 255) });
    expect(colour([layer('a'), group0], reader)).toEqual([128, 0, 128, 255]);
  });

  test('may be a group, or clip to one, and then nothing passes through', () => {
    const inside = layer('b', { blendMode: 'multiply' });
    const through = group('g', [inside], { blendMode: 'pass-through', clip: true });
    expect(colour([layer('a'), through], readerOf({ a: red, b: grey }))).toEqual([128, 128, 128, 255]);
    const base = group('g', [inside], { blendMode: 'pass-through' });
    const nodes = [layer('a'), base, layer('c', { clip: true, opacity: 0.5 })];
    expect(colour(nodes, readerOf({ a: red, b: grey, c: white }))).toEqual([192, 192, 192, 255]);
  });
});
