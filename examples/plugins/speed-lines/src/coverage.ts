/** Points of an outline one after the other, pixels: x0, y0, x1, y1, … It closes itself. */
export type Outline = readonly number[];

/**
 * Fills outlines with exact area coverage: every edge leaves in each pixel that it crosses how much of the pixel
 * lies to its right, and sums along the rows give the filling (the way of Raph Levien's font-rs). All outlines
 * turn the same way; where they overlap, ink stays ink. One that turns the other way is a hole.
 */
export class Coverage {
  readonly width: number;
  readonly height: number;
  /** Two more a row: what lies to the right of the last pixel. */
  readonly #stride: number;
  readonly #sums: Float32Array;

  /** @param width pixels; @param height pixels */
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#stride = width + 2;
    this.#sums = new Float32Array(this.#stride * height);
  }

  /** Adds an outline; parts beyond the picture are cut off. */
  add(outline: Outline): void {
    for (let i = 0; i < outline.length; i += 2) {
      const next = (i + 2) % outline.length;
      this.#edge(outline[i]!, outline[i + 1]!, outline[next]!, outline[next + 1]!);
    }
  }

  /** How much of each pixel is filled, 0-255. */
  finish(): Uint8Array<ArrayBuffer> {
    const filled = new Uint8Array(this.width * this.height);
    for (let y = 0; y < this.height; y++) {
      let sum = 0;
      for (let x = 0; x < this.width; x++) {
        sum += this.#sums[y * this.#stride + x]!;
        filled[y * this.width + x] = Math.round(Math.min(1, Math.abs(sum)) * 255);
      }
    }
    return filled;
  }

  #edge(x0: number, y0: number, x1: number, y1: number): void {
    if (y0 === y1) return;
    const direction = y0 < y1 ? 1 : -1;
    const [topX, top, bottomX, bottom] = y0 < y1 ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
    const slope = (bottomX - topX) / (bottom - top);
    const last = Math.min(this.height, Math.ceil(bottom));
    for (let y = Math.max(0, Math.floor(top)); y < last; y++) {
      const from = Math.max(y, top);
      const to = Math.min(y + 1, bottom);
      const a = topX + (from - top) * slope;
      const b = topX + (to - top) * slope;
      this.#step(y * this.#stride, Math.min(a, b), Math.max(a, b), (to - from) * direction);
    }
  }

  /** The part of an edge within one row: from `left` to `right`, over `amount` of the row's height. */
  #step(row: number, left: number, right: number, amount: number): void {
    const { width } = this;
    const sums = this.#sums;
    if (left >= width) return;
    left = Math.min(width, Math.max(0, left));
    right = Math.min(width, Math.max(0, right));
    const first = Math.floor(left);
    const end = Math.ceil(right);
    if (end <= first + 1) {
      const share = (left + right) / 2 - first;
      sums[row + first]! += amount * (1 - share);
      sums[row + first + 1]! += amount * share;
      return;
    }
    // Each pixel gets what its own part of the edge covers, less what the pixels before it got.
    const each = amount / (right - left);
    let before = 0;
    for (let x = first; x <= end; x++) {
      const covered = each * integral(left, right, x + 1);
      sums[row + x]! += covered - before;
      before = covered;
    }
  }
}

/** The area right of an edge from `left` to `right` in the unit of height, within the pixel that ends at `x`. */
function integral(left: number, right: number, x: number): number {
  const within = (place: number): number => {
    if (place <= left) return 0;
    if (place >= right) return ((right - left) * (right - left)) / 2 + (place - right) * (right - left);
    return ((place - left) * (place - left)) / 2;
  };
  return within(x) - within(x - 1);
}
