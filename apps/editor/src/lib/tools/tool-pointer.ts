import type { PointerSample } from '#lib/raster/protocol.ts';
import type { View } from '#lib/studio/view.ts';

/** What is read of a browser's pointer event. */
export interface PointerLike {
  readonly clientX: number;
  readonly clientY: number;
  readonly pressure: number;
  readonly pointerType: string;
  readonly timeStamp: number;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly button?: number;
  readonly buttons?: number;
  getCoalescedEvents?(): readonly PointerLike[];
}

/** The pointer as tools see it. */
export interface ToolPointer {
  /** Pixels of the document; pixel centres lie at .5. */
  readonly x: number;
  readonly y: number;
  /** CSS pixels of the viewport. */
  readonly screenX: number;
  readonly screenY: number;
  /** Everything since the last event, this one last. */
  readonly samples: readonly PointerSample[];
  readonly type: 'mouse' | 'pen' | 'touch';
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl or the Command key. */
  readonly ctrl: boolean;
  readonly space: boolean;
  /** By the right button, or the one on a pen's barrel. */
  readonly secondary?: boolean;
  /** By the other end of a pen. */
  readonly eraser?: boolean;
  /** Milliseconds. */
  readonly time: number;
}

/** Where the viewport lies in the window and what it shows. */
export interface PointerFrame {
  readonly left: number;
  readonly top: number;
  readonly view: View;
}

/** Translates a browser's event. @param space whether the space bar is down, which events do not say */
export function toolPointer(event: PointerLike, frame: PointerFrame, space: boolean): ToolPointer {
  const coalesced = event.getCoalescedEvents?.() ?? [];
  const samples = (coalesced.length > 0 ? coalesced : [event]).map((one) => pointerSample(one, frame));
  const { x, y } = pointerSample(event, frame);
  return {
    x,
    y,
    screenX: event.clientX - frame.left,
    screenY: event.clientY - frame.top,
    samples,
    type: event.pointerType === 'pen' || event.pointerType === 'touch' ? event.pointerType : 'mouse',
    shift: event.shiftKey,
    alt: event.altKey,
    ctrl: event.ctrlKey || event.metaKey,
    space,
    secondary: event.button === 2 || (((event.buttons ?? 0) & 2) !== 0 && event.button !== 0),
    eraser: ((event.buttons ?? 0) & 32) !== 0,
    time: event.timeStamp,
  };
}

function pointerSample(event: PointerLike, { left, top, view }: PointerFrame): PointerSample {
  return {
    x: (event.clientX - left - view.panX) / view.zoom,
    y: (event.clientY - top - view.panY) / view.zoom,
    // A mouse reports 0.5 and fingers whatever their device likes: only a pen knows pressure.
    pressure: event.pointerType === 'pen' ? event.pressure : 1,
    time: event.timeStamp,
  };
}
