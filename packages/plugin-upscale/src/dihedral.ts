/**
 * The eight symmetries of the square, as used for test-time augmentation: the network is run on
 * turned copies of a tile and the results are turned back and averaged.
 * Bits: 1 = mirror left-right, 2 = mirror top-bottom, 4 = transpose (after mirroring).
 */
export type Symmetry = number;

/** The symmetries for TTA 0, 2, 4 and 8, the identity first. */
export function ttaSymmetries(tta: number): readonly Symmetry[] {
  return Array.from({ length: Math.max(1, tta) }, (_, i) => i);
}

/**
 * Applies a symmetry to every plane of `[planes, height, width]`.
 * @returns `[planes, width, height]` where the symmetry transposes, else `[planes, height, width]`
 */
export function applySymmetry(
  source: Float32Array,
  planes: number,
  width: number,
  height: number,
  symmetry: Symmetry,
): Float32Array {
  const target = new Float32Array(source.length);
  const transpose = (symmetry & 4) !== 0;
  const plane = width * height;
  for (let c = 0; c < planes; c++)
    for (let y = 0; y < height; y++) {
      const sy = symmetry & 2 ? height - 1 - y : y;
      for (let x = 0; x < width; x++) {
        const sx = symmetry & 1 ? width - 1 - x : x;
        target[c * plane + (transpose ? x * height + y : y * width + x)] =
          source[c * plane + sy * width + sx]!;
      }
    }
  return target;
}

/**
 * Undoes {@link applySymmetry} and adds the result to `sum`.
 * @param width, height size of `sum`'s planes, i.e. before the symmetry
 */
export function addUndone(
  turned: Float32Array,
  sum: Float32Array,
  planes: number,
  width: number,
  height: number,
  symmetry: Symmetry,
): void {
  const transpose = (symmetry & 4) !== 0;
  const plane = width * height;
  for (let c = 0; c < planes; c++)
    for (let y = 0; y < height; y++) {
      const ty = symmetry & 2 ? height - 1 - y : y;
      for (let x = 0; x < width; x++) {
        const tx = symmetry & 1 ? width - 1 - x : x;
        const i = c * plane + ty * width + tx;
        sum[i] = sum[i]! + turned[c * plane + (transpose ? x * height + y : y * width + x)]!;
      }
    }
}
