import type { Hint, Stroke } from '@koma/core/plugin';

/** What a plugin's tool draws for, as the tool knows it. All in pixels of the document. */
export interface MarkTaker {
  /** Undefined while no plugin's tool is in the hand, or there is no layer to work on. */
  readonly collects: 'strokes' | 'points' | undefined;
  /** Of a stroke or point. */
  readonly radius: number;
  /** #rrggbb, what a point is marked with. */
  readonly colour: string;
  /** Shows a stroke that is being drawn; undefined ends that. */
  draw(stroke: Stroke | undefined): void;
  addStroke(stroke: Stroke): void;
  addPoint(point: Hint): void;
  /** Takes away the newest mark. @returns whether there was one */
  dropLast(): boolean;
  /** Runs the operation with what is marked. */
  apply(): void;
}
