import type { PointerLike, ToolPointer } from './tool-pointer.ts';

/** A browser's pointer event as far as tools read it. Tests only. */
export function pointerEvent(change: Partial<PointerLike> = {}): PointerLike {
  return {
    clientX: 0,
    clientY: 0,
    pressure: 0.5,
    pointerType: 'mouse',
    timeStamp: 0,
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    ...change,
  };
}

/** The pointer at a place, at 100 % and unmoved, so that screen and document agree. Tests only. */
export function pointerAt(x: number, y: number, change: Partial<ToolPointer> = {}): ToolPointer {
  return {
    x,
    y,
    screenX: x,
    screenY: y,
    samples: [{ x, y, pressure: 1, time: change.time ?? 0 }],
    type: 'mouse',
    shift: false,
    alt: false,
    ctrl: false,
    space: false,
    time: 0,
    ...change,
  };
}
