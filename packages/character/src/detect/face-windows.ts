import { resizeGrey, roundEven, type GreyImage } from './grey-image.ts';
import { groupBoxes, type FaceBox } from './group-boxes.ts';
import { CASCADE_WINDOW, loadCascade } from './load-cascade.ts';
import { scanScale } from './scan-scale.ts';

/** A square that the cascade takes for a face; its upper left corner and side in pixels. */
export interface FaceWindow {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** Which windows are tried. */
export interface WindowSizes {
  /** From one size to the next. */
  readonly scaleFactor: number;
  /** The smallest size over that of the cascade's own window, at least 1. */
  readonly from: number;
  /** Sizes stay below this many times the cascade's window. */
  readonly to: number;
  /**
   * Windows of every pixel are tried that may be faces, not only those that OpenCV tries in pictures of this size:
   * for pictures that were made smaller.
   */
  readonly dense?: boolean;
  /** Windows beyond these pixels, by their upper left corner, are left to somebody else. Default: none are. */
  readonly within?: { readonly width: number; readonly height: number };
}

/** OpenCV's GROUP_EPS. */
const TOLERANCE = 0.2;

/**
 * All windows of an equalised picture that the cascade takes for a face, as OpenCV's `detectMultiScale` tries them:
 * sizes, the resampling between them and the steps from window to window are the same.
 */
export function faceWindows(image: GreyImage, sizes: WindowSizes): FaceWindow[] {
  const { width, height } = image;
  const { within = image, dense = false } = sizes;
  const cascade = loadCascade();
  const windows: FaceWindow[] = [];
  for (let factor = sizes.from; factor < sizes.to; factor *= sizes.scaleFactor) {
    const side = roundEven(CASCADE_WINDOW * factor);
    if (side > width || side > height) break;
    // OpenCV keeps scales as 32-bit floats.
    const scale = Math.fround(factor);
    const [w, h] = [roundEven(Math.fround(width / scale)), roundEven(Math.fround(height / scale))];
    const scaled = w === width && h === height ? image : resizeGrey(image, w, h);
    scanScale(cascade, scaled, { step: scale >= 2 ? 1 : 2, dense }, (x, y) => {
      const [left, top] = [roundEven(Math.fround(x * scale)), roundEven(Math.fround(y * scale))];
      if (left < within.width && top < within.height) windows.push({ x: left, y: top, side });
    });
  }
  return windows;
}

/**
 * The faces that windows tell of, as OpenCV groups them.
 * @param minNeighbours A face has to be found by more windows than this.
 * @returns largest weight first
 */
export function groupFaces(windows: readonly FaceWindow[], minNeighbours: number): FaceBox[] {
  const boxes = windows.map(({ x, y, side }) => ({ x, y, width: side, height: side }));
  return groupBoxes(boxes, minNeighbours, TOLERANCE).sort((a, b) => b.weight - a.weight);
}
