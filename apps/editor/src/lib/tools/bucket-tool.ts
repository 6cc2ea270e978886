import { fillOptions } from './fill-options.ts';
import { TOOL_CURSORS } from './tool-cursors.ts';
import type { ToolPointer } from './tool-pointer.ts';
import type { Tool, ToolHost } from './tool.ts';

/** Fills the area under the pointer when it is let go. */
export class BucketTool implements Tool {
  readonly #host: ToolHost;
  #down = false;

  constructor(host: ToolHost) {
    this.#host = host;
  }

  cursor(): string {
    return this.#host.canPaint ? TOOL_CURSORS.bucket : 'not-allowed';
  }

  onpointerdown(): void {
    this.#down = this.#host.target !== undefined;
  }

  onpointermove(): void {}

  onpointerup({ x, y }: ToolPointer): void {
    const options = fillOptions(this.#host, 'bucket');
    if (this.#down && options)
      void this.#host
        .call((raster) => raster.fill({ x, y }, options))
        .then((filled) => filled && this.#host.useColour(options.colour));
    this.#down = false;
  }

  onpointercancel(): void {
    this.#down = false;
  }
}
