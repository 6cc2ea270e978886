import { createImage, type RasterImage } from '@koma/core/raster';
import { finish, inBlocks, part, type Steps } from '@koma/core/steps';
import type { PageImage } from '@koma/lineart';
import { backgroundAround, type Background } from './background-around.ts';
import { foregroundAround } from './foreground-around.ts';
import { solidRange } from './solid-range.ts';
import { spreadColours } from './spread-colours.ts';

/** What a background of one colour leaves to doubt, as a share of the evidence of a fully covered pixel. */
const DOUBT = 0.03;
/** Standard deviation of the background, in levels, at which it tells no more than the colours nearby. */
const TELLS_NOTHING = 64;

/** Shared pixels that are worked out between two stops; each looks at a hundred others. */
const PIXELS_AT_ONCE = 4096;

export interface DecontaminateOptions {
  /**
   * How much of each pixel's colour is subject's, 0-255, where this is not the mask: the matte before it was grown,
   * shrunk or feathered. A feathered edge fades, but its colours are not mixed with anything.
   */
  readonly coverage?: Uint8Array;
}

/**
 * The cut-out with colours of its own: what shone through of the background is taken out of every pixel that both
 * share, so that it can be put before anything without a halo. A pixel is C = aF + (1 - a)B. B is the mean background
 * nearby, F0 the mean subject nearby, and F the maximum a posteriori of Chuang et al., "A Bayesian Approach to
 * Digital Matting", CVPR 2001, for one variance of each: the solution of the equation where a is large and the
 * background even, F0 where not. The alpha that is there is kept: no new matte is made.
 * @param image page size, straight alpha
 * @param mask page size, 0-255
 * @returns a new picture of the same size: alpha is the picture's own times the mask, colours are 0 where alpha is
 * @throws RangeError where sizes do not fit
 */
export function decontaminate(
  image: PageImage,
  mask: Uint8Array,
  options: DecontaminateOptions = {},
): RasterImage {
  return finish(decontaminateSteps(image, mask, options));
}

/** {@link decontaminate} in steps of some milliseconds each. */
export function* decontaminateSteps(
  image: PageImage,
  mask: Uint8Array,
  { coverage = mask }: DecontaminateOptions = {},
): Steps<RasterImage> {
  const { width, height, data } = image;
  const pixels = width * height;
  if (mask.length !== pixels || coverage.length !== pixels)
    throw new RangeError(
      `a picture of ${width}x${height} takes a mask of ${pixels} bytes, got ${mask.length}`,
    );
  const out = createImage(width, height);
  const shared: number[] = [];
  const bare: number[] = [];
  const sorting = inBlocks(pixels, (from, to) => {
    for (let at = from; at < to; at++) {
      if (coverage[at] === 255) copyColour(data, out.data, at);
      else if (coverage[at] !== 0) shared.push(at);
      else if (mask[at] !== 0) bare.push(at);
    }
  });
  yield* part(sorting, 0, 0.2);
  yield* part(solveSteps(image, coverage, shared, out), 0.2, 0.7);
  yield* part(spreadColours(out, coverage, bare), 0.7, 0.8);
  const finishing = inBlocks(pixels, (from, to) => {
    for (let at = from; at < to; at++) {
      const alpha = mask[at] === 0 ? 0 : Math.round((data[4 * at + 3]! * mask[at]!) / 255);
      if (alpha === 0) out.data[4 * at] = out.data[4 * at + 1] = out.data[4 * at + 2] = 0;
      out.data[4 * at + 3] = alpha;
    }
  });
  yield* part(finishing, 0.8, 1);
  return out;
}

/** Two rounds: the equation alone for every shared pixel, then with what the pixels around came to. */
function* solveSteps(
  image: PageImage,
  coverage: Uint8Array,
  shared: readonly number[],
  out: RasterImage,
): Steps<void> {
  const { data } = image;
  const background: Background = { red: 0, green: 0, blue: 0, variance: 0, weight: 0 };
  const evidence = new Float32Array(shared.length);
  const solve = (i: number): void => {
    const at = shared[i]!;
    const share = coverage[at]! / 255;
    backgroundAround(image, coverage, at, background);
    const { red, green, blue, variance, weight } = background;
    const unmixed = (channel: number, behind: number): number => {
      const own = data[4 * at + channel]!;
      return weight > 0 ? (own - (1 - share) * behind) / share : own;
    };
    out.data[4 * at] = unmixed(0, red);
    out.data[4 * at + 1] = unmixed(1, green);
    out.data[4 * at + 2] = unmixed(2, blue);
    const doubt = DOUBT + (variance * (1 - share) ** 2) / TELLS_NOTHING ** 2;
    evidence[i] = (share * share) / (share * share + doubt);
  };
  yield* part(eachSteps(shared.length, solve), 0, 0.5);
  const solved = new Uint8ClampedArray(3 * shared.length);
  const near = new Float64Array(3);
  const range = new Float64Array(6);
  const blend = (i: number): void => {
    const at = shared[i]!;
    const weight = foregroundAround(image, out, coverage, at, near) ? evidence[i]! : 1;
    const known = solidRange(image, coverage, at, range);
    for (let channel = 0; channel < 3; channel++) {
      const own = out.data[4 * at + channel]!;
      const value = near[channel]! + weight * (own - near[channel]!);
      solved[3 * i + channel] = known
        ? Math.max(range[channel]!, Math.min(range[3 + channel]!, value))
        : value;
    }
  };
  yield* part(eachSteps(shared.length, blend), 0.5, 1);
  shared.forEach((at, i) => {
    for (let channel = 0; channel < 3; channel++) out.data[4 * at + channel] = solved[3 * i + channel]!;
  });
}

/** Calls `work` for 0, 1, 2 ... and stops every few milliseconds. */
function eachSteps(count: number, work: (i: number) => void): Steps<void> {
  return inBlocks(
    count,
    (from, to) => {
      for (let i = from; i < to; i++) work(i);
    },
    PIXELS_AT_ONCE,
  );
}

function copyColour(from: Uint8ClampedArray, to: Uint8ClampedArray, at: number): void {
  to[4 * at] = from[4 * at]!;
  to[4 * at + 1] = from[4 * at + 1]!;
  to[4 * at + 2] = from[4 * at + 2]!;
}
