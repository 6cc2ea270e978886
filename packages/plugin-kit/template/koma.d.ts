// Types of Koma Studio's plugin kit, for editors and type checkers; "koma-plugin create" writes this file.

declare module '@koma/plugin-kit' {
  /** The platform's own cancel error. */
  function abortError(): DOMException;

  /** True for a cancelled job, however it was cancelled. */
  function isAbortError(error: unknown): boolean;

  /** An error with a stable code, an English sentence that says what to do, and the values in it. */
  class KomaError extends Error {
    readonly name: 'KomaError';
    readonly code: KomaErrorCode;
    readonly details: Readonly<Record<string, string | number>>;
    constructor(
      code: KomaErrorCode,
      message: string,
      details?: Readonly<Record<string, string | number>>,
      options?: ErrorOptions | undefined,
    );
  }

  /** Names the parts of a plugin; a plugin's entry module exports its result as default. */
  function definePlugin(plugin: Plugin): Plugin;

  /** The text in the wanted language, else in English. */
  function localize(
    text: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined },
    locale: 'en' | 'ja' | 'zh-Hans',
  ): string;

  /**
   * Lets the messages that have come to this thread be handled. Resolves in a task of its own; unlike
   * `setTimeout` not held back by browsers where it is called again and again.
   */
  function nextTask(): Promise<void>;

  /**
   * Numbers in [0, 1), the same for the same seed everywhere: Chris Doty-Humphrey's sfc32, which passes
   * PractRand, seeded through 12 rounds so that neighbouring seeds have nothing in common.
   * @param seed any integer; only its lower 32 bits count
   */
  function seededRandom(seed: number): () => number;

  /** What a session may use for its whole result. */
  type CommitContext = Omit<OperationContext, 'preview'>;

  /** What an exporter may use besides document and parameters. */
  type ExportContext = Omit<OperationContext, 'preview' | 'wants'>;

  /** A document as its exporter gets it; the pictures are the exporter's own. */
  interface ExportDocument {
    /** Pixels. */
    readonly width: number;
    readonly height: number;
    /** All that is visible, composited; always there. */
    readonly flat?: RasterImage;
    /** From the bottom to the top, groups taken apart and masks applied; there if the manifest says `reads: 'layers'`. */
    readonly layers?: readonly ExportLayer[];
  }

  /** Turns a document into a file: same document, parameters and version give the same bytes. */
  type Exporter = (
    document: ExportDocument,
    params: ParamValues,
    context: ExportContext,
  ) => Promise<FileOutput>;

  /** A layer of an exported document. */
  interface ExportLayer {
    readonly name: string;
    readonly image: RasterImage;
    /** Where the image's top left corner lies, whole pixels of the document. */
    readonly x: number;
    readonly y: number;
    /** 0-1. */
    readonly opacity: number;
    readonly blendMode: BlendMode;
    readonly visible: boolean;
  }

  /** An output of type `file`, and what an exporter makes: something that the person saves. */
  interface FileOutput {
    /** A plain file name with its extension, no folders; the person may change it. */
    readonly name: string;
    /** E.g. `image/png`. */
    readonly mediaType: string;
    /** At most 256 MB; given away. */
    readonly bytes: Uint8Array<ArrayBuffer>;
  }

  /**
   * The code of one generator of the manifest. The host asks an optional question only where a widget of
   * the manifest needs it, and says so where the answer is missing.
   */
  type Generator = { readonly [M in RequiredGeneratorMethod]: Answering<M> } & {
    readonly [M in Exclude<GeneratorMethod, RequiredGeneratorMethod>]?: Answering<M>;
  };

  /** What is answered. */
  type GeneratorAnswer<M extends GeneratorMethod> = GeneratorCalls[M]['answer'];

  /** What a generator may use besides its request. */
  interface GeneratorContext<M extends GeneratorMethod = GeneratorMethod> extends Omit<
    OperationContext,
    'wants'
  > {
    /**
     * Draws SVG text, at most 4096 x 4096; see {@link DrawSvg}. A cancel is heard before each drawing.
     * @throws AbortError once cancelled, KomaError `PLUGIN_FAILED` where the text is refused
     */
    readonly drawSvg: DrawSvg;
    /** Tells what is known of the answer so far, for people to see; it is checked as the answer is. */
    partial(answer: GeneratorAnswer<M>): void;
  }

  /** The name of a question. */
  type GeneratorMethod = keyof GeneratorCalls;

  /**
   * One picture, completely: attribute id -> value, and always a whole number `seed` for everything that
   * has no attribute. Goes through JSON unchanged. Hidden attributes may be absent, all others are there.
   */
  type GeneratorOptions = Readonly<Record<string, OptionValue>>;

  /** What is asked. */
  type GeneratorRequest<M extends GeneratorMethod> = GeneratorCalls[M]['request'];

  /** A place in a picture for which the person says the colour. */
  interface Hint {
    /** Pixels of the picture from its top left corner; pixel centres lie at .5. */
    readonly x: number;
    readonly y: number;
    /** Pixels, > 0. */
    readonly radius: number;
    /** `#rrggbb`, sRGB. */
    readonly color: string;
  }

  /** An input of type `hints`, for the picture that is worked on; where they overlap, later ones win. */
  interface HintsInput {
    readonly hints: readonly Hint[];
  }

  interface ImageInput {
    readonly image: RasterImage;
    /** Absent once the pixels have been edited. */
    readonly origin?: ImageOrigin;
  }

  /** Where a picture came from, as far as an operation may care. */
  interface ImageOrigin {
    readonly format: 'png' | 'jpeg' | 'webp';
    /** False where compression has changed the pixels (JPEG, lossy WebP). */
    readonly lossless: boolean;
    /** libjpeg quality 1-100, estimated from the quantisation tables. */
    readonly jpegQuality?: number;
  }

  type InputValue = ImageInput | HintsInput | PaletteInput | StrokesInput | MaskInput;

  /** The interactive form of an operation whose manifest says `interactive`. */
  interface InteractiveOperation<Inputs = Readonly<Record<string, ImageInput>>> {
    /**
     * @param inputs all inputs but the strokes, checked by the host
     * @returns as soon as strokes can be answered; what makes better answers may go on, but has to let messages
     *   through every few milliseconds
     */
    open(inputs: Inputs, params: ParamValues, context: SessionContext): Promise<InteractiveSession>;
  }

  /** One picture that is being worked on. Its calls come one after the other. */
  interface InteractiveSession {
    /**
     * The answer is a function of strokes and parameters alone: what was sent before must not show in it, and the
     * session finds out what is new.
     * @param strokes all strokes as they are now, with the one that is being drawn
     */
    update(
      strokes: StrokesInput,
      params: ParamValues,
      context: { readonly signal: AbortSignal },
    ): Promise<SessionUpdate>;
    /** The operation's outputs in full quality, as the operation itself gives them for the same inputs. */
    commit(strokes: StrokesInput, params: ParamValues, context: CommitContext): Promise<OperationOutputs>;
    /** Lets go of everything. Called once, and nothing after it. */
    close(): void;
  }

  /** Labels of a rectangle of the picture. */
  interface LabelPatch {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    /** `width * height` bytes: 0 is background, i the i-th of the names, counted from 1. Given away by the sender. */
    readonly labels: Uint8Array<ArrayBuffer>;
  }

  /** An output of type `layers`. */
  interface LayersOutput {
    /** Size of the result in pixels; layers may reach beyond it. */
    readonly width: number;
    readonly height: number;
    /** From the bottom to the top, at least one. */
    readonly layers: readonly OutputLayer[];
  }

  type Locale = 'en' | 'ja' | 'zh-Hans';

  /** A text in every language its author wrote; English is mandatory. */
  type LocalizedText = { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };

  /** An input of type `mask`: what is selected of the picture that is worked on, and of the same size. */
  type MaskInput = MaskOutput;

  /** An output of type `mask`. */
  interface MaskOutput {
    readonly width: number;
    readonly height: number;
    /** Coverage 0-255, `width * height` bytes, rows from the top. */
    readonly data: Uint8Array<ArrayBuffer>;
  }

  /** An output of type `masks`: one of each name that the strokes use besides `fg`; may be none. */
  interface MasksOutput {
    readonly width: number;
    readonly height: number;
    readonly masks: readonly { readonly name: string; readonly data: Uint8Array<ArrayBuffer> }[];
  }

  /**
   * A pure function of its inputs and parameters: same values, version and backend give the same bytes.
   * `Inputs` says what the manifest says of its inputs, pictures unless told otherwise; the host has checked
   * them before it is called.
   */
  type Operation<Inputs = Readonly<Record<string, ImageInput>>> = (
    inputs: Inputs,
    params: ParamValues,
    context: OperationContext,
  ) => Promise<OperationOutputs>;

  /** What an operation may use besides its inputs and parameters. */
  interface OperationContext extends PluginServices {
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

  /** By the names in the manifest; what an input holds is told by its type there. */
  type OperationInputs = Readonly<Record<string, InputValue>>;

  /** By the names in the manifest. Pictures and masks are given away: no two share their bytes. */
  type OperationOutputs = Readonly<Record<string, OutputValue>>;

  /** One layer of a {@link LayersOutput}. */
  interface OutputLayer {
    readonly name: LocalizedText;
    readonly image: RasterImage;
    /** Where the image's top left corner lies, whole pixels of the result. */
    readonly x: number;
    readonly y: number;
    readonly blendMode: BlendMode;
    readonly role: LayerRole;
  }

  type OutputValue =
    RasterImage | LayersOutput | MaskOutput | MasksOutput | TextOutput | PaletteOutput | FileOutput;

  /** An input of type `palette`. */
  interface PaletteInput {
    /** 1-256 colours, `#rrggbb`, sRGB. */
    readonly colors: readonly string[];
  }

  /** An output of type `palette`: 1-256 colours, `#rrggbb`, sRGB. */
  type PaletteOutput = PaletteInput;

  type ParamValue = string | number | boolean;

  /** Complete, validated parameter values by id; a parameter of an unused exclusive member is absent. */
  type ParamValues = Readonly<Record<string, ParamValue>>;

  type Permission = 'layer:read' | 'layer:write' | 'selection:read' | 'storage' | 'network' | 'inference';

  /** What a plugin's entry module exports. */
  interface Plugin {
    /** By id; each of its own inputs. */
    readonly operations: Readonly<Record<string, Operation<never>>>;
    /** The interactive forms of operations, by their id. */
    readonly interactive?: Readonly<Record<string, InteractiveOperation<never>>>;
    /** By id. */
    readonly generators?: Readonly<Record<string, Generator>>;
    /** By id. */
    readonly exporters?: Readonly<Record<string, Exporter>>;
  }

  /** Asks one of the manifest's domains. */
  type PluginFetch = (url: string, request?: PluginRequest) => Promise<PluginResponse>;

  /** The files of the package. */
  interface PluginFiles {
    /** A copy of a file. @throws KomaError `PLUGIN_FAILED` where there is none */
    bytes(path: string): Promise<Uint8Array<ArrayBuffer>>;
  }

  /** A validated `koma-plugin.json`, manifest version 1. Unknown keys are refused. */
  type PluginManifest = {
    manifestVersion: 1;
    id: string;
    version: string;
    engines: { koma: string };
    name: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
    description: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
    author: string;
    license: string;
    entry: string;
    permissions: ('layer:read' | 'layer:write' | 'selection:read' | 'storage' | 'network' | 'inference')[];
    models: {
      id: string;
      file: string;
      bytes: number;
      sha256: string;
      license: string;
      attribution: string;
      probe?:
        | { size: number; values: number[] }
        | {
            inputs: Record<string, { dims: number[]; value?: number | undefined }>;
            outputs: Record<string, number[]>;
          }
        | undefined;
    }[];
    contributes: {
      operations: {
        id: string;
        title: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
        summary: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
        inputs: {
          name: string;
          type: 'image' | 'hints' | 'palette' | 'strokes' | 'mask';
          label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
          hint?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
          optional?: boolean | undefined;
        }[];
        outputs: {
          name: string;
          type: 'file' | 'image' | 'palette' | 'mask' | 'layers' | 'masks' | 'text';
          label?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
        }[];
        params: (
          | {
              type: 'choice';
              options: {
                value: string | number;
                label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
              }[];
              default: string | number;
              id: string;
              label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
              hint?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
              advanced?: boolean | undefined;
              showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
            }
          | {
              type: 'number';
              min: number;
              max: number;
              id: string;
              label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
              integer?: boolean | undefined;
              step?: number | undefined;
              unit?: '' | 'px' | '%' | undefined;
              default?: number | undefined;
              hint?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
              advanced?: boolean | undefined;
              showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
            }
          | {
              type: 'boolean';
              default: boolean;
              id: string;
              label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
              hint?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
              advanced?: boolean | undefined;
              showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
            }
          | {
              type: 'color';
              default: string;
              id: string;
              label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
              hint?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
              advanced?: boolean | undefined;
              showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
            }
          | {
              type: 'seed';
              default: number;
              id: string;
              label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
              hint?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
              advanced?: boolean | undefined;
              showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
            }
          | {
              type: 'text';
              default: string;
              id: string;
              label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
              maxLength?: number | undefined;
              hint?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
              advanced?: boolean | undefined;
              showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
            }
        )[];
        placement: ('resize-document' | 'new-layer' | 'replace-layer')[];
        exclusive?:
          | {
              id: string;
              label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
              members: {
                label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
                params: string[];
              }[];
            }[]
          | undefined;
        interactive?: boolean | undefined;
        ownModels?: { param: string; signature: 'upscaler' | 'denoiser' | 'colorizer' } | undefined;
      }[];
      generators?:
        | {
            id: string;
            title: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
            summary: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
            engine: {
              id: string;
              title: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
            };
            groups: {
              id: string;
              label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
            }[];
            attributes: (
              | {
                  type: 'choice';
                  options: {
                    value: string;
                    label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
                  }[];
                  id: string;
                  group: string;
                  label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
                  expert?: boolean | undefined;
                  showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
                }
              | {
                  type: 'number';
                  min: number;
                  max: number;
                  step: number;
                  id: string;
                  group: string;
                  label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
                  expert?: boolean | undefined;
                  showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
                }
              | {
                  type: 'boolean';
                  id: string;
                  group: string;
                  label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
                  expert?: boolean | undefined;
                  showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
                }
              | {
                  type: 'colour';
                  options: {
                    value: string;
                    label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
                    swatch?: string | undefined;
                  }[];
                  id: string;
                  group: string;
                  label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
                  custom?: boolean | undefined;
                  expert?: boolean | undefined;
                  showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
                }
              | {
                  type: 'hidden';
                  id: string;
                  group: string;
                  label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
                  expert?: boolean | undefined;
                  showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
                }
            )[];
            identity: string[];
            pose: string[];
            size: { min: number; max: number; default: number };
            widgets: (
              | 'palette'
              | 'attributes'
              | 'vary'
              | 'wizard'
              | 'grid'
              | 'breed'
              | 'strip'
              | 'joints'
              | 'history'
              | 'endless'
              | 'faces'
            )[];
            wizard?:
              | {
                  id: string;
                  title: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
                  groups: string[];
                  vary: string[];
                }[]
              | undefined;
            poses?:
              | {
                  attribute: string;
                  label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
                }
              | undefined;
            keyword?: string | undefined;
          }[]
        | undefined;
      tools?:
        | {
            id: string;
            title: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
            operation: string;
            collects: 'strokes' | 'points';
            hint: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
            radius?: number | undefined;
            runs?: 'apply' | 'each' | undefined;
          }[]
        | undefined;
      commands?:
        | {
            id: string;
            title: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
            operation: string;
            params: Record<string, string | number | boolean>;
          }[]
        | undefined;
      exporters?:
        | {
            id: string;
            title: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
            summary: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
            extension: string;
            mediaType: string;
            params: (
              | {
                  type: 'choice';
                  options: {
                    value: string | number;
                    label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
                  }[];
                  default: string | number;
                  id: string;
                  label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
                  hint?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
                  advanced?: boolean | undefined;
                  showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
                }
              | {
                  type: 'number';
                  min: number;
                  max: number;
                  id: string;
                  label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
                  integer?: boolean | undefined;
                  step?: number | undefined;
                  unit?: '' | 'px' | '%' | undefined;
                  default?: number | undefined;
                  hint?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
                  advanced?: boolean | undefined;
                  showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
                }
              | {
                  type: 'boolean';
                  default: boolean;
                  id: string;
                  label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
                  hint?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
                  advanced?: boolean | undefined;
                  showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
                }
              | {
                  type: 'color';
                  default: string;
                  id: string;
                  label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
                  hint?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
                  advanced?: boolean | undefined;
                  showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
                }
              | {
                  type: 'seed';
                  default: number;
                  id: string;
                  label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
                  hint?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
                  advanced?: boolean | undefined;
                  showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
                }
              | {
                  type: 'text';
                  default: string;
                  id: string;
                  label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
                  maxLength?: number | undefined;
                  hint?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
                  advanced?: boolean | undefined;
                  showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
                }
            )[];
            reads: 'layers' | 'flat';
          }[]
        | undefined;
    };
    $schema?: string | undefined;
    homepage?: string | undefined;
    icon?: string | undefined;
    network?:
      | { domains: string[]; reason: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } }
      | undefined;
    files?: Record<string, string> | undefined;
  };

  /** A request to one of the domains in the manifest. */
  interface PluginRequest {
    readonly method?: 'GET' | 'POST';
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: Uint8Array;
  }

  /** A server's answer, whatever its status; redirects are not followed. */
  interface PluginResponse {
    readonly status: number;
    /** By name in lower case. */
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array<ArrayBuffer>;
  }

  /** What the host does for a plugin. Each call throws KomaError `PERMISSION_DENIED` where the person did not allow it. */
  interface PluginServices {
    /** Needs the permission `storage`. */
    readonly storage: PluginStorage;
    /**
     * Needs the permission `network`; only https, only the manifest's domains, no cookies, 20 MB and 30 s at most.
     * Every request is shown to the person.
     * @throws KomaError `PLUGIN_FETCH_FAILED`
     */
    readonly fetch: PluginFetch;
    /** Needs no permission: the plugin's own files. */
    readonly files: PluginFiles;
  }

  /** Bytes that a plugin keeps on the person's machine, by key. Nobody else reads them; removing the plugin removes them. */
  interface PluginStorage {
    /** A copy of what was kept. */
    get(key: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
    /**
     * @param key 1-200 characters
     * @throws KomaError `PLUGIN_STORAGE_FULL` above the quota of 8 MB, keys included
     */
    set(key: string, bytes: Uint8Array): Promise<void>;
    delete(key: string): Promise<void>;
    keys(): Promise<string[]>;
  }

  /** A finished piece of the result, shown while the rest is still being computed. */
  interface PreviewTile {
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

  /** What a session may use while it is open. */
  interface SessionContext extends Omit<OperationContext, 'preview' | 'wants'> {
    /** Aborted when the session is closed. */
    readonly signal: AbortSignal;
    /** Sends a better answer to the last strokes that was found meanwhile. */
    push(update: SessionUpdate): void;
  }

  /** What a session has found out. */
  interface SessionUpdate {
    /** What labels 1, 2, ... stand for: `fg`, then other names in the order in which the strokes first use them. */
    readonly names: readonly string[];
    /** What differs from all that was sent before, at first from nothing but background; absent: nothing does. */
    readonly patch?: LabelPatch | undefined;
    /** What the answer was made of: a reduced picture, the picture, or the picture with its borders refined. */
    readonly sharpness: 'quick' | 'full' | 'refined';
    /** Where a border crosses open paper and is therefore a guess; a stroke of `edge` along it settles it. */
    readonly leaks?: readonly BorderSegment[] | undefined;
  }

  /**
   * A stroke that says what is under it. Labels with a meaning of their own are `fg` (subject), `bg`
   * (background), `erase` (takes earlier paint away, says nothing itself) and `edge` (a border drawn by hand:
   * it belongs to nobody, and a cut along it is free). Any other label is a name of its own.
   */
  interface Stroke {
    readonly label: string;
    /**
     * What the points are: a line that is drawn (the default), or an outline, closed from its end to its start, within
     * or beyond which everything is painted. Areas are rougher than lines and speak more softly, pixel for pixel.
     */
    readonly shape?: 'line' | 'inside' | 'outside' | undefined;
    /** Of a line, pixels of the picture, > 0. */
    readonly radius: number;
    /** `true`: all that is under it has its label, whatever else speaks against it. */
    readonly hard?: boolean | undefined;
    /** From the start to the end; pixels of the picture, whose centres lie at .5; one point is a click. */
    readonly points: readonly (readonly [x: number, y: number])[];
  }

  /** An input of type `strokes`, applied in order: later paint covers earlier paint. May lie outside the picture. */
  interface StrokesInput {
    readonly strokes: readonly Stroke[];
  }

  /** An output of type `text`, shown to the person as it is: no markup. */
  interface TextOutput {
    /** At most 10,000 characters; lines end in a line feed. */
    readonly text: string;
  }

  /** What really runs, for the status bar and for bug reports. */
  interface BackendReport {
    readonly name: BackendName;
    /** CPU threads; 1 for WebGPU. */
    readonly threads: number;
    /** Set when this is not what was asked for. */
    readonly fallback?: { readonly from: BackendName; readonly reason: string };
  }

  /** A model from the plugin's manifest, or bytes that the plugin derived from one. */
  type ModelSource = ({ readonly model: string } | { readonly key: string; readonly bytes: Uint8Array }) &
    ModelSessionOptions;

  /** One loaded graph. Calls must not overlap: ONNX Runtime is not re-entrant in WebAssembly. */
  interface Session {
    /** Runs the graph. The outputs are the caller's, and survive the next call. */
    run(inputs: Readonly<Record<string, Tensor>>): Promise<Record<string, Tensor>>;
    release(): Promise<void>;
  }

  /** A dense tensor in row-major order. `data` belongs to whoever created it. */
  type Tensor =
    | { readonly type: 'float32'; readonly dims: readonly number[]; readonly data: Float32Array }
    | { readonly type: 'int64'; readonly dims: readonly number[]; readonly data: BigInt64Array };

  /** A new, fully transparent black picture. */
  function createImage(width: number, height: number): RasterImage;

  /** How the colour of a layer is mixed with what lies under it. */
  type BlendMode =
    | 'color'
    | 'normal'
    | 'darken'
    | 'multiply'
    | 'color-burn'
    | 'linear-burn'
    | 'lighten'
    | 'screen'
    | 'color-dodge'
    | 'linear-dodge'
    | 'overlay'
    | 'soft-light'
    | 'hard-light'
    | 'difference'
    | 'exclusion'
    | 'hue'
    | 'saturation'
    | 'luminosity';

  /**
   * A picture in memory: straight-alpha (not premultiplied) sRGB, 8 bits a channel, rows from the top,
   * pixels from the left, 4 bytes a pixel in the order R, G, B, A; `data.length === width * height * 4`.
   *
   * Whoever holds it may read it; nobody writes to one that has been given away. It crosses threads by
   * transferring `data.buffer`, which leaves the sender's copy detached.
   */
  interface RasterImage {
    /** Pixels, >= 1. */
    readonly width: number;
    /** Pixels, >= 1. */
    readonly height: number;
    readonly data: Uint8ClampedArray<ArrayBuffer>;
  }

  /**
   * Every error that Koma shows to a person. The `code` is stable and is what the editor translates;
   * the message is the English sentence that the command line prints and that logs keep.
   * Cancelling is not an error: it is the platform's own `AbortError` (see {@link isAbortError}).
   */
  type KomaErrorCode =
    // reading files
    | 'FILE_EMPTY'
    | 'FILE_NOT_AN_IMAGE'
    | 'FILE_FORMAT_UNSUPPORTED'
    | 'FILE_IS_SVG'
    | 'FILE_IS_FOLDER'
    | 'FILE_UNREADABLE'
    | 'FILE_DAMAGED'
    | 'FILE_CMYK'
    | 'IMAGE_TOO_LARGE'
    | 'IMAGE_DECODE_FAILED'
    | 'IMAGE_ENCODE_FAILED'
    | 'IMAGE_TOO_LONG'
    // projects and recipes
    | 'FILE_NOT_A_PROJECT'
    | 'PROJECT_TOO_NEW'
    | 'PROJECT_TOO_LARGE'
    | 'RECIPE_INVALID'
    | 'RECIPE_INPUT_MISSING'
    // files of generated pictures
    | 'OPTIONS_MISSING'
    | 'OPTIONS_INVALID'
    | 'PALETTE_INVALID'
    | 'OPTIONS_TOO_NEW'
    // operations
    | 'OUTPUT_TOO_LARGE'
    | 'PARAMETER_INVALID'
    | 'INPUT_MISSING'
    | 'PICTURE_TOO_SMALL'
    | 'SKETCH_BLANK'
    | 'STYLE_TRANSPARENT'
    | 'HINT_OUTSIDE'
    | 'STROKES_MISSING'
    | 'STROKES_OUTSIDE'
    // editing
    | 'EDIT_FAILED'
    | 'RASTER_CRASHED'
    | 'LAYER_MISSING'
    | 'LAYER_LOCKED'
    | 'LAYER_HIDDEN'
    | 'LAYER_IS_GROUP'
    | 'MASK_MISSING'
    | 'NOTHING_TO_MERGE'
    | 'NOTHING_SELECTED'
    // models and inference
    | 'MODEL_UNAVAILABLE'
    | 'MODEL_CORRUPT'
    | 'MODEL_WRONG_ANSWER'
    | 'INFERENCE_FAILED'
    | 'OUT_OF_MEMORY'
    // plugins
    | 'PLUGIN_MANIFEST_INVALID'
    | 'PLUGIN_MISSING'
    | 'PLUGIN_CRASHED'
    | 'PROGRAM_INCOMPLETE'
    | 'PLUGIN_FAILED'
    // plugins of others, while they run
    | 'PERMISSION_DENIED'
    | 'PLUGIN_STUCK'
    | 'PLUGIN_MISBEHAVED'
    | 'PLUGIN_STORAGE_FULL'
    | 'PLUGIN_FETCH_FAILED'
    | 'SANDBOX_NOT_SAFE'
    // packages of plugins, and lists of them
    | 'PACKAGE_NOT_A_PLUGIN'
    | 'PACKAGE_TOO_LARGE'
    | 'PACKAGE_UNSAFE'
    | 'PACKAGE_INVALID'
    | 'PACKAGE_CHANGED'
    | 'PACKAGE_SIGNATURE_WRONG'
    | 'PACKAGE_NOT_AS_LISTED'
    | 'PLUGIN_INCOMPATIBLE'
    | 'PLUGIN_BLOCKED'
    | 'PLUGIN_NOT_AGREED'
    | 'PLUGIN_INCOMPLETE'
    | 'PLUGIN_SWITCHED_OFF'
    | 'PLUGIN_ID_RESERVED'
    | 'PLUGIN_ID_LOOKALIKE'
    | 'REGISTRY_INVALID'
    | 'OWN_MODEL_UNFIT';

  /** Values that fill the placeholders of a translated message: names, sizes, limits. */
  type ErrorDetails = Readonly<Record<string, string | number>>;

  /** What every generator answers. */
  type RequiredGeneratorMethod = 'sample' | 'draw' | 'layers' | 'vary' | 'breed' | 'between';

  type Answering<M extends GeneratorMethod> = (
    request: GeneratorRequest<M>,
    context: GeneratorContext<M>,
  ) => Promise<GeneratorAnswer<M>>;

  /**
   * The questions, by method: what is asked and what is answered. Every answer is a function of the request
   * alone. Requests own their pictures and bytes; so do answers.
   */
  interface GeneratorCalls {
    /** Options of a seed under wishes. */
    sample: { request: { readonly seed: number; readonly wishes: Wishes }; answer: GeneratorOptions };
    /** A picture whose longer side has `size` pixels, or hardly less where its shape asks for it. */
    draw: {
      request: {
        readonly options: GeneratorOptions;
        readonly size: number;
        /** Default `whole`. */
        readonly look?: GeneratorLook;
      };
      answer: RasterImage;
    };
    /** The same picture in layers for the canvas, with blend modes, clipping and roles. */
    layers: {
      request: {
        readonly options: GeneratorOptions;
        readonly size: number;
        readonly as: LayerSplit;
        /** The language of the layers' names. Default `en`. */
        readonly locale?: Locale;
      };
      answer: PortableDocument;
    };
    /** A near relative: `strength` 0 (the same) to 1 (a stranger); groups in `keep` stay as they are. */
    vary: {
      request: {
        readonly options: GeneratorOptions;
        readonly strength: number;
        readonly seed: number;
        readonly keep: readonly string[];
      };
      answer: GeneratorOptions;
    };
    /**
     * A child. `shares`: how much of `b` each group has, 0 to 1, 0.5 where absent; colours mix in OKLCH,
     * numbers linearly, choices fall by chance.
     */
    breed: {
      request: {
        readonly a: GeneratorOptions;
        readonly b: GeneratorOptions;
        readonly shares: Readonly<Record<string, number>>;
        readonly seed: number;
      };
      answer: GeneratorOptions;
    };
    /**
     * The in-between at `t`, 0 to 1; 0 and 1 give exactly the ends but for groups in `lock`, which stay as
     * they are in `a`. What cannot morph changes at a `t` of its own.
     */
    between: {
      request: {
        readonly a: GeneratorOptions;
        readonly b: GeneratorOptions;
        readonly t: number;
        readonly lock: readonly string[];
      };
      answer: GeneratorOptions;
    };
    /** The joints of the figure, parents before children. */
    joints: { request: { readonly options: GeneratorOptions }; answer: readonly Joint[] };
    /** The pose with one joint as near to a place (fractions of the picture) as limbs allow. */
    moveJoint: {
      request: {
        readonly options: GeneratorOptions;
        readonly joint: string;
        readonly x: number;
        readonly y: number;
      };
      answer: GeneratorOptions;
    };
    /** A name and two or three sentences of plot. */
    blurb: {
      request: { readonly options: GeneratorOptions; readonly locale: Locale };
      answer: { readonly name: string; readonly plot: string };
    };
    /** The faces of any picture, best first. Reports progress and those found so far where it takes long. */
    findFaces: { request: { readonly image: RasterImage }; answer: readonly FaceBox[] };
    /** Wishes for a picture that looks like a face of another one. */
    likeThis: {
      request: { readonly image: RasterImage; readonly face: FaceBox; readonly seed: number };
      answer: Wishes;
    };
    /** The options in a file: JSON text, or a PNG that carries them. */
    readOptions: { request: { readonly bytes: Uint8Array }; answer: GeneratorOptions };
    /** A file with the options: JSON text, or `png` with them put into it. */
    writeOptions: {
      request: { readonly options: GeneratorOptions; readonly png?: Uint8Array };
      answer: Uint8Array;
    };
  }

  /**
   * Draws SVG text to a picture of exactly this size: shapes, gradients, patterns, clips and masks. Text,
   * pictures, scripts and whatever lies outside the document are refused, so the same text gives the same
   * picture everywhere: the same bytes on one machine, and on another but for single pixels of edges.
   */
  type DrawSvg = (svg: string, width: number, height: number) => Promise<RasterImage>;

  /** The value of one attribute. */
  type OptionValue = string | number | boolean;

  /**
   * What a layer is for. Line art lies on top in multiply and bounds fills; a fill layer takes the flats
   * below it.
   */
  type LayerRole = 'none' | 'line-art' | 'fill';

  /** A straight piece of a border, in pixels of the picture. */
  interface BorderSegment {
    readonly x0: number;
    readonly y0: number;
    readonly x1: number;
    readonly y1: number;
  }

  type BackendName = 'webgpu' | 'wasm' | 'native';

  interface ModelSessionOptions {
    /**
     * True for networks with large feature maps: working memory is returned after every run instead of
     * being kept for the next. Halves the memory of a native run, for about a tenth of its time.
     */
    readonly lean?: boolean;
  }

  /** Wishes by attribute id. A wish for `seed` keeps what has no attribute, whatever seed chance draws from. */
  type Wishes = Readonly<Record<string, Wish>>;

  /** What is shown of a character: the finished picture, its line art on white paper, or its colours as a reference. */
  type GeneratorLook = 'whole' | 'sketch' | 'style';

  /**
   * How a picture becomes layers: one a kind (background, flats, shade, highlights, line art), or a group a
   * part of the body with those in it.
   */
  type LayerSplit = 'kinds' | 'parts';

  /**
   * A document as files hold it: plain values and whole pictures, without tiles, history or selection.
   * Everything in it can be cloned and transferred between threads. Readers of files make one, writers
   * take one and only read it.
   */
  interface PortableDocument {
    readonly name: string;
    /** Canvas size in pixels, >= 1. */
    readonly width: number;
    readonly height: number;
    /** Pixels an inch on paper, > 0. */
    readonly dpi: number;
    /** From the bottom to the top. */
    readonly nodes: readonly PortableNode[];
    /** Everything flattened, of the canvas's size; worked out where it is needed and absent. */
    readonly composite?: RasterImage | undefined;
    /** Pictures that are no layers any more but inputs of recipes, by the key that recipes use. */
    readonly kept?: ReadonlyMap<string, ImageInput> | undefined;
  }

  /** A joint of the drawn figure. */
  interface Joint {
    readonly name: string;
    readonly label: LocalizedText;
    /** Fractions of the picture's width and height; outside 0-1 where the picture cuts the figure off. */
    readonly x: number;
    readonly y: number;
    /** The name of the joint that its bone comes from; absent at the root. */
    readonly parent?: string;
    /** Whether `moveJoint` takes it. */
    readonly movable: boolean;
  }

  /** A face in a picture, pixels; `score` is higher the surer, and compares within one picture only. */
  interface FaceBox {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly score: number;
  }

  /** What somebody has decided about one attribute; an absent wish leaves it to chance. */
  type Wish =
    | OptionValue
    /** A number between two, both included. */
    | { readonly min: number; readonly max: number }
    | { readonly oneOf: readonly OptionValue[] };

  type PortableNode = PortableLayer | PortableGroup;

  /** A layer of pixels. */
  interface PortableLayer extends PortableProperties {
    readonly kind: 'layer';
    readonly blendMode: BlendMode;
    readonly role: LayerRole;
    /** Fills that follow the reference layer read it. */
    readonly reference?: boolean | undefined;
    readonly colourMode: ColourMode;
    /** The pixels, cropped to what there is; undefined where there is nothing. */
    readonly image: RasterImage | undefined;
    /** Where the picture's top left corner lies: whole pixels of the document, outside the canvas too. */
    readonly x: number;
    readonly y: number;
    /** How an operation made it. */
    readonly recipe?: Recipe | undefined;
    /** The picture in full where `image` is a scaled copy of it, and the rectangle that it fills. */
    readonly original?: { readonly image: RasterImage; readonly frame: Rect } | undefined;
    /** The file that the pixels come from unchanged. */
    readonly origin?: ImageOrigin | undefined;
  }

  /** Layers that are moved, hidden, masked and blended together. */
  interface PortableGroup extends PortableProperties {
    readonly kind: 'group';
    readonly blendMode: GroupBlendMode;
    /** From the bottom to the top. */
    readonly children: readonly PortableNode[];
    /** Whether the panel shows what is in it. */
    readonly expanded: boolean;
  }

  interface PortableProperties {
    /** Unique in the document. */
    readonly id: string;
    readonly name: string;
    readonly visible: boolean;
    /** 0-1. */
    readonly opacity: number;
    /** Shows only where the nearest sibling below that is not clipped shows. */
    readonly clip: boolean;
    readonly locked: boolean;
    readonly alphaLocked: boolean;
    readonly colourTag: ColourTag;
    readonly mask?: PortableMask | undefined;
    /** How a generator made it, or what is in it. */
    readonly generated?: GeneratorRecipe | undefined;
    /** Which part of the generated picture around it this is. */
    readonly part?: GeneratedPart | undefined;
  }

  /**
   * What may be drawn on a layer: any colour; greys; or black, white and nothing, without antialiasing,
   * for print. Pixels are stored as small as they allow whatever the mode.
   */
  type ColourMode = 'colour' | 'grey' | 'mono';

  /**
   * How a layer was made: all that is needed to make it again. The same recipe over the same pictures, by
   * the same version of the plugin on the same backend, gives the same bytes.
   */
  interface Recipe {
    /** The plugin's id, a reverse domain name. */
    readonly plugin: string;
    /** The version that made the layer, a semantic version. */
    readonly pluginVersion: string;
    /** The operation's id in the plugin's manifest. */
    readonly operation: string;
    /** Parameters by id, as given to the operation. */
    readonly params: Readonly<Record<string, ParamValue>>;
    /** Start of the operation's random numbers, 0 to 2^32 - 1; absent where it uses none. */
    readonly seed?: number | undefined;
    /** By the name of the operation's input. */
    readonly inputs: Readonly<Record<string, RecipeInput>>;
    readonly placement: RecipePlacement;
    /** Of a mask that was joined to another: how, and the key of that one, a kept picture of its coverage as grey. */
    readonly joined?: { readonly mode: Exclude<CombineMode, 'replace'>; readonly kept: string } | undefined;
  }

  /** An axis-aligned rectangle in whole pixels; `x` and `y` are its left and top edge. */
  interface Rect {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }

  /** A group may also let its children blend with what lies under the group. */
  type GroupBlendMode = BlendMode | 'pass-through';

  type ColourTag = 'none' | 'red' | 'orange' | 'yellow' | 'green' | 'blue' | 'violet' | 'grey';

  /** Coverage by which the alpha of a layer or group is multiplied. */
  interface PortableMask {
    /** Undefined where the mask is `outside` everywhere. */
    readonly image: MaskImage | undefined;
    /** The top left corner in pixels of the document. */
    readonly x: number;
    readonly y: number;
    readonly enabled: boolean;
    /** What the mask is beyond its picture. */
    readonly outside: 0 | 255;
    /** How an operation made it. */
    readonly recipe?: Recipe | undefined;
  }

  /**
   * How a group or a layer was generated: all that is needed to draw it again, in another pose, or otherwise. The same
   * recipe with the same version of the plugin gives the same bytes, but where a canvas was scaled with it.
   */
  interface GeneratorRecipe {
    /** The plugin's id, a reverse domain name. */
    readonly plugin: string;
    /** The version that drew it, a semantic version. */
    readonly pluginVersion: string;
    /** The generator's id in the plugin's manifest. */
    readonly generator: string;
    /** The picture, completely; see `GeneratorOptions`. Its seed is among them. */
    readonly options: Readonly<Record<string, OptionValue>>;
    readonly as: GeneratedForm;
    /**
     * The rectangle of the document that the whole picture fills, transparent edges included. Its longer side is the size
     * at which the picture is drawn.
     */
    readonly place: Rect;
  }

  /** Which layer or group of a generated picture a node is. */
  interface GeneratedPart {
    /** The id that the generator gave it: the same kind of layer has the same in every picture. */
    readonly id: string;
    /** Somebody has changed its pixels since: it is never replaced. */
    readonly painted?: boolean | undefined;
  }

  /** Where a recipe's input comes from. */
  type RecipeInput =
    /** A layer that is still in the document, as it is when the recipe is run again. */
    | { readonly layerId: string }
    /** Key of a picture that the document keeps because the operation took its layer's place. */
    | { readonly kept: string }
    /** What a person marked, as the operation was given it. */
    | MarkedInput;

  /** How an operation's result enters the document; the words of a plugin's manifest. */
  type RecipePlacement = 'resize-document' | 'new-layer' | 'replace-layer';

  /** What a new selection does to the one there is. */
  type CombineMode = 'replace' | 'add' | 'subtract' | 'intersect';

  /** One plane of coverage, rows from the top; `data.length === width * height`. */
  interface MaskImage {
    readonly width: number;
    readonly height: number;
    /** 0 hides, 255 shows. */
    readonly data: Uint8Array<ArrayBuffer>;
  }

  type GeneratedForm = 'kinds' | 'parts' | 'whole' | 'sketch' | 'style';

  /** An input that is no picture: it is kept in the recipe itself. */
  type MarkedInput = StrokesInput | HintsInput | PaletteInput;
}
declare module '@koma/plugin-kit/harness' {
  import type {
    PluginRequest,
    PluginStorage,
    OperationInputs,
    OperationOutputs,
    Permission,
    PluginFetch,
    PluginManifest,
    KomaError,
    GeneratorMethod,
    GeneratorRequest,
    GeneratorAnswer,
    ExportDocument,
    FileOutput,
    BackendReport,
    ModelSource,
    Session,
    Tensor,
    InputValue,
    ParamValue,
    OutputValue,
    PluginResponse,
    BackendName,
    KomaErrorCode,
    ErrorDetails,
    LocalizedText,
    PreviewTile,
    GeneratorCalls,
    SessionUpdate,
    StrokesInput,
    RasterImage,
    ExportLayer,
    ModelSessionOptions,
    ImageInput,
    HintsInput,
    PaletteInput,
    MaskInput,
    LayersOutput,
    MaskOutput,
    MasksOutput,
    TextOutput,
    PaletteOutput,
    Wishes,
    GeneratorOptions,
    GeneratorLook,
    LayerSplit,
    Locale,
    PortableDocument,
    Joint,
    FaceBox,
    LabelPatch,
    BorderSegment,
    Stroke,
    BlendMode,
    ImageOrigin,
    Hint,
    OutputLayer,
    Wish,
    OptionValue,
    PortableNode,
    LayerRole,
    PortableLayer,
    PortableGroup,
    ParamValues,
    PortableProperties,
    ColourMode,
    Recipe,
    Rect,
    GroupBlendMode,
    ColourTag,
    PortableMask,
    GeneratorRecipe,
    GeneratedPart,
    RecipeInput,
    RecipePlacement,
    CombineMode,
    MaskImage,
    GeneratedForm,
    MarkedInput,
  } from '@koma/plugin-kit';
  /** A request of a plugin that is being tested. */
  interface RecordedRequest extends PluginRequest {
    readonly url: string;
  }

  /** Models of one plugin in this process; one run at a time, because ONNX Runtime is not re-entrant. */
  function inferenceDesk(service: InferenceService): InferenceDesk;

  /** What a plugin keeps, in memory and with the quota that it has everywhere. @param kept to look at and to fill before */
  function memoryStorage(kept?: Map<string, Uint8Array<ArrayBuffer>>): PluginStorage;

  /**
   * Opens a plugin for tests, under the limits that it has in Koma.
   * @param source its folder, which is packed first; a `.komaplugin` file; or the bytes of one
   * @throws AuthorError, KomaError where it cannot be packed or read
   */
  function openHeadless(
    source: string | Uint8Array<ArrayBufferLike>,
    options?: HeadlessOptions,
  ): Promise<HeadlessPlugin>;

  /** Runs one operation of a plugin in its folder and closes it again. */
  function runHeadless(
    folder: string,
    operation: string,
    inputs: Readonly<Record<string, InputValue>>,
    params?: Readonly<Record<string, ParamValue>>,
  ): Promise<Readonly<Record<string, OutputValue>>>;

  /** How a plugin is tried. */
  interface HeadlessOptions {
    /** What the person allowed; all that the manifest asks for where absent. */
    readonly granted?: readonly Permission[];
    /** Answers the plugin's requests; without it they fail, since a test should not depend on the internet. */
    readonly fetch?: PluginFetch;
    /** Limits that differ from Koma's. */
    readonly limits?: Partial<SandboxLimits>;
    /** How models are run; on the processor where absent. */
    readonly engines?: EngineLoaders;
  }

  /** A plugin that runs as it does in Koma: packed, in a sandbox, through the same checked messages, without a page. */
  interface HeadlessPlugin {
    readonly manifest: PluginManifest;
    readonly package: PluginPackage;
    /** What it noted by `context.log`. */
    readonly logged: readonly string[];
    /** What it sent that no plugin sends; Koma ends a plugin after a few of these. */
    readonly violations: readonly string[];
    /** Why it stopped, where it did. */
    readonly crashes: readonly KomaError[];
    /** Its requests that were let through. */
    readonly requests: readonly RecordedRequest[];
    /** What it keeps by `context.storage`. */
    readonly stored: Map<string, Uint8Array<ArrayBuffer>>;
    /** Runs an operation. @throws KomaError with the sentence that a person would read */
    run(
      operation: string,
      inputs: OperationInputs,
      params?: Params,
      options?: RunOptions,
    ): Promise<OperationOutputs>;
    /** Asks a generator. */
    generate<M extends GeneratorMethod>(
      generator: string,
      method: M,
      request: GeneratorRequest<M>,
      options?: GenerateOptions<M>,
    ): Promise<GeneratorAnswer<M>>;
    /** Opens the interactive form of an operation. */
    openSession(
      operation: string,
      inputs: OperationInputs,
      params: Params,
      options: SessionOptions,
    ): Promise<PluginSession>;
    /** Exports a document. */
    export(exporter: string, document: ExportDocument, params?: Params): Promise<FileOutput>;
    /** Ends it. Always call this, or the test does not end. */
    close(): Promise<void>;
  }

  /**
   * Opens models on the best backend that really works. A backend must answer a known tile correctly
   * before it gets real work; if a GPU fails, then or later, everything moves to the next backend and
   * {@link report} says so. One instance serves one worker and one operation at a time.
   */
  class InferenceService {
    constructor(options: InferenceServiceOptions);
    /** True once a backend runs. */
    readonly started: boolean;
    /** What runs now, or what will be tried first. */
    readonly report: BackendReport;
    /**
     * A session for a model, opened once and kept.
     * @throws KomaError `MODEL_UNAVAILABLE`, `MODEL_CORRUPT`, `MODEL_WRONG_ANSWER` or `INFERENCE_FAILED`
     */
    session(source: ModelSource): Promise<Session>;
    dispose(): Promise<void>;
  }

  /** Models of one plugin, run where it cannot reach. */
  interface InferenceDesk {
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

  /** Parameter values by id; the others have their defaults. */
  type Params = Readonly<Record<string, ParamValue>>;

  /** What one third-party plugin may take of the host. */
  interface SandboxLimits {
    /** From the start to its first word, milliseconds. */
    readonly startMs: number;
    /** Without a sign of life while it works, milliseconds; a host service that works for it counts as one. */
    readonly silenceMs: number;
    /** While it has nothing to do: how often it is asked whether it hears messages, and how long it may take, milliseconds. */
    readonly idleMs: number;
    /** Messages that may come at once, and how many a second on the whole. */
    readonly messages: { readonly burst: number; readonly perSecond: number };
    /** Bytes of pictures and other buffers in one message. */
    readonly messageBytes: number;
    /** The same of all messages, with what their texts and values take: at once, and a second on the whole. */
    readonly bytes: { readonly burst: number; readonly perSecond: number };
    /** UTF-16 units of all texts in one message, names of fields included. */
    readonly text: number;
    /** Values in one message: numbers, texts, fields, items. */
    readonly values: number;
    /** Objects within objects. */
    readonly depth: number;
    /** Requests to host services that wait for their answer. */
    readonly requests: number;
    /** Models that are open at once. */
    readonly models: number;
    /** Messages that are not what they should be, after which it is ended. */
    readonly violations: number;
  }

  /** Starts one backend. Heavy builds of ONNX Runtime are imported only inside these. */
  type EngineLoaders = Partial<Record<BackendName, (threads: number | undefined) => Promise<Engine>>>;

  /** A plugin that was read from its package and is what its manifest says. Nothing of it has run. */
  interface PluginPackage {
    readonly manifest: PluginManifest;
    /** By path, all but manifest and signature. */
    readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
    /** Of the package file, in hexadecimal. */
    readonly sha256: string;
    /** Size of the package file. */
    readonly bytes: number;
    /** Absent where it is not signed. */
    readonly signer?: Signer;
  }

  interface RunOptions {
    readonly signal?: AbortSignal;
    /** Names of the outputs to make; absent: all. */
    readonly outputs?: readonly string[];
    readonly onProgress?: (fraction: number, label?: LocalizedText) => void;
    readonly onPreview?: (tile: PreviewTile) => void;
  }

  interface GenerateOptions<M extends GeneratorMethod = GeneratorMethod> extends Omit<RunOptions, 'outputs'> {
    /** Pictures and files in the request need not be copied. */
    readonly giveAway?: boolean;
    /** Takes what is known of the answer so far, where the generator tells. */
    onPartial?(answer: GeneratorAnswer<M>): void;
  }

  interface SessionOptions {
    /** Stops the opening. */
    readonly signal?: AbortSignal;
    /** Pictures in the inputs need not be copied. */
    readonly giveAway?: boolean;
    /**
     * Told all answers in the order in which they were found, those to strokes as well as better ones that come by
     * themselves: each says what differs from all before.
     */
    readonly onUpdate: (update: SessionUpdate) => void;
    /** How far the picture has been looked at; goes on after the session is open. */
    readonly onProgress?: (fraction: number, label?: LocalizedText) => void;
    /**
     * Told once, where the session ends without having been closed: its worker crashed, or had to be ended because a
     * call did not stop (AbortError). The same strokes in a new session give the same answer.
     */
    readonly onLost?: (error: Error) => void;
  }

  /** An open session, seen from the host's thread. Close it, also where it is lost. */
  class PluginSession {
    constructor(link: SessionLink);
    /** False once it is closed or lost. */
    readonly isOpen: boolean;
    /**
     * Asks for the answer to these strokes. Call it as often as the pen moves: while one call is being answered, only
     * the newest of those that wait is kept.
     * @param strokes kept until answered; must not change
     * @returns once `onUpdate` has the answer; false where newer strokes have taken the place of these, or the session
     *   was closed meanwhile
     * @throws KomaError; AbortError where the session is closed or lost
     */
    update(strokes: StrokesInput, given: Readonly<Record<string, ParamValue>>): Promise<boolean>;
    /**
     * The operation's outputs in full quality, after the updates that wait.
     * @throws KomaError; AbortError where it is cancelled, or the session is closed or lost
     */
    commit(
      strokes: StrokesInput,
      given: Readonly<Record<string, ParamValue>>,
      options?: CommitOptions,
    ): Promise<Readonly<Record<string, OutputValue>>>;
    /** Ends it: nothing is answered from now on. Again, or when lost: nothing. */
    close(): void;
  }

  interface InferenceServiceOptions {
    readonly loaders: EngineLoaders;
    /** Backends to try for `preference: 'auto'`, best first. */
    readonly order: readonly BackendName[];
    readonly request: EngineRequest;
    readonly models: ModelStore;
    readonly onBackend?: (report: BackendReport) => void;
  }

  /** One instance of ONNX Runtime on one backend. */
  interface Engine {
    readonly name: BackendName;
    readonly threads: number;
    /** @param bytes an ONNX model; may be dropped after the call */
    createSession(bytes: Uint8Array, options?: ModelSessionOptions): Promise<Session>;
  }

  /** Who signed a package. */
  interface Signer {
    /** Ed25519 (RFC 8032), 64 hexadecimal digits. */
    readonly publicKey: string;
    /** What people compare: the first 80 bits of the key's SHA-256, as `1234 5678 9abc def0 1234`. */
    readonly fingerprint: string;
  }

  /** What a session needs of its host. */
  interface SessionLink {
    readonly spec: OperationSpec;
    /** Its number in the worker. */
    readonly id: number;
    /** Aborted with the reason when the worker is gone. */
    readonly lost: AbortSignal;
    /** Does a call after the jobs already queued, in the session's own worker. */
    readonly call: <T>(signal: AbortSignal, send: (api: WorkerClient) => Promise<T>) => Promise<T>;
    /** Lets the worker forget the session. */
    readonly close: () => void;
  }

  type Given = Readonly<Record<string, ParamValue>>;

  interface CommitOptions {
    readonly signal?: AbortSignal;
    /** Names of the outputs to make; absent: all. */
    readonly outputs?: readonly string[];
  }

  /** What is asked for. */
  interface EngineRequest {
    readonly preference: 'auto' | BackendName;
    /** CPU threads wanted; absent: chosen from the machine. */
    readonly threads?: number;
  }

  interface ModelStore {
    spec(id: string): ModelSpec;
    /**
     * The model's bytes, verified against the manifest's length and SHA-256.
     * @throws KomaError `MODEL_UNAVAILABLE` or `MODEL_CORRUPT`
     */
    bytes(id: string): Promise<Uint8Array>;
  }

  /** An operation as its manifest describes it. */
  type OperationSpec = {
    id: string;
    title: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
    summary: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
    inputs: {
      name: string;
      type: 'image' | 'hints' | 'palette' | 'strokes' | 'mask';
      label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
      hint?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
      optional?: boolean | undefined;
    }[];
    outputs: {
      name: string;
      type: 'file' | 'image' | 'palette' | 'mask' | 'layers' | 'masks' | 'text';
      label?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
    }[];
    params: (
      | {
          type: 'choice';
          options: {
            value: string | number;
            label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
          }[];
          default: string | number;
          id: string;
          label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
          hint?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
          advanced?: boolean | undefined;
          showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
        }
      | {
          type: 'number';
          min: number;
          max: number;
          id: string;
          label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
          integer?: boolean | undefined;
          step?: number | undefined;
          unit?: '' | 'px' | '%' | undefined;
          default?: number | undefined;
          hint?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
          advanced?: boolean | undefined;
          showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
        }
      | {
          type: 'boolean';
          default: boolean;
          id: string;
          label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
          hint?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
          advanced?: boolean | undefined;
          showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
        }
      | {
          type: 'color';
          default: string;
          id: string;
          label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
          hint?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
          advanced?: boolean | undefined;
          showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
        }
      | {
          type: 'seed';
          default: number;
          id: string;
          label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
          hint?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
          advanced?: boolean | undefined;
          showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
        }
      | {
          type: 'text';
          default: string;
          id: string;
          label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
          maxLength?: number | undefined;
          hint?: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined } | undefined;
          advanced?: boolean | undefined;
          showIf?: { param: string; is: (string | number | boolean)[] } | undefined;
        }
    )[];
    placement: ('resize-document' | 'new-layer' | 'replace-layer')[];
    exclusive?:
      | {
          id: string;
          label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
          members: {
            label: { en: string; ja?: string | undefined; 'zh-Hans'?: string | undefined };
            params: string[];
          }[];
        }[]
      | undefined;
    interactive?: boolean | undefined;
    ownModels?: { param: string; signature: 'upscaler' | 'denoiser' | 'colorizer' } | undefined;
  };

  /**
   * The host's end of a plugin's worker, whatever carries the messages. Every call but the last two is answered, unless
   * the worker is gone before that. `transfer` names the memory in the call that is given away.
   */
  interface WorkerClient {
    run(
      call: OperationCall,
      listener: OperationListener,
      transfer: readonly ArrayBuffer[],
    ): Promise<OperationReply>;
    generate<M extends GeneratorMethod>(
      call: GeneratorCall<M>,
      listener: OperationListener,
      transfer: readonly ArrayBuffer[],
    ): Promise<GeneratorReply<M>>;
    export(
      call: ExportCall,
      listener: OperationListener,
      transfer: readonly ArrayBuffer[],
    ): Promise<ExportReply>;
    openSession(
      call: OpenCall,
      listener: SessionListener,
      transfer: readonly ArrayBuffer[],
    ): Promise<OpenReply>;
    updateSession(call: UpdateCall): Promise<UpdateReply>;
    commitSession(call: CommitCall): Promise<OperationReply>;
    closeSession(session: number): void;
    /** Asks whatever is being answered to stop at its next check. */
    cancel(): void;
  }

  /** What a manifest says about a model. */
  interface ModelSpec {
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

  interface OperationCall {
    readonly operation: string;
    readonly inputs: OperationInputs;
    readonly params: ParamValues;
    /** Names of the outputs that are asked for; absent: all. */
    readonly outputs?: readonly string[];
  }

  /** Called from the worker, answered on the host's thread. */
  interface OperationListener {
    progress(fraction: number, label?: LocalizedText): void;
    preview(tile: PreviewTile): void;
    backend(report: BackendReport): void;
    /** What a generator knows of its answer so far; checked. */
    partial?(answer: GeneratorAnswer<GeneratorMethod>): void;
  }

  type OperationReply =
    | { readonly ok: true; readonly outputs: OperationOutputs; readonly backend: BackendReport }
    | { readonly ok: false; readonly error: SerializedError };

  /** One question to a generator. */
  interface GeneratorCall<M extends GeneratorMethod = GeneratorMethod> {
    readonly generator: string;
    readonly method: M;
    readonly request: GeneratorRequest<M>;
  }

  type GeneratorReply<M extends GeneratorMethod> =
    | { readonly ok: true; readonly answer: GeneratorAnswer<M> }
    | { readonly ok: false; readonly error: SerializedError };

  /** One document to be exported. */
  interface ExportCall {
    readonly exporter: string;
    readonly document: ExportDocument;
    readonly params: ParamValues;
  }

  type ExportReply =
    | { readonly ok: true; readonly file: FileOutput }
    | { readonly ok: false; readonly error: SerializedError };

  /** Opens a session. */
  interface OpenCall {
    readonly operation: string;
    /** All inputs but the strokes. */
    readonly inputs: OperationInputs;
    readonly params: ParamValues;
  }

  /** Called from the worker as long as the session is open, answered on the host's thread. */
  interface SessionListener {
    progress(fraction: number, label?: LocalizedText): void;
    update(update: SessionUpdate): void;
    backend(report: BackendReport): void;
  }

  type OpenReply =
    { readonly ok: true; readonly session: number } | { readonly ok: false; readonly error: SerializedError };

  /** What strokes mean in an open session. */
  interface UpdateCall {
    readonly session: number;
    readonly strokes: StrokesInput;
    readonly params: ParamValues;
  }

  /** An answer is sent to the listener, so that all of them arrive in the order in which they were found. */
  type UpdateReply = { readonly ok: true } | { readonly ok: false; readonly error: SerializedError };

  interface CommitCall extends UpdateCall {
    /** Names of the outputs that are asked for; absent: all. */
    readonly outputs?: readonly string[];
  }

  /** A stored answer of a model to known input, made with native ONNX Runtime on the CPU. */
  type ModelProbe = TileProbe | TensorProbe;

  /** The form in which an error crosses a worker boundary (structured clone drops class and fields). */
  interface SerializedError {
    readonly code: KomaErrorCode | 'ABORTED';
    readonly message: string;
    readonly details: ErrorDetails;
  }

  /** The answer `y` of a network over pictures to one known tile `x`. */
  interface TileProbe {
    /** Side of the square input tile in pixels. */
    readonly size: number;
    /** Samples of the output `y`, evenly spaced from its first to its last value. */
    readonly values: readonly number[];
  }

  /** The answers of a network to known float32 tensors, each by its name in the graph. */
  interface TensorProbe {
    readonly inputs: Readonly<Record<string, ProbeTensor>>;
    /** Samples of each output, evenly spaced from its first to its last value. */
    readonly outputs: Readonly<Record<string, readonly number[]>>;
  }

  /** A known input. */
  interface ProbeTensor {
    readonly dims: readonly number[];
    /** What all values are; absent: those of {@link probeTensor}. */
    readonly value?: number | undefined;
  }
}
