import type {
  ExportDocument,
  FileOutput,
  OperationInputs,
  OperationListener,
  OperationOutputs,
  OperationSpec,
  ParamValue,
  PluginManifest,
} from '@koma/core/plugin';

type Given = Readonly<Record<string, ParamValue>>;

/** What the networks are to run on. */
export interface RunnerRequest {
  readonly backend: 'auto' | 'native' | 'wasm';
  /** As many as the machine has, unless given. */
  readonly threads?: number;
}

/** Runs what one plugin contributes, one thing at a time, and keeps its models open between. */
export interface Runner {
  run(
    operation: string,
    inputs: OperationInputs,
    params: Given,
    listener: OperationListener,
    signal: AbortSignal,
    wanted?: readonly string[],
  ): Promise<OperationOutputs>;
  /** @param document given away */
  export(
    exporter: string,
    document: ExportDocument,
    params: Given,
    listener: OperationListener,
    signal: AbortSignal,
  ): Promise<FileOutput>;
  dispose(): Promise<void>;
}

/** A plugin that the command line can run. */
export interface CliPlugin {
  readonly manifest: PluginManifest;
  /** True for plugins of others: their commands go by their full names only. */
  readonly foreign: boolean;
  /**
   * Loads its code, which help and wrong usage never need. The caller disposes of the runner.
   * @param note takes sentences for the person about what the plugin does by the way
   */
  start(request: RunnerRequest, note: (sentence: string) => void): Promise<Runner>;
}

/** A sub-command: one operation of one plugin. */
export interface Command {
  readonly plugin: CliPlugin;
  readonly operation: OperationSpec;
}
