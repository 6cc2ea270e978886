import type { Stroke } from '@koma/core/plugin';
import { roundPoints, simplifyLine, type PointPair } from '#lib/segment/stroke-points.ts';
import type { TipOutline } from '#lib/viewport/overlay-shapes.ts';
import type { ToolPointer } from './tool-pointer.ts';
import type { Tool, ToolHost } from './tool.ts';

/** CSS pixels between places of a stroke. */
const STEP = 0.7;
/** Pixels of the document by which a stroke may be simplified. */
const TOLERANCE = 0.4;

/** The name of strokes that say only where. */
const LABEL = 'fg';

/** Collects strokes or points for the operation of a plugin; Enter applies, Backspace takes the last one back. */
export class PluginTool implements Tool {
  readonly #host: ToolHost;
  #points: PointPair[] | undefined;

  constructor(host: ToolHost) {
    this.#host = host;
  }

  cursor(): string {
    const { ready, marks } = this.#host;
    if (!ready || !marks.collects) return 'not-allowed';
    return marks.collects === 'points' ? 'crosshair' : 'none';
  }

  tip(): TipOutline | undefined {
    const { ready, marks } = this.#host;
    if (!ready || marks.collects !== 'strokes') return undefined;
    return { size: 2 * marks.radius, aliased: false };
  }

  onpointerdown({ x, y }: ToolPointer): void {
    const { ready, marks } = this.#host;
    if (!ready || !marks.collects) return;
    this.#points = [[x, y]];
    if (marks.collects === 'strokes') marks.draw(this.#stroke(this.#points));
  }

  onpointermove({ samples }: ToolPointer): void {
    const points = this.#points;
    if (!points) return;
    const distance = STEP / this.#host.zoom;
    for (const sample of samples) {
      const [x, y] = points.at(-1)!;
      if (Math.hypot(sample.x - x, sample.y - y) >= distance) points.push([sample.x, sample.y]);
    }
    const { marks } = this.#host;
    if (marks.collects === 'strokes') marks.draw(this.#stroke(points));
  }

  onpointerup(pointer: ToolPointer): void {
    this.onpointermove(pointer);
    const points = this.#points;
    this.#points = undefined;
    const { marks } = this.#host;
    marks.draw(undefined);
    if (!points) return;
    // A point is where the pointer was let go: it can be dragged into place.
    const [x, y] = points.at(-1)!;
    if (marks.collects === 'strokes')
      marks.addStroke(this.#stroke(roundPoints(simplifyLine(points, TOLERANCE))));
    else if (marks.collects === 'points') marks.addPoint({ x, y, radius: marks.radius, color: marks.colour });
  }

  onpointercancel(): void {
    this.#points = undefined;
    this.#host.marks.draw(undefined);
  }

  onkey(key: string, event?: KeyboardEvent): boolean {
    const { marks } = this.#host;
    if (!marks.collects || event?.ctrlKey || event?.metaKey || event?.altKey) return false;
    const element = event && event.target instanceof Element ? event.target : undefined;
    if (
      element?.closest(
        'dialog, [role=dialog], [role=menu], [role=toolbar], select, input, button, a, summary',
      )
    )
      return false;
    if (key === 'Enter') {
      marks.apply();
      return true;
    }
    return (key === 'Backspace' || key === 'Delete') && marks.dropLast();
  }

  deactivate(): void {
    this.onpointercancel();
  }

  #stroke(points: readonly PointPair[]): Stroke {
    return { label: LABEL, radius: Math.max(0.5, this.#host.marks.radius), points: [...points] };
  }
}
