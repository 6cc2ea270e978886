import type { DirtyTiles, KomaDocument, LiveTiles } from '@koma/core/document';
import type { TileRows, TileStore } from '@koma/core/raster';
import { DocumentView } from './document-view.ts';
import { PreviewSurface } from './preview-surface.ts';
import type { PreviewPiece, Scene } from './protocol.ts';
import { paintViewport } from './viewport-painter.ts';

/** Time for compositing in a frame, so that pointer events are not kept waiting. Milliseconds. */
const FRAME_BUDGET = 10;

/** Time for working ahead between events, milliseconds. */
const IDLE_BUDGET = 8;

/** Draws the document to the viewport's canvas whenever something has changed. */
export class ViewportLoop {
  readonly #canvas: OffscreenCanvas;
  readonly #context: OffscreenCanvasRenderingContext2D;
  readonly #store: TileStore;
  readonly #view: DocumentView;
  #ratio = 1;
  #scene: Scene | undefined;
  #document: KomaDocument | undefined;
  #before: { view: DocumentView; document: KomaDocument } | undefined;
  #documentAt: (done: number) => KomaDocument | undefined;
  #preview: { surface: PreviewSurface; frame: PreviewPiece['frame'] } | undefined;
  #frame = 0;
  #behind: ReturnType<typeof setTimeout> | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #waiting: (() => void)[] = [];

  /** @param documentAt the document with fewer steps in force, for the before/after slider */
  constructor(
    canvas: OffscreenCanvas,
    store: TileStore,
    documentAt: (done: number) => KomaDocument | undefined,
  ) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d')!;
    this.#store = store;
    this.#view = new DocumentView(store);
    this.#documentAt = documentAt;
  }

  /** @param width, height CSS pixels @param ratio device pixels per CSS pixel */
  resize(width: number, height: number, ratio: number): void {
    const w = Math.max(1, Math.round(width * ratio));
    const h = Math.max(1, Math.round(height * ratio));
    if (this.#canvas.width === w && this.#canvas.height === h && this.#ratio === ratio) return;
    this.#canvas.width = w;
    this.#canvas.height = h;
    this.#ratio = ratio;
    // Setting a size clears the canvas: a frame with nothing would flash.
    this.#paint();
  }

  show(scene: Scene): void {
    this.#scene = scene;
    this.invalidate();
  }

  /** The document has changed. */
  update(document: KomaDocument | undefined, dirty: DirtyTiles): void {
    this.#document = document;
    this.#view.update(document, dirty);
    this.invalidate();
  }

  /** A stroke is being drawn, or no longer. */
  paint(live: LiveTiles | undefined, rows: ReadonlyMap<number, TileRows>): void {
    this.#view.paint(live, rows);
    this.invalidate();
  }

  preview(piece: PreviewPiece | undefined): void {
    if (piece) {
      this.#preview ??= { surface: new PreviewSurface(), frame: piece.frame };
      this.#preview.surface.add(piece);
    } else {
      this.#preview?.surface.dispose();
      this.#preview = undefined;
    }
    this.invalidate();
  }

  /** Draws again with the next frame. */
  invalidate(): void {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const complete = this.#paint();
      if (complete) this.#settle();
      else this.invalidate();
      // In a task of its own: the frame is on its way to the screen meanwhile.
      clearTimeout(this.#behind);
      this.#behind = setTimeout(() => this.#catchUp());
    });
  }

  #catchUp(): void {
    const deadline = performance.now() + FRAME_BUDGET;
    const isOver = () => performance.now() > deadline;
    if (this.#view.catchUp(isOver)) this.#before?.view.catchUp(isOver);
  }

  /** Resolves when everything is on the canvas as it should be. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.invalidate();
    });
  }

  #paint(): boolean {
    const [scene, document] = [this.#scene, this.#document];
    if (!scene || !document) return paintViewport(this.#context, this.#ratio, undefined, () => false);
    const deadline = performance.now() + FRAME_BUDGET;
    const compare = this.#compare(scene);
    const shown = { document, view: scene.view, now: this.#view, compare, preview: this.#preview };
    return paintViewport(this.#context, this.#ratio, shown, () => performance.now() > deadline);
  }

  #compare(scene: Scene) {
    const document = scene.compare && this.#documentAt(scene.compare.before);
    if (!scene.compare || !document) {
      this.#before?.view.dispose();
      this.#before = undefined;
      return undefined;
    }
    if (this.#before?.document.layers !== document.layers || this.#before.document.width !== document.width) {
      this.#before?.view.dispose();
      this.#before = { view: new DocumentView(this.#store), document };
      this.#before.view.update(document, 'all');
    }
    return { before: this.#before.view, split: scene.compare.split };
  }

  #settle(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
    clearTimeout(this.#idle);
    const workAhead = () => {
      const deadline = performance.now() + IDLE_BUDGET;
      if (!this.#view.workAhead(() => performance.now() > deadline)) this.#idle = setTimeout(workAhead);
    };
    this.#idle = setTimeout(workAhead, 30);
  }
}
