import { KomaError } from '@koma/core/errors';
import { MAX_INPUT_PIXELS } from '@koma/core/io';
import { denoiser, enlarger, type Family, type Network, type Noise } from './network.ts';

/** Largest picture that may come out, and the most a pass in between may make. */
export const MAX_OUTPUT_PIXELS = 256e6;

/** Exactly one of the three ways to give a size. */
export type SizeRequest =
  | { readonly scale: number }
  | { readonly width?: number | undefined; readonly height?: number | undefined }
  | { readonly percent: number };

export interface UpscalePlan {
  /** Networks to apply one after the other; may be empty. */
  readonly passes: readonly Network[];
  /** Size after the last pass, before the area filter. */
  readonly enlarged: { readonly width: number; readonly height: number };
  /** Size of the result. */
  readonly target: { readonly width: number; readonly height: number };
}

/**
 * Plans how to reach a size: 2x as often as needed, noise removed in the first pass only (removing it
 * again would eat texture), then the area filter down to the exact size. A model of somebody's own is applied as often
 * as its scale asks for; it removes noise as it was taught to.
 * @throws KomaError `IMAGE_TOO_LARGE` or `OUTPUT_TOO_LARGE`, before any work
 */
export function planUpscale(
  width: number,
  height: number,
  size: SizeRequest,
  family: Family | Network,
  noise: Noise,
): UpscalePlan {
  if (width * height > MAX_INPUT_PIXELS) {
    const details = { width, height, megapixels: megapixels(width * height), limit: MAX_INPUT_PIXELS / 1e6 };
    throw new KomaError(
      'IMAGE_TOO_LARGE',
      `The picture has ${details.megapixels} megapixels (${width} × ${height}); at most ${details.limit} can be upscaled. Crop or shrink it first.`,
      details,
    );
  }
  const target = targetSize(width, height, size);
  const factor = Math.max(target.width / width, target.height / height);
  const times = (scale: number): number =>
    factor <= 1 ? 0 : Math.ceil(Math.log(factor) / Math.log(scale) - 1e-9);
  const passes =
    typeof family === 'string' ? choosePasses(family, noise, times(2)) : ownPasses(family, times);
  const scale = passes.reduce((product, network) => product * network.scale, 1);
  const enlarged = { width: width * scale, height: height * scale };
  // The last pass is filtered down while it is made, so only what it starts from is held in memory.
  const lastScale = passes.at(-1)?.scale ?? 1;
  const held = { width: enlarged.width / lastScale, height: enlarged.height / lastScale };
  if (target.width * target.height > MAX_OUTPUT_PIXELS) throw outputTooLarge('The result would have', target);
  if (held.width * held.height > MAX_OUTPUT_PIXELS)
    throw outputTooLarge('A step on the way to this shape would have', held);
  return { passes, enlarged, target };
}

function outputTooLarge(what: string, { width, height }: { width: number; height: number }): KomaError {
  const details = { width, height, megapixels: megapixels(width * height), limit: MAX_OUTPUT_PIXELS / 1e6 };
  return new KomaError(
    'OUTPUT_TOO_LARGE',
    `${what} ${details.megapixels} megapixels (${width} × ${height}); at most ${details.limit} are possible. Choose a smaller size.`,
    details,
  );
}

/** The exact size asked for; the side that is not given keeps the proportions. */
export function targetSize(
  width: number,
  height: number,
  size: SizeRequest,
): { width: number; height: number } {
  if ('scale' in size) return { width: width * size.scale, height: height * size.scale };
  if ('percent' in size)
    return { width: share(width, size.percent / 100), height: share(height, size.percent / 100) };
  if (size.width === undefined && size.height === undefined) {
    throw new KomaError('PARAMETER_INVALID', 'Give the width or the height of the result.', {
      param: 'width',
    });
  }
  return {
    width: size.width ?? share(width, size.height! / height),
    height: size.height ?? share(height, size.width! / width),
  };
}

/** Somebody's own model as often as needed; one that keeps the size cleans, and the fast network enlarges. */
function ownPasses(network: Network, times: (scale: number) => number): Network[] {
  if (network.scale === 1)
    return [network, ...Array.from({ length: times(2) }, () => enlarger('upconv7', null))];
  return Array.from({ length: times(network.scale) }, () => network);
}

function choosePasses(family: Family, noise: Noise, doublings: number): Network[] {
  const plain = (count: number): Network[] => Array.from({ length: count }, () => enlarger(family, null));
  if (noise === null) return plain(doublings);
  if (family === 'vgg7') return [denoiser('vgg7', noise), ...plain(doublings)];
  if (doublings > 0) return [enlarger(family, noise), ...plain(doublings - 1)];
  // UpConv 7 has no network of the same size: its 2x result is filtered down again.
  return [family === 'cunet' ? denoiser('cunet', noise) : enlarger('upconv7', noise)];
}

function share(pixels: number, factor: number): number {
  return Math.max(1, Math.round(pixels * factor));
}

function megapixels(pixels: number): number {
  return Math.round(pixels / 1e5) / 10;
}
