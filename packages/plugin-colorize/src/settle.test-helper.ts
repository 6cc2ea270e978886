import type { RegionMap } from '@koma/lineart';
import { cellRegions } from './cell-regions.ts';

/** Side of {@link room}, cells. */
export const SIDE = 96;
/** Two areas of {@link room} and what is around them. */
export type Area = 'left' | 'right' | 'outside';

/** A square with a wall down its middle and a gap in it, drawn on paper: two areas. Tests only. */
export async function room(gap = 4): Promise<{ tone: Float32Array; regions: RegionMap; area: Area[] }> {
  const tone = new Float32Array(SIDE * SIDE).fill(1);
  const area: Area[] = [];
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const inside = Math.min(x, y) >= 16 && Math.max(x, y) < 80;
      const edge = inside && (Math.min(x, y) < 19 || Math.max(x, y) >= 77);
      const wall = inside && Math.abs(x - 47.5) < 2 && Math.abs(y - 47.5) >= gap / 2;
      if (edge || wall) tone[y * SIDE + x] = 0;
      area.push(inside ? (x < 48 ? 'left' : 'right') : 'outside');
    }
  return { tone, regions: await cellRegions(tone, SIDE, SIDE), area };
}

/** A value a cell, by area, with round spots of other values. Tests only. */
export function spotted(
  area: readonly Area[],
  values: Readonly<Record<Area, number>>,
  spots: readonly {
    readonly x: number;
    readonly y: number;
    readonly radius: number;
    readonly value: number;
  }[] = [],
): Float32Array {
  return Float32Array.from(area, (name, p) => {
    const spot = spots.find(
      ({ x, y, radius }) => Math.hypot((p % SIDE) - x, Math.floor(p / SIDE) - y) <= radius,
    );
    return spot ? spot.value : values[name];
  });
}
