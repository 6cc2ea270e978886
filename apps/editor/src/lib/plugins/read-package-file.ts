import { deserializeError, KomaError } from '@koma/core/errors';
import type { PluginPackage } from '@koma/core/package';
import * as Comlink from 'comlink';
import type { PackageWorkerApi } from './package.worker.ts';

/**
 * Reads a package in a worker of its own, which ends with it.
 * @param bytes stay the caller's
 * @throws KomaError as `readPackage` does
 */
export async function readPackageFile(bytes: Uint8Array<ArrayBuffer>): Promise<PluginPackage> {
  const worker = new Worker(new URL('./package.worker.ts', import.meta.url), {
    type: 'module',
    name: 'koma-package',
  });
  try {
    const broken = new Promise<never>((_, reject) =>
      worker.addEventListener('error', ({ message }) => reject(notLoaded(message)), { once: true }),
    );
    const answer = await Promise.race([Comlink.wrap<PackageWorkerApi>(worker).read(bytes), broken]);
    if (!answer.ok) throw deserializeError(answer.error);
    return answer.package;
  } finally {
    worker.terminate();
  }
}

function notLoaded(reason: string): KomaError {
  const message = 'A part of Koma could not be loaded. Check the connection and try again.';
  return new KomaError('PROGRAM_INCOMPLETE', message, { reason });
}
