import { KomaError } from '@koma/core/errors';
import { notices } from '#lib/studio/notices.svelte.ts';
import { workspace } from './workspace.svelte.ts';

/** Takes up the options that files carry, in the open workspace; what fails is told to the person. */
export async function restoreOptions(files: readonly File[]): Promise<void> {
  try {
    const { benchOf } = await loadBench();
    await benchOf(workspace.index).restore(files);
  } catch (error) {
    notices.error(error);
  }
}

async function loadBench(): Promise<typeof import('./bench-of.ts')> {
  try {
    return await import('./bench-of.ts');
  } catch (error) {
    const message = 'A part of Koma could not be loaded. Check the connection and try again.';
    throw new KomaError('PROGRAM_INCOMPLETE', message, {}, { cause: error });
  }
}
