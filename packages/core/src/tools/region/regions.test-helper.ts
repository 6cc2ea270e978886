import fc from 'fast-check';
import type { BinaryPlane, PlacedMask, Size } from './mask.ts';

/** A plane drawn in text: `#` is a line (0), anything else passable (1). Tests only. */
export function planeFromText(...rows: readonly string[]): BinaryPlane {
  const data = Uint8Array.from(rows.join(''), (character) => (character === '#' ? 0 : 1));
  return { width: rows[0]!.length, height: rows.length, data };
}

/** A mask drawn in text: `.` is 0, `o` 128, `#` 255. Tests only. */
export function maskFromText(x: number, y: number, ...rows: readonly string[]): PlacedMask {
  const codes: Record<string, number> = { '.': 0, o: 128, '#': 255 };
  const data = Uint8Array.from(rows.join(''), (character) => codes[character]!);
  return { x, y, width: rows[0]?.length ?? 0, height: rows.length, data };
}

/** The rows of a canvas, `#` where the mask covers fully, `o` where partly. Tests only. */
export function textOf(mask: PlacedMask, canvas: Size): string[] {
  return Array.from({ length: canvas.height }, (_, y) =>
    Array.from({ length: canvas.width }, (_, x) => {
      const value = coverageAt(mask, x, y);
      return value === 255 ? '#' : value === 0 ? '.' : 'o';
    }).join(''),
  );
}

/** Coverage at a pixel of the canvas, 0 outside the mask. Tests only. */
export function coverageAt(mask: PlacedMask, x: number, y: number): number {
  const [column, row] = [x - mask.x, y - mask.y];
  const inside = column >= 0 && row >= 0 && column < mask.width && row < mask.height;
  return inside ? mask.data[row * mask.width + column]! : 0;
}

/** All coverage of a canvas, row by row. Tests only. */
export function onCanvas(mask: PlacedMask, canvas: Size): number[] {
  return Array.from({ length: canvas.width * canvas.height }, (_, i) =>
    coverageAt(mask, i % canvas.width, Math.floor(i / canvas.width)),
  );
}

/** Flood fill by a list of pixels still to visit: the slow way, as an oracle. 255 where reached. Tests only. */
export function naiveFlood(plane: BinaryPlane, x: number, y: number): number[] {
  const { width, height, data } = plane;
  const reached = Array.from({ length: width * height }, () => 0);
  const waiting: [number, number][] = [[x, y]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [px, py] = next;
    if (px < 0 || py < 0 || px >= width || py >= height) continue;
    const at = py * width + px;
    if (data[at] === 0 || reached[at] !== 0) continue;
    reached[at] = 255;
    waiting.push([px - 1, py], [px + 1, py], [px, py - 1], [px, py + 1]);
  }
  return reached;
}

/** Random planes, from nearly empty to nearly full. Tests only. */
export function planes(maxSide = 16): fc.Arbitrary<BinaryPlane> {
  const side = fc.integer({ min: 1, max: maxSide });
  return fc.tuple(side, side, fc.integer({ min: 0, max: 256 })).chain(([width, height, share]) =>
    bytes(width * height).map((data) => ({
      width,
      height,
      data: data.map((value) => (value < share ? 1 : 0)),
    })),
  );
}

/** Random masks on a canvas that holds them: hard, soft, or mostly 0 and 255; now and then empty. Tests only. */
export function masksOnCanvas(maxSide = 14): fc.Arbitrary<{ mask: PlacedMask; canvas: Size }> {
  const side = fc.integer({ min: 0, max: maxSide });
  const margin = fc.integer({ min: 0, max: 4 });
  return fc
    .tuple(side, side, margin, margin, margin, margin, fc.constantFrom('hard', 'soft', 'mixed'))
    .chain(([width, height, x, y, right, bottom, kind]) =>
      bytes(width * height).map((data) => ({
        mask: { x, y, width, height, data: data.map((value) => shape(value, kind)) },
        canvas: { width: Math.max(1, x + width + right), height: Math.max(1, y + height + bottom) },
      })),
    );
}

function bytes(length: number): fc.Arbitrary<Uint8Array> {
  return fc.uint8Array({ minLength: length, maxLength: length });
}

function shape(value: number, kind: string): number {
  if (kind === 'soft') return value;
  if (kind === 'mixed' && value % 4 === 0) return value;
  return value < 150 ? 0 : 255;
}
