import type { Sheet } from '../drawing/sheet.ts';
import { outline } from '../geometry/path.ts';
import { add, type Point } from '../geometry/point.ts';

/**
 * Draws the band that holds tied hair: a scrunched ring across the lock.
 *
 * @param centre Its middle; `down` the unit vector along the lock. Drawing units.
 * @param half Half its width across the lock; `height` half its height along it.
 */
export function drawTie(
  sheet: Sheet,
  centre: Point,
  down: Point,
  half: number,
  height: number,
  dark: -1 | 1,
): void {
  const across: Point = [-down[1], down[0]];
  // x to the right as seen when the lock falls, y along the lock.
  const at = (x: number, y: number): Point => add(add(centre, across, -x * half), down, y * height);
  const top = [at(-0.94, -0.7), at(-0.4, -1.06), at(0.1, -0.9), at(0.55, -1.08), at(0.94, -0.7)];
  const right = [at(0.94, -0.7), at(1.16, 0), at(0.96, 0.75)];
  const bottom = [at(0.96, 0.75), at(0.5, 1.1), at(0.05, 0.95), at(-0.45, 1.12), at(-0.96, 0.75)];
  const left = [at(-0.96, 0.75), at(-1.16, 0), at(-0.94, -0.7)];
  sheet.flat('trim', outline(top, right, bottom, left));
  sheet.shade(
    'trim',
    outline(
      [at(dark * 0.94, -0.7), at(dark * 1.16, 0), at(dark * 0.96, 0.75)],
      [at(dark * 0.96, 0.75), at(dark * 0.5, 1.1), at(dark * 0.05, 0.95)],
      [at(dark * 0.05, 0.95), at(dark * 0.5, 0.3), at(dark * 0.45, -0.95), at(dark * 0.94, -0.7)],
    ),
  );
  for (const side of [top, right, bottom, left])
    sheet.line('trim', side, 0.9, { start: 0.5, end: 0.5, taper: 0.3 });
  for (const x of [-0.45, 0.05, 0.5])
    sheet.line('trim', [at(x, -0.85), at(x * 1.15 + 0.06, -0.1), at(x * 1.05, 0.55)], 0.5, { taper: 0.9 });
}
