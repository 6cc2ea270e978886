import type { SelectionMode } from '#lib/raster/protocol.ts';
import { selectionMode } from './selection-mode.ts';
import { wandCursor } from './tool-cursors.ts';
import type { ToolPointer } from './tool-pointer.ts';
import type { CursorState, Tool, ToolHost } from './tool.ts';

/** Selects the area of similar colour under the pointer. */
export class WandTool implements Tool {
  readonly #host: ToolHost;
  #mode: SelectionMode | undefined;

  constructor(host: ToolHost) {
    this.#host = host;
  }

  cursor(state: CursorState): string {
    return wandCursor(selectionMode(this.#host.settings.selection.mode, state));
  }

  onpointerdown(pointer: ToolPointer): void {
    this.#mode = selectionMode(this.#host.settings.selection.mode, pointer);
  }

  onpointermove(): void {}

  onpointerup({ x, y }: ToolPointer): void {
    const { target, settings } = this.#host;
    const { antialias } = settings.selection;
    if (target && this.#mode)
      this.#host.select({
        type: 'wand',
        at: { x, y },
        layerId: target.layerId,
        mode: this.#mode,
        antialias,
        ...settings.wand,
      });
    this.#mode = undefined;
  }

  onpointercancel(): void {
    this.#mode = undefined;
  }
}
