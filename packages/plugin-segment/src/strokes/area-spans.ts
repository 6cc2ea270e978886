import type { Bounds, PutSpan } from './capsule-spans.ts';

interface Crossing {
  readonly x: number;
  /** 1 where the outline goes down there, -1 where it goes up. */
  readonly turn: 1 | -1;
}

/**
 * The pixels whose centres lie within a closed outline, row by row; where it crosses itself, within means that it
 * winds around them (the non-zero rule).
 * @param outside `true`: all pixels of the bounds that do not lie within
 */
export function areaSpans(
  points: readonly (readonly [number, number])[],
  outside: boolean,
  bounds: Bounds,
  put: PutSpan,
): void {
  for (let y = bounds.top; y < bounds.bottom; y++) {
    const crossings = crossingsOf(points, y + 0.5);
    let winding = 0;
    let next = bounds.left;
    const putUpTo = (x: number, within: boolean): void => {
      // Pixels whose centres lie before x.
      const end = Math.min(bounds.right, Math.max(next, Math.ceil(x - 0.5)));
      if (within !== outside && next < end) put(y, next, end - 1);
      next = end;
    };
    for (const { x, turn } of crossings) {
      putUpTo(x, winding !== 0);
      winding += turn;
    }
    putUpTo(Infinity, false);
  }
}

function crossingsOf(points: readonly (readonly [number, number])[], y: number): Crossing[] {
  const found: Crossing[] = [];
  for (let i = 0; i < points.length; i++) {
    const [x0, y0] = points[i]!;
    const [x1, y1] = points[(i + 1) % points.length]!;
    if (y0 <= y === y1 <= y) continue;
    found.push({ x: x0 + ((y - y0) / (y1 - y0)) * (x1 - x0), turn: y1 > y0 ? 1 : -1 });
  }
  return found.sort((one, two) => one.x - two.x);
}
