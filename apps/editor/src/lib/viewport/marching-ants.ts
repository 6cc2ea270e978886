import type { MaskOutline } from '@koma/core/tools';
import type { Size, View } from '#lib/studio/view.ts';
import { DASH, strokeDashed } from './dashed-line.ts';
import { outlineChunks, traceVisible, type OutlineChunks } from './outline-chunks.ts';
import { ScreenObject } from './screen-object.ts';

/** CSS pixels of outline on the screen above which the ants stand still: dashes are slow to draw. */
const LONGEST = 20_000;

/** The outline of the selection as a running dashed line. */
export class MarchingAnts extends ScreenObject {
  #chunks: OutlineChunks | undefined;
  #path: { readonly path: Path2D; readonly length: number; readonly key: string } | undefined;
  #offset = 0;
  #shift = { x: 0, y: 0 };

  setOutline(outline: MaskOutline | undefined): void {
    this.#chunks = outline && outlineChunks(outline);
    this.#path = undefined;
    this.#shift = { x: 0, y: 0 };
  }

  /** Shows the outline away from its place, in pixels of the document, until another one is set. */
  shift(x: number, y: number): void {
    this.#shift = { x, y };
  }

  /** Moves the ants by a pixel. @returns false if nothing on the screen moves */
  step(): boolean {
    if (!this.#path || this.#path.length === 0 || this.#path.length > LONGEST) return false;
    this.#offset = (this.#offset + 1) % (2 * DASH);
    return true;
  }

  protected override draw(context: CanvasRenderingContext2D, shown: View, size: Size): void {
    if (!this.#chunks) return;
    const [dx, dy] = [this.#shift.x * shown.zoom, this.#shift.y * shown.zoom];
    const view = { ...shown, panX: shown.panX + dx, panY: shown.panY + dy };
    const key = [view.zoom, view.panX, view.panY, size.width, size.height].join();
    if (this.#path?.key !== key) {
      const path = new Path2D();
      this.#path = { path, length: traceVisible(this.#chunks, view, size, path), key };
    }
    strokeDashed(context, this.#path.path, this.#offset);
  }
}
