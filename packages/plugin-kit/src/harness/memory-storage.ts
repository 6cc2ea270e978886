import { KomaError } from '@koma/core/errors';
import type { PluginStorage } from '@koma/core/plugin';

/** Bytes that one plugin may keep, keys included. */
const QUOTA = 8 * 2 ** 20;

/** What a plugin keeps, in memory and with the quota that it has everywhere. @param kept to look at and to fill before */
export function memoryStorage(kept: Map<string, Uint8Array<ArrayBuffer>> = new Map()): PluginStorage {
  const size = (key: string, bytes: Uint8Array): number => key.length * 2 + bytes.length;
  return {
    get: async (key) => kept.get(key)?.slice(),
    set: async (key, bytes) => {
      const others = [...kept].filter(([other]) => other !== key);
      const used = others.reduce((sum, [other, value]) => sum + size(other, value), size(key, bytes));
      if (used > QUOTA) {
        const message = 'The plugin wants to keep more than 8 MB on this computer. Delete some of its data.';
        throw new KomaError('PLUGIN_STORAGE_FULL', message, { limit: 8 });
      }
      kept.set(key, new Uint8Array(bytes));
    },
    delete: async (key) => void kept.delete(key),
    keys: async () => [...kept.keys()].sort(),
  };
}
