import type { DirtyTiles, KomaDocument, LiveTiles } from '@koma/core/document';
import type { TileRows, TileStore } from '@koma/core/raster';
import { DocumentView } from './document-view.ts';
import { LabelOverlay } from './label-overlay.ts';
import { PreviewSurface } from './preview-surface.ts';
import type { LabelLook, LabelPiece, PreviewPiece, Scene } from './protocol.ts';
import { paintViewport } from './viewport-painter.ts';

/** Time for compositing in a frame, so that pointer events are not kept waiting. Milliseconds. */
const FRAME_BUDGET = 10;

/** Time for working ahead between events, milliseconds. */
const IDLE_BUDGET = 8;

/** The document with fewer steps in force, for the before/after slider; `state` names what it shows. */
export type VersionAt = (done: number) => {
  readonly state: number;
  readonly document: () => KomaDocument | undefined;
};

/** Draws the document to the viewport's canvas whenever something has changed. */
export class ViewportLoop {
  readonly #canvas: OffscreenCanvas;
  readonly #context: OffscreenCanvasRenderingContext2D;
  readonly #store: TileStore;
  readonly #view: DocumentView;
  #ratio = 1;
  #scene: Scene | undefined;
  #document: KomaDocument | undefined;
  #before: { readonly view: DocumentView; readonly state: number } | undefined;
  readonly #versionAt: VersionAt;
  #preview: { surface: PreviewSurface; frame: PreviewPiece['frame'] } | undefined;
  #labels: LabelOverlay | undefined;
  #frame = 0;
  #behind: ReturnType<typeof setTimeout> | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #waiting: (() => void)[] = [];

  constructor(canvas: OffscreenCanvas, store: TileStore, versionAt: VersionAt) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d')!;
    this.#store = store;
    this.#view = new DocumentView(store);
    this.#versionAt = versionAt;
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
    if (!this.#paint()) this.invalidate();
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
      this.#preview = { surface: this.#preview?.surface ?? new PreviewSurface(), frame: piece.frame };
      this.#preview.surface.add(piece);
    } else {
      this.#preview?.surface.dispose();
      this.#preview = undefined;
    }
    this.invalidate();
  }

  /** What a tool has found, over the picture. */
  get labels(): LabelOverlay | undefined {
    return this.#labels;
  }

  showLabels(look: LabelLook | undefined): void {
    const labels = this.#labels;
    if (look && labels?.width === look.width && labels.height === look.height) labels.setLook(look);
    else {
      labels?.dispose();
      this.#labels = look && new LabelOverlay(look);
    }
    this.invalidate();
  }

  putLabels(piece: LabelPiece): void {
    this.#labels?.put(piece);
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
    if (!scene || !document) return paintViewport(this.#context, this.#ratio, undefined, timer);
    const compare = this.#compare(scene);
    const shown = {
      document,
      view: scene.view,
      now: this.#view,
      compare,
      preview: this.#preview,
      // Of another document, or of another size of it, it means nothing.
      labels: fits(this.#labels, document) ? this.#labels : undefined,
    };
    return paintViewport(this.#context, this.#ratio, shown, timer);
  }

  /** The view of the document as it was, made anew only when it is another state that is compared. */
  #compare(scene: Scene) {
    const version = scene.compare && this.#versionAt(scene.compare.before);
    if (version?.state !== this.#before?.state) {
      this.#before?.view.dispose();
      this.#before = undefined;
    }
    if (!scene.compare || !version) return undefined;
    if (!this.#before) {
      const document = version.document();
      if (!document) return undefined;
      this.#before = { view: new DocumentView(this.#store), state: version.state };
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

function fits(
  labels: LabelOverlay | undefined,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  return labels?.width === width && labels.height === height;
}

/** Starts the time that one view has in a frame. @returns tells whether it is over */
function timer(): () => boolean {
  const deadline = performance.now() + FRAME_BUDGET;
  return () => performance.now() > deadline;
}
