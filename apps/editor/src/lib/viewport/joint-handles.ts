import { Circle, Shadow, type Canvas, type FabricObject } from 'fabric';
import { FigureBones } from './figure-bones.ts';
import type { CanvasFigure, CanvasJoint } from './overlay-shapes.ts';

export interface JointEvents {
  /** Again and again while a joint is dragged, pixels of the document. */
  onMove(joint: string, x: number, y: number): void;
  /** A joint was let go. */
  onEnd(joint: string): void;
}

/** CSS pixels: a handle, and what a finger needs around it. */
const RADIUS = 8;
const PADDING = 10;
const FILL = '#ff4f6d';
const FOCUSED_FILL = '#ffd166';

/** The joints of a figure as handles of the overlay, with its bones below them. */
export class JointHandles {
  readonly #canvas: Canvas;
  readonly #events: JointEvents;
  readonly #bones = new FigureBones();
  readonly #handles = new Map<string, Circle>();
  #zoom = 1;
  #dragged: string | undefined;

  constructor(canvas: Canvas, events: JointEvents) {
    this.#canvas = canvas;
    this.#events = events;
    canvas.add(this.#bones);
  }

  has(target: FabricObject | undefined): boolean {
    return target !== undefined && [...this.#handles.values()].includes(target as Circle);
  }

  /** Where handles overlap, as at a hand, the nearest is taken. @param at pixels of the document */
  raiseNearest(at: { readonly x: number; readonly y: number }): void {
    const distance = ({ left, top }: Circle) => Math.hypot(left - at.x, top - at.y);
    let nearest: Circle | undefined;
    for (const handle of this.#handles.values())
      if (!nearest || distance(handle) < distance(nearest)) nearest = handle;
    if (nearest) this.#canvas.bringObjectToFront(nearest);
  }

  /** Shows a figure, or none. The joint that is being dragged stays under the pointer. */
  set(figure: CanvasFigure | undefined): void {
    const movable = (figure?.joints ?? []).filter(({ movable }) => movable);
    const names = new Set(movable.map(({ name }) => name));
    for (const [name, handle] of this.#handles) {
      if (names.has(name)) continue;
      this.#canvas.remove(handle);
      this.#handles.delete(name);
      if (this.#dragged === name) this.#dragged = undefined;
    }
    this.#bones.figure = figure;
    for (const joint of movable) this.#place(joint, joint.name === figure?.focused);
    this.#bones.dragged = this.#dragged === undefined ? undefined : this.#centreOf(this.#dragged);
    this.#canvas.requestRenderAll();
  }

  /** Handles are as large on the screen at every zoom. */
  setZoom(zoom: number): void {
    this.#zoom = zoom;
    for (const handle of this.#handles.values()) this.#scale(handle);
  }

  #place({ name, x, y }: CanvasJoint, isFocused: boolean): void {
    let handle = this.#handles.get(name);
    if (!handle) {
      handle = this.#make(name);
      this.#handles.set(name, handle);
      this.#canvas.add(handle);
    }
    handle.set({ fill: isFocused ? FOCUSED_FILL : FILL });
    if (this.#dragged !== name) handle.set({ left: x, top: y });
    this.#scale(handle);
  }

  #make(name: string): Circle {
    const handle = new Circle({
      originX: 'center',
      originY: 'center',
      radius: RADIUS,
      fill: FILL,
      stroke: '#ffffff',
      strokeWidth: 2,
      shadow: new Shadow({ color: 'rgba(0,0,0,.7)', blur: 3, affectStroke: true }),
      padding: PADDING,
      hasControls: false,
      hasBorders: false,
      hoverCursor: 'grab',
      moveCursor: 'grabbing',
      objectCaching: false,
    });
    handle.on('moving', () => {
      this.#dragged = name;
      const { x, y } = handle.getCenterPoint();
      this.#bones.dragged = { name, x, y };
      this.#events.onMove(name, x, y);
    });
    handle.on('mouseup', () => {
      if (this.#dragged === undefined) return;
      this.#dragged = undefined;
      this.#bones.dragged = undefined;
      this.#canvas.discardActiveObject();
      // Where limbs do not reach, the handle goes back to the joint.
      this.set(this.#bones.figure);
      this.#events.onEnd(name);
    });
    return handle;
  }

  #centreOf(name: string): { name: string; x: number; y: number } | undefined {
    const centre = this.#handles.get(name)?.getCenterPoint();
    return centre && { name, x: centre.x, y: centre.y };
  }

  #scale(handle: Circle): void {
    handle.set({ scaleX: 1 / this.#zoom, scaleY: 1 / this.#zoom });
    handle.setCoords();
  }
}
