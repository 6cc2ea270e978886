import type { GroupBlendMode } from '../blend/index.ts';

/** What the compositor needs to know of a layer or group. Lists of nodes go from bottom to top. */
export interface CompositeNode {
  readonly id: string;
  readonly visible: boolean;
  /** 0-1. */
  readonly opacity: number;
  /** `pass-through` means `normal` on a layer, and on a group that clips or is clipped. */
  readonly blendMode: GroupBlendMode;
  /** Clipped to the next node below in the same list that is not clipped itself, its base. */
  readonly clip: boolean;
  readonly hasMask: boolean;
  /** Present: the node is a group. */
  readonly children?: readonly CompositeNode[];
}

/**
 * Where the compositor gets a node's pixels from. What is returned needs to stay valid until the next
 * call only, so a reader may unpack every tile into the same buffer.
 */
export interface TileReader {
  /** Straight RGBA8 of 256 x 256 pixels of a layer; undefined where it has none (transparent). */
  pixels(node: CompositeNode, tx: number, ty: number): Uint8Array | undefined;
  /** Coverage of a node's mask, 0-255: 256 x 256 bytes, or one number for the whole tile. */
  mask(node: CompositeNode, tx: number, ty: number): Uint8Array | number;
}

/** Rows `from` to `to` (excluded) of a tile, 0-256. */
export interface TileRows {
  readonly from: number;
  readonly to: number;
}
