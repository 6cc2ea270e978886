import type { Size, View } from '#lib/studio/view.ts';
import type { CanvasFigure } from './overlay-shapes.ts';
import { ScreenObject } from './screen-object.ts';

/** The bones between a figure's joints, and those of its joints that cannot be moved. */
export class FigureBones extends ScreenObject {
  figure: CanvasFigure | undefined;
  /** Where the pointer holds a joint; limbs may not reach as far. */
  dragged: { readonly name: string; readonly x: number; readonly y: number } | undefined;

  protected override draw(context: CanvasRenderingContext2D, view: View, _size: Size): void {
    if (!this.figure) return;
    const { joints } = this.figure;
    const byName = new Map(joints.map((joint) => [joint.name, joint]));
    const toX = (x: number) => x * view.zoom + view.panX;
    const toY = (y: number) => y * view.zoom + view.panY;
    const bones = new Path2D();
    const dots = new Path2D();
    for (const joint of joints) {
      const [x, y] = [toX(joint.x), toY(joint.y)];
      if (!joint.movable) {
        dots.moveTo(x + DOT, y);
        dots.arc(x, y, DOT, 0, 2 * Math.PI);
      }
      const parent = joint.parent === undefined ? undefined : byName.get(joint.parent);
      if (!parent) continue;
      bones.moveTo(toX(parent.x), toY(parent.y));
      bones.lineTo(x, y);
    }
    context.lineCap = 'round';
    stroke(context, bones, 'rgba(0,0,0,.55)', 4);
    stroke(context, bones, '#ffffff', 2);
    stroke(context, dots, 'rgba(0,0,0,.6)', 3);
    context.fillStyle = '#ffffff';
    context.fill(dots);
    const held = this.dragged && byName.get(this.dragged.name);
    if (!held || !this.dragged) return;
    const reach = new Path2D();
    reach.moveTo(toX(held.x), toY(held.y));
    reach.lineTo(toX(this.dragged.x), toY(this.dragged.y));
    context.setLineDash([4, 4]);
    stroke(context, reach, '#ff4f6d', 2);
  }
}

/** CSS pixels. */
const DOT = 4;

function stroke(context: CanvasRenderingContext2D, path: Path2D, style: string, width: number): void {
  context.strokeStyle = style;
  context.lineWidth = width;
  context.stroke(path);
}
