import { DocumentView } from '../../../../apps/editor/src/lib/raster/document-view.ts';
import { paintViewport } from '../../../../apps/editor/src/lib/raster/viewport-painter.ts';
import { fitView, type View } from '../../../../apps/editor/src/lib/studio/view.ts';
import type { BenchDocument } from './bench-document.ts';
import { VIEWPORT } from './gesture.ts';

/**
 * The editor's view of the document, drawn when it is told to and not when the browser has a frame, so
 * that the time between can be taken. Canvases are not rasterised before somebody looks: what `draw` takes
 * is compositing and handing the bytes over.
 */
export class Stage {
  readonly #bench: BenchDocument;
  readonly #view: DocumentView;
  readonly #context = new OffscreenCanvas(VIEWPORT.width, VIEWPORT.height).getContext('2d')!;
  #place: View;

  /** @param onPaint is told the tiles that a stroke changes */
  constructor(bench: BenchDocument, onPaint: (keys: Iterable<number>) => void = () => {}) {
    const { engine, target } = bench;
    this.#bench = bench;
    this.#view = new DocumentView(engine.store);
    this.#view.update(engine.document, 'all');
    this.#place = fitView(engine.document!, VIEWPORT);
    target.events = {
      changed: (dirty) => this.#view.update(engine.document, dirty),
      painting: (session, rows) => {
        onPaint(rows.keys());
        this.#view.paint(session?.live, rows);
      },
    };
  }

  /** The magnification that shows the whole document. */
  get fit(): number {
    return fitView(this.#bench.engine.document!, VIEWPORT).zoom;
  }

  get zoom(): number {
    return this.#place.zoom;
  }

  /** Bytes of what is kept to draw from, and of the viewport itself. */
  get bytes(): { readonly mips: number; readonly canvases: number } {
    const viewport = VIEWPORT.width * VIEWPORT.height * 4;
    return { mips: this.#view.projection.bytes, canvases: this.#view.canvasBytes + viewport };
  }

  /** Shows the middle of the document, complete. */
  look(zoom: number): void {
    const { width, height } = this.#bench.engine.document!;
    this.lookAt(width / 2, height / 2, zoom);
  }

  /** Shows a point of the document in the middle, complete. */
  lookAt(x: number, y: number, zoom: number): void {
    this.#place = { zoom, panX: VIEWPORT.width / 2 - x * zoom, panY: VIEWPORT.height / 2 - y * zoom };
    this.complete();
  }

  /** Draws everything that is on the screen, however long it takes. */
  draw(): void {
    const document = this.#bench.engine.document!;
    const shown = { document, view: this.#place, now: this.#view };
    const untimed = () => () => false;
    while (!paintViewport(this.#context, 1, shown, untimed)) this.#view.catchUp(() => false);
  }

  /** Draws and finishes everything, so that nothing of it is left for what comes next. */
  complete(): void {
    this.draw();
    this.#view.workAhead(() => false);
    this.finish();
  }

  /** Waits until what was drawn is rasterised. */
  finish(): void {
    this.#context.getImageData(0, 0, 1, 1);
  }

  dispose(): void {
    this.#bench.target.events = undefined;
    this.#view.dispose();
  }
}
