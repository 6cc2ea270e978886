import type { Point } from '#lib/raster/protocol.ts';
import { FreehandPath } from './freehand-path.ts';
import type { ToolPointer } from './tool-pointer.ts';
import type { CursorState, Tool, ToolHost } from './tool.ts';

/** CSS pixels between places of the loop. */
const STEP = 0.7;
/** CSS pixels of extent below which a loop is a click. */
const CLICK = 3;

/** Draws a loop by hand; what becomes of it is up to the tool. */
export abstract class FreehandTool implements Tool {
  protected readonly host: ToolHost;
  #path: FreehandPath | undefined;

  constructor(host: ToolHost) {
    this.host = host;
  }

  abstract cursor(state: CursorState): string;
  /** The loop begins. @returns false if it cannot */
  protected abstract begin(pointer: ToolPointer): boolean;
  /** @param points the loop, or undefined if it was but a click */
  protected abstract finish(points: readonly Point[] | undefined): void;

  onpointerdown(pointer: ToolPointer): void {
    if (!this.begin(pointer)) return;
    this.#path = new FreehandPath();
    this.#path.add(pointer.samples, 0);
  }

  onpointermove(pointer: ToolPointer): void {
    if (!this.#path) return;
    this.#path.add(pointer.samples, STEP / this.host.zoom);
    this.host.preview({ kind: 'path', points: this.#path.points, closed: true });
  }

  onpointerup(pointer: ToolPointer): void {
    this.onpointermove(pointer);
    const path = this.#path;
    this.onpointercancel();
    if (path) this.finish(path.encloses(CLICK / this.host.zoom) ? path.points : undefined);
  }

  onpointercancel(): void {
    this.#path = undefined;
    this.host.preview(undefined);
  }
}
