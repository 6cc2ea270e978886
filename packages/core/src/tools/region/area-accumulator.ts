/**
 * Signed area of edges over one row of pixels, exactly: R. Levien's font-rs. Each piece of an edge adds
 * to the pixels it crosses what its right side covers of them, as differences, so that the running sum
 * over the row is every pixel's winding number, averaged over its area.
 */
export class AreaAccumulator {
  readonly #width: number;
  /** Differences of the covered area from each pixel to the next; two more for what ends at the right edge. */
  readonly #differences: Float64Array;

  constructor(width: number) {
    this.#width = width;
    this.#differences = new Float64Array(width + 2);
  }

  /**
   * A straight piece of an edge inside one row.
   * @param height how much of the row it crosses, 0 to 1, negative for edges that go up
   * @param one its x at one end, in px from the row's left end; may lie outside the row
   * @param other its x at the other end
   */
  addEdge(height: number, one: number, other: number): void {
    const width = this.#width;
    let left = one < other ? one : other;
    let right = one < other ? other : one;
    if (left >= width) return;
    if (right <= 0) {
      this.#differences[0] = this.#differences[0]! + height;
      return;
    }
    let inside = height;
    if (left < 0) {
      const beyond = (height * -left) / (right - left);
      this.#differences[0] = this.#differences[0]! + beyond;
      inside -= beyond;
    }
    if (right > width) inside -= (height * (right - width)) / (right - left);
    left = Math.max(0, left);
    right = Math.min(width, right);
    this.#addInside(inside, left, right);
  }

  /** The winding number of each pixel, averaged over it, into `out`; begins a new row. */
  takeRow(out: Float64Array): void {
    const differences = this.#differences;
    let sum = 0;
    for (let x = 0; x < this.#width; x++) {
      sum += differences[x]!;
      out[x] = sum;
    }
    differences.fill(0);
  }

  #addInside(height: number, left: number, right: number): void {
    const differences = this.#differences;
    const first = Math.floor(left);
    const last = Math.ceil(right);
    if (last <= first + 1) {
      const missed = height * (0.5 * (left + right) - first);
      differences[first] = differences[first]! + height - missed;
      differences[first + 1] = differences[first + 1]! + missed;
      return;
    }
    // Per pixel the edge crosses `slope` of the row's height. Up to x it has covered F(x), the
    // integral of a ramp, of pixel x; differences of that follow.
    const slope = height / (right - left);
    let before = 0;
    for (let x = first; x < last; x++) {
      const from = Math.max(0, left - x);
      const to = Math.min(1, right - x);
      const above = slope * (Math.max(left, x) - left);
      const covered = above + slope * (to - from) * (1 - 0.5 * (from + to));
      differences[x] = differences[x]! + covered - before;
      before = covered;
    }
    differences[last] = differences[last]! + height - before;
  }
}
