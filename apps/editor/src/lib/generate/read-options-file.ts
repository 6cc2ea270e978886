import { KomaError } from '@koma/core/errors';
import type { GeneratorOptions } from '@koma/core/plugin';
import type { GeneratorClient } from './generator-client.ts';

/** Larger files are no pictures of ours. */
const MAX_BYTES = 128 * 2 ** 20;

/** The options in a file. @throws KomaError that says what is wrong with the file */
export async function readOptionsFile(client: GeneratorClient, file: File): Promise<GeneratorOptions> {
  if (file.size > MAX_BYTES) throw new KomaError('OPTIONS_MISSING', 'This file carries no options.');
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    const message = `"${file.name}" cannot be read. If it was moved, choose it again.`;
    throw new KomaError('FILE_UNREADABLE', message, { name: file.name }, { cause: error });
  }
  return client.ask('readOptions', { bytes }, { giveAway: true });
}
