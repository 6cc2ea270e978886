/**
 * What an operation and its host say to each other. Types only: both sides of the worker boundary
 * share this file, and neither pulls in the other's code.
 */
import type { BackendReport, EngineRequest, ModelSource, Session } from '../inference/index.ts';
import type { LayerRole } from '../document/index.ts';
import type { BlendMode, RasterImage } from '../raster/index.ts';
import type { SerializedError } from '../errors.ts';
import type { Generator, GeneratorAnswer, GeneratorMethod, GeneratorRequest } from './generator.ts';
import type {
  InteractiveOperation,
  MaskOutput,
  MasksOutput,
  SessionWorkerApi,
  StrokesInput,
} from './interactive.ts';
import type { LocalizedText } from './manifest.ts';
import type { ParamValues } from './params.ts';
import type { PluginServices } from './plugin-services.ts';
import type { ExportDocument, Exporter, FileOutput } from './exporter.ts';

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

/** A place in a picture for which the person says the colour. */
export interface Hint {
  /** Pixels of the picture from its top left corner; pixel centres lie at .5. */
  readonly x: number;
  readonly y: number;
  /** Pixels, > 0. */
  readonly radius: number;
  /** `#rrggbb`, sRGB. */
  readonly color: string;
}

/** An input of type `hints`, for the picture that is worked on; where they overlap, later ones win. */
export interface HintsInput {
  readonly hints: readonly Hint[];
}

/** An input of type `palette`. */
export interface PaletteInput {
  /** 1-256 colours, `#rrggbb`, sRGB. */
  readonly colors: readonly string[];
}

/** An input of type `mask`: what is selected of the picture that is worked on, and of the same size. */
export type MaskInput = MaskOutput;

export type InputValue = ImageInput | HintsInput | PaletteInput | StrokesInput | MaskInput;
/** By the names in the manifest; what an input holds is told by its type there. */
export type OperationInputs = Readonly<Record<string, InputValue>>;

/** One layer of a {@link LayersOutput}. */
export interface OutputLayer {
  readonly name: LocalizedText;
  readonly image: RasterImage;
  /** Where the image's top left corner lies, whole pixels of the result. */
  readonly x: number;
  readonly y: number;
  readonly blendMode: BlendMode;
  readonly role: LayerRole;
}

/** An output of type `layers`. */
export interface LayersOutput {
  /** Size of the result in pixels; layers may reach beyond it. */
  readonly width: number;
  readonly height: number;
  /** From the bottom to the top, at least one. */
  readonly layers: readonly OutputLayer[];
}

/** An output of type `text`, shown to the person as it is: no markup. */
export interface TextOutput {
  /** At most 10,000 characters; lines end in a line feed. */
  readonly text: string;
}

/** An output of type `palette`: 1-256 colours, `#rrggbb`, sRGB. */
export type PaletteOutput = PaletteInput;

export type OutputValue =
  RasterImage | LayersOutput | MaskOutput | MasksOutput | TextOutput | PaletteOutput | FileOutput;
/** By the names in the manifest. Pictures and masks are given away: no two share their bytes. */
export type OperationOutputs = Readonly<Record<string, OutputValue>>;

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
export interface OperationContext extends PluginServices {
  /** Aborted when the person cancels; check it between tiles. */
  readonly signal: AbortSignal;
  /** @param fraction 0-1, never falling; @param label what is being done */
  progress(fraction: number, label?: LocalizedText): void;
  preview(tile: PreviewTile): void;
  /** Whether the host asks for this output; one that it does not ask for need not be made. */
  wants(output: string): boolean;
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

/**
 * A pure function of its inputs and parameters: same values, version and backend give the same bytes.
 * `Inputs` says what the manifest says of its inputs, pictures unless told otherwise; the host has checked
 * them before it is called.
 */
export type Operation<Inputs = Readonly<Record<string, ImageInput>>> = (
  inputs: Inputs,
  params: ParamValues,
  context: OperationContext,
) => Promise<OperationOutputs>;

/** What a plugin's entry module exports. */
export interface Plugin {
  /** By id; each of its own inputs. */
  readonly operations: Readonly<Record<string, Operation<never>>>;
  /** The interactive forms of operations, by their id. */
  readonly interactive?: Readonly<Record<string, InteractiveOperation<never>>>;
  /** By id. */
  readonly generators?: Readonly<Record<string, Generator>>;
  /** By id. */
  readonly exporters?: Readonly<Record<string, Exporter>>;
}

/** What the host can ask of a plugin's worker. */
export interface PluginWorkerApi extends SessionWorkerApi {
  /** Must be called once, first. */
  init(engine: EngineRequest): Promise<void>;
  run(call: OperationCall, listener: OperationListener): Promise<OperationReply>;
  generate<M extends GeneratorMethod>(
    call: GeneratorCall<M>,
    listener: OperationListener,
  ): Promise<GeneratorReply<M>>;
  export(call: ExportCall, listener: OperationListener): Promise<ExportReply>;
  /** Asks the running operation, generator or call of a session to stop at its next check. */
  cancel(): void;
}

export interface OperationCall {
  readonly operation: string;
  readonly inputs: OperationInputs;
  readonly params: ParamValues;
  /** Names of the outputs that are asked for; absent: all. */
  readonly outputs?: readonly string[];
}

/** One document to be exported. */
export interface ExportCall {
  readonly exporter: string;
  readonly document: ExportDocument;
  readonly params: ParamValues;
}

/** One question to a generator. */
export interface GeneratorCall<M extends GeneratorMethod = GeneratorMethod> {
  readonly generator: string;
  readonly method: M;
  readonly request: GeneratorRequest<M>;
}

/** Called from the worker, answered on the host's thread. */
export interface OperationListener {
  progress(fraction: number, label?: LocalizedText): void;
  preview(tile: PreviewTile): void;
  backend(report: BackendReport): void;
  /** What a generator knows of its answer so far; checked. */
  partial?(answer: GeneratorAnswer<GeneratorMethod>): void;
}

export type OperationReply =
  | { readonly ok: true; readonly outputs: OperationOutputs; readonly backend: BackendReport }
  | { readonly ok: false; readonly error: SerializedError };

export type ExportReply =
  { readonly ok: true; readonly file: FileOutput } | { readonly ok: false; readonly error: SerializedError };

export type GeneratorReply<M extends GeneratorMethod> =
  | { readonly ok: true; readonly answer: GeneratorAnswer<M> }
  | { readonly ok: false; readonly error: SerializedError };
