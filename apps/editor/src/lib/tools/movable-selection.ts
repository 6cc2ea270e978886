import { selectionMode } from './selection-mode.ts';
import type { ToolPointer } from './tool-pointer.ts';
import type { CursorState, Tool, ToolHost } from './tool.ts';

/** CSS pixels of travel below which a drag is a click. */
const CLICK = 3;

/**
 * A selection tool whose drags move the selection when they start inside it, as everywhere. With Shift or
 * Alt, or in another mode than replacing, the tool itself gets them.
 */
export class MovableSelection implements Tool {
  readonly #tool: Tool;
  readonly #host: ToolHost;
  #drag: { readonly start: ToolPointer; moved: boolean } | undefined;

  constructor(tool: Tool, host: ToolHost) {
    this.#tool = tool;
    this.#host = host;
  }

  cursor(state: CursorState): string {
    return this.#drag?.moved ? 'move' : this.#tool.cursor(state);
  }

  onpointerdown(pointer: ToolPointer): void {
    const replaces = selectionMode(this.#host.settings.selection.mode, pointer) === 'replace';
    if (this.#host.ready && replaces && this.#host.isSelected(pointer))
      this.#drag = { start: pointer, moved: false };
    else this.#tool.onpointerdown(pointer);
  }

  onpointermove(pointer: ToolPointer): void {
    const drag = this.#drag;
    if (!drag) return this.#tool.onpointermove(pointer);
    const { start } = drag;
    drag.moved ||= Math.hypot(pointer.screenX - start.screenX, pointer.screenY - start.screenY) > CLICK;
    if (drag.moved) this.#host.shiftOutline(...travel(start, pointer));
  }

  onpointerup(pointer: ToolPointer): void {
    this.onpointermove(pointer);
    const drag = this.#drag;
    if (!drag) return this.#tool.onpointerup(pointer);
    this.#drag = undefined;
    if (drag.moved) {
      const [dx, dy] = travel(drag.start, pointer);
      this.#host.select({ type: 'move', dx, dy });
      return;
    }
    this.#tool.onpointerdown(drag.start);
    this.#tool.onpointerup(pointer);
  }

  onpointercancel(): void {
    if (this.#drag) this.#host.shiftOutline(0, 0);
    this.#drag = undefined;
    this.#tool.onpointercancel();
  }

  onhover(pointer: ToolPointer): void {
    this.#tool.onhover?.(pointer);
  }

  onmodifiers(pointer: ToolPointer): void {
    if (!this.#drag) this.#tool.onmodifiers?.(pointer);
  }

  onkey(key: string): boolean {
    return this.#tool.onkey?.(key) ?? false;
  }

  deactivate(): void {
    this.onpointercancel();
    this.#tool.deactivate?.();
  }
}

/** Whole pixels of the document between two places. */
function travel(from: ToolPointer, to: ToolPointer): [number, number] {
  return [Math.round(to.x - from.x), Math.round(to.y - from.y)];
}
