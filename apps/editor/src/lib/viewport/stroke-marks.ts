import type { BorderSegment, Stroke } from '@koma/core/plugin';
import type { Size, View } from '#lib/studio/view.ts';
import { ScreenObject } from './screen-object.ts';

/** Strokes to show, and in which colour. */
export interface ShownStrokes {
  readonly strokes: readonly Stroke[];
  /** #rrggbb of a stroke's label; undefined takes away what is under it. */
  readonly colourOf: (label: string) => string | undefined;
  /** Places where the border crosses open paper. */
  readonly leaks: readonly BorderSegment[];
  readonly leakColour: string;
}

/** Strokes are seen through; what they cover is what they are about. */
const OPACITY = 0.5;
/** CSS pixels of a stroke's width at least. */
const THINNEST = 2;
/** CSS pixels of a place that leaks. */
const LEAK_WIDTH = 3;
const LEAK_DOT = 4.5;

/** The strokes of the tool that cuts out, and where its border leaks. */
export class StrokeMarks extends ScreenObject {
  #shown: ShownStrokes | undefined;
  readonly #canvas = new OffscreenCanvas(1, 1);
  /** What the canvas shows; empty where that is out of date. */
  #key = '';

  setStrokes(shown: ShownStrokes | undefined): void {
    this.#shown = shown;
    this.#key = '';
  }

  protected override draw(context: CanvasRenderingContext2D, view: View, size: Size): void {
    const shown = this.#shown;
    if (!shown) return;
    if (shown.strokes.length > 0) {
      const ratio = context.getTransform().a;
      const key = [view.zoom, view.panX, view.panY, size.width, size.height, ratio].join();
      if (this.#key !== key) paintStrokes(this.#canvas, shown, view, size, ratio);
      this.#key = key;
      context.globalAlpha = OPACITY;
      context.drawImage(this.#canvas, 0, 0, size.width, size.height);
      context.globalAlpha = 1;
    }
    for (const leak of shown.leaks) drawLeak(context, leak, view, shown.leakColour);
  }
}

/** All strokes opaque on a canvas of their own, so that they do not add up where they cross. */
function paintStrokes(
  canvas: OffscreenCanvas,
  { strokes, colourOf }: ShownStrokes,
  view: View,
  size: Size,
  ratio: number,
): void {
  const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = Math.max(1, width);
    canvas.height = Math.max(1, height);
  }
  const context = canvas.getContext('2d')!;
  context.resetTransform();
  context.globalCompositeOperation = 'source-over';
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(ratio * view.zoom, 0, 0, ratio * view.zoom, ratio * view.panX, ratio * view.panY);
  context.lineCap = context.lineJoin = 'round';
  for (const { label, radius, points, shape = 'line' } of strokes) {
    const colour = colourOf(label);
    context.globalCompositeOperation = colour === undefined ? 'destination-out' : 'source-over';
    context.strokeStyle = colour ?? '#000';
    context.beginPath();
    for (const [x, y] of points) context.lineTo(x, y);
    // A line of no length has round ends in some browsers only.
    const [[x, y] = [0, 0]] = points;
    if (points.length === 1) context.lineTo(x + 0.01, y);
    if (shape === 'line') context.lineWidth = Math.max(2 * radius, THINNEST / view.zoom);
    else {
      // Of an area its border is enough: it would hide what it is about.
      context.closePath();
      context.lineWidth = THINNEST / view.zoom;
      context.setLineDash(shape === 'outside' ? [6 / view.zoom, 5 / view.zoom] : []);
    }
    context.stroke();
    context.setLineDash([]);
  }
}

function drawLeak(
  context: CanvasRenderingContext2D,
  { x0, y0, x1, y1 }: BorderSegment,
  { zoom, panX, panY }: View,
  colour: string,
): void {
  const path = new Path2D();
  path.moveTo(x0 * zoom + panX, y0 * zoom + panY);
  path.lineTo(x1 * zoom + panX, y1 * zoom + panY);
  const middle = new Path2D();
  middle.arc(((x0 + x1) / 2) * zoom + panX, ((y0 + y1) / 2) * zoom + panY, LEAK_DOT, 0, 2 * Math.PI);
  context.lineCap = 'round';
  // Dark around light: one of them shows on any picture.
  for (const [width, stroke] of [
    [LEAK_WIDTH + 3, 'rgb(0 0 0 / 0.7)'],
    [LEAK_WIDTH, colour],
  ] as const) {
    context.lineWidth = width;
    context.strokeStyle = stroke;
    context.stroke(path);
  }
  context.fillStyle = colour;
  context.fill(middle);
  context.lineWidth = 1.5;
  context.strokeStyle = 'rgb(0 0 0 / 0.7)';
  context.stroke(middle);
}
