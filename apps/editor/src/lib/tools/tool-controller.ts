import type { View } from '#lib/studio/view.ts';
import type { Overlay } from '#lib/viewport/overlay.ts';
import type { Keys } from './held-keys.ts';
import { changesLayer, marksPicture, type ToolId } from './tool-id.ts';
import { toolPointer, type PointerFrame, type ToolPointer } from './tool-pointer.ts';
import type { Tool } from './tool.ts';

/** What the controller asks of the editor around it. */
export interface ControllerHost {
  readonly tools: Readonly<Record<ToolId, Tool>>;
  /** The tool that works with these keys held. */
  toolFor(keys: Keys): ToolId;
  readonly keys: Keys;
  /** Takes the modifiers from a pointer event. */
  syncKeys(event: PointerEvent): void;
  readonly view: View;
  /** Called before a tool starts that changes the layer. @returns false if there is none to change */
  mayChangeLayer(): boolean;
  /** The pointer is down, and the picture must not move under it by itself; or it is up again. */
  hold(down: boolean): void;
}

interface Gesture {
  readonly pointerId: number;
  readonly id: ToolId;
  readonly tool: Tool;
  readonly startX: number;
  readonly startY: number;
  readonly startTime: number;
  readonly isTouch: boolean;
  /** Became something that a second finger must not end. */
  settled: boolean;
}

/** A second finger within this time or travel means a pinch: the stroke of the first was no stroke. */
const PINCH_MS = 350;
const PINCH_TRAVEL = 14;

/** Brings the pointer over the picture and the keys to the tool in the hand. */
export class ToolController {
  readonly #overlay: Overlay;
  readonly #host: ControllerHost;
  readonly #stop = new AbortController();
  #gesture: Gesture | undefined;
  #last: PointerEvent | undefined;
  #pinching = false;
  /** Once a pen was here, fingers only move the picture: the hand rests on the screen. */
  #penSeen = false;

