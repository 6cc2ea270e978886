import {
  centred,
  fitView,
  keepReachable,
  panBy,
  rescaleView,
  zoomAt,
  type Size,
  type View,
} from '#lib/studio/view.ts';

/** Factor of one press of a zoom button or key. */
const STEP = 1.25;

/** The divider's grip stays this far inside the viewport, CSS pixels. */
const DIVIDER_MARGIN = 28;

/** Where the viewport looks, shared by the canvas, the keys and the toolbar. */
class ViewportState {
  view = $state.raw<View>({ zoom: 1, panX: 0, panY: 0 });
  /** Of the viewport, in CSS pixels. */
  size = $state.raw<Size>({ width: 1, height: 1 });
  /** While a tool draws, the view stays. */
  held = $state(false);
  /** The before/after divider, 0-1 of the document's width. */
  split = $state(0.5);
  /** Fitting goes on while the window or the document changes, until somebody zooms or pans. */
  #fitting = true;

  /** The document's size when it was last shown. */
  #shown: Size | undefined;

  /**
   * Follows the document: fitted while nobody has chosen a view; else, when the same picture gets
   * another size, the same part of it stays on the screen.
   */
  documentChanged(document: Size | undefined): void {
    const before = this.#shown;
    this.#shown = document;
    if (!document) return;
    if (this.#fitting || !before || !sameShape(before, document)) this.fit(document);
    else if (before.width !== document.width) this.view = rescaleView(this.view, before, document);
  }

  fit(document: Size): void {
    this.#fitting = true;
    this.#shown = document;
    this.view = fitView(document, this.size, margin(this.size));
  }

  /** The divider as it is drawn: never out of sight, however far somebody has zoomed in. */
  visibleSplit(document: Size): number {
    const at = (x: number): number => (x - this.view.panX) / (this.view.zoom * document.width);
    const [first, last] = [at(DIVIDER_MARGIN), at(this.size.width - DIVIDER_MARGIN)];
    return Math.min(1, Math.max(0, Math.min(last, Math.max(first, this.split))));
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

function sameShape(a: Size, b: Size): boolean {
  return Math.abs(a.width / a.height / (b.width / b.height) - 1) < 0.02;
}

function margin(size: Size): number {
  return size.width < 600 ? 12 : 32;
}

export const viewport = new ViewportState();
