import { deserializeError, KomaError } from '@koma/core/errors';
import {
  ownModelPath,
  withOwnModels,
  type ModelSignature,
  type OperationSpec,
  type PluginManifest,
} from '@koma/core/plugin';
import { ownModelStore, type OwnModelRecord } from './own-model-store.ts';
import type { OwnModelAnswer, OwnModelTask, ReadModel } from './own-model.worker.ts';

/** Models that a person added to operations, in this browser. */
class OwnModels {
  records = $state.raw<readonly OwnModelRecord[]>([]);
  /** Manifests as they are with the models, so that the same is the same until one is added or removed. */
  #extended = new WeakMap<PluginManifest, PluginManifest>();

  /** Reads what is kept. Never rejects. */
  async load(): Promise<void> {
    try {
      this.#set(await ownModelStore.records());
    } catch (error) {
      // Private modes may refuse a database: there are none then.
      console.warn(error);
    }
  }

  /** A plugin's manifest with its operations' own models among the options; the same object where there are none. Reactive. */
  manifest(manifest: PluginManifest): PluginManifest {
    const { records } = this;
    const known = this.#extended.get(manifest);
    if (known) return known;
    const extended = withOwnModels(
      manifest,
      records.filter(({ plugin }) => plugin === manifest.id),
    );
    this.#extended.set(manifest, extended);
    return extended;
  }

  /** An operation with the own models among its options. Reactive. */
  spec(manifest: PluginManifest, { id }: OperationSpec): OperationSpec {
    return this.manifest(manifest).contributes.operations.find((spec) => spec.id === id)!;
  }

  /** The models that were added to an operation. Reactive. */
  of(manifest: PluginManifest, { id }: OperationSpec): readonly OwnModelRecord[] {
    return this.records.filter(({ plugin, operation }) => plugin === manifest.id && operation === id);
  }

  /** Adds them to the files of an installed plugin, where it looks for them. */
  async withFiles(
    id: string,
    files: ReadonlyMap<string, Uint8Array>,
  ): Promise<ReadonlyMap<string, Uint8Array>> {
    const all = new Map(files);
    for (const record of this.records)
      if (record.plugin === id) all.set(ownModelPath(record), await ownModelStore.bytes(record));
    return all;
  }

  /**
   * Looks whether a file is a model that fits. Nothing is kept yet.
   * @throws KomaError `OWN_MODEL_UNFIT` in words
   */
  async read(file: File, signature: ModelSignature): Promise<ReadModel> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const worker = new Worker(new URL('./own-model.worker.ts', import.meta.url), {
      type: 'module',
      name: 'koma-own-model',
    });
    try {
      const answer = await new Promise<OwnModelAnswer>((resolve, reject) => {
        worker.addEventListener('message', ({ data }: MessageEvent<OwnModelAnswer>) => resolve(data));
        worker.addEventListener('error', () => reject(notLoaded()));
        const task: OwnModelTask = { file: bytes, signature };
        worker.postMessage(task, [bytes.buffer]);
      });
      if (!answer.ok) throw deserializeError(answer.error);
      return answer.read;
    } finally {
      worker.terminate();
    }
  }

  /** Keeps a model that was read. @throws DOMException where the browser keeps nothing more */
  async add(
    manifest: PluginManifest,
    { id }: OperationSpec,
    { name, size }: Pick<File, 'name' | 'size'>,
    { sha256, model, modelSha256 }: ReadModel,
  ): Promise<OwnModelRecord> {
    const record: OwnModelRecord = {
      plugin: manifest.id,
      operation: id,
      name: name.replace(/\.onnx$/i, '').slice(0, 100),
      sha256,
      bytes: size,
      model: { sha256: modelSha256, bytes: model.length },
    };
    await ownModelStore.add(record, model);
    this.#set([...this.records.filter((other) => !isSame(other, record)), record]);
    return record;
  }

  async remove(record: OwnModelRecord): Promise<void> {
    this.#set(this.records.filter((other) => other !== record));
    await ownModelStore.remove(record);
  }

  /** Removes all that was added to a plugin, with the plugin. */
  async removeOf(plugin: string): Promise<void> {
    for (const record of this.records.filter((each) => each.plugin === plugin)) await this.remove(record);
  }

  #set(records: readonly OwnModelRecord[]): void {
    this.#extended = new WeakMap();
    this.records = [...records].sort((a, b) => a.name.localeCompare(b.name));
  }
}

export const ownModels = new OwnModels();

function isSame(a: OwnModelRecord, b: OwnModelRecord): boolean {
  return a.plugin === b.plugin && a.operation === b.operation && a.sha256 === b.sha256;
}

function notLoaded(): KomaError {
  const message = 'A part of Koma could not be loaded. Check the connection and try again.';
  return new KomaError('PROGRAM_INCOMPLETE', message);
}
