import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { KomaError, isAbortError } from '../errors.ts';
import type { ModelProbe } from './model-probe.ts';

/** What a manifest says about a model. */
export interface ModelSpec {
  readonly id: string;
  /** Path in the plugin. */
  readonly file: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly license: string;
  readonly attribution: string;
  readonly probe?: ModelProbe | undefined;
}

/** Gets a file of a plugin by its path in the plugin. May throw anything. */
export type FetchPluginFile = (path: string) => Promise<Uint8Array>;

export interface ModelStore {
  spec(id: string): ModelSpec;
  /**
   * The model's bytes, verified against the manifest's length and SHA-256.
   * @throws KomaError `MODEL_UNAVAILABLE` or `MODEL_CORRUPT`
   */
  bytes(id: string): Promise<Uint8Array>;
}

/**
 * Serves the models of one plugin. Nothing is kept in memory: sessions are, and the browser's HTTP
 * cache holds the files.
 */
export function createModelStore(models: readonly ModelSpec[], fetchFile: FetchPluginFile): ModelStore {
  const specs = new Map(models.map((model) => [model.id, model]));
  function spec(id: string): ModelSpec {
    const found = specs.get(id);
    if (!found) throw new KomaError('MODEL_UNAVAILABLE', `The plugin has no model "${id}".`, { model: id });
    return found;
  }
  return {
    spec,
    async bytes(id) {
      const wanted = spec(id);
      let bytes: Uint8Array;
      try {
        bytes = await fetchFile(wanted.file);
      } catch (error) {
        if (isAbortError(error)) throw error;
        const message = `The model "${id}" could not be loaded. Check that Koma is installed completely and, in a browser, the connection.`;
        throw new KomaError('MODEL_UNAVAILABLE', message, { model: id }, { cause: error });
      }
      if (bytes.length !== wanted.bytes || bytesToHex(sha256(bytes)) !== wanted.sha256) {
        const message = `The model file "${id}" is damaged: it is not the file that the plugin was published with. Install Koma again.`;
        throw new KomaError('MODEL_CORRUPT', message, { model: id });
      }
      return bytes;
    },
  };
}
