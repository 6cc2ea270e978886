import { KomaError } from '@koma/core/errors';
import type { PluginStorage } from '@koma/core/plugin';
import type { PluginStore } from './plugin-store.ts';

/** Bytes that one plugin may keep, keys included. */
export const STORAGE_QUOTA = 8 * 2 ** 20;
const MAX_KEY = 200;

/** What a plugin keeps in this browser. @param changed told whenever it keeps more or less */
export function pluginStorage(
  store: PluginStore,
  plugin: string,
  changed: () => void = () => {},
): PluginStorage {
  return {
    get: (key) => store.data(plugin, key),
    keys: () => store.dataKeys(plugin),
    async set(key, bytes) {
      if (typeof key !== 'string' || key.length === 0 || key.length > MAX_KEY)
        throw new TypeError(`Keys have 1 to ${MAX_KEY} characters.`);
      // A view of a larger block would keep all of that.
      const kept = await store.putData(plugin, key, new Uint8Array(bytes), STORAGE_QUOTA);
      const limit = STORAGE_QUOTA / 2 ** 20;
      if (!kept)
        throw new KomaError('PLUGIN_STORAGE_FULL', `A plugin keeps at most ${limit} MB.`, { limit, plugin });
      changed();
    },
    async delete(key) {
      await store.deleteData(plugin, key);
      changed();
    },
  };
}
