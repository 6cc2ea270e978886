import type { Box } from './test-page.ts';

/** Corners of a convex panel, clockwise, in page pixels. */
export type Corners = readonly (readonly [x: number, y: number])[];

/** The whole pixels around a panel. */
export function boxAround(corners: Corners): Box {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [x, y] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))];
  return { x, y, width: Math.ceil(Math.max(...xs)) - x, height: Math.ceil(Math.max(...ys)) - y };
}

/** The corners, moved in by a distance along both of their sides. */
export function insetCorners(corners: Corners, distance: number): [number, number][] {
  return corners.map(([x, y], i) => {
    const beside = [corners.at(i - 1)!, corners[(i + 1) % corners.length]!];
    return beside.reduce<[number, number]>(
      ([ox, oy], [bx, by]) => {
        const share = distance / Math.max(1, Math.hypot(bx - x, by - y));
        return [ox + (bx - x) * share, oy + (by - y) * share];
      },
      [x, y],
    );
  });
}
