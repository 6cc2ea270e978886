import type { Point } from '#lib/raster/protocol.ts';

/** Holds a stroke to a level or upright line while Shift is down. */
export class AxisLock {
  #anchor: Point | undefined;
  #axis: 'x' | 'y' | undefined;
  #last: Point | undefined;

  /**
   * Takes the next place of the pointer.
   * @param held whether Shift is down
   * @param threshold travel in pixels of the document after which the direction is settled
   * @returns the place on the line; undefined until the direction is settled
   */
  constrain<T extends Point>(point: T, held: boolean, threshold: number): T | undefined {
    if (!held) {
      this.#anchor = this.#axis = undefined;
      this.#last = point;
      return point;
    }
    this.#anchor ??= this.#last ?? point;
    if (!this.#axis) {
      const [dx, dy] = [Math.abs(point.x - this.#anchor.x), Math.abs(point.y - this.#anchor.y)];
      if (Math.max(dx, dy) < threshold) return undefined;
      this.#axis = dx >= dy ? 'x' : 'y';
    }
    const locked = this.#axis === 'x' ? { ...point, y: this.#anchor.y } : { ...point, x: this.#anchor.x };
    this.#last = locked;
    return locked;
  }
}
