/** The worker that owns the document: every pixel, every step of the history, and the viewport's canvas. */
import { TileStore, type TileMap } from '@koma/core/raster';
import type { PortableDocument } from '@koma/core/layered';
import * as Comlink from 'comlink';
import { buffersOf } from '#lib/io/buffers-of.ts';
import { installErrorTransfer } from './error-transfer.ts';
import { FlattenPool } from './flatten-pool/flatten-pool.ts';
import { documentInfo } from './layer-info.ts';
import { openSpill } from './opfs-spill.ts';
import type {
  EditCommand,
  OperationResult,
  RasterApi,
  RasterListener,
  RasterState,
  Scene,
  SelectCommand,
} from './protocol.ts';
import { RasterEngine, type EngineEvents } from './raster-engine.ts';
import { selectionOutline } from './selection-outline.ts';
import { ThumbnailMaker } from './thumbnail-maker.ts';
import { ViewportLoop } from './viewport-loop.ts';

installErrorTransfer();

let engine!: RasterEngine;
let loop!: ViewportLoop;
let listener!: Comlink.Remote<RasterListener>;
let thumbnails!: ThumbnailMaker;
let scene: Scene | undefined;
let outlined: TileMap | undefined;
/** Resolves when the page knows of the last change. */
let told: Promise<void> = Promise.resolve();

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
      loop.update(engine.document, dirty);
      tell();
    },
    painting: (session, rows) => loop.paint(session?.live, rows),
  };
  engine = new RasterEngine(store, events, isolated ? new FlattenPool() : undefined);
  loop = new ViewportLoop(canvas, store, (done) => engine.versionAt(done));
  thumbnails = new ThumbnailMaker(store, (list) => void listener.thumbnails(list));
}

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
  void listener.outline(outline && Comlink.transfer(outline, buffers));
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

/** A call whose answer comes after the news of what it changed: the page may rely on both together. */
const change =
  <A extends unknown[], T>(work: (...parameters: A) => T) =>
  async (...parameters: A): Promise<T> => {
    const result = work(...parameters);
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
  newDocument: change((...parameters: Parameters<RasterApi['newDocument']>) =>
    engine.newDocument(...parameters),
  ),
  openImage: change((...parameters: Parameters<RasterApi['openImage']>) => engine.openImage(...parameters)),
  addImage: change((...parameters: Parameters<RasterApi['addImage']>) => engine.addImage(...parameters)),
  openPortable: change((document: PortableDocument) => engine.openPortable(document)),
  edit: change((command: EditCommand) => engine.edit(command)),
  select: change((command: SelectCommand) => engine.select(command)),
  undo: change(() => engine.undo()),
  redo: change(() => engine.redo()),
  jump: change((done: number) => engine.jump(done)),
  beginStroke: (begin, sample) => engine.beginStroke(begin, sample, scene?.view.zoom ?? 1),
  continueStroke: (samples) => engine.continueStroke(samples),
  endStroke: () => engine.endStroke(),
  cancelStroke: () => engine.cancelStroke(),
  fill: (at, options) => engine.fill(at, options),
  lassoFill: (points, options) => engine.lassoFill(points, options),
  pick: (at, layerId, sample) => engine.pick(at, layerId, sample),
  palette: (count) => engine.palette(count),
  placeResult: change((result: OperationResult) => engine.placeResult(result)),
  layerImage: (id) => give(engine.layerImage(id)),
  keptPicture: (name) => {
    const kept = engine.keptPicture(name);
    return kept && Comlink.transfer(kept, [kept.image.data.buffer]);
  },
  flatten: async () => give(await engine.flattenFast()),
  copySelection: (layerId) => give(engine.copySelection(layerId)),
  portable: () => {
    const document = engine.portable();
    return Comlink.transfer(document, buffersOf(document));
  },
  settled: () => loop.settled(),
};

Comlink.expose(api);
