import { constrainAngle } from '@koma/core/tools';
import type { Point, SelectionMode } from '#lib/raster/protocol.ts';
import { selectionMode } from './selection-mode.ts';
import { selectionCursor } from './tool-cursors.ts';
import type { ToolPointer } from './tool-pointer.ts';
import type { CursorState, Tool, ToolHost } from './tool.ts';

/** CSS pixels around the first corner in which a click closes the polygon. */
const CLOSE = 10;
/** Milliseconds between the clicks of a double click. */
const DOUBLE_CLICK = 400;

/**
 * Selects a polygon by its corners. A double click, Enter or a click on the first corner closes it,
 * Backspace takes back a corner, Escape all of them; Shift holds edges to steps of 45 degrees.
 */
export class PolygonTool implements Tool {
  readonly #host: ToolHost;
  #corners: Point[] = [];
  #mode: SelectionMode = 'replace';
  #lastClick = { time: Number.NEGATIVE_INFINITY, x: 0, y: 0 };
  #pointer: Point | undefined;
  #down = false;

  constructor(host: ToolHost) {
    this.#host = host;
  }

  cursor(state: CursorState): string {
    const { mode } = this.#host.settings.selection;
    return selectionCursor(this.#corners.length > 0 ? this.#mode : selectionMode(mode, state));
  }

  onpointerdown(pointer: ToolPointer): void {
    if (!this.#host.ready) return;
    this.#down = true;
    if (this.#corners.length === 0) this.#mode = selectionMode(this.#host.settings.selection.mode, pointer);
    this.onhover(pointer);
  }

  onpointermove(pointer: ToolPointer): void {
    this.onhover(pointer);
  }

  onpointerup(pointer: ToolPointer): void {
    if (!this.#down) return;
    this.#down = false;
    const { time, screenX: x, screenY: y } = pointer;
    const isNear = Math.hypot(x - this.#lastClick.x, y - this.#lastClick.y) < CLOSE;
    const isDouble = time - this.#lastClick.time < DOUBLE_CLICK && isNear;
    this.#lastClick = { time, x, y };
    if (this.#corners.length > 0 && (isDouble || this.#closes(pointer))) {
      this.#close();
      return;
    }
    this.#corners.push(this.#corner(pointer));
    this.onhover(pointer);
  }

  /** The corner under way is void; those before it stay. */
  onpointercancel(): void {
    this.#down = false;
  }

  onhover(pointer: ToolPointer): void {
    if (this.#corners.length === 0 && !this.#down) return;
    this.#pointer = this.#corner(pointer);
    this.#show();
  }

  onkey(key: string): boolean {
    if (this.#corners.length === 0) return false;
    if (key === 'Enter') this.#close();
    else if (key === 'Escape') this.deactivate();
    else if (key === 'Backspace' || key === 'Delete') {
      this.#corners.pop();
      if (this.#corners.length === 0) this.deactivate();
      else this.#show();
    } else return false;
    return true;
  }

  deactivate(): void {
    this.#corners = [];
    this.#pointer = undefined;
    this.#down = false;
    this.#host.preview(undefined);
  }

  #close(): void {
    const points = this.#corners;
    const mode = this.#mode;
    this.deactivate();
    const { antialias, feather } = this.#host.settings.selection;
    if (points.length >= 3) this.#host.select({ type: 'polygon', points, mode, antialias, feather });
    else if (mode === 'replace' && this.#host.hasSelection) this.#host.select({ type: 'none' });
  }

  #show(): void {
    const points = this.#pointer ? [...this.#corners, this.#pointer] : this.#corners;
    this.#host.preview({ kind: 'path', points, closed: false });
  }

  #corner(pointer: ToolPointer): Point {
    const last = this.#corners.at(-1);
    const free = { x: pointer.x, y: pointer.y };
    return pointer.shift && last ? constrainAngle(last, free) : free;
  }

  #closes({ x, y }: ToolPointer): boolean {
    const first = this.#corners[0];
    if (!first || this.#corners.length < 3) return false;
    return Math.hypot(x - first.x, y - first.y) * this.#host.zoom < CLOSE;
  }
}
