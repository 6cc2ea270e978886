import { flattenDocument, type KomaDocument } from '@koma/core/document';
import { DocumentView } from '../../../../apps/editor/src/lib/raster/document-view.ts';
import { paintViewport, toDevice } from '../../../../apps/editor/src/lib/raster/viewport-painter.ts';
import type { View } from '../../../../apps/editor/src/lib/studio/view.ts';
import type { BenchDocument } from './bench-document.ts';
import { lookAround, VIEWPORT } from './gesture.ts';

/** Milliseconds for each frame of the gesture, the least of all rounds. */
export interface FrameTimes {
  readonly editor: readonly number[];
  readonly bitmap: readonly number[];
  /** Compositing after the frame, of what came onto the screen. */
  readonly between: readonly number[];
  /** Frames in which some of that was shown coarsely, in per cent. */
  readonly coarse: number;
}

export interface PanZoomResult {
  /** Every part is seen for the first time; only the whole page was shown before. */
  readonly first: FrameTimes;
  /** Every part has been seen before. */
  readonly again: FrameTimes;
}

type Context = OffscreenCanvasRenderingContext2D;

/** As in the viewport's loop. */
const FRAME_BUDGET = 10;

/**
 * Draws the frames of a gesture twice each, alternating: with the editor's view of the document, and by
 * drawing one flattened picture into the same rectangle of a canvas of the same size and kind, with
 * nothing around it, neither the pattern behind transparency nor a clip.
 *
 * A canvas records what is drawn and rasterises later, in whatever thread the browser likes. One pixel is
 * read back after each frame, so that all of it has to be finished within the time that is taken.
 */
export function panZoom({ engine }: BenchDocument, rounds: number): PanZoomResult {
  const document = engine.document!;
  const bitmap = flatBitmap(document, () => flattenDocument(engine.store, document).data);
  const [ours, theirs] = [makeContext(), makeContext()];
  const views = lookAround(document);
  const [first, again] = [emptyTimes(views.length), emptyTimes(views.length)];
  for (let round = 0; round < rounds; round++) {
    const view = new DocumentView(engine.store);
    view.update(document, 'all');
    paint(ours, document, view, views[0]!, Infinity);
    for (const times of [first, again]) {
      let coarse = 0;
      views.forEach((place, i) => {
        const editor = (): void => {
          let complete = true;
          const draw = (): void => {
            complete = paint(ours, document, view, place, FRAME_BUDGET);
          };
          take(times.editor, i, ours, draw);
          if (!complete) coarse++;
          take(times.between, i, ours, () => view.catchUp(overAfter(FRAME_BUDGET)));
        };
        const flat = (): void =>
          take(times.bitmap, i, theirs, () => drawBitmap(theirs, bitmap, document, place));
        // Whoever comes second finds a warmer cache.
        for (const run of (i + round) % 2 ? [editor, flat] : [flat, editor]) run();
      });
      times.coarse = Math.min(times.coarse, (100 * coarse) / views.length);
    }
    view.dispose();
  }
  bitmap.close();
  return { first, again };
}

function emptyTimes(frames: number) {
  const never = (): number[] => Array.from({ length: frames }, () => Infinity);
  return { editor: never(), bitmap: never(), between: never(), coarse: Infinity };
}

function overAfter(milliseconds: number): () => boolean {
  const deadline = performance.now() + milliseconds;
  return () => performance.now() > deadline;
}

function paint(
  context: Context,
  document: KomaDocument,
  now: DocumentView,
  view: View,
  budget: number,
): boolean {
  return paintViewport(context, 1, { document, view, now }, () => overAfter(budget));
}

function drawBitmap(context: Context, bitmap: ImageBitmap, document: KomaDocument, view: View): void {
  const page = toDevice({ x: 0, y: 0, width: document.width, height: document.height }, view, 1);
  context.clearRect(0, 0, VIEWPORT.width, VIEWPORT.height);
  context.drawImage(bitmap, page.x, page.y, page.width, page.height);
}

function take(times: number[], frame: number, context: Context, draw: () => void): void {
  const started = performance.now();
  draw();
  context.getImageData(0, 0, 1, 1);
  times[frame] = Math.min(times[frame]!, performance.now() - started);
}

function makeContext(): Context {
  return new OffscreenCanvas(VIEWPORT.width, VIEWPORT.height).getContext('2d')!;
}

function flatBitmap(
  { width, height }: { readonly width: number; readonly height: number },
  flatten: () => Uint8ClampedArray<ArrayBuffer>,
): ImageBitmap {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.putImageData(new ImageData(flatten(), width, height), 0, 0);
  return canvas.transferToImageBitmap();
}
