import type { KomaDocument } from '@koma/core/document';
import type { RasterImage, Rect } from '@koma/core/raster';
import type { View } from '#lib/studio/view.ts';
import { ImagePyramid } from './image-pyramid.ts';
import type { PreviewSurface } from './preview-surface.ts';

export interface Scene {
  readonly document: KomaDocument;
  readonly view: View;
  /** Set while the before/after slider is shown. */
  readonly compare?: { readonly before: KomaDocument; readonly split: number };
  readonly preview?: { readonly surface: PreviewSurface; readonly frame: Rect };
}

/** From this zoom on pixels are squares, as artists expect when they look for single ones. */
const PIXELATED_ZOOM = 3;

/** Size of a square of the pattern behind transparency, in CSS pixels. */
const CHECKER = 8;

/** Paints documents onto the viewport's canvas. */
export class ScenePainter {
  readonly #canvas: HTMLCanvasElement;
  readonly #pyramids = new Map<RasterImage, ImagePyramid>();
  readonly #onChange: () => void;

  /** @param onChange called when painting again would look better */
  constructor(canvas: HTMLCanvasElement, onChange: () => void) {
    this.#canvas = canvas;
    this.#onChange = onChange;
  }

  paint(scene: Scene): void {
    const context = this.#canvas.getContext('2d', { alpha: true })!;
    const { width, height } = this.#canvas;
    const ratio = devicePixelRatio;
    context.clearRect(0, 0, width, height);
    const page = toDevice(
      { x: 0, y: 0, width: scene.document.width, height: scene.document.height },
      scene.view,
      ratio,
    );
    paintChecker(context, page, ratio);
    const used = new Set<RasterImage>();
    const whole = { x: 0, y: 0, width, height };
    this.#paintLayers(context, scene.document, scene.document, scene.view, ratio, page, whole, used);
    if (scene.preview) {
      context.save();
      clip(context, page);
      scene.preview.surface.draw(context, toDevice(scene.preview.frame, scene.view, ratio));
      context.restore();
    }
    if (scene.compare) {
      const left = { ...page, width: Math.round(page.width * scene.compare.split) };
      context.save();
      clip(context, left);
      context.clearRect(left.x, left.y, left.width, left.height);
      paintChecker(context, left, ratio);
      this.#paintLayers(context, scene.compare.before, scene.document, scene.view, ratio, left, whole, used);
      context.restore();
    }
    for (const [image, pyramid] of this.#pyramids) {
      if (used.has(image)) continue;
      pyramid.dispose();
      this.#pyramids.delete(image);
    }
  }

  dispose(): void {
    for (const pyramid of this.#pyramids.values()) pyramid.dispose();
    this.#pyramids.clear();
  }

  /** @param shownAs the document whose canvas size the layers are stretched to */
  #paintLayers(
    context: CanvasRenderingContext2D,
    document: KomaDocument,
    shownAs: KomaDocument,
    view: View,
    ratio: number,
    clipTo: Rect,
    visible: Rect,
    used: Set<RasterImage>,
  ): void {
    const [sx, sy] = [shownAs.width / document.width, shownAs.height / document.height];
    context.save();
    clip(context, clipTo);
    for (const layer of document.layers) {
      let pyramid = this.#pyramids.get(layer.image);
      if (!pyramid) {
        pyramid = new ImagePyramid(layer.image, this.#onChange);
        this.#pyramids.set(layer.image, pyramid);
      }
      used.add(layer.image);
      if (!layer.visible || layer.opacity === 0) continue;
      context.globalAlpha = layer.opacity;
      const { x, y, width, height } = layer.frame;
      pyramid.draw(
        context,
        toDevice({ x: x * sx, y: y * sy, width: width * sx, height: height * sy }, view, ratio),
        visible,
        view.zoom >= PIXELATED_ZOOM,
      );
    }
    context.restore();
  }
}

/** A rectangle of the document in device pixels, its edges on whole ones. */
export function toDevice(rect: Rect, view: View, ratio: number): Rect {
  const x = Math.round((rect.x * view.zoom + view.panX) * ratio);
  const y = Math.round((rect.y * view.zoom + view.panY) * ratio);
  const right = Math.round(((rect.x + rect.width) * view.zoom + view.panX) * ratio);
  const bottom = Math.round(((rect.y + rect.height) * view.zoom + view.panY) * ratio);
  return { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) };
}

function clip(context: CanvasRenderingContext2D, rect: Rect): void {
  context.beginPath();
  context.rect(rect.x, rect.y, rect.width, rect.height);
  context.clip();
}

let checker: { pattern: CanvasPattern; ratio: number } | undefined;

function paintChecker(context: CanvasRenderingContext2D, rect: Rect, ratio: number): void {
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
