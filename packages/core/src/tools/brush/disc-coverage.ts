/** Half the diagonal of a pixel: farther than this from a disc's edge a pixel is all in or all out. */
export const HALF_DIAGONAL = Math.SQRT1_2 + 1e-9;

/** From this radius on the edge within one pixel is as good as straight: within 0.3 % of the pixel. */
const STRAIGHT_FROM = 16;

/**
 * How much of a pixel a disc covers, 0-1. For pixels near the edge; those farther than
 * {@link HALF_DIAGONAL} from it need no computing.
 * @param dx, dy middle of the pixel seen from the middle of the disc, pixels
 * @param radius > 0
 */
export function discCoverage(dx: number, dy: number, radius: number): number {
  const [x, y] = [Math.abs(dx), Math.abs(dy)];
  return radius < STRAIGHT_FROM ? exactCoverage(x, y, radius) : straightCoverage(x, y, radius);
}

/** The area that disc and pixel share: that of four quarter rectangles from the disc's middle. */
function exactCoverage(x: number, y: number, radius: number): number {
  const [left, right, top, bottom] = [x - 0.5, x + 0.5, y - 0.5, y + 0.5];
  const area =
    quarterArea(right, bottom, radius) -
    quarterArea(left, bottom, radius) -
    quarterArea(right, top, radius) +
    quarterArea(left, top, radius);
  return Math.min(1, Math.max(0, area));
}

/** Signed area that a disc around the origin shares with the rectangle from the origin to (x, y). */
function quarterArea(x: number, y: number, radius: number): number {
  const sign = x < 0 !== y < 0 ? -1 : 1;
  const [w, h] = [Math.min(Math.abs(x), radius), Math.min(Math.abs(y), radius)];
  if (w * w + h * h <= radius * radius) return sign * w * h;
  const flat = Math.sqrt(radius * radius - h * h);
  return sign * (h * flat + areaUnderArc(w, radius) - areaUnderArc(flat, radius));
}

/** Integral of sqrt(radius² - t²) from 0 to x. */
function areaUnderArc(x: number, radius: number): number {
  const ratio = Math.min(1, x / radius);
  return (x * radius * Math.sqrt(1 - ratio * ratio) + radius * radius * Math.asin(ratio)) / 2;
}

/** The area of a pixel on one side of the tangent, which is moved in by the mean height of the arc. */
function straightCoverage(x: number, y: number, radius: number): number {
  const distance = Math.sqrt(x * x + y * y);
  // Components of the normal; the tangent's slope is that of the larger one.
  const [a, b] = x > y ? [x / distance, y / distance] : [y / distance, x / distance];
  const inside = radius - distance - 1 / (24 * radius * a * a);
  const reach = (a + b) / 2;
  if (inside >= reach) return 1;
  if (inside <= -reach) return 0;
  if (Math.abs(inside) <= (a - b) / 2) return 0.5 + inside / a;
  const corner = reach - Math.abs(inside);
  const cut = (corner * corner) / (2 * a * b);
  return inside > 0 ? 1 - cut : cut;
}
