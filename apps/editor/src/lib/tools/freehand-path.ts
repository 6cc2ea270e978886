import type { Point } from '#lib/raster/protocol.ts';

/** Collects the places of a freehand loop, leaving out those that nobody could tell apart. */
export class FreehandPath {
  readonly #points: Point[] = [];

  get points(): readonly Point[] {
    return this.#points;
  }

  /** @param distance pixels of the document below which a place adds nothing */
  add(samples: readonly Point[], distance: number): void {
    for (const { x, y } of samples) {
      const last = this.#points.at(-1);
      if (!last || Math.hypot(x - last.x, y - last.y) >= distance) this.#points.push({ x, y });
    }
  }

  /** Whether the loop is large enough to enclose anything. @param extent pixels of the document */
  encloses(extent: number): boolean {
    if (this.#points.length < 3) return false;
    const [xs, ys] = [this.#points.map(({ x }) => x), this.#points.map(({ y }) => y)];
    const span = (values: readonly number[]) =>
      values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
    return Math.max(span(xs), span(ys)) >= extent;
  }
}
