/** Where a line ends in the open. */
export interface EndPoint {
  /** Index in the padded plane. */
  readonly pixel: number;
  readonly x: number;
  readonly y: number;
  /** Unit vector along which the line would go on. */
  readonly dx: number;
  readonly dy: number;
}

/** How far back a line is followed for its direction, px. */
const FOLLOWED = 8;
/** Shorter stubs are roughness of an edge that thinning left. */
const SHORTEST = 4;

/**
 * Finds the ends of thinned lines, from the top left.
 * @param thinned padded plane of one-pixel lines
 * @param width of the padded plane
 */
export function endPoints(thinned: Uint8Array, width: number): EndPoint[] {
  const around = [-1, 1, -width, width, -width - 1, 1 - width, width - 1, width + 1];
  const ends: EndPoint[] = [];
  for (let pixel = 0; pixel < thinned.length; pixel++) {
    if (thinned[pixel] === 0) continue;
    const path = [pixel];
    for (let at = pixel; path.length < FOLLOWED;) {
      const next = around.map((step) => at + step).filter((i) => thinned[i] === 1 && !path.includes(i));
      // An end has one neighbour; further back the first of several will do, sides before corners.
      if (next.length === 0 || (path.length === 1 && next.length > 1)) break;
      at = next[0]!;
      path.push(at);
    }
    if (path.length < SHORTEST) continue;
    const back = path.at(-1)!;
    const x = pixel % width;
    const y = Math.floor(pixel / width);
    const [vx, vy] = [x - (back % width), y - Math.floor(back / width)];
    const length = Math.hypot(vx, vy);
    if (length > 0) ends.push({ pixel, x, y, dx: vx / length, dy: vy / length });
  }
  return ends;
}
