import type { BackendReport, EngineRequest } from '../inference/index.ts';
import type { GeneratorAnswer, GeneratorMethod } from './generator.ts';
import type { LocalizedText, PluginManifest } from './manifest.ts';
import type { OperationListener, PreviewTile } from './protocol.ts';
import type { RunningWorker, StartWorker } from './running-worker.ts';

export interface PluginHostOptions {
  readonly manifest: PluginManifest;
  /** Starts the plugin's worker: `startBuiltin`, or a third party's in its sandbox. */
  readonly start: StartWorker;
  readonly engine: EngineRequest;
  readonly onBackend?: (report: BackendReport) => void;
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** Names of the outputs to make; absent: all. */
  readonly outputs?: readonly string[];
  readonly onProgress?: (fraction: number, label?: LocalizedText) => void;
  readonly onPreview?: (tile: PreviewTile) => void;
}

export interface GenerateOptions<M extends GeneratorMethod = GeneratorMethod> extends Omit<
  RunOptions,
  'outputs'
> {
  /** Pictures and files in the request need not be copied. */
  readonly giveAway?: boolean;
  /** Takes what is known of the answer so far, where the generator tells. */
  onPartial?(answer: GeneratorAnswer<M>): void;
}

/** What is of interest while any job is done. */
export type JobOptions = RunOptions & Pick<GenerateOptions, 'onPartial' | 'giveAway'>;

/** Sends a job to the worker and takes its reply; done again where the worker has to be another one. */
export type Send<T> = (running: RunningWorker, listener: OperationListener) => Promise<T>;
