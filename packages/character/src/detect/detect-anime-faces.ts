import { faceWindows, groupFaces } from './face-windows.ts';
import { equalize, roundEven, toGrey, type GreyImage } from './grey-image.ts';
import type { FaceBox } from './group-boxes.ts';
import { CASCADE_WINDOW } from './load-cascade.ts';

/** How faces are looked for; the defaults are the cascade's usual settings. */
export interface DetectOptions {
  /** From one size of window to the next. Default 1.1. */
  readonly scaleFactor?: number;
  /** A face has to be found by more windows than this. Default 5. */
  readonly minNeighbours?: number;
  /** The smallest face in pixels. Default 24. */
  readonly minSize?: number;
}

/**
 * Finds the faces of anime characters that look ahead, with nagadomi's lbpcascade_animeface (2011). The
 * picture is made grey and equalised, then OpenCV's `detectMultiScale` follows step by step: scales,
 * the resampling between them, window steps, and grouping are the same.
 *
 * @param rgba Pixels, 4 bytes each; alpha is ignored, so put a transparent picture on a ground first.
 * @returns boxes in pixels, largest weight first
 */
export function detectAnimeFaces(
  rgba: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  options: DetectOptions = {},
): FaceBox[] {
  return detectGreyFaces(toGrey(rgba, width, height), options);
}

/** {@link detectAnimeFaces} in a picture that is grey already, and not equalised. */
export function detectGreyFaces(grey: GreyImage, options: DetectOptions = {}): FaceBox[] {
  const { scaleFactor = 1.1, minNeighbours = 5, minSize = CASCADE_WINDOW } = options;
  // The sizes are OpenCV's, all powers of the factor, whichever of them are too small to be tried.
  let from = 1;
  while (roundEven(CASCADE_WINDOW * from) < minSize) from *= scaleFactor;
  return groupFaces(faceWindows(equalize(grey), { scaleFactor, from, to: Infinity }), minNeighbours);
}
