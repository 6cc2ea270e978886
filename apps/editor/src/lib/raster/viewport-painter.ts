import type { KomaDocument } from '@koma/core/document';
import type { Rect } from '@koma/core/raster';
import type { View } from '#lib/studio/view.ts';
import type { DocumentView } from './document-view.ts';
import type { LabelOverlay } from './label-overlay.ts';
import type { PreviewSurface } from './preview-surface.ts';

type Context = OffscreenCanvasRenderingContext2D;

/** Size of a square of the pattern behind transparency, in CSS pixels. */
const CHECKER = 8;

/** What is on the screen. */
export interface Shown {
  readonly document: KomaDocument;
  readonly view: View;
  readonly now: DocumentView;
  /** Set while the before/after slider is shown: the document as it was left of `split` of its width. */
  readonly compare?: { readonly before: DocumentView; readonly split: number } | undefined;
  readonly preview?: { readonly surface: PreviewSurface; readonly frame: Rect } | undefined;
  /** What a tool has found. */
  readonly labels?: LabelOverlay | undefined;
}

/**
 * Paints the viewport's canvas.
 * @param ratio device pixels per CSS pixel
 * @param timer starts the time that a view has in this frame; what it returns tells that it is over
 * @returns whether everything is as it should be
 */
export function paintViewport(
  context: Context,
  ratio: number,
  shown: Shown | undefined,
  timer: () => () => boolean,
): boolean {
  const { width, height } = context.canvas;
  context.clearRect(0, 0, width, height);
  if (!shown) return true;
  const { document, view } = shown;
  const page = toDevice({ x: 0, y: 0, width: document.width, height: document.height }, view, ratio);
  const screen = { x: 0, y: 0, width, height };
  context.save();
  clip(context, page);
  let complete = shown.now.draw(context, page, screen, timer(), () => paintChecker(context, page, ratio));
  if (shown.preview) shown.preview.surface.draw(context, toDevice(shown.preview.frame, view, ratio));
  shown.labels?.draw(context, page, screen, () => paintChecker(context, page, ratio));
  if (shown.compare) {
    const left = { ...page, width: Math.round(page.width * shown.compare.split) };
    clip(context, left);
    context.clearRect(left.x, left.y, left.width, left.height);
    const checker = () => paintChecker(context, left, ratio);
    complete = shown.compare.before.draw(context, page, left, timer(), checker) && complete;
  }
  context.restore();
  return complete;
}

/** A rectangle of the document in device pixels, its edges on whole ones. */
export function toDevice(rect: Rect, view: View, ratio: number): Rect {
  const x = Math.round((rect.x * view.zoom + view.panX) * ratio);
  const y = Math.round((rect.y * view.zoom + view.panY) * ratio);
  const right = Math.round(((rect.x + rect.width) * view.zoom + view.panX) * ratio);
  const bottom = Math.round(((rect.y + rect.height) * view.zoom + view.panY) * ratio);
  return { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) };
}

function clip(context: Context, rect: Rect): void {
  context.beginPath();
  context.rect(rect.x, rect.y, rect.width, rect.height);
  context.clip();
}

let checker: { pattern: CanvasPattern; ratio: number } | undefined;

function paintChecker(context: Context, rect: Rect, ratio: number): void {
  if (checker?.ratio !== ratio) {
    const side = Math.max(1, Math.round(CHECKER * ratio));
    const tile = new OffscreenCanvas(2 * side, 2 * side);
    const paint = tile.getContext('2d')!;
    paint.fillStyle = '#ffffff';
    paint.fillRect(0, 0, 2 * side, 2 * side);
    paint.fillStyle = '#dcdce2';
    paint.fillRect(0, 0, side, side);
    paint.fillRect(side, side, side, side);
    checker = { pattern: context.createPattern(tile, 'repeat')!, ratio };
  }
  context.fillStyle = checker.pattern;
  context.fillRect(rect.x, rect.y, rect.width, rect.height);
}
