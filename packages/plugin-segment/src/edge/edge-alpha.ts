import { contourCoverage } from './contour-coverage.ts';
import type { EdgeFrame } from './edge-frame.ts';
import { edgePixels } from './edge-pixels.ts';
import type { InkPlane } from './ink-plane.ts';
import { SIDE_REACH, SideColours, type SideColour } from './side-colour.ts';

/** Colours of both sides at least this far apart (Euclidean, RGB 0-255) can be told from their mixture. */
const LEAST_DIFFERENCE = 48;
/** Alpha beside ink is at most this far from what the hard edge says. */
const MOST_APART = 0.7;
/** Mixtures this near to one of both sides are that side: noise. */
const TOE = 0.03;

/** How far pixels can lie that have a say in a pixel's alpha, given the hard edge, in px. */
export const EDGE_REACH = SIDE_REACH + 2;

/**
 * The antialiased mask of a hard one. Only pixels next to the other side change: their alpha is the share of the
 * subject's colour in theirs, unmixed from the colours of both sides nearby: alpha = (C - B)(F - B) / |F - B|². It is
 * (paper - grey) / (paper - ink) for a black line on white. Where both sides look the same, or another drawn thing
 * touches the edge, it is the coverage that a smooth contour would give.
 * @param hard 1 where the subject is, a byte a pixel of the frame
 * @returns 0-255 a pixel of the frame; its outermost {@link EDGE_REACH} px are not antialiased
 */
export function edgeAlpha(frame: EdgeFrame, ink: InkPlane, hard: Uint8Array): Uint8Array {
  const { width, height } = frame;
  const out = new Uint8Array(hard.length);
  const mixed = new Uint8Array(hard.length);
  const edge = edgePixels(hard, width, height, EDGE_REACH);
  for (let i = 0; i < hard.length; i++) out[i] = hard[i] === 0 ? 0 : 255;
  for (const at of edge) mixed[at] = 1;
  const unmixer = new Unmixer(frame, ink, hard, mixed);
  for (const at of edge) out[at] = Math.round(255 * unmixer.alphaAt(at));
  return out;
}

class Unmixer {
  readonly #width: number;
  readonly #ink: InkPlane;
  readonly #hard: Uint8Array;
  readonly #mixed: Uint8Array;
  readonly #sides: SideColours;
  readonly #subject: SideColour = { red: 0, green: 0, blue: 0, count: 0 };
  readonly #background: SideColour = { red: 0, green: 0, blue: 0, count: 0 };
  readonly #own: SideColour = { red: 0, green: 0, blue: 0, count: 0 };

  constructor(frame: EdgeFrame, ink: InkPlane, hard: Uint8Array, mixed: Uint8Array) {
    this.#width = frame.width;
    this.#ink = ink;
    this.#hard = hard;
    this.#mixed = mixed;
    this.#sides = new SideColours(frame, ink, hard, mixed);
  }

  alphaAt(at: number): number {
    const smooth = contourCoverage(this.#hard, this.#width, at);
    const subjectInk = this.#inkBeside(1, at);
    const backgroundInk = this.#inkBeside(0, at);
    if (subjectInk && backgroundInk) return smooth;
    this.#measure(1, at, subjectInk, this.#subject);
    this.#measure(0, at, backgroundInk, this.#background);
    if (this.#subject.count === 0 || this.#background.count === 0) return smooth;
    const share = this.#share(at);
    if (share === undefined) return smooth;
    // Beside ink the hard edge lies right: what contradicts it are dots of a tone.
    if ((subjectInk || backgroundInk) && Math.abs(share - this.#hard[at]!) > MOST_APART) return smooth;
    const alpha = share < TOE ? 0 : share > 1 - TOE ? 1 : share;
    // What touches the edge from outside must not be pulled in, nor what touches it from inside be cut off.
    if (!backgroundInk && alpha > smooth && this.#isTouched(0, at)) return smooth;
    if (!subjectInk && alpha < smooth && this.#isTouched(1, at)) return smooth;
    return alpha;
  }

  #measure(side: number, at: number, isInk: boolean, into: SideColour): void {
    if (isInk) this.#sides.inkOf(side, at, into);
    else this.#sides.groundOf(side, at, into);
  }

  #share(at: number): number | undefined {
    const { red, green, blue } = this.#background;
    const dr = this.#subject.red - red;
    const dg = this.#subject.green - green;
    const db = this.#subject.blue - blue;
    const squared = dr * dr + dg * dg + db * db;
    if (squared < LEAST_DIFFERENCE * LEAST_DIFFERENCE) return undefined;
    this.#sides.colourAt(at, this.#own);
    const own = this.#own;
    return ((own.red - red) * dr + (own.green - green) * dg + (own.blue - blue) * db) / squared;
  }

  /** Whether a side has ink next to a pixel, or the pixel itself is ink of that side. */
  #inkBeside(side: number, at: number): boolean {
    const width = this.#width;
    for (let row = at - width; row <= at + width; row += width)
      for (let near = row - 1; near <= row + 1; near++)
        if (this.#hard[near] === side && this.#ink.has(near)) return true;
    return false;
  }

  /** Whether a side has ink two pixels away, which may reach into this one. */
  #isTouched(side: number, at: number): boolean {
    const width = this.#width;
    for (let row = at - 2 * width; row <= at + 2 * width; row += width)
      for (let near = row - 2; near <= row + 2; near++)
        if (this.#hard[near] === side && this.#mixed[near] === 0 && this.#ink.has(near)) return true;
    return false;
  }
}
