import type { BorderSegment, Stroke } from '@koma/core/plugin';
import type { Point } from '#lib/raster/protocol.ts';
import { BACKGROUND, EDGE, ERASE, SUBJECT } from '#lib/segment/label-colours.ts';
import { distanceToSegment, roundPoints, simplifyLine, type PointPair } from '#lib/segment/stroke-points.ts';
import type { TipOutline } from '#lib/viewport/overlay-shapes.ts';
import { marqueeRect } from './marquee-rect.ts';
import { selectionCursor } from './tool-cursors.ts';
import type { ToolPointer } from './tool-pointer.ts';
import type { Tool, ToolHost } from './tool.ts';

/** CSS pixels between places of a stroke. */
const STEP = 0.7;
/** CSS pixels of travel below which a drag is a click. */
const CLICK = 3;
/** CSS pixels around a place that leaks in which a click closes it. */
const LEAK_REACH = 9;
/** Pixels of the document that a border drawn by hand is wide: it says where to cut, not what to keep. */
const BORDER = 3;
/** Pixels of the document by which a stroke may be simplified; a share of its radius where that is more. */
const TOLERANCE = 0.4;
const TOLERANCE_SHARE = 0.06;

interface Gesture {
  readonly kind: 'scribble' | 'lasso' | 'box';
  readonly label: string;
  readonly points: PointPair[];
  readonly start: ToolPointer;
  /** Closed by a click. */
  readonly leak: BorderSegment | undefined;
  moved: boolean;
  last: ToolPointer;
}

/**
 * Draws what says what is to be cut out: strokes over it, with Alt or the right button over what is not, or a
 * loop or a box around it to begin with. A click where the border leaks closes it.
 */
export class SegmentTool implements Tool {
  readonly #host: ToolHost;
  #gesture: Gesture | undefined;
  #end: Point | undefined;
  #isOverLeak = false;

  constructor(host: ToolHost) {
    this.#host = host;
  }

