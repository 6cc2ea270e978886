import type { BlendMode } from '../blend/index.ts';

/** Something to draw in one tile: what is left of a node when all that does not show is taken away. */
export interface Draw {
  /** Address of a layer's pixels; 0 for a group. */
  readonly pixels: number;
  /** What a group consists of, from bottom to top; empty for a layer. */
  readonly children: readonly Draw[];
  /** What is clipped to this. */
  readonly clipped: readonly Draw[];
  /** A group whose children blend with what lies under the group. */
  readonly through: boolean;
  readonly mode: BlendMode;
  /** More than 0, at most 1; includes masks that have one value all over the tile. */
  readonly opacity: number;
  /** Address of the mask's bytes, 0 for none. */
  readonly mask: number;
  /** Whether the tile is these very pixels if there is nothing else to draw. */
  readonly verbatim: boolean;
}
