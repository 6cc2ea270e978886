import { equalize, resizeGrey, roundEven, toGrey } from './grey-image.ts';
import { groupBoxes, type FaceBox } from './group-boxes.ts';
import { CASCADE_WINDOW, loadCascade } from './load-cascade.ts';
import { scanScale } from './scan-scale.ts';

/** How faces are looked for; the defaults are the cascade's usual settings. */
export interface DetectOptions {
  /** From one size of window to the next. Default 1.1. */
  readonly scaleFactor?: number;
  /** A face has to be found by more windows than this. Default 5. */
  readonly minNeighbours?: number;
  /** The smallest face in pixels. Default 24. */
  readonly minSize?: number;
}

/** OpenCV's GROUP_EPS. */
const TOLERANCE = 0.2;

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
  const { scaleFactor = 1.1, minNeighbours = 5, minSize = CASCADE_WINDOW } = options;
  const cascade = loadCascade();
  const image = equalize(toGrey(rgba, width, height));
  const windows: { x: number; y: number; width: number; height: number }[] = [];
  for (let factor = 1; ; factor *= scaleFactor) {
    const side = roundEven(CASCADE_WINDOW * factor);
    if (side > width || side > height) break;
    if (side < minSize) continue;
    // OpenCV keeps scales as 32-bit floats.
    const scale = Math.fround(factor);
    const [w, h] = [roundEven(Math.fround(width / scale)), roundEven(Math.fround(height / scale))];
    const scaled = w === width && h === height ? image : resizeGrey(image, w, h);
    scanScale(cascade, scaled, scale >= 2 ? 1 : 2, (x, y) => {
      const [left, top] = [roundEven(Math.fround(x * scale)), roundEven(Math.fround(y * scale))];
      windows.push({ x: left, y: top, width: side, height: side });
    });
  }
  return groupBoxes(windows, minNeighbours, TOLERANCE).sort((a, b) => b.weight - a.weight);
}
