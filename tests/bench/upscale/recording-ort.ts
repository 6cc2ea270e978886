import ort, { type InferenceSession } from 'onnxruntime-node';
import type { OrtModule } from '@koma/core/inference';

/** One call of ONNX Runtime. */
export interface RecordedRun {
  /** The model file, by identity. */
  readonly model: Uint8Array;
  /** Shape of the input `x`: `[1, 3, height, width]`, context included. */
  readonly dims: readonly number[];
  readonly seconds: number;
}

/** The native ONNX Runtime, noting every `session.run`: how long it took, and on how large a tile. */
export class RecordingOrt implements OrtModule {
  readonly Tensor = ort.Tensor;
  readonly InferenceSession = {
    create: async (bytes: Uint8Array, options?: InferenceSession.SessionOptions) =>
      this.#record(bytes, await ort.InferenceSession.create(bytes, options)),
  };
  #runs: RecordedRun[] = [];

  /** The runs since the last call of this method. */
  takeRuns(): RecordedRun[] {
    const runs = this.#runs;
    this.#runs = [];
    return runs;
  }

  #record(model: Uint8Array, session: InferenceSession): InferenceSession {
    const run = session.run.bind(session);
    session.run = async (feeds: InferenceSession.FeedsType) => {
      const started = performance.now();
      const results = await run(feeds);
      const seconds = (performance.now() - started) / 1000;
      this.#runs.push({ model, dims: feeds['x']!.dims, seconds });
      return results;
    };
    return session;
  }
}
