import type { HistoryLabel, Point, PointerSample } from '#lib/raster/protocol.ts';
import type { RasterClient } from '#lib/raster/raster-client.ts';
import type { TipOutline } from '#lib/viewport/overlay-shapes.ts';
import { AxisLock } from './axis-lock.ts';
import type { BrushToolId } from './tool-id.ts';
import type { ToolPointer } from './tool-pointer.ts';
import type { Tool, ToolHost } from './tool.ts';

/** Where the last stroke ended: a click with Shift draws a straight line from there. */
export interface StrokeEnd {
  documentId?: string | undefined;
  at?: Point | undefined;
}

const LABELS: Record<BrushToolId, HistoryLabel> = {
  brush: 'history.paint',
  pencil: 'history.pencil',
  ink: 'history.ink',
  eraser: 'history.erase',
};

/** CSS pixels of travel that settle the direction of a stroke held straight with Shift. */
const AXIS_THRESHOLD = 5;

/** Brush, pencil, ink and eraser: sends every place of the pointer to the raster worker as it comes. */
export class BrushTool implements Tool {
  readonly #id: BrushToolId;
  readonly #host: ToolHost;
  readonly #end: StrokeEnd;
  #stroke: { failed: boolean } | undefined;
  #lock = new AxisLock();
  #last: PointerSample | undefined;

  /** @param end shared by all brushes */
  constructor(id: BrushToolId, host: ToolHost, end: StrokeEnd) {
    this.#id = id;
    this.#host = host;
    this.#end = end;
  }

  cursor(): string {
    return this.#host.canPaint ? 'none' : 'not-allowed';
  }

  tip(): TipOutline | undefined {
    const { size, antialias } = this.#host.settings.brushes[this.#id];
    return this.#host.canPaint ? { size, aliased: !antialias } : undefined;
  }

  onpointerdown(pointer: ToolPointer): void {
    const { target, settings, documentId, foreground } = this.#host;
    const sample = pointer.samples.at(-1);
    if (!target || !sample) return;
    const mode = this.#id === 'eraser' ? 'erase' : 'paint';
    const from = pointer.shift && this.#end.documentId === documentId ? this.#end.at : undefined;
    const brush = settings.brushes[this.#id];
    const start = { ...target, mode, brush, colour: foreground, label: LABELS[this.#id] } as const;
    this.#stroke = { failed: false };
    this.#lock = new AxisLock();
    this.#lock.constrain(sample, false, 0);
    void this.#send(async (raster) => {
      await raster.beginStroke(start, from ? { ...sample, x: from.x, y: from.y } : sample);
      if (mode === 'paint') this.#host.useColour(foreground);
    });
    this.#last = sample;
    if (from) void this.#send((raster) => raster.continueStroke([sample]));
  }

  onpointermove(pointer: ToolPointer): void {
    if (!this.#stroke) return;
    const threshold = AXIS_THRESHOLD / this.#host.zoom;
    const samples = pointer.samples
      .map((sample) => this.#lock.constrain(sample, pointer.shift, threshold))
      .filter((sample) => sample !== undefined);
    if (samples.length === 0) return;
    this.#last = samples.at(-1);
    void this.#send((raster) => raster.continueStroke(samples));
  }

  onpointerup(pointer: ToolPointer): void {
    if (!this.#stroke) return;
    // A pen that is lifted reports no pressure; its last place has come with the last move.
    if (pointer.type !== 'pen' && (pointer.x !== this.#last?.x || pointer.y !== this.#last.y))
      this.onpointermove(pointer);
    void this.#send((raster) => raster.endStroke());
    this.#end.documentId = this.#host.documentId;
    this.#end.at = this.#last && { x: this.#last.x, y: this.#last.y };
    this.#stroke = undefined;
  }

  onpointercancel(): void {
    if (this.#stroke) void this.#send((raster) => raster.cancelStroke());
    this.#stroke = undefined;
  }

  /** Once a stroke has failed nothing more of it is sent, and only the first failure is told. */
  async #send(work: (raster: RasterClient) => Promise<void>): Promise<void> {
    const stroke = this.#stroke;
    if (!stroke || stroke.failed) return;
    await this.#host.call(async (raster) => {
      try {
        await work(raster);
      } catch (error) {
        if (stroke.failed) return;
        stroke.failed = true;
        throw error;
      }
    });
  }
}
