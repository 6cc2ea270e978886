/** The worker that owns the document: every pixel, every step of the history, and the viewport's canvas. */
import { KomaError } from '@koma/core/errors';
import { TileStore, type RasterImage, type TileMap } from '@koma/core/raster';
import type { PortableDocument } from '@koma/core/layered';
import type { ExportDocument } from '@koma/core/plugin';
import type { Mask } from '@koma/core/tools';
import * as Comlink from 'comlink';
import { installPortTransfer } from '#lib/io/port-transfer.ts';
import { receiveData } from '#lib/io/receive-data.ts';
import { sendData } from '#lib/io/send-data.ts';
import { breathe } from './breathe.ts';
import { installErrorTransfer } from './error-transfer.ts';
import { FlattenPool } from './flatten-pool/flatten-pool.ts';
import { documentInfo } from './layer-info.ts';
import { openSpill } from './opfs-spill.ts';
import type {
  EditCommand,
  OperationResult,
  PlacedCut,
  RasterApi,
  RasterContent,
  RasterListener,
  RasterState,
  Scene,
  SelectCommand,
  SelectionMade,
  SelectionMode,
  UpdatedCut,
} from './protocol.ts';
import { RasterEngine, type EngineEvents } from './raster-engine.ts';
import { regionPreview } from './region-preview.ts';
import { labelOfSelection } from './select-commands.ts';
import { selectionOutline } from './selection-outline.ts';
import { ThumbnailMaker } from './thumbnail-maker.ts';
import { WorkQueue } from './work-queue.ts';
import { ViewportLoop } from './viewport-loop.ts';

installErrorTransfer();
installPortTransfer();

let engine!: RasterEngine;
let loop!: ViewportLoop;
let listener!: Comlink.Remote<RasterListener>;
let thumbnails!: ThumbnailMaker;
let scene: Scene | undefined;
let outlined: TileMap | undefined;
/** Resolves when the page knows of the last change. */
let told: Promise<unknown> = Promise.resolve();

async function start(
  canvas: OffscreenCanvas,
  listen: RasterListener,
  { isolated }: { readonly isolated: boolean },
): Promise<void> {
  listener = listen as unknown as Comlink.Remote<RasterListener>;
  const spill = await openSpill();
  const store = new TileStore({ shared: isolated, ...(spill ? { spill } : {}) });
  const events: EngineEvents = {
    changed: (dirty) => {
      loop.update(engine.shown, dirty);
      tell();
    },
    painting: (session, rows) => loop.paint(session?.live, rows),
  };
  engine = new RasterEngine(store, events, isolated ? new FlattenPool() : undefined);
  loop = new ViewportLoop(canvas, store, (done) => engine.versionAt(done));
  thumbnails = new ThumbnailMaker(store, (list) => void listener.thumbnails(list));
}

/** Long work and what is asked for meanwhile. */
const queue = new WorkQueue({
  working: (work) => void listener.working(work),
  growing: (region) => loop.preview(region && regionPreview(region)),
  breathe,
  now: () => performance.now(),
});

/** Sends the page what it shows. */
function tell(): void {
  const { document, editing, store } = engine;
  const { steps, done } = editing;
  const state: RasterState = {
    ...(document ? { document: documentInfo(document) } : {}),
    steps: steps.map(({ label }) => label),
    done,
    oldest: engine.oldest,
    state: editing.state,
    before: lastOperation(),
    memory: { tiles: store.usedBytes, history: editing.historyBytes, spilled: store.spilledBytes },
  };
  told = listener.state(state);
  thumbnails.update(document);
  if (document?.selection === outlined) return;
  outlined = document?.selection;
  const outline = document && selectionOutline(store, document);
  // Given away, not copied: the outline of a page of screentone has millions of points.
  const buffers = outline ? [outline.points.buffer, outline.starts.buffer] : [];
  told = Promise.all([told, listener.outline(outline && Comlink.transfer(outline, buffers))]);
}

/** Milliseconds from a change of labels to their outlines: finding these takes as long as some frames. */
const OUTLINE_DELAY = 60;
let outlineTimer: ReturnType<typeof setTimeout> | undefined;
let hasLabelOutline = false;

/** Tells of the outlines of labels, not at every change, and that there are none any more. */
function tellLabels(): void {
  outlineTimer ??= setTimeout(() => {
    outlineTimer = undefined;
    const outline = loop.labels?.outline();
    if (!outline && !hasLabelOutline) return;
    hasLabelOutline = outline !== undefined;
    const buffers = outline ? [outline.points.buffer, outline.starts.buffer] : [];
    void listener.labelOutline(outline && Comlink.transfer(outline, buffers));
  }, OUTLINE_DELAY);
}

/** Steps in force before the last operation of a plugin that still is. */
function lastOperation(): number | undefined {
  const { steps, done } = engine.editing;
  for (let i = done - 1; i >= 0; i--) {
    const { label } = steps[i]!;
    if (typeof label !== 'string') return i;
    if (label === 'history.open' || label === 'history.new') return undefined;
  }
  return undefined;
}

const give = <T extends { readonly data: { readonly buffer: ArrayBufferLike } } | undefined>(image: T): T =>
  image ? Comlink.transfer(image, [image.data.buffer as ArrayBuffer]) : image;

