import { imageIndex, type EdgeFrame } from './edge-frame.ts';
import type { InkPlane } from './ink-plane.ts';

/** Pixels up to this far count as "here", in px, in a square. */
const RADIUS = 4;
/** Ink this near to its darkest, as a share of the contrast, is ink alone and not mixed with paper. */
const CORE = 0.15;

/** Ground this near to its lightest, as a share of the contrast, is not mixed with ink. */
const GROUND = 0.35;

/** How far pixels can lie that have a say in a side's colour, in px. */
export const SIDE_REACH = RADIUS + 2;

/** A colour as three channels (the same three times where the page is grey), 0-255; `count` 0 where there is none. */
export interface SideColour {
  red: number;
  green: number;
  blue: number;
  count: number;
}

/** Measures the colours on both sides of a hard edge, unmixed with each other. */
export class SideColours {
  readonly #frame: EdgeFrame;
  readonly #ink: InkPlane;
  readonly #hard: Uint8Array;
  /** 1 where a pixel lies at the hard edge and may be a mixture. */
  readonly #mixed: Uint8Array;

  constructor(frame: EdgeFrame, ink: InkPlane, hard: Uint8Array, mixed: Uint8Array) {
    this.#frame = frame;
    this.#ink = ink;
    this.#hard = hard;
    this.#mixed = mixed;
  }

  /** The ink of a side around a pixel: the mean of its darkest. */
  inkOf(side: number, at: number, into: SideColour): void {
    const { grey } = this.#frame;
    let low = 255;
    let high = 0;
    this.#around(at, (near) => {
      const value = grey[near]!;
      if (value > high) high = value;
      if (value < low && this.#hard[near] === side && this.#ink.has(near)) low = value;
    });
    const most = low + CORE * (high - low);
    clear(into);
    this.#around(at, (near) => {
      if (grey[near]! <= most && this.#hard[near] === side && this.#ink.has(near)) this.#add(near, into);
    });
    finish(into);
  }

  /** What a side is around a pixel apart from ink: the mean of what is not dark, as mixtures with ink are. */
  groundOf(side: number, at: number, into: SideColour): void {
    const { grey } = this.#frame;
    let low = 255;
    let high = 0;
    this.#around(at, (near) => {
      const value = grey[near]!;
      if (value < low) low = value;
      if (value > high && this.#isGround(side, near)) high = value;
    });
    const least = high - GROUND * (high - low);
    clear(into);
    this.#around(at, (near) => {
      if (grey[near]! >= least && this.#isGround(side, near)) this.#add(near, into);
    });
    finish(into);
  }

  #isGround(side: number, at: number): boolean {
    return this.#hard[at] === side && this.#mixed[at] === 0 && !this.#ink.has(at);
  }

  /** The colour of one pixel. */
  colourAt(at: number, into: SideColour): void {
    clear(into);
    this.#add(at, into);
  }

  #around(at: number, visit: (near: number) => void): void {
    const { width } = this.#frame;
    for (let row = at - RADIUS * width; row <= at + RADIUS * width; row += width)
      for (let near = row - RADIUS; near <= row + RADIUS; near++) visit(near);
  }

  #add(at: number, into: SideColour): void {
    const { image, width, grey } = this.#frame;
    into.count++;
    if (image === undefined) {
      into.red += grey[at]!;
      into.green += grey[at]!;
      into.blue += grey[at]!;
      return;
    }
    const x = at % width;
    const i = imageIndex(this.#frame, image, x, (at - x) / width);
    const share = image.data[i + 3]! / 255;
    // Over white, as grey is.
    into.red += 255 + (image.data[i]! - 255) * share;
    into.green += 255 + (image.data[i + 1]! - 255) * share;
    into.blue += 255 + (image.data[i + 2]! - 255) * share;
  }
}

function clear(colour: SideColour): void {
  colour.red = colour.green = colour.blue = colour.count = 0;
}

function finish(colour: SideColour): void {
  if (colour.count === 0) return;
  colour.red /= colour.count;
  colour.green /= colour.count;
  colour.blue /= colour.count;
}
