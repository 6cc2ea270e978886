import type { Point, SelectionMode } from '#lib/raster/protocol.ts';
import { FreehandTool } from './freehand-tool.ts';
import { selectionMode } from './selection-mode.ts';
import { selectionCursor } from './tool-cursors.ts';
import type { ToolPointer } from './tool-pointer.ts';
import type { CursorState } from './tool.ts';

/** Selects what a loop drawn by hand encloses. */
export class LassoTool extends FreehandTool {
  #mode: SelectionMode = 'replace';

  override cursor(state: CursorState): string {
    return selectionCursor(selectionMode(this.host.settings.selection.mode, state));
  }

  protected override begin(pointer: ToolPointer): boolean {
    this.#mode = selectionMode(this.host.settings.selection.mode, pointer);
    return this.host.ready;
  }

  protected override finish(points: readonly Point[] | undefined): void {
    const { antialias, feather } = this.host.settings.selection;
    if (points) this.host.select({ type: 'polygon', points, mode: this.#mode, antialias, feather });
    else if (this.#mode === 'replace' && this.host.hasSelection) this.host.select({ type: 'none' });
  }
}
