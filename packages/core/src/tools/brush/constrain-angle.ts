/** A place in pixels of the document. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Turns a line to the nearest multiple of a step around its start, as Shift does: `to` is projected on
 * that direction. Level, upright and diagonal lines come out exact to the last bit.
 * @param step degrees between directions that are allowed, dividing 360: 15 or 45 as a rule
 */
export function constrainAngle(from: Point, to: Point, step = 45): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const turns = Math.round((Math.atan2(dy, dx) * 180) / Math.PI / step);
  const degrees = turns * step;
  if (degrees % 90 === 0) return degrees % 180 === 0 ? { x: to.x, y: from.y } : { x: from.x, y: to.y };
  if (degrees % 45 === 0) {
    const side = (Math.abs(dx) + Math.abs(dy)) / 2;
    return { x: from.x + Math.sign(dx) * side, y: from.y + Math.sign(dy) * side };
  }
  const angle = (degrees * Math.PI) / 180;
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
  const length = dx * ux + dy * uy;
  return { x: from.x + length * ux, y: from.y + length * uy };
}