  cursor(): string {
    if (!this.#host.ready) return 'not-allowed';
    if (this.#isOverLeak && !this.#gesture) return 'pointer';
    return this.#host.settings.segment.gesture === 'scribble' ? 'none' : selectionCursor('replace');
  }

  tip(): TipOutline | undefined {
    const { gesture } = this.#host.settings.segment;
    const { paint } = this.#host.cut;
    const size = paint === EDGE ? BORDER : this.#host.cut.size;
    const shows = this.#host.ready && gesture === 'scribble' && !(this.#isOverLeak && !this.#gesture);
    return shows ? { size, aliased: false } : undefined;
  }

  onpointerdown(pointer: ToolPointer): void {
    if (!this.#host.ready) return;
    const { gesture: kind } = this.#host.settings.segment;
    const from = pointer.shift && kind === 'scribble' && this.#end ? [pairOf(this.#end)] : [];
    this.#gesture = {
      kind,
      label: this.#labelOf(pointer),
      points: [...from, pairOf(pointer)],
      start: pointer,
      leak: from.length === 0 ? this.#leakAt(pointer) : undefined,
      moved: from.length > 0,
      last: pointer,
    };
    // The place of a leak is not known to be meant before the pointer is up again.
    if (!this.#gesture.leak) this.#show();
  }

  onpointermove(pointer: ToolPointer): void {
    const gesture = this.#gesture;
    if (!gesture) return;
    gesture.last = pointer;
    const { screenX, screenY } = gesture.start;
    gesture.moved ||= Math.hypot(pointer.screenX - screenX, pointer.screenY - screenY) > CLICK;
    const distance = STEP / this.#host.zoom;
    for (const sample of pointer.samples) {
      const [x, y] = gesture.points.at(-1)!;
      if (Math.hypot(sample.x - x, sample.y - y) >= distance) gesture.points.push([sample.x, sample.y]);
    }
    if (gesture.moved || !gesture.leak) this.#show();
  }

  onmodifiers(pointer: ToolPointer): void {
    if (this.#gesture?.kind === 'box') this.onpointermove(pointer);
  }

  onpointerup(pointer: ToolPointer): void {
    const gesture = this.#gesture;
    if (!gesture) return;
    if (pointer.type !== 'pen') this.onpointermove(pointer);
    const { leak, moved } = gesture;
    this.#gesture = undefined;
    this.#host.preview(undefined);
    if (leak && !moved) return this.#host.cut.closeLeaks([leak]);
    const strokes = this.#strokesOf(gesture, true);
    if (gesture.kind === 'scribble') {
      const [x, y] = gesture.points.at(-1)!;
      this.#end = { x, y };
    }
    if (strokes.length > 0) this.#host.cut.add(strokes);
    else this.#host.cut.dropDrawing();
  }

  onpointercancel(): void {
    if (!this.#gesture) return;
    this.#gesture = undefined;
    this.#host.preview(undefined);
    this.#host.cut.dropDrawing();
  }

  onhover(pointer: ToolPointer): void {
    this.#isOverLeak = this.#leakAt(pointer) !== undefined;
  }

  onkey(key: string, event?: KeyboardEvent): boolean {
    if (event?.ctrlKey || event?.metaKey || event?.altKey || this.#gesture) return false;
    const element = event?.target instanceof Element ? event.target : undefined;
    // What has the focus has these keys: a menu and a dialog all of them, a button its Enter, a list its Delete.
    if (element?.closest('dialog, [role=dialog], [role=menu], select')) return false;
    if (key !== 'Escape' && element?.closest('input, [role=tree], [role=listbox], [role=tablist]'))
      return false;
    if (key === 'Enter' && element?.closest('button, a, summary')) return false;
    return this.#host.cut.key(key);
  }

  deactivate(): void {
    this.#isOverLeak = false;
    this.onpointercancel();
  }

  #labelOf(pointer: ToolPointer): string {
    const { paint } = this.#host.cut;
    if (pointer.eraser) return ERASE;
    if (!pointer.secondary && !pointer.alt) return paint;
    return paint === BACKGROUND ? SUBJECT : BACKGROUND;
  }

  #leakAt({ x, y }: Point): BorderSegment | undefined {
    const { leaks } = this.#host.cut;
    const away = ({ x0, y0, x1, y1 }: BorderSegment) => distanceToSegment([x, y], [x0, y0], [x1, y1]);
    const [nearest] = leaks.toSorted((a, b) => away(a) - away(b));
    return nearest && away(nearest) * this.#host.zoom <= LEAK_REACH ? nearest : undefined;
  }

  #show(): void {
    const gesture = this.#gesture!;
    if (gesture.kind === 'scribble') return this.#host.cut.draw(this.#strokesOf(gesture, false));
    if (!gesture.moved) return;
    if (gesture.kind === 'lasso')
      this.#host.preview({ kind: 'path', points: gesture.points.map(([x, y]) => ({ x, y })), closed: true });
    else this.#host.preview({ kind: 'rectangle', rect: boxOf(gesture) });
    this.#host.cut.draw(this.#strokesOf(gesture, false));
  }

  /** @param isDone leaves out places that add nothing */
  #strokesOf(gesture: Gesture, isDone: boolean): Stroke[] {
    const { hard } = this.#host.settings.segment;
    const { kind, label } = gesture;
    const radius = label === EDGE ? BORDER / 2 : Math.max(0.5, this.#host.cut.size / 2);
    const isHard = hard && label !== ERASE ? { hard: true } : label === EDGE ? { hard: true } : {};
    if (kind === 'scribble') {
      const tolerance = Math.max(TOLERANCE, radius * TOLERANCE_SHARE);
      const points = isDone ? roundPoints(simplifyLine(gesture.points, tolerance)) : [...gesture.points];
      return [{ label, radius, ...isHard, points }];
    }
    if (!gesture.moved) return [];
    const loop =
      kind === 'box' ? cornersOf(gesture) : simplifyLine(gesture.points, TOLERANCE / this.#host.zoom);
    if (loop.length < 3) return [];
    const points = roundPoints(loop);
    const inside: Stroke = { label, radius, shape: 'inside', points };
    // To begin with, what is not in the loop is not meant. Later it only adds to what is there.
    const isStart = label === SUBJECT && !this.#host.cut.isSeveral && this.#host.cut.drawn.length === 0;
    return isStart ? [{ label: BACKGROUND, radius, shape: 'outside', points }, inside] : [inside];
  }
}

function pairOf({ x, y }: Point): PointPair {
  return [x, y];
}

function boxOf({ start, last }: Gesture) {
  return marqueeRect(start, last, { square: last.shift, fromCentre: false });
}

function cornersOf(gesture: Gesture): PointPair[] {
  const { x, y, width, height } = boxOf(gesture);
  if (width <= 0 || height <= 0) return [];
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}
