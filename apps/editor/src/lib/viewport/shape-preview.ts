import type { Size, View } from '#lib/studio/view.ts';
import { strokeDashed } from './dashed-line.ts';
import type { PreviewShape } from './overlay-shapes.ts';
import { ScreenObject } from './screen-object.ts';

/** The outline of what a tool is drawing: a marquee, a loop, a polygon. */
export class ShapePreview extends ScreenObject {
  shape: PreviewShape | undefined;

  protected override draw(context: CanvasRenderingContext2D, view: View, _size: Size): void {
    if (this.shape) strokeDashed(context, pathOf(this.shape, view));
  }
}

function pathOf(shape: PreviewShape, { zoom, panX, panY }: View): Path2D {
  const path = new Path2D();
  // On the middle of pixels, so that level and upright lines are sharp.
  const toX = (x: number) => Math.round(x * zoom + panX) + 0.5;
  const toY = (y: number) => Math.round(y * zoom + panY) + 0.5;
  if (shape.kind === 'path') {
    for (const { x, y } of shape.points) path.lineTo(toX(x), toY(y));
    if (shape.closed) path.closePath();
    return path;
  }
  const { x, y, width, height } = shape.rect;
  const [left, top] = [toX(x), toY(y)];
  const [right, bottom] = [toX(x + width), toY(y + height)];
  if (shape.kind === 'rectangle') path.rect(left, top, right - left, bottom - top);
  else
    path.ellipse(
      (left + right) / 2,
      (top + bottom) / 2,
      (right - left) / 2,
      (bottom - top) / 2,
      0,
      0,
      2 * Math.PI,
    );
  return path;
}
