import { expect, test } from 'vitest';
import { planFit } from './fit-sketch.ts';
import { packCells, PACKED } from './pack-cells.ts';

/** 32 x 32 cells, of which rows 8 to 23 show the sketch. */
const fit = planFit({ x: 0, y: 0, width: 64, height: 32 }, 32);
const size = 32 * 32;
const cells = {
  colour: Float32Array.from({ length: 3 * size }, (_, i) => (i % 97) / 97),
  figure: Float32Array.from({ length: size }, (_, i) => (i % 11) / 10),
  tone: Float32Array.from({ length: size }, (_, i) => (i % 5) / 4),
};

test('holds what shows the sketch, and not the paper around it', () => {
  const packed = packCells(cells, fit, false);
  expect([packed.columns, packed.rows]).toEqual([32, 16]);
  for (const [column, row] of [
    [0, 0],
    [31, 15],
    [7, 3],
  ] as const) {
    const at = (8 + row) * 32 + column;
    const values = packed.values.subarray((row * 32 + column) * PACKED, (row * 32 + column + 1) * PACKED);
    const rgb = [0, 1, 2].map((c) => 255 * cells.colour[c * size + at]!);
    [...rgb, 1, cells.figure[at]!, 1].forEach((value, i) => expect(values[i]).toBeCloseTo(value, 4));
  }
});

test('lets bare paper weigh next to nothing where it is left bare', () => {
  const { values } = packCells(cells, fit, true);
  for (let cell = 0; cell < 512; cell++) {
    const [red, , , weight, figure] = values.subarray(cell * PACKED, (cell + 1) * PACKED);
    expect(weight).toBeCloseTo(Math.max(0.02, figure!), 6);
    expect(red! / weight!).toBeCloseTo(255 * cells.colour[8 * 32 + cell]!, 3);
  }
});

test('trusts cells the less, the more ink is in them', () => {
  const { trust } = packCells(cells, fit, true);
  trust.forEach((value, cell) => {
    const tone = cells.tone[8 * 32 + cell]!;
    expect(value).toBeCloseTo(
      { 0: 0.01, 0.25: 0.01, 0.5: (2 / 7) ** 3, 0.75: (4.5 / 7) ** 3, 1: 1 }[tone]!,
      6,
    );
  });
});
