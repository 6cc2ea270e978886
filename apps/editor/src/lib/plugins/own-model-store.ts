import { openDB, type DBSchema } from 'idb';
import type { KeptModel } from '@koma/core/plugin';

/** A model of a person's own, without its bytes. */
export interface OwnModelRecord extends KeptModel {
  /** Id of the plugin that it was added to. */
  readonly plugin: string;
  /** Bytes of the file that was chosen. */
  readonly bytes: number;
}

interface OwnModelSchema extends DBSchema {
  /** By plugin, operation and SHA-256 of the chosen file. */
  records: { key: [string, string, string]; value: OwnModelRecord };
  /** What is run, by its own SHA-256. */
  models: { key: string; value: Uint8Array<ArrayBuffer> };
}

const VERSION = 1;

/** What is open; pages and workers have one each. */
let database: ReturnType<typeof open> | undefined;
function open() {
  return openDB<OwnModelSchema>('koma-own-models', VERSION, {
    upgrade(created) {
      created.createObjectStore('records', { keyPath: ['plugin', 'operation', 'sha256'] });
      created.createObjectStore('models');
    },
  });
}
const opened = () => (database ??= open());

/**
 * Models of a person's own, kept in this browser's database. What runs is checked against its SHA-256 again by
 * whoever opens it.
 */
export const ownModelStore = {
  /** @throws DOMException where the browser keeps nothing */
  async records(): Promise<OwnModelRecord[]> {
    return (await opened()).getAll('records');
  },

  async add(record: OwnModelRecord, model: Uint8Array<ArrayBuffer>): Promise<void> {
    const transaction = (await opened()).transaction(['records', 'models'], 'readwrite');
    await Promise.all([
      transaction.objectStore('models').put(model, record.model.sha256),
      transaction.objectStore('records').put(record),
      transaction.done,
    ]);
  },

  /** Removes a record, and the model where no other one needs it. */
  async remove({ plugin, operation, sha256, model }: OwnModelRecord): Promise<void> {
    const transaction = (await opened()).transaction(['records', 'models'], 'readwrite');
    const records = transaction.objectStore('records');
    await records.delete([plugin, operation, sha256]);
    const others = await records.getAll();
    if (!others.some((other) => other.model.sha256 === model.sha256))
      await transaction.objectStore('models').delete(model.sha256);
    await transaction.done;
  },

  /** @throws TypeError where the browser has deleted it */
  async bytes({ model }: Pick<OwnModelRecord, 'model'>): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await (await opened()).get('models', model.sha256);
    if (!bytes) throw new TypeError('the model is no longer there');
    return bytes;
  },
};
