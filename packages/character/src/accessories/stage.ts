import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import type { DrawnHead } from '../head/draw-head.ts';
import type { RandomStream } from '../random/random-stream.ts';

/** Where accessories are drawn: the scene and the head that wears them. */
export interface Stage {
  readonly scene: Scene;
  readonly head: DrawnHead;
  /** The side in shadow: -1 the picture's left, 1 its right. */
  readonly far: -1 | 1;
  /** Numbers for what has no attribute: which side a pin sits on. One stream for each kind of accessory. */
  readonly random: RandomStream;
}

/** Draws one accessory: its parts in any order. */
export type DrawAccessory = (stage: Stage) => Part[];
