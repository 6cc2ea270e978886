import { cascadeData } from './cascade-data.ts';

/** A boosted cascade of stumps over multi-block local binary patterns, as typed arrays. */
export interface Cascade {
  /** Sums below these are rejected; one a stage. */
  readonly thresholds: Float32Array;
  /** How many stumps each stage has. */
  readonly counts: Int32Array;
  /** Two a stump: what it adds where its pattern is in its set, and where not. */
  readonly leaves: Float32Array;
  /** Eight words a stump: the set of patterns, a bit each. */
  readonly subsets: Int32Array;
  /** One a stump: the feature it looks at. */
  readonly stumpFeatures: Int32Array;
  /** Four bytes a feature: x, y, width and height of the first of its 3 × 3 blocks, in window pixels. */
  readonly features: Uint8Array;
}

/** Side of the window that the cascade was trained on, in pixels. */
export const CASCADE_WINDOW = 24;

/** What OpenCV takes off each threshold against rounding (THRESHOLD_EPS of cascadedetect.cpp). */
const THRESHOLD_EPSILON = 1e-5;

let loaded: Cascade | undefined;

/** The anime face cascade, unpacked when it is first needed. */
export function loadCascade(): Cascade {
  loaded ??= unpack(Uint8Array.from(atob(cascadeData), (letter) => letter.charCodeAt(0)));
  return loaded;
}

function unpack(bytes: Uint8Array): Cascade {
  const view = new DataView(bytes.buffer);
  let at = 0;
  const wholes = (count: number): Int32Array =>
    Int32Array.from({ length: count }, () => view.getInt32((at += 4) - 4, true));
  const floats = (count: number): Float32Array =>
    Float32Array.from({ length: count }, () => view.getFloat32((at += 4) - 4, true));
  const [stages, stumps, features] = wholes(3) as unknown as [number, number, number];
  const thresholds = floats(stages).map((value) => value - THRESHOLD_EPSILON);
  const counts = wholes(stages);
  const leaves = floats(stumps * 2);
  const subsets = wholes(stumps * 8);
  const stumpFeatures = wholes(stumps);
  return {
    thresholds,
    counts,
    leaves,
    subsets,
    stumpFeatures,
    features: bytes.subarray(at, at + features * 4),
  };
}