  constructor(overlay: Overlay, host: ControllerHost) {
    this.#overlay = overlay;
    this.#host = host;
    const { element } = overlay;
    const options = { signal: this.#stop.signal };
    element.addEventListener('pointerdown', (event) => this.#down(event), options);
    element.addEventListener('pointermove', (event) => this.#move(event), options);
    element.addEventListener('pointerup', (event) => this.#up(event), options);
    element.addEventListener('pointercancel', (event) => this.#lost(event), options);
    element.addEventListener('lostpointercapture', (event) => this.#lost(event), options);
    element.addEventListener('pointerleave', () => this.#gesture ?? overlay.setPointer(undefined), options);
    // Else the middle button scrolls, and a long press opens a menu under the stroke.
    element.addEventListener('mousedown', (event) => event.button === 1 && event.preventDefault(), options);
    element.addEventListener('contextmenu', (event) => event.preventDefault(), options);
    addEventListener('keydown', (event) => this.#key(event), { ...options, capture: true });
    this.refresh();
  }

  /** Voids what the pointer is doing. @returns whether it was doing anything */
  cancel(): boolean {
    const gesture = this.#gesture;
    this.#gesture = undefined;
    this.#host.hold(false);
    gesture?.tool.onpointercancel();
    if (gesture) this.refresh();
    return gesture !== undefined;
  }

  /** Another document or tool: what is half done is void. */
  drop(id?: ToolId): void {
    if (!this.#gesture || id === undefined || this.#gesture.id === id) this.cancel();
    for (const [name, tool] of Object.entries(this.#host.tools))
      if (id === undefined || name === id) tool.deactivate?.();
    this.refresh();
  }

  /** A second finger comes down. @returns whether the two may pinch */
  mayPinch(): boolean {
    const gesture = this.#gesture;
    if (!gesture) return true;
    if (!gesture.isTouch) return false;
    if (gesture.settled && gesture.id !== 'hand') return false;
    this.cancel();
    return true;
  }

  setPinching(pinching: boolean): void {
    this.#pinching = pinching;
  }

  /** Shows the cursor that fits: after keys, settings or the layer have changed. */
  refresh(): void {
    const keys = this.#host.keys;
    const gesture = this.#gesture;
    const tool = gesture?.tool ?? this.#host.tools[this.#host.toolFor(keys)];
    this.#overlay.setCursor(tool.cursor({ shift: keys.shift, alt: keys.alt, dragging: !!gesture }));
    this.#overlay.setTip(tool.tip?.());
  }

  /** Keys were pressed or released while the pointer rests. */
  keysChanged(): void {
    if (this.#gesture && this.#last) this.#gesture.tool.onmodifiers?.(this.#resting(this.#last));
    this.refresh();
  }

  dispose(): void {
    this.#stop.abort();
    this.cancel();
  }

  #down(event: PointerEvent): void {
    this.#host.syncKeys(event);
    if (event.pointerType === 'pen') this.#penSeen = true;
    if (this.#gesture || this.#pinching || this.#overlay.isOnHandle(event)) return;
    const id = this.#toolFor(event);
    if (!id) return;
    leaveField();
    if (changesLayer(id) && !this.#host.mayChangeLayer()) return;
    try {
      this.#overlay.element.setPointerCapture(event.pointerId);
    } catch {
      // A pointer that is gone already; its up or cancel ends the gesture.
    }
    const tool = this.#host.tools[id];
    this.#gesture = {
      pointerId: event.pointerId,
      id,
      tool,
      startX: event.clientX,
      startY: event.clientY,
      startTime: event.timeStamp,
      isTouch: event.pointerType === 'touch',
      settled: false,
    };
    this.#host.hold(true);
    this.#last = event;
    this.#point(event);
    tool.onpointerdown(this.#translate(event));
    this.refresh();
  }

  #move(event: PointerEvent): void {
    this.#last = event;
    this.#host.syncKeys(event);
    if (event.pointerType === 'pen') this.#penSeen = true;
    const gesture = this.#gesture;
    if (gesture && gesture.pointerId !== event.pointerId) return;
    this.#point(event);
    if (!gesture) {
      this.#host.tools[this.#host.toolFor(this.#host.keys)].onhover?.(this.#translate(event));
      return;
    }
    gesture.settled ||=
      event.timeStamp - gesture.startTime > PINCH_MS &&
      Math.hypot(event.clientX - gesture.startX, event.clientY - gesture.startY) > PINCH_TRAVEL;
    gesture.tool.onpointermove(this.#translate(event));
  }

  #up(event: PointerEvent): void {
    const gesture = this.#gesture;
    if (gesture?.pointerId !== event.pointerId) return;
    this.#gesture = undefined;
    gesture.tool.onpointerup(this.#translate(event));
    this.#host.hold(false);
    this.refresh();
  }

  #lost(event: PointerEvent): void {
    if (this.#gesture?.pointerId === event.pointerId) this.cancel();
  }

  #key(event: KeyboardEvent): void {
    const gesture = this.#gesture;
    const isModifier = /^(Shift|Control|Alt|Meta)$/.test(event.key) || event.code === 'Space';
    if (isModifier || event.isComposing) return;
    const tool = gesture?.tool ?? this.#host.tools[this.#host.toolFor(this.#host.keys)];
    const used = !isField(event.target) && (tool.onkey?.(event.key, event) ?? false);
    if (!used && gesture && event.key === 'Escape') this.cancel();
    // Nothing else happens in the middle of a stroke: no undo, no other tool, no deleted layer.
    else if (!used && !gesture) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  #toolFor(event: PointerEvent): ToolId | undefined {
    if (event.button === 1) return 'hand';
    const id = this.#host.toolFor(this.#host.keys);
    // It tells by itself which button it is.
    if (id === 'segment' && (event.button === 2 || event.buttons & 32)) return id;
    // The other end of the pen.
    if (event.buttons & 32) return 'eraser';
    if (event.button !== 0) return undefined;
    return event.pointerType === 'touch' && this.#penSeen && marksPicture(id) ? 'hand' : id;
  }

  #point(event: PointerEvent): void {
    const { left, top } = this.#frame();
    const isSeen = event.pointerType !== 'touch' || this.#gesture?.id === 'eyedropper';
    this.#overlay.setPointer(isSeen ? { x: event.clientX - left, y: event.clientY - top } : undefined);
  }

  #frame(): PointerFrame {
    const { left, top } = this.#overlay.element.getBoundingClientRect();
    return { left, top, view: this.#host.view };
  }

  #translate(event: PointerEvent): ToolPointer {
    return toolPointer(event, this.#frame(), this.#host.keys.space);
  }

  #resting(event: PointerEvent): ToolPointer {
    const pointer = this.#translate(event);
    return { ...pointer, ...this.#host.keys, samples: pointer.samples.slice(-1) };
  }
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** Whoever draws is done writing, though the canvas takes no focus from a finger. */
function leaveField(): void {
  if (document.activeElement instanceof HTMLElement && isField(document.activeElement))
    document.activeElement.blur();
}
