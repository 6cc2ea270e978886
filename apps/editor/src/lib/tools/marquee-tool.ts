import type { Point, SelectionMode } from '#lib/raster/protocol.ts';
import type { Rect } from '@koma/core/raster';
import { marqueeRect } from './marquee-rect.ts';
import { selectionCursor } from './tool-cursors.ts';
import { selectionMode } from './selection-mode.ts';
import type { ToolPointer } from './tool-pointer.ts';
import type { CursorState, Tool, ToolHost } from './tool.ts';

/** CSS pixels of travel below which a drag is a click. */
const CLICK = 3;

interface Drag {
  anchor: Point;
  last: ToolPointer;
  readonly mode: SelectionMode;
  readonly screenX: number;
  readonly screenY: number;
  /** A key held from the start says how to join; it shapes the marquee only once pressed again. */
  squareFree: boolean;
  centreFree: boolean;
  moved: boolean;
}

/**
 * Selects a rectangle or an ellipse. While dragging, Shift makes it square, Alt draws it from its centre
 * and Space moves it; a click without a drag deselects.
 */
export class MarqueeTool implements Tool {
  readonly #kind: 'rectangle' | 'ellipse';
  readonly #host: ToolHost;
  #drag: Drag | undefined;

  constructor(kind: 'rectangle' | 'ellipse', host: ToolHost) {
    this.#kind = kind;
    this.#host = host;
  }

  cursor(state: CursorState): string {
    return selectionCursor(selectionMode(this.#host.settings.selection.mode, state));
  }

  onpointerdown(pointer: ToolPointer): void {
    if (!this.#host.ready) return;
    this.#drag = {
      anchor: pointer,
      last: pointer,
      mode: selectionMode(this.#host.settings.selection.mode, pointer),
      screenX: pointer.screenX,
      screenY: pointer.screenY,
      squareFree: !pointer.shift,
      centreFree: !pointer.alt,
      moved: false,
    };
  }

  onpointermove(pointer: ToolPointer): void {
    const drag = this.#drag;
    if (!drag) return;
    const { last, anchor } = drag;
    if (pointer.space) drag.anchor = { x: anchor.x + pointer.x - last.x, y: anchor.y + pointer.y - last.y };
    drag.squareFree ||= !pointer.shift;
    drag.centreFree ||= !pointer.alt;
    drag.last = pointer;
    const travel = Math.hypot(pointer.screenX - drag.screenX, pointer.screenY - drag.screenY);
    drag.moved ||= travel > CLICK;
    if (drag.moved) this.#host.preview({ kind: this.#kind, rect: rectOf(drag) });
  }

  onmodifiers(pointer: ToolPointer): void {
    this.onpointermove(pointer);
  }

  onpointerup(pointer: ToolPointer): void {
    this.onpointermove(pointer);
    const drag = this.#drag;
    this.onpointercancel();
    if (!drag) return;
    const rect = rectOf(drag);
    const { antialias, feather } = this.#host.settings.selection;
    if (drag.moved && rect.width > 0 && rect.height > 0)
      this.#host.select({ type: this.#kind, rect, mode: drag.mode, antialias, feather });
    else if (drag.mode === 'replace' && this.#host.hasSelection) this.#host.select({ type: 'none' });
  }

  onpointercancel(): void {
    this.#drag = undefined;
    this.#host.preview(undefined);
  }
}

function rectOf({ anchor, last, squareFree, centreFree }: Drag): Rect {
  return marqueeRect(anchor, last, {
    square: squareFree && last.shift,
    fromCentre: centreFree && last.alt,
  });
}