async function contentOf(content: RasterContent): Promise<RasterImage | PortableDocument | ExportDocument> {
  switch (content.type) {
    case 'flat':
      return engine.flattenFast();
    case 'layer':
      return engine.layerImage(content.id);
    case 'selection': {
      const image = engine.copySelection(content.layerId);
      if (!image) throw new KomaError('LAYER_MISSING', 'Open a picture first.');
      return image;
    }
    case 'area':
      return engine.area(content.rect);
    case 'cut':
      return engine.cutPicture(content.source);
    case 'export':
      return engine.exported(content.layers);
    case 'project':
      return engine.portable();
  }
}

/** A call whose answer comes after the news of what it changed: the page may rely on both together. */
const change =
  <A extends unknown[], T>(work: (...parameters: A) => T | Promise<Awaited<T>>) =>
  async (...parameters: A): Promise<Awaited<T>> => {
    const result = await work(...parameters);
    await told;
    return result;
  };

/** The same calls, some answered later. */
type Answered<T> = {
  readonly [K in keyof T]: T[K] extends (...parameters: infer A) => infer R
    ? (...parameters: A) => R | Promise<Awaited<R>>
    : never;
};

const api: Answered<RasterApi> = {
  start,
  resize: (width, height, ratio) => loop.resize(width, height, ratio),
  show: (next) => {
    scene = next;
    loop.show(next);
  },
  preview: (piece) => loop.preview(piece),
  showLabels: (look) => {
    loop.showLabels(look);
    tellLabels();
  },
  putLabels: (piece) => {
    loop.putLabels(piece);
    tellLabels();
  },
  cancelWork: (id) => queue.cancel(id),
  newDocument: change((...parameters: Parameters<RasterApi['newDocument']>) =>
    engine.newDocument(...parameters),
  ),
  openImage: async (name, pixels, origin) => {
    const image = await receiveData<RasterImage>(pixels);
    return change(() => queue.after(() => engine.openImage(name, image, origin)))();
  },
  addImage: async (name, pixels, origin, above) => {
    const image = await receiveData<RasterImage>(pixels);
    return change(() => queue.after(() => engine.addImage(name, image, origin, above)))();
  },
  openPortable: async (document, step) => {
    const portable = await receiveData<PortableDocument>(document);
    return change(() => queue.after(() => engine.openPortable(portable, step)))();
  },
  regenerate: async (document, picture) => {
    const portable = await receiveData<PortableDocument>(document);
    return change(() => queue.after(() => engine.regenerate(portable, picture)))();
  },
  leaveOut: (id) => engine.leaveOut(id),
  addPortable: async (document, above, step) => {
    const portable = await receiveData<PortableDocument>(document);
    return change(() => queue.after(() => engine.addPortable(portable, above, step)))();
  },
  edit: change((command: EditCommand) => engine.edit(command)),
  select: change((command: SelectCommand) =>
    queue.run(labelOfSelection(command), (watch) => engine.selectSteps(command, watch)),
  ),
  undo: change(() => engine.undo()),
  redo: change(() => engine.redo()),
  jump: change((done: number) => engine.jump(done)),
  beginStroke: (begin, sample) => engine.beginStroke(begin, sample, scene?.view.zoom ?? 1),
  continueStroke: (samples) => engine.continueStroke(samples),
  endStroke: () => engine.endStroke(),
  cancelStroke: () => engine.cancelStroke(),
  fill: (at, options) => queue.run('history.fill', (watch) => engine.fillSteps(at, options, watch)),
  lassoFill: (points, options) =>
    queue.run('history.lassoFill', (watch) => engine.lassoFillSteps(points, options, watch)),
  pick: (at, layerId, sample) => engine.pick(at, layerId, sample),
  palette: (count) => engine.palette(count),
  placeResult: change((result: OperationResult) => engine.placeResult(result)),
  placeCut: change((cut: PlacedCut) => engine.placeCut(cut)),
  updateCut: change((cut: UpdatedCut) => engine.updateCut(cut)),
  selectMask: change((mask: Mask, mode: SelectionMode, made?: SelectionMade) =>
    engine.selectMask(mask, mode, made),
  ),
  layerImage: (id) => give(engine.layerImage(id)),
  layerSelection: (id) => give(engine.layerSelection(id)),
  layerPreview: (id, side) => give(engine.layerPreview(id, side)),
  keptPicture: (name) => {
    const kept = engine.keptPicture(name);
    return kept && Comlink.transfer(kept, [kept.image.data.buffer]);
  },
  send: async (content, to) => sendData(to, await contentOf(content)),
  settled: () => loop.settled(),
};

/** What shows the document or stops work: it waits for nothing. */
const AT_ONCE = new Set(['start', 'resize', 'show', 'preview', 'showLabels', 'putLabels', 'cancelWork']);

const inOrder = Object.entries(api).map(([name, call]: [string, (...parameters: never[]) => unknown]) => [
  name,
  AT_ONCE.has(name) ? call : (...parameters: never[]) => queue.after(() => call(...parameters)),
]);

Comlink.expose(Object.fromEntries(inOrder));
