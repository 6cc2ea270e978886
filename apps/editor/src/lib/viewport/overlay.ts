import { Canvas, Circle, Group, Path, Point, Rect, type TPointerEventInfo } from 'fabric';
import type { View } from '#lib/studio/view.ts';

export interface OverlayEvents {
  onPan(dx: number, dy: number): void;
  /** @param x, y the pointer, in CSS pixels of the viewport */
  onZoom(factor: number, x: number, y: number): void;
  /** @param x the handle's position in pixels of the document */
  onSplit(x: number): void;
}

/** Zoom per unit of wheel travel; a notch of 100 units gives about 16 %. */
const WHEEL_SPEED = 0.0015;
/** Radius of the compare slider's grip, CSS pixels: large enough for a finger. */
const GRIP_RADIUS = 20;

/**
 * The interactive layer over the picture, made with fabric: it turns pointer and wheel into pan and
 * zoom, and carries the compare slider's handle. It holds no pixels of the document.
 */
export class Overlay {
  readonly #canvas: Canvas;
  readonly #events: OverlayEvents;
  #handle: Group | undefined;
  #drag: { x: number; y: number } | undefined;
  #pinching = false;

  constructor(element: HTMLCanvasElement, events: OverlayEvents) {
    this.#events = events;
    this.#canvas = new Canvas(element, {
      selection: false,
      renderOnAddRemove: false,
      defaultCursor: 'grab',
      hoverCursor: 'grab',
      fireMiddleClick: true,
      allowTouchScrolling: false,
    });
    this.#canvas.on('mouse:wheel', ({ e }: TPointerEventInfo<WheelEvent>) => this.#wheel(e));
    this.#canvas.on('mouse:down', ({ e, target }) => {
      if (!target && !this.#pinching) {
        this.#drag = clientPoint(e);
        this.#canvas.setCursor('grabbing');
      }
    });
    this.#canvas.on('mouse:move', ({ e }) => {
      if (!this.#drag || this.#pinching) return;
      const { x, y } = clientPoint(e);
      events.onPan(x - this.#drag.x, y - this.#drag.y);
      this.#drag = { x, y };
    });
    this.#canvas.on('mouse:up', () => {
      this.#drag = undefined;
      this.#canvas.setCursor('grab');
    });
  }

  setSize(width: number, height: number): void {
    this.#canvas.setDimensions({ width, height });
  }

  /** Mirrors the viewport's view, so that objects live in pixels of the document. */
  setView(view: View): void {
    this.#canvas.setViewportTransform([view.zoom, 0, 0, view.zoom, view.panX, view.panY]);
  }

  /** While two fingers zoom, one-finger panning rests. */
  setPinching(pinching: boolean): void {
    this.#pinching = pinching;
    this.#drag = undefined;
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

function clientPoint(event: MouseEvent | TouchEvent | PointerEvent): { x: number; y: number } {
  const point = 'touches' in event ? (event.touches[0] ?? event.changedTouches[0]) : event;
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
}
