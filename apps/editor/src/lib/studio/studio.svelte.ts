import {
  addLayer,
  documentFromImage,
  findLayer,
  flattenDocument,
  History,
  moveLayer,
  removeLayer,
  updateLayer,
  type KomaDocument,
  type Layer,
} from '@koma/core/document';
import { isAbortError } from '@koma/core/errors';
import type { ImageInfo } from '@koma/core/io';
import type { ImageOrigin, LocalizedText, ParamValue } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { i18n, type MessageKey } from '#lib/i18n/i18n.svelte.ts';
import { imageFiles } from '#lib/io/image-files.ts';
import { backend } from './backend.svelte.ts';
import { formatSeconds } from './format-time.ts';
import { Job } from './job.svelte.ts';
import { notices } from './notices.svelte.ts';
import type { OfferedOperation } from './operations.ts';
import { placeResult, type Placement } from './place-result.ts';

/** What a step is called: one of our messages, or the title of a plugin's operation. */
export type HistoryLabel = Extract<MessageKey, `history.${string}`> | LocalizedText;

/**
 * The open document and what is done to it. All edits go through {@link Studio.edit}, so that all can
 * be undone. UI state (view, dialogs) lives elsewhere.
 */
class Studio {
  #history = $state.raw<History<HistoryLabel>>();
  selectedId = $state<string>();
  job = $state.raw<Job>();
  /** The name of a file being opened. */
  opening = $state<string>();
  /** Whether the before/after slider is wanted; it shows while there is something to compare. */
  comparing = $state(false);
  /** What was last written to a file or opened from one. */
  #saved = $state.raw<KomaDocument>();
  /** Counts the documents opened: each is shown whole at first. */
  opened = $state(0);

  document = $derived(this.#history?.document);
  selected = $derived(
    this.document && (findLayer(this.document, this.selectedId) ?? this.document.layers.at(-1)),
  );
  undoLabel = $derived(this.#history?.undoLabel);
  redoLabel = $derived(this.#history?.redoLabel);
  /** The document before the last operation that is still in force, for the before/after slider. */
  before = $derived(
    this.#history?.before(
      (label) => typeof label !== 'string',
      (label) => label === 'history.open',
    ),
  );
  /** True where closing the page would lose work. */
  unsaved = $derived(this.document !== undefined && this.document !== this.#saved);
  /** True while the document must not be changed by anything else. */
  busy = $derived(this.job !== undefined || this.opening !== undefined);

  /** Makes an edit that can be undone. `amend` joins it to the last one of the same kind. */
  edit(label: HistoryLabel, change: (document: KomaDocument) => KomaDocument, amend = false): void {
    const history = this.#history;
    if (!history || this.job) return;
    const next = change(history.document);
    this.#history = amend ? history.amend(next, label) : history.push(next, label);
  }

  undo(): void {
    if (!this.busy) this.#history = this.#history?.undo();
  }

  redo(): void {
    if (!this.busy) this.#history = this.#history?.redo();
  }

  /** Opens files: the first that can be opened as the document, or all as layers. One that fails does not stop the rest. */
  async openFiles(files: readonly File[], as: 'document' | 'layer' = 'document'): Promise<void> {
    if (this.busy) {
      notices.info(i18n.t('file.busy'));
      return;
    }
    let asLayer = as === 'layer';
    for (const file of files) {
      this.opening = file.name;
      try {
        const { image, info } = await imageFiles.open(file, file.name);
        this.#add(file.name.replace(/\.[^.]+$/, '') || file.name, image, info, asLayer);
        // The first that opens is the document; a damaged one before it must not make it a layer.
        asLayer = true;
        tellAboutConversion(file.name, info);
      } catch (error) {
        notices.error(error);
      } finally {
        this.opening = undefined;
      }
    }
  }

  #add(name: string, image: RasterImage, info: ImageInfo, asLayer: boolean): void {
    const origin: ImageOrigin = {
      format: info.format,
      lossless: info.lossless,
      ...(info.jpegQuality === undefined ? {} : { jpegQuality: info.jpegQuality }),
    };
    if (asLayer && this.document) {
      const frame = { x: 0, y: 0, width: image.width, height: image.height };
      this.edit('history.addLayer', (document) =>
        addLayer(document, { name, visible: true, opacity: 1, image, frame, origin }, this.selected?.id),
      );
      this.selectedId = this.document.layers.find((layer) => layer.image === image)?.id;
      return;
    }
    const document = documentFromImage(name, image, origin);
    // Opening is a step like any other: undo brings the previous document back.
    this.#history = this.#history?.push(document, 'history.open') ?? History.start(document, 'history.open');
    this.selectedId = document.layers[0]?.id;
    this.opened++;
    this.#saved = document;
    this.comparing = false;
  }

  updateLayer(layer: Layer, change: Partial<Layer>, label: HistoryLabel, amend = false): void {
    this.edit(label, (document) => updateLayer(document, layer.id, change), amend);
  }

  deleteLayer(layer: Layer): void {
    if (!this.busy) this.edit('history.deleteLayer', (document) => removeLayer(document, layer.id));
  }

  moveLayer(layer: Layer, index: number): void {
    this.edit('history.moveLayer', (document) => moveLayer(document, layer.id, index));
  }

  /** Runs an operation on the selected layer and puts the result into the document as one step. */
  async run(
    operation: OfferedOperation,
    params: Readonly<Record<string, ParamValue>>,
    placement: Placement,
  ): Promise<void> {
    const [document, layer] = [this.document, this.selected];
    if (!document || !layer || this.busy) return;
    const title = i18n.text(operation.spec.title);
    const job = new Job(operation.spec.title, layer.frame);
    this.job = job;
    this.comparing = false;
    try {
      const input = { image: layer.image, ...(layer.origin ? { origin: layer.origin } : {}) };
      const outputs = await backend.host(operation.plugin).run(operation.spec.id, { image: input }, params, {
        signal: job.signal,
        onProgress: (fraction, label) => job.progress(fraction, label),
        onPreview: (tile) => job.preview(tile),
      });
      const image = outputs['image'];
      if (!image) return;
      const placed = placeResult(document, layer, image, placement, title);
      this.job = undefined;
      this.edit(operation.spec.title, () => placed.document);
      this.selectedId = placed.layerId;
      this.comparing = true;
      notices.info(i18n.t('job.done', { title, time: formatSeconds(job.seconds) }));
    } catch (error) {
      if (isAbortError(error)) notices.info(i18n.t('job.cancelled'));
      else notices.error(error);
    } finally {
      this.job = undefined;
    }
  }

  /** Tells that the document as it is has been written to a file. */
  markSaved(): void {
    this.#saved = this.document;
  }

  /** What is exported or copied: everything, or one layer with all its pixels. */
  flatten(what: 'document' | 'layer' = 'document'): RasterImage | undefined {
    if (what === 'layer') return this.selected?.image;
    return this.document && flattenDocument(this.document);
  }
}

function tellAboutConversion(name: string, info: ImageInfo): void {
  if (info.animated) notices.info(i18n.t('notice.firstFrame', { name }));
  if (info.hasIccProfile) notices.info(i18n.t('notice.colourProfile', { name }));
  if (info.bitDepth > 8) notices.info(i18n.t('notice.reducedDepth', { name, bits: info.bitDepth }));
}

export const studio = new Studio();
