import type { Fit } from './fit-sketch.ts';

/** What is known of each cell of the network's picture. */
export interface Cells {
  /** Planes of red, green and blue in sRGB, 0-1, without lines. */
  readonly colour: Float32Array;
  /** 1 where something is drawn, 0 on bare paper. */
  readonly figure: Float32Array;
  /** The sketch as the network saw it: 1 paper, 0 ink. */
  readonly tone: Float32Array;
}

/** Values of a packed cell: red, green and blue times the fourth, their weight; the figure; 1. */
export const PACKED = 6;

/** The cells that show the sketch, row by row, ready to be added up. */
export interface PackedCells {
  readonly columns: number;
  readonly rows: number;
  /** {@link PACKED} values a cell; colours are codes of 0-255. */
  readonly values: Float32Array;
  /** By cell, above 0 to 1: how sure its colour is. A cell under a line may have that of either side. */
  readonly trust: Float32Array;
}

/** What a cell of bare paper counts where colours are mixed: nothing, unless there is nothing else. */
const PAPER_WEIGHT = 0.02;
/** Tone of a cell of which about a quarter or more is under a line. */
const INKED = 0.3;
const MIN_TRUST = 0.01;

/**
 * Takes the sums of a pixel: weighted means of cells times the sum of the weights. The array is used again.
 * @param pixel its number in the picture
 */
export type TakePixel = (pixel: number, sums: Float64Array) => void;

/** Adds a cell's values by a weight to {@link PACKED} sums. */
export function addCell(sums: Float64Array, values: Float32Array, cell: number, weight: number): void {
  for (let c = 0, at = cell * PACKED; c < PACKED; c++, at++) sums[c]! += weight * values[at]!;
}

/** @param leavePaper bare paper is not to be painted, so its colour must not mix with others */
export function packCells(
  { colour, figure, tone }: Cells,
  { width, height, content }: Fit,
  leavePaper: boolean,
): PackedCells {
  const { width: columns, height: rows } = content;
  const size = width * height;
  const values = new Float32Array(columns * rows * PACKED);
  const trust = new Float32Array(columns * rows);
  for (let row = 0, cell = 0, o = 0; row < rows; row++) {
    let at = (content.y + row) * width + content.x;
    for (let column = 0; column < columns; column++, cell++, at++, o += PACKED) {
      const weight = leavePaper ? Math.max(PAPER_WEIGHT, figure[at]!) : 1;
      for (let c = 0; c < 3; c++) values[o + c] = 255 * weight * colour[c * size + at]!;
      values[o + 3] = weight;
      values[o + 4] = figure[at]!;
      values[o + 5] = 1;
      trust[cell] = Math.max(MIN_TRUST, ((tone[at]! - INKED) / (1 - INKED)) ** 3);
    }
  }
  return { columns, rows, values, trust };
}
