import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { KomaError } from '@koma/core/errors';
import type { PluginStorage } from '@koma/core/plugin';
import { replaceFile } from '../replace-file.ts';
import { pluginFolder } from './plugin-home.ts';

/** Bytes that one plugin may keep, keys included. */
const QUOTA = 8 * 2 ** 20;
const LIMIT_MB = QUOTA / 2 ** 20;
/** UTF-8 bytes of a key: in hexadecimal, with room to spare below the 255 of most disks. */
const MAX_KEY_BYTES = 120;

/** What a plugin keeps between runs: one file a key, in its own folder. @param id of the plugin */
export function diskStorage(id: string): PluginStorage {
  const folder = join(pluginFolder(id), 'data');
  const names = (): Promise<string[]> => readdir(folder).catch(() => []);
  return {
    async get(key) {
      const bytes = await readFile(join(folder, fileName(key))).catch(() => undefined);
      return bytes && new Uint8Array(bytes);
    },
    async set(key, bytes) {
      const name = fileName(key);
      let used = name.length / 2 + bytes.length;
      for (const other of await names()) {
        const { size } = await stat(join(folder, other));
        if (other !== name) used += other.length / 2 + size;
      }
      if (used > QUOTA) {
        const message = `The plugin wants to keep more than ${LIMIT_MB} MB on this computer. Delete some of its data.`;
        throw new KomaError('PLUGIN_STORAGE_FULL', message, { limit: LIMIT_MB });
      }
      await mkdir(folder, { recursive: true });
      await replaceFile(join(folder, name), bytes);
    },
    delete: (key) => rm(join(folder, fileName(key)), { force: true }),
    keys: async () => (await names()).filter(isName).map(keyOf).toSorted(),
  };
}

/** Bytes that a plugin keeps. */
export async function storedBytes(id: string): Promise<number> {
  const folder = join(pluginFolder(id), 'data');
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Hexadecimal, so that no key is a path, and none differs from another by case alone. */
function fileName(key: string): string {
  const bytes = Buffer.from(key, 'utf8');
  if (bytes.length === 0 || bytes.length > MAX_KEY_BYTES) {
    const reason = `a key has 1 to ${MAX_KEY_BYTES} bytes`;
    throw new KomaError('PLUGIN_FAILED', `Nothing was kept: ${reason}.`, { reason });
  }
  return bytes.toString('hex');
}

const isName = (name: string): boolean => /^([0-9a-f]{2})+$/.test(name);
const keyOf = (name: string): string => Buffer.from(name, 'hex').toString('utf8');
