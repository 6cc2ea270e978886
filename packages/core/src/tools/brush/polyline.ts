/** A vertex or a place on a {@link Polyline}. */
export interface PathPoint {
  readonly x: number;
  readonly y: number;
  readonly pressure: number;
}

/** A growing line of straight chords that knows the distance travelled; its start can be forgotten. */
export class Polyline {
  readonly x: number[] = [];
  readonly y: number[] = [];
  readonly pressure: number[] = [];
  /** Distance from the start of the whole line to each vertex, pixels. */
  readonly distance: number[] = [];

  /** Vertices that are still known. */
  get count(): number {
    return this.x.length;
  }

  /** Distance travelled to the last vertex; 0 if there is none. */
  get length(): number {
    return this.distance.at(-1) ?? 0;
  }

  push(x: number, y: number, pressure: number): void {
    const last = this.count - 1;
    const step = last < 0 ? 0 : Math.hypot(x - this.x[last]!, y - this.y[last]!);
    this.distance.push(this.length + step);
    this.x.push(x);
    this.y.push(y);
    this.pressure.push(pressure);
  }

  /** Keeps the first `count` vertices. */
  truncate(count: number): void {
    for (const values of [this.x, this.y, this.pressure, this.distance]) values.length = count;
  }

  /** Forgets the first `count` vertices. */
  forget(count: number): void {
    for (const values of [this.x, this.y, this.pressure, this.distance]) values.splice(0, count);
  }

  /** The place at a distance from the start, on the chord that begins at vertex `i`. */
  at(i: number, distance: number): PathPoint {
    const j = Math.min(i + 1, this.count - 1);
    const step = this.distance[j]! - this.distance[i]!;
    const t = step > 0 ? Math.min(1, Math.max(0, (distance - this.distance[i]!) / step)) : 0;
    return {
      x: this.x[i]! + (this.x[j]! - this.x[i]!) * t,
      y: this.y[i]! + (this.y[j]! - this.y[i]!) * t,
      pressure: this.pressure[i]! + (this.pressure[j]! - this.pressure[i]!) * t,
    };
  }
}
