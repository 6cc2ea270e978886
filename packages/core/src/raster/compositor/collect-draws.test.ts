import { describe, expect, test } from 'vitest';
import { TILE_PIXELS } from '../tiles/index.ts';
import { collectDraws } from './collect-draws.ts';
import type { CompositeNode } from './composite-node.ts';
import type { Draw } from './draw.ts';
import { flat, group, layer, readerOf } from './nodes.test-helper.ts';
import { TileMemory } from './tile-memory.ts';

const memory = new TileMemory();
const masks = { striped: new Uint8Array(TILE_PIXELS).fill(9), half: 51, hidden: 0 };
const tiles = Object.fromEntries(['a', 'b', 'c', ...Object.keys(masks)].map((id, i) => [id, flat(i, 0, 0)]));

function collect(...nodes: CompositeNode[]): Draw[] {
  memory.clear();
  const rows = { from: 0, to: 1 };
  return collectDraws(nodes, { tx: 3, ty: 4, rows, reader: readerOf(tiles, masks), memory });
}

/** The ids of the layers, by the red of their tiles, with groups in brackets and clipped ones after `<`. */
function shape(draws: readonly Draw[]): string {
  const names = Object.keys(tiles);
  const one = (draw: Draw): string => {
    const own = draw.children.length > 0 ? `(${shape(draw.children)})` : names[memory.bytes()[draw.pixels]!];
    return `${own}${draw.clipped.length > 0 ? `<${shape(draw.clipped)}` : ''}`;
  };
  return draws.map(one).join(' ');
}

describe('what is drawn of a tree', () => {
  test('is the layers that show here, from bottom to top', () => {
    const off = layer('b', { visible: false });
    const faint = layer('b', { opacity: 0 });
    const masked = layer('hidden', { hasMask: true });
    expect(shape(collect(layer('a'), off, faint, masked, layer('nothing'), layer('c')))).toBe('a c');
  });

  test('keeps its groups, but for those that pass through, are empty or hold one layer', () => {
    const two = [layer('a'), layer('b')];
    expect(shape(collect(group('g', two), layer('c')))).toBe('(a b) c');
    expect(shape(collect(group('g', two, { blendMode: 'pass-through' }), layer('c')))).toBe('a b c');
    expect(shape(collect(group('g', two, { blendMode: 'pass-through', opacity: 0.5 })))).toBe('(a b)');
    expect(shape(collect(group('g', []), group('g', [layer('nothing')])))).toBe('');
    expect(shape(collect(group('g', [layer('a')])))).toBe('a');
  });

  test('has clipped layers with their base', () => {
    const clip = (id: string): CompositeNode => layer(id, { clip: true });
    expect(shape(collect(layer('a'), clip('b'), clip('c'), layer('a')))).toBe('a<b c a');
    expect(shape(collect(clip('a'), clip('b'), layer('c')))).toBe('a b c');
    expect(shape(collect(layer('nothing'), clip('b')))).toBe('');
    const inner = group('g', [layer('a'), clip('b')]);
    expect(shape(collect(inner, clip('c')))).toBe('(a<b)<c');
  });

  test('gives a lonely layer the mode of its group, and the opacity of both', () => {
    const child = layer('half', { blendMode: 'screen', opacity: 0.5, hasMask: true });
    const [draw] = collect(layer('a'), group('g', [child], { blendMode: 'hue', opacity: 0.5 })).slice(1);
    expect(draw).toMatchObject({ mode: 'hue', opacity: 0.05, mask: 0, verbatim: false });
  });

  test('has nothing pass through a group that is alone in an isolated one', () => {
    const faded = group('h', [layer('a'), layer('b')], { blendMode: 'pass-through', opacity: 0.5 });
    const [draw] = collect(group('g', [faded], { blendMode: 'multiply' }));
    expect(draw).toMatchObject({ through: false, mode: 'multiply', opacity: 0.5 });
  });

  test('keeps a group whose mask and whose only layer have both bytes', () => {
    const masked = { hasMask: true };
    expect(shape(collect(group('striped', [layer('striped', masked)], masked)))).toBe('(striped)');
    const [draw] = collect(group('g', [layer('striped', masked)], { opacity: 0.5 }));
    expect(draw).toMatchObject({ children: [], opacity: 0.5 });
    expect(memory.bytes()[draw!.mask]).toBe(9);
  });

  test('passes the place of the tile on', () => {
    const seen: number[][] = [];
    const reader = {
      pixels: (_: CompositeNode, tx: number, ty: number) => void seen.push([tx, ty]),
      mask: (_: CompositeNode, tx: number, ty: number) => seen.push([tx, ty]),
    };
    const rows = { from: 0, to: 256 };
    collectDraws([layer('a', { hasMask: true })], { tx: -3, ty: 4, rows, reader, memory });
    expect(seen).toEqual([
      [-3, 4],
      [-3, 4],
    ]);
  });
});
