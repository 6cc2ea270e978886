import { GridSolver, State } from './grid-solver.ts';
import type { PixelCut, PixelRect } from './pixel-cut.ts';
import { pixelEnergy } from './pixel-energy.ts';

/**
 * The cut of least energy inside a rectangle, exactly: of all labellings that have it, the one with the
 * smallest subject. Takes 39 bytes a pixel while it runs.
 *
 * @param labels of the whole grid, 1 subject, 0 background; written inside `rect`. Outside they stay and
 *   count as neighbours.
 * @param rect absent: the whole grid
 * @returns the energy of the pixels of `rect` and of the cuts across its border
 * @throws RangeError where `rect` leaves the grid or memory does not suffice
 */
export function cutPixels(
  cut: PixelCut,
  labels: Uint8Array,
  rect: PixelRect = { x: 0, y: 0, ...cut },
): number {
  const { x, y, width, height } = rect;
  if (x < 0 || y < 0 || x + width > cut.width || y + height > cut.height)
    throw new RangeError(`The rectangle ${x}, ${y}, ${width} x ${height} leaves the grid.`);
  if (width === 0 || height === 0) return 0;

  const solver = new GridSolver();
  const columns = width + 2;
  const { prices, pulls, states } = solver.resize(columns, height + 2);
  states.fill(State.NONE);
  pulls.fill(0);
  for (let row = -1; row <= height; row++) {
    if (y + row < 0 || y + row >= cut.height) continue;
    const from = Math.max(0, x - 1);
    const to = Math.min(cut.width, x + width + 1);
    for (let column = from; column < to; column++) {
      const pixel = (y + row) * cut.width + column;
      const at = (row + 1) * columns + column - x + 1;
      const isInside = row >= 0 && row < height && column >= x && column < x + width;
      prices[at] = cut.price[pixel]!;
      states[at] = isInside ? (cut.fixed?.[pixel] ?? State.FREE) : State.BACKGROUND + labels[pixel]!;
      if (cut.pull) pulls[at] = cut.pull[pixel]!;
    }
  }
  solver.solve();
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      labels[(y + row) * cut.width + x + column] =
        states[(row + 1) * columns + column + 1] === State.SUBJECT ? 1 : 0;
  return pixelEnergy(cut, labels, rect);
}
