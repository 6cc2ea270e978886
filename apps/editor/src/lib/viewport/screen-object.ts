import { FabricObject } from 'fabric';
import type { Size, View } from '#lib/studio/view.ts';

/** Something of the overlay that is drawn in CSS pixels of the screen and never takes the pointer. */
export abstract class ScreenObject extends FabricObject {
  constructor() {
    super({ evented: false, selectable: false, objectCaching: false });
  }

  protected abstract draw(context: CanvasRenderingContext2D, view: View, size: Size): void;

  override render(context: CanvasRenderingContext2D): void {
    const { canvas } = this;
    if (!canvas || !this.visible) return;
    const [zoom, , , , panX, panY] = canvas.viewportTransform;
    const ratio = canvas.getRetinaScaling();
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.draw(context, { zoom, panX, panY }, { width: canvas.width, height: canvas.height });
    context.restore();
  }
}
