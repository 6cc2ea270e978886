import {
  addLayer,
  changeSelection,
  cutPicture,
  Editing,
  emptyDocument,
  fillAreaSteps,
  fillLassoSteps,
  findLayer,
  findRaster,
  flattenDocument,
  exportLayers,
  flattenLayers,
  insertNear,
  layerPicture,
  PaintSession,
  placeGenerated,
  placeCut,
  placeResult,
  rasterLayer,
  requireRaster,
  sampleColour,
  sampledLayers,
  updateCut,
  type CutSource,
  type DirtyTiles,
  type FillPaint,
  type KomaDocument,
  type PlacedCut,
  type SelectionMade,
  type SampleSource,
  type Transaction,
  type UpdatedCut,
} from '@koma/core/document';
import { KomaError } from '@koma/core/errors';
import type { PortableDocument } from '@koma/core/layered';
import type { ExportDocument, ImageInput, ImageOrigin, MaskInput } from '@koma/core/plugin';
import { finish, type Steps } from '@koma/core/steps';
import { placeMask, type Mask, type RegionWatcher } from '@koma/core/tools';
import { fromPortable, toPortable } from '@koma/core/portable';
import {
  createImage,
  extractPalette,
  formatHex,
  parseHex,
  pixelsFromImage,
  readPixels,
  resizeImage,
  TileCompositor,
  TileStore,
  type RasterImage,
  type Rect,
  type TileMap,
} from '@koma/core/raster';
import { carryOut, labelOf } from './layer-commands.ts';
import type {
  EditCommand,
  FillOptions,
  HistoryLabel,
  OperationResult,
  Point,
  PointerSample,
  PortableStep,
  RegeneratedPicture,
  SelectCommand,
  SelectionMode,
  StrokeStart,
} from './protocol.ts';
import { copySelected } from './copy-selected.ts';
import { layerSelection } from './layer-selection.ts';
import { layerFromPortable, layersFromPortable } from './layer-from-portable.ts';
import { tileKeysOf, withoutLayer } from './without-layer.ts';
import type { FlattenPool } from './flatten-pool/flatten-pool.ts';
import { labelOfSelection, selectSteps } from './select-commands.ts';

/** What the engine tells: the document changed here, or a stroke is being drawn. */
export interface EngineEvents {
  changed(dirty: DirtyTiles): void;
  painting(session: PaintSession | undefined, rows: ReturnType<PaintSession['add']>): void;
}

/**
 * Everything that is done to the open document, apart from showing it. Lives in the raster worker; knows
 * no canvas.
 */
export class RasterEngine {
  readonly store: TileStore;
  readonly editing: Editing<HistoryLabel>;
  readonly #compositor = new TileCompositor();
  readonly #events: EngineEvents;
  #deselected: Pick<KomaDocument, 'id' | 'width' | 'height' | 'selection'> | undefined;
  #stroke: { session: PaintSession; label: HistoryLabel } | undefined;
  #leftOut: string | undefined;

  readonly #pool: FlattenPool | undefined;

  /** @param pool flattens with several threads; the store has to be in shared memory then */
  constructor(store: TileStore, events: EngineEvents, pool?: FlattenPool) {
    this.store = store;
    this.editing = new Editing(store);
    this.#events = events;
    this.#pool = pool;
  }

  get document() {
    return this.editing.document;
  }

  /**
   * The document with fewer steps in force, and the number that names that state.
   * @param done counts the steps in force
   */
  versionAt(done: number): { readonly state: number; readonly document: () => KomaDocument | undefined } {
    return { state: this.editing.stateAt(done), document: () => this.editing.documentAt(done) };
  }

