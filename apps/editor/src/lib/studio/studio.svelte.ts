import { isAbortError, KomaError } from '@koma/core/errors';
import type { ImageInfo } from '@koma/core/io';
import type { Recipe } from '@koma/core/document';
import type { ImageOrigin, OperationInputs, ParamValue } from '@koma/core/plugin';
import type { PortableDocument } from '@koma/core/layered';
import type { RasterImage, Rect } from '@koma/core/raster';
import type { MaskOutline } from '@koma/core/tools';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { imageFiles } from '#lib/io/image-files.ts';
import type { Marks } from '#lib/panels/operation-marks.ts';
import { library } from '#lib/plugins/plugin-library.svelte.ts';
import { receiveData } from '#lib/io/receive-data.ts';
import { sendData } from '#lib/io/send-data.ts';
import type {
  DocumentInfo,
  EditCommand,
  HistoryLabel,
  LayerInfo,
  PortableStep,
  RasterListener,
  RasterState,
  RegeneratedPicture,
  RunningWork,
  SelectCommand,
} from '#lib/raster/protocol.ts';
import type { RasterClient } from '#lib/raster/raster-client.ts';
import { backend } from './backend.svelte.ts';
import { formatSeconds } from './format-time.ts';
import { Job } from './job.svelte.ts';
import { findInfo, flattenInfos } from './layer-infos.ts';
import { notices } from './notices.svelte.ts';
import { operationInputs } from './operation-inputs.ts';
import type { OfferedOperation } from './operations.ts';
import { wantedOutputs } from './entering-output.ts';
import { placeOutputs } from './place-outputs.ts';
import { results } from './results.svelte.ts';
import { thumbnails } from './thumbnails.svelte.ts';

export type Placement = OfferedOperation['spec']['placement'][number];

/** An operation to be run, and where its result goes. */
export interface OperationTask {
  readonly operation: OfferedOperation;
  /** Kept with the result; its parameters are the operation's. */
  readonly recipe: Recipe;
  /** Beside or in the place of which the result goes. */
  readonly layer: LayerInfo;
  readonly placement: Placement;
  readonly inputs: (raster: RasterClient) => Promise<OperationInputs>;
}

/** A document in one of its states. */
export interface DocumentVersion {
  readonly id: string;
  readonly state: number;
}

const NOTHING: RasterState = {
  steps: [],
  done: 0,
  oldest: 0,
  state: 0,
  memory: { tiles: 0, history: 0, spilled: 0 },
};

/**
 * The open document as the page knows it, and everything that is done to it. The pixels and the truth are
 * the raster worker's; this mirrors its state and passes commands on, in order.
 */
class Studio {
  #state = $state.raw<RasterState>(NOTHING);
  #raster: RasterClient | undefined;
  #ready = Promise.withResolvers<RasterClient>();
  /** Chosen in the layers panel; the last one is what tools work on. */
  selectedIds = $state.raw<readonly string[]>([]);
  /** What tools paint on: the layer's pixels or its mask. */
  plane = $state<'pixels' | 'mask'>('pixels');
  job = $state.raw<Job>();
  /** A fill or a change of the selection that takes the raster worker longer than a moment. */
  work = $state.raw<Job>();
  /** What has a progress bar and can be cancelled. */
  running = $derived(this.work ?? this.job);
  /** The name of a file being opened. */
  opening = $state<string>();
  /** Whether the before/after slider is wanted; it shows while there is something to compare. */
  comparing = $state(false);
  /** The outline of the selection for the marching ants. */
  outline = $state.raw<MaskOutline>();
  /** Outlines of what a tool has found, shown instead of the selection's. */
  labelOutline = $state.raw<MaskOutline>();
  /** Commands on their way that end the selection: its outline, still on the screen, can't be taken hold of. */
  deselecting = 0;
  /** The document and state that were last written to a file or opened from one. */
  #saved = $state.raw<DocumentVersion>();
  /** Files that are being opened, and those that wait for it. */
  #openings: Promise<void> = Promise.resolve();
  /** The generated group or layer that is being posed on the canvas. */
  posing = $state<string>();
  /** Counts the documents opened: each is shown whole at first. */
  opened = $state(0);

