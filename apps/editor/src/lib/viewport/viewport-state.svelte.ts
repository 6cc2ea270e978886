import { centred, fitView, keepReachable, panBy, zoomAt, type Size, type View } from '#lib/studio/view.ts';

/** Factor of one press of a zoom button or key. */
const STEP = 1.25;

/** Where the viewport looks, shared by the canvas, the keys and the toolbar. */
class ViewportState {
  view = $state.raw<View>({ zoom: 1, panX: 0, panY: 0 });
  /** Of the viewport, in CSS pixels. */
  size = $state.raw<Size>({ width: 1, height: 1 });
  /** The before/after divider, 0-1 of the document's width. */
  split = $state(0.5);
  /** Fitting goes on while the window or the document changes, until somebody zooms or pans. */
  #fitting = true;

  documentChanged(document: Size | undefined): void {
    if (document && this.#fitting) this.view = fitView(document, this.size, margin(this.size));
  }

  fit(document: Size): void {
    this.#fitting = true;
    this.documentChanged(document);
  }

  actualSize(document: Size): void {
    this.#fitting = false;
    this.view = centred(document, this.size, 1);
  }

  zoomBy(factor: number, document: Size, x = this.size.width / 2, y = this.size.height / 2): void {
    this.#fitting = false;
    this.view = keepReachable(zoomAt(this.view, factor, x, y), document, this.size);
  }

  zoomIn(document: Size): void {
    this.zoomBy(STEP, document);
  }

  zoomOut(document: Size): void {
    this.zoomBy(1 / STEP, document);
  }

  pan(dx: number, dy: number, document: Size): void {
    this.#fitting = false;
    this.view = keepReachable(panBy(this.view, dx, dy), document, this.size);
  }
}

function margin(size: Size): number {
  return size.width < 600 ? 12 : 32;
}

export const viewport = new ViewportState();