  newDocument(
    name: string,
    width: number,
    height: number,
    dpi: number,
    background: string | undefined,
    layerNames: readonly [string, string],
  ): string {
    let id = '';
    this.#do('history.new', (transaction) => {
      transaction.open(emptyDocument(name, width, height, dpi));
      if (background !== undefined) {
        const paper = addLayer(transaction, layerNames[0], undefined);
        carryOut(
          transaction,
          { type: 'fill-selection', id: paper, plane: 'pixels', colour: background },
          this.#compositor,
        );
      }
      id = addLayer(transaction, layerNames[1], undefined);
    });
    return id;
  }

  openImage(name: string, image: RasterImage, origin: ImageOrigin): string {
    const { width, height } = image;
    const frame = { x: 0, y: 0, width, height };
    let id = '';
    this.#do('history.open', (transaction) => {
      const layer = rasterLayer(name, { tiles: pixelsFromImage(this.store, image), origin, frame });
      transaction.open({ ...emptyDocument(name, width, height), layers: [layer] });
      id = layer.id;
    });
    return id;
  }

  addImage(
    name: string,
    image: RasterImage,
    origin: ImageOrigin | undefined,
    above: string | undefined,
  ): string {
    const { width, height } = image;
    // In the middle, where people look; what does not fit starts at the corner.
    const x = Math.max(0, Math.floor(((this.document?.width ?? width) - width) / 2));
    const y = Math.max(0, Math.floor(((this.document?.height ?? height) - height) / 2));
    const frame = { x, y, width, height };
    let id = '';
    this.#do('history.addLayer', (transaction) => {
      const tiles = pixelsFromImage(this.store, image, x, y);
      const layer = rasterLayer(name, { tiles, frame, ...(origin ? { origin } : {}) });
      insertNear(transaction, layer, above);
      id = layer.id;
    });
    return id;
  }

  openPortable(portable: PortableDocument, step: PortableStep = 'history.open'): void {
    this.#do(step, (transaction) => transaction.open(fromPortable(this.store, portable)));
  }

  addPortable(portable: PortableDocument, above: string | undefined, step: PortableStep): string {
    let id = '';
    this.#do(step, (transaction) => {
      const layer = layerFromPortable(this.store, portable);
      insertNear(transaction, layer, above);
      id = layer.id;
    });
    return id;
  }

  regenerate(portable: PortableDocument, { id, recipe, suffix, label }: RegeneratedPicture): void {
    this.#do(label, (transaction) =>
      placeGenerated(transaction, { id, layers: layersFromPortable(this.store, portable), recipe, suffix }),
    );
  }

  /** What is to be seen: the document, without the layer for which a preview stands in. */
  get shown(): KomaDocument | undefined {
    const { document } = this;
    return document && this.#leftOut !== undefined ? withoutLayer(document, this.#leftOut) : document;
  }

  leaveOut(id: string | undefined): void {
    const { document } = this;
    if (!document || id === this.#leftOut) return;
    const touched = [this.#leftOut, id].flatMap((each) => findLayer(document, each) ?? []);
    this.#leftOut = id;
    this.#events.changed(tileKeysOf(touched));
  }

  edit(command: EditCommand): readonly string[] | undefined {
    if (command.type === 'set-layers' && isFolding(command.change)) {
      for (const id of command.ids) this.editing.setExpanded(id, command.change.expanded!);
      this.#events.changed(new Set());
      return undefined;
    }
    let made: readonly string[] | undefined;
    const amend = command.type === 'set-layers' && command.amend === true;
    const work = (transaction: Transaction) => {
      made = carryOut(transaction, command, this.#compositor);
    };
    this.#do(labelOf(command), work, amend);
    return made;
  }

  select(command: SelectCommand): void {
    finish(this.selectSteps(command));
  }

  /** {@link select} in steps, as are those below: until the last of them nothing else may be done to the document. */
  *selectSteps(command: SelectCommand, watch?: RegionWatcher): Steps<void> {
    const before = this.document;
    yield* this.#doSteps(labelOfSelection(command), (transaction) =>
      selectSteps(transaction, command, this.#compositor, this.#lastSelection(transaction.document), watch),
    );
    if (before?.selection && !this.document?.selection) this.#remember(before);
  }

  /** Keeps what was selected before nothing was, for "select again". */
  #remember(document: KomaDocument): void {
    for (const tile of document.selection!.values()) this.store.retain(tile);
    for (const tile of this.#deselected?.selection?.values() ?? []) this.store.release(tile);
    const { id, width, height, selection } = document;
    this.#deselected = { id, width, height, selection };
  }

  /** What was selected of a document, as long as it has the size that it had then. */
  #lastSelection({ id, width, height }: KomaDocument): TileMap | undefined {
    const last = this.#deselected;
    const isSame = last?.id === id && last.width === width && last.height === height;
    return isSame ? last.selection : undefined;
  }

  /** The fewest steps that can be in force: before a first opening there is nothing to show. */
  get oldest(): number {
    const first = this.editing.steps[0]?.operations[0];
    return first?.type === 'open' && !first.before ? 1 : 0;
  }

  /** Takes the last step back; a stroke that is being drawn is all that undo takes then. */
  undo(): void {
    if (this.#stroke) return this.cancelStroke();
    if (this.editing.done > this.oldest) this.#events.changed(this.editing.undo());
  }

  redo(): void {
    this.endStroke();
    this.#events.changed(this.editing.redo());
  }

  jump(done: number): void {
    this.endStroke();
    this.#events.changed(this.editing.jump(Math.max(this.oldest, done)));
  }

  beginStroke(start: StrokeStart, sample: PointerSample, zoom: number): void {
    this.cancelStroke();
    const { r, g, b } = parseHex(start.colour) ?? { r: 0, g: 0, b: 0 };
    const options = { ...start, colour: [r, g, b] as const, zoom };
    const session = new PaintSession(this.store, this.document, options);
    this.#stroke = { session, label: start.label };
    this.#events.painting(session, session.add([sample]));
  }

  continueStroke(samples: readonly PointerSample[]): void {
    const session = this.#stroke?.session;
    if (session) this.#events.painting(session, session.add(samples));
  }

  endStroke(): void {
    const stroke = this.#stroke;
    if (!stroke) return;
    const last = stroke.session.end();
    this.#events.painting(stroke.session, last);
    this.#stroke = undefined;
    // Where it is committed, the tiles look as they did while it was being drawn.
    let dirty: DirtyTiles = new Set(stroke.session.live.tiles.keys());
    try {
      this.editing.transact(stroke.label, (transaction) => void stroke.session.commit(transaction));
      dirty = new Set();
    } finally {
      this.#events.painting(undefined, new Map());
      this.#events.changed(dirty);
    }
  }

  cancelStroke(): void {
    const stroke = this.#stroke;
    if (!stroke) return;
    this.#stroke = undefined;
    this.#events.painting(undefined, new Map());
    this.#events.changed(new Set(stroke.session.live.tiles.keys()));
  }

  fill(at: Point, options: FillOptions): boolean {
    return finish(this.fillSteps(at, options));
  }

  *fillSteps(at: Point, options: FillOptions, watch?: RegionWatcher): Steps<boolean> {
    const compositor = this.#compositor;
    let filled = false;
    yield* this.#doSteps('history.fill', function* (transaction) {
      filled = yield* fillAreaSteps(transaction, at, withColour(options), compositor, watch);
    });
    return filled;
  }

  lassoFill(points: readonly Point[], options: FillOptions): boolean {
    return finish(this.lassoFillSteps(points, options));
  }

  *lassoFillSteps(points: readonly Point[], options: FillOptions, watch?: RegionWatcher): Steps<boolean> {
    const compositor = this.#compositor;
    let filled = false;
    yield* this.#doSteps('history.lassoFill', function* (transaction) {
      filled = yield* fillLassoSteps(transaction, points, withColour(options), compositor, watch);
    });
    return filled;
  }

  pick(at: Point, layerId: string | undefined, sample: SampleSource): string | undefined {
    const { document } = this;
    if (!document) return undefined;
    const layers = sampledLayers(document, layerId, sample);
    const [x, y] = [Math.floor(at.x), Math.floor(at.y)];
    const colour = sampleColour(this.store, document, layers, this.#compositor, x, y);
    if (!colour || colour.alpha === 0) return undefined;
    return formatHex({ r: colour.red, g: colour.green, b: colour.blue });
  }

  palette(count: number): readonly string[] {
    return extractPalette(this.flatten(), count).map(({ colour }) => formatHex(colour));
  }

  placeResult(result: OperationResult): string {
    let id = '';
    const { layerId, image, name, placement, recipe, properties } = result;
    this.#do(result.title, (transaction) => {
      id = placeResult(transaction, { layerId, image, recipe, placement, title: name, properties });
    });
    return id;
  }

  placeCut(cut: PlacedCut): readonly string[] {
    let ids: readonly string[] = [];
    this.#do('history.cutOut', (transaction) => {
      ids = placeCut(transaction, cut, this.#compositor);
    });
    return ids;
  }

  updateCut(cut: UpdatedCut): void {
    this.#do('history.cutOutAgain', (transaction) => updateCut(transaction, cut));
  }

  selectMask(mask: Mask, mode: SelectionMode, made?: SelectionMade): void {
    this.#do('history.select', (transaction) => changeSelection(transaction, placeMask(mask), mode, made));
  }

  /** A picture of the canvas's size that something is cut out of; the caller's own. @throws KomaError */
  async cutPicture(source: CutSource): Promise<RasterImage> {
    const { document, store } = this;
    if (source.type === 'visible') return this.flattenFast();
    const image = document && cutPicture({ document, store }, source, this.#compositor);
    if (image) return image;
    const message = 'The picture from which this was made is no longer in the document.';
    throw new KomaError('LAYER_MISSING', message);
  }

  layerImage(id: string): RasterImage {
    const layer = requireRaster(this.document, id);
    return layerPicture(this.store, this.document!, layer);
  }

  layerSelection(id: string): MaskInput | undefined {
    return layerSelection(this.store, this.document!, requireRaster(this.document, id));
  }

  layerPreview(id: string, side: number): RasterImage {
    const image = this.layerImage(id);
    const scale = Math.min(1, side / Math.max(image.width, image.height));
    const [width, height] = [image.width, image.height].map((length) =>
      Math.max(1, Math.round(length * scale)),
    );
    return resizeImage(image, width!, height!);
  }

  keptPicture(name: string): ImageInput | undefined {
    const picture = this.document?.kept.get(name);
    if (!picture) return undefined;
    const { width, height, tiles, origin } = picture;
    const image = readPixels(this.store, tiles, { x: 0, y: 0, width, height });
    return { image, ...(origin ? { origin } : {}) };
  }

  flatten(): RasterImage {
    const { document } = this;
    if (!document) return createImage(1, 1);
    return flattenDocument(this.store, document, this.#compositor);
  }

  /** The same as {@link flatten}, by several threads where there are any. */
  async flattenFast(): Promise<RasterImage> {
    const { document } = this;
    if (!document || !this.#pool) return this.flatten();
    return this.#pool.flatten(this.store, document, this.#compositor);
  }

  copySelection(layerId: string | undefined): RasterImage | undefined {
    const { document } = this;
    if (!document) return undefined;
    const layer = findRaster(document, layerId);
    const layers = layer ? [{ ...layer, visible: true, opacity: 1, clip: false }] : document.layers;
    return copySelected(this.store, document, (rect) =>
      flattenLayers(this.store, layers, rect, this.#compositor),
    );
  }

  /** A part of the visible picture. */
  area(rect: Rect): RasterImage {
    return flattenLayers(this.store, this.document?.layers ?? [], rect, this.#compositor);
  }

  /** The document for an exporter. @param withLayers also the layers one by one */
  async exported(withLayers: boolean): Promise<ExportDocument> {
    const { document } = this;
    if (!document) throw new KomaError('LAYER_MISSING', 'Open a picture first.');
    const { width, height } = document;
    const layers = withLayers ? { layers: exportLayers(this.store, document.layers, this.#compositor) } : {};
    return { width, height, flat: await this.flattenFast(), ...layers };
  }

  portable(): PortableDocument {
    if (!this.document) throw new KomaError('LAYER_MISSING', 'Open a picture first.');
    return toPortable(this.store, this.document, this.#compositor);
  }

  #do(label: HistoryLabel, work: (transaction: Transaction) => void, amend = false): void {
    // Whatever comes in between, what has been drawn is kept.
    this.endStroke();
    const dirty = this.editing.transact(label, work, amend);
    this.#events.changed(dirty);
  }

  *#doSteps(label: HistoryLabel, work: (transaction: Transaction) => Steps<void>): Steps<void> {
    this.endStroke();
    this.#events.changed(yield* this.editing.transactSteps(label, work));
  }
}

function withColour(options: FillOptions): Omit<FillOptions, 'colour'> & Pick<FillPaint, 'colour'> {
  const { r, g, b } = parseHex(options.colour) ?? { r: 0, g: 0, b: 0 };
  return { ...options, colour: [r, g, b] };
}

function isFolding(change: object): boolean {
  const [key, ...rest] = Object.keys(change);
  return key === 'expanded' && rest.length === 0;
}
