/**
 * What an operation and its host say to each other. Types only: both sides of the worker boundary
 * share this file, and neither pulls in the other's code.
 */
import type { BackendReport, EngineRequest, ModelSource, Session } from '../inference/index.ts';
import type { RasterImage } from '../raster/index.ts';
import type { SerializedError } from '../errors.ts';
import type { LocalizedText } from './manifest.ts';
import type { ParamValues } from './params.ts';

/** Where a picture came from, as far as an operation may care. */
export interface ImageOrigin {
  readonly format: 'png' | 'jpeg' | 'webp';
  /** False where compression has changed the pixels (JPEG, lossy WebP). */
  readonly lossless: boolean;
  /** libjpeg quality 1-100, estimated from the quantisation tables. */
  readonly jpegQuality?: number;
}

export interface ImageInput {
  readonly image: RasterImage;
  /** Absent once the pixels have been edited. */
  readonly origin?: ImageOrigin;
}

export type OperationInputs = Readonly<Record<string, ImageInput>>;
export type OperationOutputs = Readonly<Record<string, RasterImage>>;

/** A finished piece of the result, shown while the rest is still being computed. */
export interface PreviewTile {
  /** Position and size in pixels of the result. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Size of the whole result, or of the pass in progress. */
  readonly outputWidth: number;
  readonly outputHeight: number;
  /** Straight-alpha RGBA8, `width * height * 4` bytes; given away by the sender. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** What an operation may use besides its inputs and parameters. */
export interface OperationContext {
  /** Aborted when the person cancels; check it between tiles. */
  readonly signal: AbortSignal;
  /** @param fraction 0-1, never falling; @param label what is being done */
  progress(fraction: number, label?: LocalizedText): void;
  preview(tile: PreviewTile): void;
  readonly inference: {
    /** What really runs. May change from WebGPU to WASM while an operation runs. */
    readonly backend: BackendReport;
    /** Opens a session, or returns the one already open. The host releases it. */
    session(source: ModelSource): Promise<Session>;
  };
  readonly models: {
    /** The verified bytes of a model of this plugin. */
    bytes(id: string): Promise<Uint8Array>;
  };
  /** A generator of numbers in [0, 1), the same for the same seed on every machine. */
  random(seed: number): () => number;
  /** For the plugin's own diagnostics; shown in the browser's console. */
  log(message: string): void;
}

/** A pure function of its inputs and parameters: same values, version and backend give the same bytes. */
export type Operation = (
  inputs: OperationInputs,
  params: ParamValues,
  context: OperationContext,
) => Promise<OperationOutputs>;

/** What a plugin's entry module exports. */
export interface Plugin {
  readonly operations: Readonly<Record<string, Operation>>;
}

/** What the host can ask of a plugin's worker. */
export interface PluginWorkerApi {
  /** Must be called once, first. */
  init(engine: EngineRequest): Promise<void>;
  run(call: OperationCall, listener: OperationListener): Promise<OperationReply>;
  /** Asks the running operation to stop at its next check. */
  cancel(): void;
}

export interface OperationCall {
  readonly operation: string;
  readonly inputs: OperationInputs;
  readonly params: ParamValues;
}

/** Called from the worker, answered on the host's thread. */
export interface OperationListener {
  progress(fraction: number, label?: LocalizedText): void;
  preview(tile: PreviewTile): void;
  backend(report: BackendReport): void;
}

export type OperationReply =
  | { readonly ok: true; readonly outputs: OperationOutputs; readonly backend: BackendReport }
  | { readonly ok: false; readonly error: SerializedError };
