import { Canvas, Circle, Group, Path, Point, Rect, type TPointerEventInfo } from 'fabric';
import type { MaskOutline } from '@koma/core/tools';
import type { View } from '#lib/studio/view.ts';
import { MarchingAnts } from './marching-ants.ts';
import type { CanvasFigure, PreviewShape, SampleRing, TipOutline } from './overlay-shapes.ts';
import { JointHandles, type JointEvents } from './joint-handles.ts';
import { ShapePreview } from './shape-preview.ts';
import { StrokeMarks, type ShownStrokes } from './stroke-marks.ts';
import { TipPainter } from './tip-painter.ts';

export interface OverlayEvents {
  /** By the wheel with Shift, CSS pixels. */
  onPan(dx: number, dy: number): void;
  /** @param x, y the pointer, in CSS pixels of the viewport */
  onZoom(factor: number, x: number, y: number): void;
  /** @param x the handle's position in pixels of the document */
  onSplit(x: number): void;
  readonly joints: JointEvents;
}

/** Zoom per unit of wheel travel; a notch of 100 units gives about 16 %. */
const WHEEL_SPEED = 0.0015;
/** Radius of the compare slider's grip, CSS pixels: large enough for a finger. */
const GRIP_RADIUS = 20;

/** Milliseconds between two steps of the marching ants. */
const ANT_STEP = 70;

/**
 * The interactive layer over the picture, made with fabric: the wheel, the compare slider's handle, the
 * outline of the selection, what a tool is drawing, and the brush under the pointer. It holds no pixels of
 * the document; pointer events of {@link element} are the tools'.
 */
export class Overlay {
  readonly #canvas: Canvas;
  readonly #events: OverlayEvents;
  readonly #ants = new MarchingAnts();
  readonly #preview = new ShapePreview();
  readonly #strokes = new StrokeMarks();
  readonly #tip: TipPainter;
  readonly #stillMotion = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #antTimer: ReturnType<typeof setInterval>;
  #handle: Group | undefined;
  readonly #joints: JointHandles;