  document = $derived<DocumentInfo | undefined>(this.#state.document);
  /** All layers, the topmost first, groups before what is in them. */
  layers = $derived<readonly LayerInfo[]>(this.document ? flattenInfos(this.document.layers) : []);
  /** What tools and operations work on. */
  selected = $derived<LayerInfo | undefined>(
    this.document && (findInfo(this.document.layers, this.selectedIds.at(-1)) ?? this.document.layers.at(-1)),
  );
  /** All chosen layers that are there. */
  selection = $derived<readonly LayerInfo[]>(
    this.layers.filter(({ id }) => this.selectedIds.includes(id) || id === this.selected?.id),
  );
  steps = $derived(this.#state.steps);
  done = $derived(this.#state.done);
  oldest = $derived(this.#state.oldest);
  memory = $derived(this.#state.memory);
  /** What undo would take back; undefined at the oldest state. */
  undoLabel = $derived<HistoryLabel | undefined>(
    this.#state.done > this.#state.oldest ? this.#state.steps[this.#state.done - 1] : undefined,
  );
  /** What redo would do again. */
  redoLabel = $derived<HistoryLabel | undefined>(this.#state.steps[this.#state.done]);
  /** Steps in force before the last operation, for the before/after slider. */
  before = $derived(this.#state.before);
  /** True where closing the page would lose work. */
  unsaved = $derived(
    this.document !== undefined &&
      !(this.#saved?.id === this.document.id && this.#saved.state === this.#state.state),
  );
  /** True while the document must not be changed by anything else. */
  busy = $derived(this.running !== undefined || this.opening !== undefined || this.posing !== undefined);

  /** What the worker calls. */
  readonly listener: RasterListener = {
    state: (state) => {
      this.#state = state;
      if (this.plane === 'mask' && !this.selected?.mask) this.plane = 'pixels';
    },
    thumbnails: (list) => thumbnails.put(list),
    outline: (outline) => (this.outline = outline),
    labelOutline: (outline) => (this.labelOutline = outline),
    working: (work) => {
      if (!work) this.work = undefined;
      else (this.work ??= this.#startWork(work)).progress(work.fraction);
    },
  };

  #startWork({ id, label }: RunningWork): Job {
    const { width, height } = this.document ?? { width: 0, height: 0 };
    const job = new Job(label, { x: 0, y: 0, width, height });
    job.signal.addEventListener('abort', () => void this.call((raster) => raster.cancelWork(id)));
    return job;
  }

  /** Called once the worker runs. */
  attach(raster: RasterClient): void {
    this.#raster = raster;
    this.#ready.resolve(raster);
  }

  /** The raster worker, once it runs. */
  get raster(): Promise<RasterClient> {
    return this.#ready.promise;
  }

  /** Passes a call on to the worker; what fails is told to the person. @returns undefined then */
  async call<T>(work: (raster: RasterClient) => Promise<T>): Promise<T | undefined> {
    try {
      return await work(this.#raster ?? (await this.#ready.promise));
    } catch (error) {
      if (isAbortError(error)) notices.info(i18n.t('job.cancelled'));
      else notices.error(error);
      return undefined;
    }
  }

  /** Changes layers as one step that can be undone; layers that it makes are selected. */
  async edit(command: EditCommand): Promise<void> {
    if (!this.document || this.busy) return;
    const ids = await this.call((raster) => raster.edit(command));
    if (ids) this.selectedIds = ids;
  }

  /** Changes the selection as one step that can be undone. */
  async select(command: SelectCommand): Promise<void> {
    if (!this.document || this.busy) return;
    const deselects = command.type === 'none';
    if (deselects) this.deselecting++;
    await this.call((raster) => raster.select(command));
    if (deselects) this.deselecting--;
  }

  undo(): void {
    if (!this.busy) void this.call((raster) => raster.undo());
  }

  redo(): void {
    if (!this.busy) void this.call((raster) => raster.redo());
  }

  jump(done: number): void {
    if (!this.busy) void this.call((raster) => raster.jump(done));
  }

  /**
   * Opens files: the first that can be opened as the document, or all as layers (`join`: as layers where there is a
   * document by then). One that fails does not stop the rest. What comes while others are being opened waits for them: a picture is seen a moment before its opening has ended.
   */
  openFiles(files: readonly File[], as: 'document' | 'layer' | 'join' = 'document'): Promise<void> {
    this.#openings = this.#openings.then(() => this.#openAll(files, as));
    return this.#openings;
  }

  /** Never rejects. */
  async #openAll(files: readonly File[], as: 'document' | 'layer' | 'join'): Promise<void> {
    if (this.busy) {
      notices.info(i18n.t('file.busy'));
      return;
    }
    let asLayer = as === 'layer' || (as === 'join' && this.document !== undefined);
    for (const file of files) {
      this.opening = file.name;
      try {
        await imageFiles.open(file, file.name, async (opened, pixels) => {
          if (opened.kind === 'project') {
            const raster = await this.raster;
            await raster.openPortable(pixels);
            this.#shown();
          } else {
            await this.#add(file.name.replace(/\.[^.]+$/, '') || file.name, pixels, opened.info, asLayer);
            tellAboutConversion(file.name, opened.info);
          }
        });
        // The first that opens is the document; a damaged one before it must not make it a layer.
        asLayer = true;
      } catch (error) {
        notices.error(error);
      } finally {
        this.opening = undefined;
      }
    }
  }

  /** A new, empty document. */
  async create(name: string, width: number, height: number, dpi: number, background?: string): Promise<void> {
    if (this.busy) return;
    const names = [i18n.t('layers.paper'), i18n.t('layers.layer', { n: 1 })] as const;
    const id = await this.call((raster) => raster.newDocument(name, width, height, dpi, background, names));
    if (id === undefined) return;
    this.#shown();
    this.selectedIds = [id];
  }

  /** Opens a document that was made here and is in no file yet. @returns whether it was */
  async openMade(document: PortableDocument): Promise<boolean> {
    return this.#give(document, async (raster, port) => {
      await raster.openPortable(port, 'history.new');
      this.#shown(false);
    });
  }

  /** Puts layers into the open document as one step, above the chosen one. @returns whether they are there */
  async addPortable(document: PortableDocument, step: PortableStep): Promise<boolean> {
    return this.#give(document, async (raster, port) => {
      this.selectedIds = [await raster.addPortable(port, this.selected?.id, step)];
    });
  }

  /** Puts a generated picture that was drawn anew into the place of what it was, as one step. @returns whether it is */
  async regenerate(document: PortableDocument, picture: RegeneratedPicture): Promise<boolean> {
    return this.#give(document, (raster, port) => raster.regenerate(port, picture));
  }

  /** Sends a document to the raster worker; what fails is told to the person. Its pictures are given away. */
  async #give(
    document: PortableDocument,
    take: (raster: RasterClient, port: MessagePort) => Promise<void>,
  ): Promise<boolean> {
    if (this.busy) {
      notices.info(i18n.t('file.busy'));
      return false;
    }
    const { port1, port2 } = new MessageChannel();
    sendData(port1, document);
    const done = await this.call(async (raster) => {
      await take(raster, port2);
      return true;
    });
    return done === true;
  }

  /** A part of the visible picture, or all of it. @throws KomaError */
  async picture(rect?: Rect): Promise<RasterImage> {
    const raster = await this.raster;
    const { port1, port2 } = new MessageChannel();
    const received = receiveData<RasterImage>(port2);
    await raster.send(rect ? { type: 'area', rect } : { type: 'flat' }, port1);
    return received;
  }

  async #add(name: string, pixels: MessagePort, info: ImageInfo, asLayer: boolean): Promise<void> {
    const origin: ImageOrigin = {
      format: info.format,
      lossless: info.lossless,
      ...(info.jpegQuality === undefined ? {} : { jpegQuality: info.jpegQuality }),
    };
    const raster = await this.raster;
    if (asLayer && this.document) {
      this.selectedIds = [await raster.addImage(name, pixels, origin, this.selected?.id)];
      return;
    }
    this.selectedIds = [await raster.openImage(name, pixels, origin)];
    this.#shown();
  }

  /** A document has just been opened. @param saved whether it is all in a file */
  #shown(saved = true): void {
    this.opened++;
    if (saved) this.markSaved();
    this.comparing = false;
    this.plane = 'pixels';
  }

  /**
   * Runs an operation on the selected layer and puts the result into the document as one step.
   * @param marks its inputs but the first
   */
  async run(
    operation: OfferedOperation,
    params: Readonly<Record<string, ParamValue>>,
    placement: Placement,
    marks: Marks = {},
  ): Promise<void> {
    const layer = this.selected;
    if (!this.document || !layer) return;
    if (layer.kind === 'group') {
      const message = `"${layer.name}" is a group and has no pixels of its own. Choose a layer in it.`;
      notices.error(new KomaError('LAYER_IS_GROUP', message, { name: layer.name }));
      return;
    }
    // The first input of every operation is the picture that it works on.
    const picture = operation.spec.inputs[0]!.name;
    const recipe: Recipe = {
      plugin: operation.plugin.id,
      pluginVersion: operation.plugin.version,
      operation: operation.spec.id,
      params,
      inputs: { [picture]: { layerId: layer.id }, ...marks },
      placement,
    };
    const find = (id: string) => findInfo(this.document?.layers ?? [], id);
    await this.perform({
      operation,
      recipe,
      layer,
      placement,
      inputs: (raster) =>
        operationInputs(raster, { spec: operation.spec, layer, inputs: recipe.inputs, find }),
    });
  }

  /**
   * Runs an operation as the studio's one job: with progress, preview and Cancel, the result entering the
   * document as one step. How it ended is told to the person.
   * @returns whether there is a result
   */
  async perform(task: OperationTask): Promise<boolean> {
    if (!this.document || this.busy) return false;
    const { operation, recipe, layer, placement } = task;
    const title = i18n.text(operation.spec.title);
    const job = new Job(operation.spec.title, layer.frame);
    this.job = job;
    this.comparing = false;
    try {
      const raster = await this.raster;
      const inputs = await task.inputs(raster);
      const outputs = await backend.host(operation.plugin).run(operation.spec.id, inputs, recipe.params, {
        signal: job.signal,
        outputs: wantedOutputs(operation.spec, recipe.placement),
        onProgress: (fraction, label) => job.progress(fraction, label),
        onPreview: (tile) => job.preview(tile),
      });
      if (!this.document) return false;
      const placed = { operation, outputs, recipe, layer, placement, document: this.document };
      const id = await placeOutputs(raster, placed);
      this.job = undefined;
      library.succeeded(operation.plugin.id);
      if (id !== undefined) this.selectedIds = [id];
      this.comparing = id !== undefined;
      results.show(operation, outputs);
      notices.info(i18n.t('job.done', { title, time: formatSeconds(job.seconds) }));
      return true;
    } catch (error) {
      if (isAbortError(error)) notices.info(i18n.t('job.cancelled'));
      else notices.error(error);
      return false;
    } finally {
      this.job = undefined;
    }
  }

  /** Names the document as it is now, for {@link markSaved}. */
  get version(): DocumentVersion | undefined {
    return this.document && { id: this.document.id, state: this.#state.state };
  }

  /** Tells that a version, the present one if not told, has been written to a file with all that is in it. */
  markSaved(version = this.version): void {
    if (version) this.#saved = version;
  }
}

function tellAboutConversion(name: string, info: ImageInfo): void {
  if (info.animated) notices.info(i18n.t('notice.firstFrame', { name }));
  if (info.hasIccProfile) notices.info(i18n.t('notice.colourProfile', { name }));
  if (info.bitDepth > 8) notices.info(i18n.t('notice.reducedDepth', { name, bits: info.bitDepth }));
}

export const studio = new Studio();
