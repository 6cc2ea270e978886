import type { Point } from '#lib/raster/protocol.ts';
import type { View } from '#lib/studio/view.ts';
import { aliasedTip, tipStart, type AliasedTip } from './aliased-tip.ts';
import type { SampleRing, TipOutline } from './overlay-shapes.ts';

/** CSS pixels of diameter below which a cross shows the place. */
const TINY = 6;
/** CSS pixels of a document's pixel from which a pencil's steps can be seen. */
const STEPS_FROM = 2;
/** Radius and width of the eyedropper's ring, CSS pixels. */
const RING = 44;
const RING_WIDTH = 14;

/**
 * Draws what follows the pointer, at once at every move: the brush's outline or the eyedropper's ring.
 * It has a canvas of its own and clears no more than it drew.
 */
export class TipPainter {
  readonly #context: CanvasRenderingContext2D;
  readonly #ratio: () => number;
  #drawn: { x: number; y: number; width: number; height: number } | undefined;
  #tip: (TipOutline & { readonly pixels?: AliasedTip }) | undefined;
  #ring: SampleRing | undefined;
  #at: Point | undefined;
  #view: View = { zoom: 1, panX: 0, panY: 0 };

  /** @param ratio device pixels a CSS pixel */
  constructor(context: CanvasRenderingContext2D, ratio: () => number) {
    this.#context = context;
    this.#ratio = ratio;
  }

  setTip(tip: TipOutline | undefined): void {
    if (tip?.size === this.#tip?.size && tip?.aliased === this.#tip?.aliased) return;
    this.#tip = tip && { ...tip, ...(tip.aliased ? { pixels: aliasedTip(tip.size) } : {}) };
    this.draw();
  }

  setRing(ring: SampleRing | undefined): void {
    this.#ring = ring;
    this.draw();
  }

  /** @param at CSS pixels; undefined while the pointer is elsewhere */
  setPointer(at: Point | undefined): void {
    this.#at = at;
    this.draw();
  }

  setView(view: View): void {
    this.#view = view;
    if (this.#tip) this.draw();
  }

  draw(): void {
    const context = this.#context;
    const ratio = this.#ratio();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (this.#drawn) {
      const { x, y, width, height } = this.#drawn;
      context.clearRect(x, y, width, height);
      this.#drawn = undefined;
    }
    if (!this.#at) return;
    if (this.#ring) this.#drawRing(this.#at, this.#ring);
    else if (this.#tip) this.#drawTip(this.#at, this.#tip);
  }

  /** The canvas was cleared by a change of its size. */
  cleared(): void {
    this.#drawn = undefined;
    this.draw();
  }

  #drawTip(at: Point, { size, pixels }: TipOutline & { readonly pixels?: AliasedTip }): void {
    const context = this.#context;
    const diameter = size * this.#view.zoom;
    const path = new Path2D();
    if (pixels && this.#view.zoom >= STEPS_FROM && diameter >= TINY) this.#addPixels(path, at, pixels);
    else if (diameter >= TINY) path.arc(at.x, at.y, diameter / 2, 0, 2 * Math.PI);
    else addCross(path, at);
    // Dark around light: one of them shows on any picture.
    context.lineWidth = 3;
    context.strokeStyle = 'rgb(0 0 0 / 0.7)';
    context.stroke(path);
    context.lineWidth = 1;
    context.strokeStyle = '#fff';
    context.stroke(path);
    this.#remember(at, Math.max(diameter / 2 + 2 * this.#view.zoom, 8) + 4);
  }

  #addPixels(path: Path2D, at: Point, { width, outline }: AliasedTip): void {
    const { zoom, panX, panY } = this.#view;
    const left = tipStart((at.x - panX) / zoom, width) * zoom + panX;
    const top = tipStart((at.y - panY) / zoom, width) * zoom + panY;
    for (let i = 0; i < outline.length; i += 2)
      path.lineTo(left + outline[i]! * zoom, top + outline[i + 1]! * zoom);
    path.closePath();
  }

  #drawRing(at: Point, { picked, previous }: SampleRing): void {
    const context = this.#context;
    const half = (from: number, colour: string): void => {
      context.beginPath();
      context.arc(at.x, at.y, RING, from, from + Math.PI);
      context.lineWidth = RING_WIDTH;
      context.strokeStyle = colour;
      context.stroke();
    };
    half(Math.PI, picked);
    half(0, previous);
    for (const radius of [RING - RING_WIDTH / 2, RING + RING_WIDTH / 2]) {
      context.beginPath();
      context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
      context.lineWidth = 3;
      context.strokeStyle = 'rgb(0 0 0 / 0.7)';
      context.stroke();
      context.lineWidth = 1.5;
      context.strokeStyle = '#fff';
      context.stroke();
    }
    this.#remember(at, RING + RING_WIDTH);
  }

  #remember({ x, y }: Point, radius: number): void {
    this.#drawn = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
  }
}

function addCross(path: Path2D, { x, y }: Point): void {
  // A gap in the middle leaves the pixel in question free.
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    path.moveTo(x + 3 * dx, y + 3 * dy);
    path.lineTo(x + 8 * dx, y + 8 * dy);
  }
}
