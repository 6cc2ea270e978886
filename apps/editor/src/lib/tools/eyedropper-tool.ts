import type { Point } from '#lib/raster/protocol.ts';
import { TOOL_CURSORS } from './tool-cursors.ts';
import type { ToolPointer } from './tool-pointer.ts';
import type { Tool, ToolHost } from './tool.ts';

interface Drag {
  readonly which: 'foreground' | 'background';
  readonly previous: string;
  /** The place whose colour is to be asked for next. */
  wanted: Point | undefined;
  asking: boolean;
  state: 'down' | 'up' | 'cancelled';
}

/**
 * Picks the colour under the pointer as the foreground, with Alt as the background; a ring shows it beside
 * the one before.
 */
export class EyedropperTool implements Tool {
  readonly #host: ToolHost;
  readonly #isChosen: () => boolean;
  #drag: Drag | undefined;

  /** @param isChosen false while Alt is held just to get this tool: it does not mean the background then */
  constructor(host: ToolHost, isChosen: () => boolean) {
    this.#host = host;
    this.#isChosen = isChosen;
  }

  cursor(): string {
    return TOOL_CURSORS.eyedropper;
  }

  onpointerdown(pointer: ToolPointer): void {
    if (!this.#host.documentId) return;
    const which = pointer.alt && this.#isChosen() ? 'background' : 'foreground';
    const previous = this.#host[which];
    this.#drag = { which, previous, wanted: undefined, asking: false, state: 'down' };
    this.#host.ring({ picked: previous, previous });
    this.onpointermove(pointer);
  }

  onpointermove({ x, y }: ToolPointer): void {
    if (!this.#drag) return;
    this.#drag.wanted = { x, y };
    if (!this.#drag.asking) void this.#ask(this.#drag);
  }

  onpointerup(pointer: ToolPointer): void {
    this.onpointermove(pointer);
    this.#finish('up');
  }

  onpointercancel(): void {
    if (this.#drag) this.#host.setColour(this.#drag.previous, this.#drag.which);
    this.#finish('cancelled');
  }

  #finish(state: Drag['state']): void {
    if (this.#drag) this.#drag.state = state;
    if (this.#drag && state === 'cancelled') this.#drag.wanted = undefined;
    this.#drag = undefined;
    this.#host.ring(undefined);
  }

  /** Asks for one colour at a time: places passed meanwhile are of no interest. */
  async #ask(drag: Drag): Promise<void> {
    drag.asking = true;
    while (drag.wanted) {
      const at = drag.wanted;
      drag.wanted = undefined;
      const { sample } = this.#host.settings.eyedropper;
      const layerId = this.#host.target?.layerId;
      const colour = await this.#host.call((raster) => raster.pick(at, layerId, sample));
      if (colour === undefined || drag.state === 'cancelled') continue;
      this.#host.setColour(colour, drag.which);
      if (drag.state === 'down') this.#host.ring({ picked: colour, previous: drag.previous });
    }
    drag.asking = false;
  }
}
