import type { Rect } from '../../raster/index.ts';
import { EMPTY_MASK, type PlacedMask, type Size } from './mask.ts';
import { polygonMask, type ShapeOptions } from './polygon-mask.ts';

/** How far the polygon that stands for an ellipse may stray from it, in px: an eighth of a level of coverage. */
const TOLERANCE = 1 / 2048;

/**
 * The ellipse inside a rectangle, as a mask: a polygon with so many corners that coverage is exact but
 * for rounding.
 * @param shape the rectangle in px, not necessarily whole; negative sides reach to the left and up
 * @returns a mask cut to its bounds within the canvas; empty where there is no area
 */
export function ellipseMask(shape: Rect, canvas: Size, options: ShapeOptions = {}): PlacedMask {
  const radiusX = Math.abs(shape.width) / 2;
  const radiusY = Math.abs(shape.height) / 2;
  if (!(radiusX > 0 && radiusY > 0)) return EMPTY_MASK;
  const centreX = shape.x + shape.width / 2;
  const centreY = shape.y + shape.height / 2;
  // A chord over an angle of 2a leaves r (1 - cos a) of the circle out.
  const angle = Math.acos(1 - Math.min(0.5, TOLERANCE / Math.max(radiusX, radiusY)));
  const corners = Math.max(16, Math.ceil(Math.PI / angle));
  const points = new Float64Array(2 * corners);
  for (let i = 0; i < corners; i++) {
    const turn = (2 * Math.PI * i) / corners;
    points[2 * i] = centreX + radiusX * Math.cos(turn);
    points[2 * i + 1] = centreY + radiusY * Math.sin(turn);
  }
  return polygonMask(points, canvas, options);
}
