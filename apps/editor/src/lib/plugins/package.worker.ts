/** Reads packages of plugins away from the page: unpacking and checking the largest takes a while. */
import { serializeError, type SerializedError } from '@koma/core/errors';
import { readPackage, type PluginPackage } from '@koma/core/package';
import * as Comlink from 'comlink';

/** What was read, or why it was refused. */
export type PackageAnswer =
  | { readonly ok: true; readonly package: PluginPackage }
  | { readonly ok: false; readonly error: SerializedError };

const api = {
  async read(bytes: Uint8Array<ArrayBuffer>): Promise<PackageAnswer> {
    try {
      const answer: PackageAnswer = { ok: true, package: await readPackage(bytes) };
      const blocks = new Set([...answer.package.files.values()].map(({ buffer }) => buffer));
      return Comlink.transfer(answer, [...blocks]);
    } catch (error) {
      return { ok: false, error: serializeError(error, 'PACKAGE_INVALID') };
    }
  },
};

export type PackageWorkerApi = typeof api;

Comlink.expose(api);
