import type { BackendReport, ModelSource, ModelStore, Tensor } from '../inference/index.ts';
import type { DrawSvg, PluginFetch, PluginStorage } from '../plugin/index.ts';

/** Models of one plugin, run where it cannot reach. */
export interface InferenceDesk {
  /** What runs, or what will be tried first. */
  readonly backend: BackendReport;
  /**
   * Opens a model of the plugin, or returns the session that is open already.
   * @throws KomaError `MODEL_UNAVAILABLE`, `MODEL_CORRUPT`, `INFERENCE_FAILED`, `OUT_OF_MEMORY`
   */
  open(source: ModelSource): Promise<{ readonly id: number; readonly backend: BackendReport }>;
  /** @returns outputs that are the caller's, and what they were computed on */
  run(
    id: number,
    inputs: Readonly<Record<string, Tensor>>,
  ): Promise<{ readonly outputs: Readonly<Record<string, Tensor>>; readonly backend: BackendReport }>;
  release(id: number): Promise<void>;
}

/**
 * What the host does for one third-party plugin. Requests have been checked for their form and for the plugin's
 * permissions before they come here; errors go to the plugin, in words.
 */
export interface SandboxServices {
  readonly inference: InferenceDesk;
  /** The plugin's models. Bytes are copied on their way. */
  readonly models: Pick<ModelStore, 'bytes'>;
  /** A file of the plugin's package by its path. Bytes are copied on their way. @throws anything where there is none */
  file(path: string): Promise<Uint8Array>;
  /** Absent where this program keeps nothing for plugins. */
  readonly storage?: PluginStorage | undefined;
  /** Sends a request to a granted domain and nowhere else; absent where this program has no network. */
  readonly fetch?: PluginFetch | undefined;
  /** Absent where this program does not draw SVG. */
  readonly drawSvg?: DrawSvg | undefined;
  /** What the plugin has to say about itself, at most 2,000 characters at a time. */
  log(text: string): void;
}
