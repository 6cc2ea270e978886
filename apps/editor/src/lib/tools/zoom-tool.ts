import type { ToolPointer } from './tool-pointer.ts';
import type { CursorState, Tool, ToolHost } from './tool.ts';

/** Factor of a click. */
const STEP = 1.5;
/** CSS pixels of travel below which a drag is a click. */
const CLICK = 3;
/** Growth for each CSS pixel of a drag: 100 pixels are a factor of about 2.7. */
const SPEED = 0.01;

/** Zooms: a click in, with Alt out; a drag to the right in and to the left out. */
export class ZoomTool implements Tool {
  readonly #host: ToolHost;
  #drag: { readonly start: ToolPointer; last: ToolPointer; moved: boolean } | undefined;

  constructor(host: ToolHost) {
    this.#host = host;
  }

  cursor({ alt, dragging }: CursorState): string {
    if (dragging && this.#drag?.moved) return 'ew-resize';
    return alt ? 'zoom-out' : 'zoom-in';
  }

  onpointerdown(pointer: ToolPointer): void {
    this.#drag = { start: pointer, last: pointer, moved: false };
  }

  onpointermove(pointer: ToolPointer): void {
    const drag = this.#drag;
    if (!drag) return;
    const { start } = drag;
    drag.moved ||= Math.abs(pointer.screenX - start.screenX) > CLICK;
    if (drag.moved) {
      const factor = Math.exp((pointer.screenX - drag.last.screenX) * SPEED);
      this.#host.zoomBy(factor, start.screenX, start.screenY);
    }
    drag.last = pointer;
  }

  onpointerup(pointer: ToolPointer): void {
    this.onpointermove(pointer);
    const drag = this.#drag;
    this.#drag = undefined;
    if (drag && !drag.moved)
      this.#host.zoomBy(pointer.alt ? 1 / STEP : STEP, drag.start.screenX, drag.start.screenY);
  }

  onpointercancel(): void {
    this.#drag = undefined;
  }
}
