import type { Stroke } from '@koma/core/plugin';
import { areaSpans } from './area-spans.ts';
import { isEmpty, join, NOWHERE, strokeBounds } from './bounds.ts';
import { capsuleSpans, type Bounds } from './capsule-spans.ts';

/** Told of every change of paint: `length` pixels of row `y` from `x` on had `from` and now have `to`. */
export type PaintChanged = (y: number, x: number, length: number, from: number, to: number) => void;

/**
 * Which stroke paints each pixel of a page, the last one that covers it; brought up to date stroke by stroke while
 * they are drawn, with the same result as if all were painted anew.
 */
export class PaintPlane {
  readonly width: number;
  readonly height: number;
  /** Number of the stroke, counted from 1; 0 where there is none, or an eraser has been. */
  readonly paint: Uint16Array<ArrayBuffer>;
  readonly #page: Bounds;
  #strokes: readonly Stroke[] = [];
  #changed: PaintChanged = () => {};

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.paint = new Uint16Array(width * height);
    this.#page = { left: 0, top: 0, right: width, bottom: height };
  }

  /** The strokes that are painted. */
  get strokes(): readonly Stroke[] {
    return this.#strokes;
  }

  /**
   * Paints other strokes instead.
   * @param strokes fewer than 65,536, which must not change
   * @param changed told of all changes; a pixel may change more than once
   * @returns bounds of all that may have changed
   */
  update(strokes: readonly Stroke[], changed: PaintChanged = () => {}): Bounds {
    const before = this.#strokes;
    this.#strokes = [...strokes];
    this.#changed = changed;
    const same = countSame(before, strokes);
    const grown = strokes[same];
    const shorter = before[same];
    if (grown && shorter && same + 1 === before.length && isGrown(shorter, grown)) {
      const from = shorter.points.length - 1;
      this.#stamp(grown, same + 1, this.#page, from);
      return join(strokeBounds(grown, this.#page, from), this.#append(same + 1));
    }
    let gone: Bounds = NOWHERE;
    for (const stroke of before.slice(same)) gone = join(gone, strokeBounds(stroke, this.#page));
    if (!isEmpty(gone)) {
      for (let y = gone.top; y < gone.bottom; y++) this.#put(y, gone.left, gone.right - 1, 0);
      for (let i = 0; i < same; i++) this.#stamp(strokes[i]!, i + 1, gone);
    }
    return join(gone, this.#append(same));
  }

  /** Tells of all paint there is, as if it had just come. */
  tell(changed: PaintChanged): void {
    const { left, top, right, bottom } = this.#strokes
      .map((stroke) => strokeBounds(stroke, this.#page))
      .reduce(join, NOWHERE);
    for (let y = top; y < bottom; y++)
      for (let x = left, at = y * this.width + left; x < right;) {
        const code = this.paint[at]!;
        const start = x;
        while (x < right && this.paint[at] === code) {
          x++;
          at++;
        }
        if (code !== 0) changed(y, start, x - start, 0, code);
      }
  }

  #append(from: number): Bounds {
    let bounds: Bounds = NOWHERE;
    for (let i = from; i < this.#strokes.length; i++) {
      const stroke = this.#strokes[i]!;
      this.#stamp(stroke, i + 1, this.#page);
      bounds = join(bounds, strokeBounds(stroke, this.#page));
    }
    return bounds;
  }

  #stamp(stroke: Stroke, number: number, clip: Bounds, from = 0): void {
    const { label, shape = 'line', radius, points } = stroke;
    const code = label === 'erase' ? 0 : number;
    const put = (y: number, first: number, last: number): void => this.#put(y, first, last, code);
    if (shape !== 'line') {
      areaSpans(points, shape === 'outside', clip, put);
      return;
    }
    if (points.length === 1) capsuleSpans(points[0]!, points[0]!, radius, clip, put);
    for (let i = Math.max(1, from + 1); i < points.length; i++)
      capsuleSpans(points[i - 1]!, points[i]!, radius, clip, put);
  }

  #put(y: number, first: number, last: number, code: number): void {
    const { paint, width } = this;
    const row = y * width;
    for (let x = first; x <= last;) {
      const from = paint[row + x]!;
      const start = x;
      while (x <= last && paint[row + x] === from) x++;
      if (from === code) continue;
      paint.fill(code, row + start, row + x);
      this.#changed(y, start, x - start, from, code);
    }
  }
}

function countSame(before: readonly Stroke[], now: readonly Stroke[]): number {
  let same = 0;
  while (same < before.length && same < now.length && isSame(before[same]!, now[same]!)) same++;
  return same;
}

function isSame(one: Stroke, two: Stroke): boolean {
  return one === two || (one.points.length === two.points.length && isGrown(one, two, true));
}

/** Whether a stroke is another one drawn further. */
function isGrown(before: Stroke, now: Stroke, areasToo = false): boolean {
  if (before.label !== now.label || before.radius !== now.radius) return false;
  if ((before.hard === true) !== (now.hard === true)) return false;
  const shape = before.shape ?? 'line';
  if (shape !== (now.shape ?? 'line') || (shape !== 'line' && !areasToo)) return false;
  return (
    before.points.length <= now.points.length &&
    before.points.every(([x, y], i) => x === now.points[i]![0] && y === now.points[i]![1])
  );
}
