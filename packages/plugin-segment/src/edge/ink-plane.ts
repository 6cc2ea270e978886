import { CELL, imageIndex, type EdgeFrame } from './edge-frame.ts';

/** Between the lightest and the darkest of a neighbourhood lies less than this where there is no ink, in grey levels:
 * above the noise of scans and the ringing of JPEG. */
const LEAST_CONTRAST = 64;
/** So little is enough in 5 x 5 pixels with colour: outlines are coloured, too, and the ground is not paper. */
const COLOURED_CONTRAST = 24;
/** Difference of the channels from which on a pixel has a colour: above JPEG's and old paper's. */
const CHROMA = 48;

/** How far pixels can lie that decide whether one is ink, in px. */
export const INK_REACH = 2 * CELL;

const UNKNOWN = 0;
const PAPER = 1;
const INK = 2;

/**
 * Which pixels are ink, decided for each when first asked: darker than the middle between the lightest and the
 * darkest nearby. "Nearby" is 5 x 5 pixels where they have enough contrast, so that thin grey lines count beside
 * thick black ones, or else 24 x 24, or else all greys there are. In colour less contrast is enough.
 */
export class InkPlane {
  readonly #frame: EdgeFrame;
  readonly #grey: Uint8Array;
  readonly #width: number;
  readonly #height: number;
  readonly #known: Uint8Array;
  /** Middle grey of each cell and its eight neighbours; 255 where it is not known yet. */
  readonly #middles: Uint8Array;

  constructor(frame: EdgeFrame) {
    this.#frame = frame;
    this.#grey = frame.grey;
    this.#width = frame.width;
    this.#height = frame.height;
    this.#known = new Uint8Array(frame.grey.length);
    this.#middles = new Uint8Array((frame.width / CELL) * (frame.height / CELL)).fill(255);
  }

  /** @param at index of a pixel of the frame; those at its very edge (2 px) are never ink */
  has(at: number): boolean {
    const known = this.#known[at]!;
    if (known !== UNKNOWN) return known === INK;
    const ink = this.#decide(at);
    this.#known[at] = ink ? INK : PAPER;
    return ink;
  }

  #decide(at: number): boolean {
    const width = this.#width;
    const x = at % width;
    const y = (at - x) / width;
    if (x < 2 || y < 2 || x >= width - 2 || y >= this.#height - 2) return false;
    const grey = this.#grey;
    let low = 255;
    let high = 0;
    for (let row = at - 2 * width - 2; row <= at + 2 * width - 2; row += width)
      for (let i = row; i < row + 5; i++) {
        const value = grey[i]!;
        if (value < low) low = value;
        if (value > high) high = value;
      }
    const contrast = high - low;
    if (contrast >= LEAST_CONTRAST || (contrast >= COLOURED_CONTRAST && this.#isColoured(x, y)))
      return 2 * grey[at]! < low + high;
    return grey[at]! < this.#middleOf(Math.floor(x / CELL), Math.floor(y / CELL));
  }

  /** Whether any of the 5 x 5 pixels around one has a colour. */
  #isColoured(x: number, y: number): boolean {
    const { image } = this.#frame;
    if (!image) return false;
    for (let py = y - 2; py <= y + 2; py++)
      for (let px = x - 2; px <= x + 2; px++) {
        const from = imageIndex(this.#frame, image, px, py);
        const green = image.data[from + 1]!;
        if (Math.abs(image.data[from]! - green) > CHROMA) return true;
        if (Math.abs(image.data[from + 2]! - green) > CHROMA) return true;
      }
    return false;
  }

  #middleOf(column: number, row: number): number {
    const columns = this.#width / CELL;
    const cell = row * columns + column;
    if (this.#middles[cell] !== 255) return this.#middles[cell]!;
    const grey = this.#grey;
    let low = 255;
    let high = 0;
    const bottom = Math.min(this.#height, (row + 2) * CELL);
    const right = Math.min(this.#width, (column + 2) * CELL);
    for (let y = Math.max(0, (row - 1) * CELL); y < bottom; y++)
      for (let x = Math.max(0, (column - 1) * CELL); x < right; x++) {
        const value = grey[y * this.#width + x]!;
        if (value < low) low = value;
        if (value > high) high = value;
      }
    const middle = high - low >= LEAST_CONTRAST ? (low + high) >> 1 : 128;
    this.#middles[cell] = middle;
    return middle;
  }
}
