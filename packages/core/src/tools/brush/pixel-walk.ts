import type { BrushSettings } from './brush-settings.ts';
import type { DabDynamics } from './dab-dynamics.ts';
import type { Dab } from './dab.ts';
import type { PathPoint, Polyline } from './polyline.ts';
import type { StrokeWalk, WalkRange } from './stroke-walk.ts';
import { taperAt } from './taper.ts';

/**
 * One dab for every pixel of a thin line: a chord that is rather level gives the pixel it is in at each
 * column's middle, one that is rather upright at each row's. For straight lines these are Bresenham's
 * pixels, one a column or row, with no doubled corners.
 */
export class PixelWalk implements StrokeWalk {
  vertex = 0;
  /** Distance from the start up to which pixels have been made; none before the first. */
  #done = -1;
  #x = 0;
  #y = 0;
  readonly #settings: BrushSettings;
  readonly #dynamics: DabDynamics;

  constructor(settings: BrushSettings, dynamics: DabDynamics) {
    this.#settings = settings;
    this.#dynamics = dynamics;
  }

  walk(path: Polyline, range: WalkRange, out: Dab[]): void {
    if (range.limit < 0) return;
    if (this.#done < 0) {
      [this.#x, this.#y] = [Math.floor(path.x[0]!), Math.floor(path.y[0]!)];
      this.#emit(this.#x, this.#y, path.at(0, 0), 0, range, out);
      this.#done = 0;
    }
    for (; this.vertex + 1 < path.count; this.vertex++) {
      const to = Math.min(range.limit, path.distance[this.vertex + 1]!);
      if (to > this.#done) this.#chord(path, to, range, out);
      if (to >= range.limit) break;
    }
    if (range.ends) this.#finish(path, range, out);
  }

  forget(count: number): void {
    this.vertex -= count;
  }

  copy(): PixelWalk {
    const copy = new PixelWalk(this.#settings, this.#dynamics);
    copy.vertex = this.vertex;
    copy.#done = this.#done;
    copy.#x = this.#x;
    copy.#y = this.#y;
    return copy;
  }

  #chord(path: Polyline, to: number, range: WalkRange, out: Dab[]): void {
    const i = this.vertex;
    const level = isLevel(path, i);
    const [along, across] = level ? [path.x, path.y] : [path.y, path.x];
    const [from, end] = [along[i]!, along[i + 1]!];
    if (from === end) return;
    const [start, length] = [path.distance[i]!, path.distance[i + 1]! - path.distance[i]!];
    const direction = end < from ? -1 : 1;
    const reached = from + ((end - from) * (this.#done - start)) / length;
    // One back from where the walk is: which middles are still to come is told by their distance alone,
    // which is the same in whatever pieces the chord is walked.
    let middle = Math.floor(reached - 0.5) + 0.5 + (direction > 0 ? -1 : 2);
    for (; ; middle += direction) {
      const t = (middle - from) / (end - from);
      const distance = t === 1 ? path.distance[i + 1]! : start + length * t;
      if (distance > to) break;
      if (distance <= this.#done) continue;
      const cell = Math.floor(across[i]! + (across[i + 1]! - across[i]!) * t);
      const [x, y] = level ? [middle - 0.5, cell] : [cell, middle - 0.5];
      this.#join(x, y, path.at(i, distance), distance, range, out);
    }
    this.#done = to;
  }

  /** Goes to a pixel, through those between if it is no neighbour: where level goes over into upright. */
  #join(x: number, y: number, point: PathPoint, distance: number, range: WalkRange, out: Dab[]): void {
    const [dx, dy] = [x - this.#x, y - this.#y];
    const steps = Math.max(Math.abs(dx), Math.abs(dy));
    const [fromX, fromY] = [this.#x, this.#y];
    for (let step = 1; step <= steps; step++) {
      [this.#x, this.#y] = [fromX + Math.round((dx * step) / steps), fromY + Math.round((dy * step) / steps)];
      this.#emit(this.#x, this.#y, point, distance, range, out);
    }
  }

  /** The pixel at the end, unless it would only make the last column or row two pixels thick. */
  #finish(path: Polyline, range: WalkRange, out: Dab[]): void {
    const last = path.count - 1;
    if (last < 1) return;
    const [x, y] = [Math.floor(path.x[last]!), Math.floor(path.y[last]!)];
    if (isLevel(path, last - 1) ? x === this.#x : y === this.#y) return;
    this.#join(x, y, path.at(last, path.length), path.length, range, out);
  }

  #emit(x: number, y: number, point: PathPoint, distance: number, range: WalkRange, out: Dab[]): void {
    const { start, end } = this.#settings.taper;
    const place = { x: x + 0.5, y: y + 0.5, pressure: point.pressure };
    const dab = this.#dynamics(place, taperAt(distance, range.length, start, end), false);
    if (dab.size > 0) out.push(dab);
  }
}

function isLevel(path: Polyline, i: number): boolean {
  return Math.abs(path.x[i + 1]! - path.x[i]!) >= Math.abs(path.y[i + 1]! - path.y[i]!);
}
