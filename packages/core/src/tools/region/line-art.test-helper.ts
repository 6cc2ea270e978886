import fc from 'fast-check';
import type { BinaryPlane } from './mask.ts';

/** A shape drawn with a closed line of one pixel's width on an empty page. Tests only. */
export interface DrawnShape {
  readonly plane: BinaryPlane;
  /** The line's pixels in order, each at most a diagonal step from the one before. */
  readonly line: readonly (readonly [number, number])[];
  /** A pixel well inside. */
  readonly centre: readonly [number, number];
}

/** What a shape is drawn from; random ones are made as recipes, so that failures can be read. Tests only. */
export interface ShapeRecipe {
  /** Where around the middle the corners are, in turns of 0 to 1. */
  readonly turns: readonly number[];
  /** How far from the middle each one is, across and down, in px. */
  readonly radii: readonly (readonly [number, number])[];
}

/** Convex shapes of 20 to 45 px radius in the middle of a page: polygons whose corners lie on an ellipse. Tests only. */
export const convexShapes: fc.Arbitrary<ShapeRecipe> = fc
  .record({
    corners: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
    radiusX: fc.double({ min: 20, max: 45, noNaN: true }),
    radiusY: fc.double({ min: 20, max: 45, noNaN: true }),
  })
  .map(({ corners, radiusX, radiusY }) => {
    // Three corners of their own keep the middle well inside.
    const turns = [0.05, 0.4, 0.75, ...corners].sort((a, b) => a - b);
    return { turns, radii: turns.map(() => [radiusX, radiusY]) };
  });

/** Shapes with bays and spikes: closed lines whose distance from the middle changes at will. Tests only. */
export const starShapes: fc.Arbitrary<ShapeRecipe> = fc
  .array(fc.double({ min: 12, max: 60, noNaN: true }), { minLength: 3, maxLength: 12 })
  .map((radii) => ({
    turns: radii.map((_, i) => i / radii.length),
    radii: radii.map((radius) => [radius, radius]),
  }));

/** Draws a recipe's shape. Tests only. */
export function drawRecipe({ turns, radii }: ShapeRecipe): DrawnShape {
  return drawShape(
    turns.map((turn, i) => {
      const [radiusX, radiusY] = radii[i]!;
      const angle = 2 * Math.PI * turn;
      return [SIDE / 2 + radiusX * Math.cos(angle), SIDE / 2 + radiusY * Math.sin(angle)];
    }),
  );
}

const SIDE = 160;

/** A page of 160 × 160 px with one closed polygon on it. Tests only. */
export function drawShape(corners: readonly (readonly [number, number])[]): DrawnShape {
  const line: [number, number][] = [];
  corners.forEach(([fromX, fromY], i) => {
    const [toX, toY] = corners[(i + 1) % corners.length]!;
    const steps = Math.ceil(Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY), 1));
    for (let step = 0; step < steps; step++) {
      const x = Math.round(fromX + ((toX - fromX) * step) / steps);
      const y = Math.round(fromY + ((toY - fromY) * step) / steps);
      const last = line.at(-1);
      if (last === undefined || last[0] !== x || last[1] !== y) line.push([x, y]);
    }
  });
  return { plane: planeOf(line), line, centre: [SIDE / 2, SIDE / 2] };
}

/** A shape whose line has a gap. Tests only. */
export interface OpenShape {
  readonly plane: BinaryPlane;
  /** How far the ends of the line are apart, centre to centre, in px. */
  readonly apart: number;
  /** How far a pixel, given by its index, is from the nearest one that was taken out. */
  readonly fromGap: (pixel: number) => number;
}

/** The shape with `count` pixels of its line taken out from any `start` on. Tests only. */
export function openShape({ line }: DrawnShape, start: number, count: number): OpenShape {
  const at = (i: number): readonly [number, number] => line[(start + i + line.length) % line.length]!;
  const removed = Array.from({ length: count }, (_, i) => at(i));
  const taken = new Set(removed.map((pixel) => pixel.join()));
  const [before, after] = [at(-1), at(count)];
  return {
    plane: planeOf(line.filter((pixel) => !taken.has(pixel.join()))),
    apart: Math.hypot(before[0] - after[0], before[1] - after[1]),
    fromGap: (pixel) =>
      Math.min(...removed.map(([x, y]) => Math.hypot(x - (pixel % SIDE), y - Math.floor(pixel / SIDE)))),
  };
}

/** Pages of 40 × 40 px with a few straight strokes, which leave gaps and rooms of all kinds. Tests only. */
export const strokePages: fc.Arbitrary<BinaryPlane> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 39 }),
      fc.integer({ min: 0, max: 39 }),
      fc.integer({ min: 0, max: 39 }),
      fc.constantFrom('across', 'down', 'slanting'),
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((strokes) => {
    const data = new Uint8Array(40 * 40).fill(1);
    for (const [x, y, length, kind] of strokes)
      for (let i = 0; i < length; i++) {
        const px = kind === 'down' ? x : x + i;
        const py = kind === 'across' ? y : y + i;
        if (px < 40 && py < 40) data[py * 40 + px] = 0;
      }
    return { width: 40, height: 40, data };
  });

function planeOf(line: readonly (readonly [number, number])[]): BinaryPlane {
  const data = new Uint8Array(SIDE * SIDE).fill(1);
  for (const [x, y] of line) data[y * SIDE + x] = 0;
  return { width: SIDE, height: SIDE, data };
}
