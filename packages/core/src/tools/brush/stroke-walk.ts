import type { Dab } from './dab.ts';
import type { Polyline } from './polyline.ts';

/** How far along a path the dabs are made. */
export interface WalkRange {
  /** Distance from the start up to which they are, pixels. */
  readonly limit: number;
  /** Length of the whole stroke, for its tapered end; Infinity if that is far. */
  readonly length: number;
  /** Whether the path ends at its last vertex. */
  readonly ends: boolean;
}

/** Makes dabs along a path that grows, and remembers how far it got. */
export interface StrokeWalk {
  /** Index of the first vertex that is still needed. */
  readonly vertex: number;
  /** Adds the dabs from where it is to the limit to `out`. */
  walk(path: Polyline, range: WalkRange, out: Dab[]): void;
  /** The path forgot this many vertices at its start. */
  forget(count: number): void;
  /** Another that goes on from the same place. */
  copy(): StrokeWalk;
}
