import fc from 'fast-check';
import { BLEND_MODES } from '../blend/index.ts';
import { TILE_PIXELS } from '../tiles/index.ts';
import type { CompositeNode, TileReader } from './composite-node.ts';

/** A visible, opaque, normal layer, but for what is given. */
export function layer(id: string, rest: Partial<CompositeNode> = {}): CompositeNode {
  return { id, visible: true, opacity: 1, blendMode: 'normal', clip: false, hasMask: false, ...rest };
}

/** A group; isolated (normal) but for what is given. */
export function group(
  id: string,
  children: readonly CompositeNode[],
  rest: Partial<CompositeNode> = {},
): CompositeNode {
  return layer(id, { ...rest, children });
}

/** A tile all of one colour. */
export function flat(r: number, g: number, b: number, a = 255): Uint8Array {
  const bytes = new Uint8Array(TILE_PIXELS * 4);
  new Uint32Array(bytes.buffer).fill(((a << 24) | (b << 16) | (g << 8) | r) >>> 0);
  return bytes;
}

/** Bytes that repeat for the same seed; half of them are 0, 1, 127, 128, 254 or 255. */
export function noise(length: number, seed: number): Uint8Array {
  let state = Math.imul(seed, 2654435761) | 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    const byte = state >>> 24;
    return (state >>> 16) & 1 ? byte : [0, 255, 1, 254, 127, 128, 0, 255][byte & 7]!;
  });
}

/**
 * Reads tiles and masks from maps by node id. As the real reader may, it unpacks into one buffer for all
 * and spoils what it returned before.
 */
export function readerOf(
  pixels: Readonly<Record<string, Uint8Array | undefined>>,
  masks: Readonly<Record<string, Uint8Array | number>> = {},
): TileReader {
  const buffer = new Uint8Array(TILE_PIXELS * 4);
  const unpack = (bytes: Uint8Array): Uint8Array => {
    buffer.fill(99).set(bytes);
    return buffer.subarray(0, bytes.length);
  };
  return {
    pixels: (node) => pixels[node.id] && unpack(pixels[node.id]!),
    mask: (node) => {
      const mask = masks[node.id] ?? 255;
      return typeof mask === 'number' ? mask : unpack(mask);
    },
  };
}

/** Some tiles and masks for random trees: noise, flat, empty and missing ones. */
export const SOME_TILES: readonly (Uint8Array | undefined)[] = [
  noise(TILE_PIXELS * 4, 1),
  noise(TILE_PIXELS * 4, 2),
  noise(TILE_PIXELS * 4, 3),
  noise(TILE_PIXELS * 4, 4).map((byte, i) => (i % 4 === 3 ? 255 : byte)),
  noise(TILE_PIXELS * 4, 5).map((byte, i) => (i % 4 === 3 ? 0 : byte)),
  noise(TILE_PIXELS * 4, 8).map((byte, i) => (i % 4 !== 3 ? byte : i < 100_000 ? 255 : 0)),
  flat(255, 255, 255),
  undefined,
];
export const SOME_MASKS: readonly (Uint8Array | number)[] = [
  noise(TILE_PIXELS, 6),
  noise(TILE_PIXELS, 7).map((byte, i) => (i < 20_000 ? 255 : i < 40_000 ? 0 : byte)),
  new Uint8Array(TILE_PIXELS),
  new Uint8Array(TILE_PIXELS).fill(255),
  0,
  255,
  100,
];

/** A random tree, and which of {@link SOME_TILES} and {@link SOME_MASKS} each node has. */
export interface RandomTree {
  readonly nodes: readonly CompositeNode[];
  readonly tiles: ReadonlyMap<string, Uint8Array | undefined>;
  readonly masks: ReadonlyMap<string, Uint8Array | number>;
}

interface Sketch extends Omit<CompositeNode, 'id' | 'children'> {
  readonly tile: number;
  readonly mask: number;
  readonly inside?: readonly Sketch[] | undefined;
}

const sketches = fc.letrec<{ list: readonly Sketch[]; node: Sketch }>((tie) => ({
  list: fc.array(tie('node'), { minLength: 1, maxLength: 5, depthIdentifier: 'tree' }),
  node: fc.record({
    visible: fc.oneof({ weight: 7, arbitrary: fc.constant(true) }, fc.constant(false)),
    opacity: fc.oneof(fc.constant(1), fc.constantFrom(0, 0.5), fc.double({ min: 0, max: 1, noNaN: true })),
    blendMode: fc.constantFrom(...BLEND_MODES, 'pass-through', 'pass-through', 'normal', 'normal'),
    clip: fc.oneof({ weight: 2, arbitrary: fc.constant(false) }, fc.constant(true)),
    hasMask: fc.oneof({ weight: 2, arbitrary: fc.constant(false) }, fc.constant(true)),
    tile: fc.nat(SOME_TILES.length - 1),
    mask: fc.nat(SOME_MASKS.length - 1),
    inside: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'tree' },
      { weight: 2, arbitrary: fc.constant(undefined) },
      tie('list'),
    ),
  }),
}));

/** Random trees of layers and groups, up to three groups deep. */
export const randomTree: fc.Arbitrary<RandomTree> = sketches.list.map((list) => {
  const [tiles, masks] = [new Map<string, Uint8Array | undefined>(), new Map<string, Uint8Array | number>()];
  let count = 0;
  const build = ({ tile, mask, inside, ...rest }: Sketch): CompositeNode => {
    const id = `${count++}`;
    tiles.set(id, SOME_TILES[tile]);
    masks.set(id, SOME_MASKS[mask]!);
    return inside ? { ...rest, id, children: inside.map(build) } : { ...rest, id };
  };
  return { nodes: list.map(build), tiles, masks };
});
