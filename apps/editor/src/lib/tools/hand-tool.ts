import type { ToolPointer } from './tool-pointer.ts';
import type { CursorState, Tool, ToolHost } from './tool.ts';

/** Moves the picture on the screen. */
export class HandTool implements Tool {
  readonly #host: ToolHost;
  #last: ToolPointer | undefined;

  constructor(host: ToolHost) {
    this.#host = host;
  }

  cursor({ dragging }: CursorState): string {
    return dragging ? 'grabbing' : 'grab';
  }

  onpointerdown(pointer: ToolPointer): void {
    this.#last = pointer;
  }

  onpointermove(pointer: ToolPointer): void {
    if (!this.#last) return;
    this.#host.pan(pointer.screenX - this.#last.screenX, pointer.screenY - this.#last.screenY);
    this.#last = pointer;
  }

  onpointerup(pointer: ToolPointer): void {
    this.onpointermove(pointer);
    this.#last = undefined;
  }

  onpointercancel(): void {
    this.#last = undefined;
  }
}