  constructor(element: HTMLCanvasElement, events: OverlayEvents) {
    this.#events = events;
    this.#canvas = new Canvas(element, {
      selection: false,
      renderOnAddRemove: false,
      preserveObjectStacking: true,
      allowTouchScrolling: false,
    });
    this.#canvas.add(this.#strokes, this.#ants, this.#preview);
    this.#joints = new JointHandles(this.#canvas, events.joints);
    this.#tip = new TipPainter(this.#canvas.contextTop, () => this.#canvas.getRetinaScaling());
    // Fabric clears its upper canvas, which is the tip's, at every release of the pointer.
    this.#canvas.on('after:render', ({ ctx }) => ctx === this.#canvas.contextTop && this.#tip.cleared());
    this.#canvas.on('mouse:wheel', ({ e }: TPointerEventInfo<WheelEvent>) => this.#wheel(e));
    this.#antTimer = setInterval(() => {
      if (!document.hidden && !this.#stillMotion.matches && this.#ants.step())
        this.#canvas.requestRenderAll();
    }, ANT_STEP);
  }

  /** What pointer events of the picture come to. */
  get element(): HTMLCanvasElement {
    return this.#canvas.upperCanvasEl;
  }

  /** Whether a pointer is on the handle of the divider or of a joint, which takes it then. */
  isOnHandle(event: PointerEvent): boolean {
    this.#joints.raiseNearest(this.#canvas.getScenePoint(event));
    const { target } = this.#canvas.findTarget(event);
    return target !== undefined && (target === this.#handle || this.#joints.has(target));
  }

  /** Shows the joints of a figure that is being posed, or takes them away. */
  setFigure(figure: CanvasFigure | undefined): void {
    this.#joints.set(figure);
  }

  setSize(width: number, height: number): void {
    this.#canvas.setDimensions({ width, height });
    this.#tip.cleared();
  }

  /** Mirrors the viewport's view, so that objects live in pixels of the document. */
  setView(view: View): void {
    this.#canvas.setViewportTransform([view.zoom, 0, 0, view.zoom, view.panX, view.panY]);
    this.#joints.setZoom(view.zoom);
    this.#tip.setView(view);
    this.#canvas.requestRenderAll();
  }

  /** @param cursor a value of the CSS property; the handle of the divider keeps its own */
  setCursor(cursor: string): void {
    if (this.#canvas.defaultCursor === cursor) return;
    this.#canvas.defaultCursor = cursor;
    this.#canvas.setCursor(cursor);
  }

  /** Where the pointer is, in CSS pixels; undefined while it is elsewhere or a finger. */
  setPointer(at: { x: number; y: number } | undefined): void {
    this.#tip.setPointer(at);
  }

  /** The brush to show under the pointer. */
  setTip(tip: TipOutline | undefined): void {
    this.#tip.setTip(tip);
  }

  setRing(ring: SampleRing | undefined): void {
    this.#tip.setRing(ring);
  }

  /** The outline of the selection, pixels of the document. */
  setOutline(outline: MaskOutline | undefined): void {
    this.#ants.setOutline(outline);
    this.#canvas.requestRenderAll();
  }

  /** Shows the outline moved by pixels of the document, until another one is set. */
  shiftOutline(dx: number, dy: number): void {
    this.#ants.shift(dx, dy);
    this.#canvas.requestRenderAll();
  }

  /** Shows strokes that say what is to be cut out, or takes them away. */
  setStrokes(strokes: ShownStrokes | undefined): void {
    this.#strokes.setStrokes(strokes);
    this.#canvas.requestRenderAll();
  }

  /** Shows the outline of what a tool is drawing, or takes it away. */
  setPreview(shape: PreviewShape | undefined): void {
    if (!shape && !this.#preview.shape) return;
    this.#preview.shape = shape;
    this.#canvas.requestRenderAll();
  }

  /** Shows the divider at `x` in pixels of the document, or takes it away. */
  setDivider(divider: { x: number; view: View; documentHeight: number } | undefined): void {
    if (!divider) {
      if (this.#handle) this.#canvas.remove(this.#handle);
      this.#handle = undefined;
      this.#canvas.requestRenderAll();
      return;
    }
    const { x, view, documentHeight } = divider;
    // The line is as long as the part of the document that is on the screen, so its grip is, too.
    const top = Math.max(0, view.panY);
    const bottom = Math.min(this.#canvas.height, view.panY + documentHeight * view.zoom);
    const height = Math.max(2 * GRIP_RADIUS, bottom - top);
    const dragging = this.#canvas.getActiveObject() === this.#handle && this.#handle?.isMoving;
    if (!this.#handle || Math.abs((this.#handle.height ?? 0) - height) > 1) {
      if (this.#handle) this.#canvas.remove(this.#handle);
      this.#handle = makeHandle(height);
      this.#handle.on('moving', () => this.#events.onSplit(this.#handle!.getCenterPoint().x));
      this.#canvas.add(this.#handle);
    }
    this.#handle.set({ scaleX: 1 / view.zoom, scaleY: 1 / view.zoom });
    if (!dragging) {
      const centre = new Point(x, ((top + bottom) / 2 - view.panY) / view.zoom);
      this.#handle.setPositionByOrigin(centre, 'center', 'center');
    }
    this.#handle.setCoords();
    this.#canvas.requestRenderAll();
  }

  dispose(): void {
    clearInterval(this.#antTimer);
    void this.#canvas.dispose();
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    event.stopPropagation();
    // A wheel in lines (Firefox) is about 16 pixels a line; pinching on a trackpad comes as Ctrl + wheel.
    const unit = event.deltaMode === 1 ? 16 : 1;
    if (event.shiftKey && !event.ctrlKey) {
      this.#events.onPan(-(event.deltaX || event.deltaY) * unit, 0);
      return;
    }
    const speed = event.ctrlKey ? WHEEL_SPEED * 6 : WHEEL_SPEED;
    this.#events.onZoom(Math.exp(-event.deltaY * unit * speed), event.offsetX, event.offsetY);
  }
}

function makeHandle(height: number): Group {
  const centred = { originX: 'center', originY: 'center', left: 0, top: 0 } as const;
  const edge = new Rect({ ...centred, width: 4, height, fill: 'rgba(0,0,0,.45)' });
  const line = new Rect({ ...centred, width: 2, height, fill: '#ffffff' });
  const grip = new Circle({
    ...centred,
    radius: GRIP_RADIUS,
    fill: '#ffffff',
    stroke: 'rgba(0,0,0,.35)',
    strokeWidth: 1,
  });
  const arrows = new Path('M -5 -6 L -11 0 L -5 6 M 5 -6 L 11 0 L 5 6', {
    ...centred,
    fill: '',
    stroke: '#26242f',
    strokeWidth: 2.5,
    strokeLineCap: 'round',
    strokeLineJoin: 'round',
  });
  return new Group([edge, line, grip, arrows], {
    hasControls: false,
    hasBorders: false,
    lockMovementY: true,
    hoverCursor: 'ew-resize',
    moveCursor: 'ew-resize',
    objectCaching: false,
  });
}
