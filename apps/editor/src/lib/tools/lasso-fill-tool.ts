import type { Point } from '#lib/raster/protocol.ts';
import { fillOptions } from './fill-options.ts';
import { FreehandTool } from './freehand-tool.ts';
import { TOOL_CURSORS } from './tool-cursors.ts';

/** Fills the closed areas of the line art inside a loop drawn by hand. */
export class LassoFillTool extends FreehandTool {
  override cursor(): string {
    return this.host.canPaint ? TOOL_CURSORS.lassoFill : 'not-allowed';
  }

  protected override begin(): boolean {
    return this.host.target !== undefined;
  }

  protected override finish(points: readonly Point[] | undefined): void {
    const options = fillOptions(this.host, 'lassoFill');
    if (points && options) void this.#fill(points, options);
  }

  async #fill(points: readonly Point[], options: NonNullable<ReturnType<typeof fillOptions>>): Promise<void> {
    const filled = await this.host.call((raster) => raster.lassoFill(points, options));
    if (filled) this.host.useColour(options.colour);
    else if (filled === false) this.host.inform('tool.lassoFill.nothing');
  }
}
