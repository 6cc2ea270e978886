/** How pixels lie among the network's cells along one axis. */
export interface CellAxis {
  /** By pixel: the cell whose centre lies before its own, or at it. */
  readonly first: Int32Array;
  /** By pixel: the next cell, or the same at the end. */
  readonly second: Int32Array;
  /** By pixel: the weight of the second, 0-1, for linear interpolation. */
  readonly weight: Float32Array;
  /** By pixel: the nearest cell. */
  readonly nearest: Int32Array;
  /** By cell: the pixel at its centre. */
  readonly centre: Int32Array;
}

/** @param pixels that all the cells together cover, both numbered from 0 */
export function cellAxis(pixels: number, cells: number): CellAxis {
  const first = new Int32Array(pixels);
  const second = new Int32Array(pixels);
  const weight = new Float32Array(pixels);
  const nearest = new Int32Array(pixels);
  for (let i = 0; i < pixels; i++) {
    const at = Math.min(cells - 1, Math.max(0, ((i + 0.5) * cells) / pixels - 0.5));
    first[i] = Math.floor(at);
    second[i] = Math.min(cells - 1, first[i]! + 1);
    weight[i] = at - first[i]!;
    nearest[i] = Math.round(at);
  }
  const centre = Int32Array.from({ length: cells }, (_, cell) => Math.floor(((cell + 0.5) * pixels) / cells));
  return { first, second, weight, nearest, centre };
}
