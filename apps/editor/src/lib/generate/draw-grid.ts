import type { GeneratorOptions } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import type { AskOptions, GeneratorClient } from './generator-client.ts';
import type { CellPlan } from './grid-plan.ts';

/** Pixels of the longer side of a picture in a grid. */
export const CELL_SIZE = 256;

/** The options of a planned cell. */
export async function cellOptions(
  client: GeneratorClient,
  plan: CellPlan,
  asking: AskOptions,
): Promise<GeneratorOptions> {
  switch (plan.ask) {
    case undefined:
      return plan.options;
    case 'sample':
      return client.ask('sample', plan.request, asking);
    case 'vary':
      return client.ask('vary', plan.request, asking);
    case 'breed':
      return client.ask('breed', plan.request, asking);
  }
}

/**
 * Draws the cells of a grid in their order, each told of as soon as it is there.
 * @throws KomaError; AbortError when cancelled
 */
export async function drawGrid(
  client: GeneratorClient,
  plans: readonly CellPlan[],
  signal: AbortSignal,
  onCell: (index: number, options: GeneratorOptions, image: RasterImage) => void,
): Promise<void> {
  const asking = { rank: 'grid', signal } as const;
  for (const [index, plan] of plans.entries()) {
    const options = await cellOptions(client, plan, asking);
    const image = await client.ask('draw', { options, size: CELL_SIZE }, asking);
    // An answer may be on its way when the grid is cancelled.
    signal.throwIfAborted();
    onCell(index, options, image);
  }
}
