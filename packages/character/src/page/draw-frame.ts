import { polygon } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import { clipRightOf } from './convex.ts';
import type { PageShape } from './page.ts';
import type { PanelPlan } from './page-plan.ts';
import { PAGE } from './page-size.ts';

/** Width of the lines around panels in page units. */
const FRAME = 5;

/**
 * The border of a panel: the strip along each side, none at the page's edge. Panels without a border have
 * the lowest strip where it cuts figures off, which would float in the air.
 */
export function frameShapes({ outline, frame, figures }: PanelPlan): PageShape[] {
  const open = frame === 'borderless';
  if (open && figures.every(({ shot }) => shot === 'chibi' || shot === 'full')) return [];
  const height = (index: number): number => (outline[index % outline.length] as Point)[1];
  const lowest = Math.max(...outline.map((_, index) => height(index) + height(index + 1)));
  let path = '';
  for (const [index, a] of outline.entries()) {
    const b = outline[(index + 1) % outline.length] as Point;
    if (open && a[1] + b[1] < lowest) continue;
    // What is left of the side moved inwards, as seen along it.
    if (!isPageEdge(a, b)) path += polygon(clipRightOf(outline, b, a, -FRAME));
  }
  return [{ fill: 'line', path }];
}

function isPageEdge(a: Point, b: Point): boolean {
  const on = (coordinate: 0 | 1, value: number): boolean =>
    Math.abs(a[coordinate] - value) < 1 && Math.abs(b[coordinate] - value) < 1;
  return on(0, 0) || on(0, PAGE.width) || on(1, 0) || on(1, PAGE.height);
}
