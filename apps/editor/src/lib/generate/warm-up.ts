import { CELL_SIZE } from './draw-grid.ts';
import type { GeneratorClient } from './generator-client.ts';

/**
 * One picture that nobody sees, so that the generator's worker has started and its code is compiled when the first
 * one is asked for. Whatever goes wrong here goes wrong again then, and is told then.
 * @returns whether the generator is ready
 */
export async function warmUp(client: Pick<GeneratorClient, 'ask'>): Promise<boolean> {
  try {
    const options = await client.ask('sample', { seed: 1, wishes: {} }, { rank: 'background' });
    await client.ask('draw', { options, size: CELL_SIZE }, { rank: 'background' });
    return true;
  } catch {
    return false;
  }
}
