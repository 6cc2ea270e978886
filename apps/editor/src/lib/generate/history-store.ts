import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { ENTRY_ORIGINS, type HistoryEntry } from './history-entry.ts';

interface HistorySchema extends DBSchema {
  entries: { key: string; value: HistoryEntry };
  /** Small pictures by the entry's id; apart, so that reading the list does not read them all. */
  thumbnails: { key: string; value: Blob };
}

const VERSION = 1;

/** Keeps the pictures of the workspace in this browser's database, across reloads. */
export class HistoryStore {
  readonly #database: Promise<IDBPDatabase<HistorySchema>>;

  constructor(name = 'koma-generate') {
    this.#database = openDB<HistorySchema>(name, VERSION, {
      upgrade(database) {
        database.createObjectStore('entries', { keyPath: 'id' });
        database.createObjectStore('thumbnails');
      },
    });
    // Whoever uses it is told; nobody else has to be.
    this.#database.catch(() => {});
  }

  /** All entries that are whole, the newest first. @throws DOMException where the browser keeps nothing */
  async load(): Promise<HistoryEntry[]> {
    const entries: unknown[] = await (await this.#database).getAll('entries');
    return entries.filter(isEntry).toSorted((a, b) => b.at - a.at);
  }

  async add(entry: HistoryEntry, thumbnail: Blob): Promise<void> {
    const transaction = (await this.#database).transaction(['entries', 'thumbnails'], 'readwrite');
    await Promise.all([
      transaction.objectStore('entries').put(entry),
      transaction.objectStore('thumbnails').put(thumbnail, entry.id),
      transaction.done,
    ]);
  }

  /** Changes an entry that is there already. */
  async update(entry: HistoryEntry): Promise<void> {
    await (await this.#database).put('entries', entry);
  }

  async remove(ids: readonly string[]): Promise<void> {
    const transaction = (await this.#database).transaction(['entries', 'thumbnails'], 'readwrite');
    await Promise.all([
      ...ids.flatMap((id) => [
        transaction.objectStore('entries').delete(id),
        transaction.objectStore('thumbnails').delete(id),
      ]),
      transaction.done,
    ]);
  }

  async thumbnail(id: string): Promise<Blob | undefined> {
    return (await this.#database).get('thumbnails', id);
  }
}

/** What other versions of Koma may have written is not trusted. */
function isEntry(value: unknown): value is HistoryEntry {
  const { id, generator, options, origin, parents, at, favourite } = (value ?? {}) as Partial<HistoryEntry>;
  return (
    typeof id === 'string' &&
    typeof generator === 'string' &&
    typeof options === 'object' &&
    options !== null &&
    ENTRY_ORIGINS.some((known) => known === origin) &&
    Array.isArray(parents) &&
    parents.every((parent) => typeof parent === 'string') &&
    typeof at === 'number' &&
    typeof favourite === 'boolean'
  );
}
