import type { Rect } from '../../raster/index.ts';

/**
 * Gives all pixels that are 4-connected to (`x`, `y`) through pixels of its value the value `to`, in place.
 * Span filling with a stack of its own (P. Heckbert, "A Seed Fill Algorithm", Graphics Gems, 1990): every
 * pixel is written once and read about twice. The stack holds 16 bytes a waiting span; a page of line art
 * needs a few kB, a chequered one at worst about as many bytes as the page has pixels.
 * @param x whole px, as is `y`
 * @returns the bounds of what was changed; of size 0 where the pixel has the value `to` already or lies outside
 */
export function floodSpans(
  plane: Uint8Array,
  width: number,
  height: number,
  x: number,
  y: number,
  to: number,
): Rect {
  const inside = x >= 0 && y >= 0 && x < width && y < height;
  const from = inside ? plane[y * width + x]! : to;
  if (from === to) return { x, y, width: 0, height: 0 };

  // Four numbers a span: first and last column, the row to look at, and the step that led there.
  let stack = new Int32Array(1024);
  let size = 0;
  const push = (first: number, last: number, row: number, step: number): void => {
    if (row < 0 || row >= height) return;
    if (size + 4 > stack.length) {
      const larger = new Int32Array(stack.length * 2);
      larger.set(stack);
      stack = larger;
    }
    stack[size] = first;
    stack[size + 1] = last;
    stack[size + 2] = row;
    stack[size + 3] = step;
    size += 4;
  };

  const seedRow = y * width;
  let left = x;
  let right = x;
  while (left > 0 && plane[seedRow + left - 1] === from) left--;
  while (right < width - 1 && plane[seedRow + right + 1] === from) right++;
  plane.fill(to, seedRow + left, seedRow + right + 1);
  let top = y;
  let bottom = y;
  push(left, right, y + 1, 1);
  push(left, right, y - 1, -1);
  while (size > 0) {
    size -= 4;
    const first = stack[size]!;
    const last = stack[size + 1]!;
    const row = stack[size + 2]!;
    const step = stack[size + 3]!;
    const start = row * width;
    let at = first;
    while (at <= last) {
      while (at <= last && plane[start + at] !== from) at++;
      if (at > last) break;
      let begin = at;
      if (at === first)
        while (begin > 0 && plane[start + begin - 1] === from) {
          begin--;
          plane[start + begin] = to;
        }
      while (at < width && plane[start + at] === from) {
        plane[start + at] = to;
        at++;
      }
      const end = at - 1;
      push(begin, end, row + step, step);
      // In the row we came from, the span ended before first - 1 and last + 1; beyond them it may go on.
      if (begin < first - 1) push(begin, first - 2, row - step, -step);
      if (end > last + 1) push(last + 2, end, row - step, -step);
      if (begin < left) left = begin;
      if (end > right) right = end;
      if (row < top) top = row;
      if (row > bottom) bottom = row;
    }
  }
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
