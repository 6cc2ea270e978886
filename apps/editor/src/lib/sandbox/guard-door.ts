import { deserializeError, KomaError } from '@koma/core/errors';
import * as Comlink from 'comlink';
import type { GuardDoor } from './guard.worker.ts';
import type { PluginData } from './plugin-data.ts';

/** What the page does for the guard of one plugin. @param crashed told that the plugin has stopped */
export function createGuardDoor(
  files: ReadonlyMap<string, Uint8Array>,
  { storage, log, network }: PluginData,
  crashed: (error: KomaError) => void,
): GuardDoor {
  return {
    async file(path) {
      const bytes = files.get(path);
      if (!bytes) throw new RangeError(`The package has no file ${path}.`);
      const copy = bytes.slice();
      return Comlink.transfer(copy, [copy.buffer]);
    },
    storageGet: (key) => storage.get(key),
    storageSet: (key, bytes) => storage.set(key, bytes),
    storageDelete: (key) => storage.delete(key),
    storageKeys: () => storage.keys(),
    log: (text) => log(text),
    network: (entry) => network(entry),
    crashed(error) {
      const told = deserializeError(error);
      if (told instanceof KomaError) crashed(told);
    },
  };
}
