import type { Steps } from '../../steps/index.ts';
import type { Rect } from '../../raster/index.ts';

/**
 * Gives all pixels that are 4-connected to (`x`, `y`) through pixels of its value the value `to`, in place.
 * @param x whole px, as is `y`
 * @returns the bounds of what was changed; of size 0 where the pixel has the value `to` already or lies outside
 */
export function floodSpans(
  plane: Uint8Array,
  width: number,
  height: number,
  x: number,
  y: number,
  to: number,
): Rect {
  const flood = new SpanFlood(plane, width, height);
  flood.start(x, y, to);
  flood.advance(Infinity);
  return flood.bounds;
}

/** Pixels written between two stops. */
const BLOCK = 2 ** 18;

/**
 * Span filling with a stack of its own (P. Heckbert, "A Seed Fill Algorithm", Graphics Gems, 1990): every
 * pixel is written once and read about twice. The stack holds 16 bytes a waiting span; a page of line art
 * needs a few kB, a chequered one at worst about as many bytes as the page has pixels.
 * One object serves any number of floods of a plane.
 */
export class SpanFlood {
  readonly #plane: Uint8Array;
  readonly #width: number;
  readonly #height: number;
  /** Four numbers a span: first and last column, the row to look at, and the step that led there. */
  #stack = new Int32Array(1024);
  #size = 0;
  #from = 0;
  #to = 0;
  #left = 0;
  #top = 0;
  #right = -1;
  #bottom = -1;

  constructor(plane: Uint8Array, width: number, height: number) {
    this.#plane = plane;
    this.#width = width;
    this.#height = height;
  }

  /** The bounds of what was changed since the last start; of size 0 where nothing was. */
  get bounds(): Rect {
    const [x, y] = [this.#left, this.#top];
    return { x, y, width: this.#right - x + 1, height: this.#bottom - y + 1 };
  }

  /** Begins to flood from a pixel, in whole px. One that has the value already or lies outside ends the flood. */
  start(x: number, y: number, to: number): void {
    const [plane, width, height] = [this.#plane, this.#width, this.#height];
    const inside = x >= 0 && y >= 0 && x < width && y < height;
    const from = inside ? plane[y * width + x]! : to;
    this.#size = 0;
    this.#from = from;
    this.#to = to;
    [this.#left, this.#top, this.#right, this.#bottom] = [x, y, x - 1, y - 1];
    if (from === to) return;
    const seedRow = y * width;
    let left = x;
    let right = x;
    while (left > 0 && plane[seedRow + left - 1] === from) left--;
    while (right < width - 1 && plane[seedRow + right + 1] === from) right++;
    plane.fill(to, seedRow + left, seedRow + right + 1);
    [this.#left, this.#right, this.#bottom] = [left, right, y];
    this.#push(left, right, y + 1, 1);
    this.#push(left, right, y - 1, -1);
  }

  /** Floods from a pixel, stopping now and then; see {@link start}. */
  *steps(x: number, y: number, to: number): Steps<void> {
    this.start(x, y, to);
    const blocks = (this.#width * this.#height) / BLOCK;
    for (let done = 1; this.advance(BLOCK); done++) yield Math.min(1, done / blocks);
  }

  /**
   * Goes on with the flood.
   * @param pixels after about so many it stops
   * @returns whether there is more to do
   */
  advance(pixels: number): boolean {
    const [plane, width] = [this.#plane, this.#width];
    const [from, to] = [this.#from, this.#to];
    let [left, right, top, bottom] = [this.#left, this.#right, this.#top, this.#bottom];
    let budget = pixels;
    while (this.#size > 0 && budget > 0) {
      const size = (this.#size -= 4);
      const stack = this.#stack;
      const first = stack[size]!;
      const last = stack[size + 1]!;
      const row = stack[size + 2]!;
      const step = stack[size + 3]!;
      const start = row * width;
      let at = first;
      budget -= last - first + 1;
      while (at <= last) {
        while (at <= last && plane[start + at] !== from) at++;
        if (at > last) break;
        let begin = at;
        if (at === first)
          while (begin > 0 && plane[start + begin - 1] === from) {
            begin--;
            plane[start + begin] = to;
          }
        while (at < width && plane[start + at] === from) {
          plane[start + at] = to;
          at++;
        }
        const end = at - 1;
        this.#push(begin, end, row + step, step);
        // In the row we came from, the span ended before first - 1 and last + 1; beyond them it may go on.
        if (begin < first - 1) this.#push(begin, first - 2, row - step, -step);
        if (end > last + 1) this.#push(last + 2, end, row - step, -step);
        if (begin < left) left = begin;
        if (end > right) right = end;
        if (row < top) top = row;
        if (row > bottom) bottom = row;
      }
    }
    [this.#left, this.#right, this.#top, this.#bottom] = [left, right, top, bottom];
    return this.#size > 0;
  }

  #push(first: number, last: number, row: number, step: number): void {
    if (row < 0 || row >= this.#height) return;
    const size = this.#size;
    let stack = this.#stack;
    if (size + 4 > stack.length) {
      const larger = new Int32Array(stack.length * 2);
      larger.set(stack);
      this.#stack = stack = larger;
    }
    stack[size] = first;
    stack[size + 1] = last;
    stack[size + 2] = row;
    stack[size + 3] = step;
    this.#size = size + 4;
  }
}
