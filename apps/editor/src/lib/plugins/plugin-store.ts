import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { LogEntry } from './log-entry.ts';
import type { PluginRecord } from './plugin-record.ts';

interface PluginSchema extends DBSchema {
  /** By id. */
  plugins: { key: string; value: PluginRecord };
  /** Packages as they were checked, by SHA-256. */
  packages: { key: string; value: Uint8Array<ArrayBuffer> };
  /** What plugins keep, by plugin and key. */
  data: { key: [string, string]; value: Uint8Array<ArrayBuffer> };
  /** By plugin, the newest last. */
  logs: { key: string; value: readonly LogEntry[] };
  /** Lists of plugins as they were last read, by address. */
  lists: { key: string; value: unknown };
}

const VERSION = 1;

/** Keeps plugins and what is theirs in this browser's database. What it returns of records and lists is not checked. */
export class PluginStore {
  readonly #database: Promise<IDBPDatabase<PluginSchema>>;

  constructor(name = 'koma-plugins') {
    this.#database = openDB<PluginSchema>(name, VERSION, {
      upgrade(database) {
        database.createObjectStore('plugins', { keyPath: 'id' });
        database.createObjectStore('packages');
        database.createObjectStore('data');
        database.createObjectStore('logs');
        database.createObjectStore('lists');
      },
    });
    // Whoever uses it is told; nobody else has to be.
    this.#database.catch(() => {});
  }

  /** @throws DOMException where the browser keeps nothing */
  async records(): Promise<unknown[]> {
    return (await this.#database).getAll('plugins');
  }

  async update(record: PluginRecord): Promise<void> {
    await (await this.#database).put('plugins', record);
  }

  /** Keeps a record with the package of its current version; packages that nothing needs any longer go. */
  async install(record: PluginRecord, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const transaction = (await this.#database).transaction(['plugins', 'packages'], 'readwrite');
    const [plugins, packages] = [transaction.objectStore('plugins'), transaction.objectStore('packages')];
    const writes = [packages.put(bytes, record.current.sha256), plugins.put(record)];
    const used = new Set(
      [...(await plugins.getAll()), record].flatMap(({ current, previous }) => [
        current.sha256,
        previous?.sha256,
      ]),
    );
    const stale = (await packages.getAllKeys()).filter((key) => !used.has(key));
    await Promise.all([...writes, ...stale.map((key) => packages.delete(key)), transaction.done]);
  }

  /** Removes a plugin with its packages, data and log. */
  async remove({ id, current, previous }: PluginRecord): Promise<void> {
    const stores = ['plugins', 'packages', 'data', 'logs'] as const;
    const transaction = (await this.#database).transaction(stores, 'readwrite');
    const packages = transaction.objectStore('packages');
    await Promise.all([
      transaction.objectStore('plugins').delete(id),
      packages.delete(current.sha256),
      previous && packages.delete(previous.sha256),
      transaction.objectStore('data').delete(dataOf(id)),
      transaction.objectStore('logs').delete(id),
      transaction.done,
    ]);
  }

  async packageBytes(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return (await this.#database).get('packages', sha256);
  }

  async data(plugin: string, key: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return (await this.#database).get('data', [plugin, key]);
  }

  async dataKeys(plugin: string): Promise<string[]> {
    return (await (await this.#database).getAllKeys('data', dataOf(plugin))).map(([, key]) => key);
  }

  /**
   * Keeps bytes if all that the plugin keeps stays within a limit; a look and a write with nothing in between.
   * @param limit bytes, keys included as UTF-16
   * @returns whether it was kept
   */
  async putData(
    plugin: string,
    key: string,
    bytes: Uint8Array<ArrayBuffer>,
    limit: number,
  ): Promise<boolean> {
    const transaction = (await this.#database).transaction('data', 'readwrite');
    let total = bytes.length + 2 * key.length;
    for await (const { key: place, value } of transaction.store.iterate(dataOf(plugin)))
      if (place[1] !== key) total += value.length + 2 * place[1].length;
    if (total <= limit) await transaction.store.put(bytes, [plugin, key]);
    await transaction.done;
    return total <= limit;
  }

  async deleteData(plugin: string, key?: string): Promise<void> {
    await (await this.#database).delete('data', key === undefined ? dataOf(plugin) : [plugin, key]);
  }

  /** Bytes that a plugin keeps. */
  async dataSize(plugin: string): Promise<number> {
    let total = 0;
    const { store } = (await this.#database).transaction('data');
    for await (const { key, value } of store.iterate(dataOf(plugin)))
      total += value.length + 2 * key[1].length;
    return total;
  }

  async log(plugin: string): Promise<readonly LogEntry[]> {
    return (await (await this.#database).get('logs', plugin)) ?? [];
  }

  async putLog(plugin: string, entries: readonly LogEntry[]): Promise<void> {
    await (await this.#database).put('logs', entries, plugin);
  }

  async lists(): Promise<(readonly [string, unknown])[]> {
    const database = await this.#database;
    const keys = await database.getAllKeys('lists');
    return Promise.all(keys.map(async (key) => [key, await database.get('lists', key)] as const));
  }

  async putList(url: string, list: unknown): Promise<void> {
    await (await this.#database).put('lists', list, url);
  }

  async deleteList(url: string): Promise<void> {
    await (await this.#database).delete('lists', url);
  }
}

/** All keys of a plugin; an array is larger than every string. */
function dataOf(plugin: string): IDBKeyRange {
  return IDBKeyRange.bound([plugin], [plugin, []]);
}
