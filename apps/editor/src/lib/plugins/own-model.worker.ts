/** Reads models that a person adds, away from the page: rewriting a large one takes a while. */
import { serializeError, type SerializedError } from '@koma/core/errors';
import { readOwnModel, type OnnxValue } from '@koma/core/onnx';
import { sha256Of } from '@koma/core/package';
import type { ModelSignature } from '@koma/core/plugin';

/** What the worker is asked, once. */
export interface OwnModelTask {
  readonly file: Uint8Array<ArrayBuffer>;
  readonly signature: ModelSignature;
}

/** A model that fits. */
export interface ReadModel {
  /** Of the file. */
  readonly sha256: string;
  /** What is kept and run, and its SHA-256. */
  readonly model: Uint8Array<ArrayBuffer>;
  readonly modelSha256: string;
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly license?: string;
}

/** What the worker answers. */
export type OwnModelAnswer =
  { readonly ok: true; readonly read: ReadModel } | { readonly ok: false; readonly error: SerializedError };

/** The worker's own side, which the page's types do not know. */
declare const self: {
  addEventListener(type: 'message', listener: (event: MessageEvent<OwnModelTask>) => void): void;
  postMessage(answer: OwnModelAnswer, transfer?: readonly ArrayBuffer[]): void;
};

self.addEventListener('message', (event) => void answer(event.data));

async function answer({ file, signature }: OwnModelTask): Promise<void> {
  try {
    const own = readOwnModel(file, signature);
    const [sha256, modelSha256] = await Promise.all([sha256Of(file), sha256Of(own.model)]);
    self.postMessage({ ok: true, read: { ...own, sha256, modelSha256 } }, [own.model.buffer]);
  } catch (error) {
    self.postMessage({ ok: false, error: serializeError(error, 'OWN_MODEL_UNFIT') }, []);
  }
}
