import { stampPencil } from '@koma/core/tools';

/** The tip of a pencil on the grid of pixels. */
export interface AliasedTip {
  /** Side of the square of pixels that the tip lies in. */
  readonly width: number;
  /** Its outline along the edges of pixels, x and y in turn from the square's corner, not closed. */
  readonly outline: readonly number[];
}

/** The pixels that a click of the pencil paints, as an outline. @param size diameter in pixels */
export function aliasedTip(size: number): AliasedTip {
  const width = Math.max(1, Math.round(size));
  const plane = { data: new Uint16Array(width * width), x: 0, y: 0, width, height: width };
  stampPencil(plane, { x: width / 2, y: width / 2, size, flow: 1, opacity: 1, gain: 1 });
  const [leftSide, rightSide]: [number[], number[]] = [[], []];
  for (let y = 0; y < width; y++) {
    const row = plane.data.subarray(y * width, (y + 1) * width);
    const from = row.findIndex((covered) => covered > 0);
    const to = row.findLastIndex((covered) => covered > 0) + 1;
    rightSide.push(to, y, to, y + 1);
    leftSide.push(y, from, y + 1, from);
  }
  // Down the right side and, reversed pair by pair, up the left one.
  return { width, outline: [...rightSide, ...leftSide.toReversed()] };
}

/** The left (or top) edge of the square of pixels that a pencil paints around a place. */
export function tipStart(place: number, width: number): number {
  return Math.floor(place - width / 2 + 0.5);
}
