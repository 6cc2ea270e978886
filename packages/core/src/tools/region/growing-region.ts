import type { Rect } from '../../raster/index.ts';

/**
 * A region while it is being found, for previews: a view of a kernel's own plane. A pixel that has `value` belongs
 * to it as far as is known by now. To be looked at between two steps of the kernel, never kept or written to.
 */
export interface GrowingRegion extends Rect {
  /** Row-major from the top left of the rectangle, `width * height` bytes. */
  readonly data: Uint8Array;
  readonly value: number;
}

/** Is told of a region as soon as there is something to look at, and of another one that takes its place. */
export type RegionWatcher = (region: GrowingRegion) => void;
