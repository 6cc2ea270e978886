import type { BorderSegment, Stroke } from '@koma/core/plugin';

/** What the tool that draws strokes knows of what they are for. */
export interface StrokeTaker {
  /** What strokes say: a label of `Stroke`. */
  readonly paint: string;
  /** Diameter of the brush in pixels of the document. */
  readonly size: number;
  /** Places where the border crosses open paper; a click closes one. */
  readonly leaks: readonly BorderSegment[];
  /** Those that were drawn before, without what is being drawn. */
  readonly drawn: readonly Stroke[];
  /** Whether several areas are cut out apart. */
  readonly isSeveral: boolean;
  /** Shows what is being drawn, and answers it. */
  draw(strokes: readonly Stroke[]): void;
  /** Takes what was drawn with one gesture. */
  add(strokes: readonly Stroke[]): void;
  /** What was being drawn is void. */
  dropDrawing(): void;
  closeLeaks(leaks: readonly BorderSegment[]): void;
  /** A key that is about strokes or their result. @returns whether it was used */
  key(key: string): boolean;
}
