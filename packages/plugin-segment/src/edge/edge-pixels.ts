/** Four pixels of a binary plane that are all 1. */
const ONES = 0x01010101;
/** Stands for four pixels that are not all the same in three rows. */
const MIXED = 2;

/**
 * The pixels of a binary plane with a pixel of the other kind among their eight neighbours, ascending. Looks at four
 * pixels at a time, since nearly all of a plane is far from edges.
 * @param plane 0 or 1 a pixel
 * @param width a multiple of 4, px
 * @param margin the plane's outermost pixels are left out, at least 1 px
 */
export function edgePixels(plane: Uint8Array, width: number, height: number, margin: number): Int32Array {
  const words = new Uint32Array(plane.buffer, plane.byteOffset, plane.length / 4);
  const stride = width / 4;
  const found: number[] = [];
  const kindOf = (word: number): number => {
    const value = words[word]!;
    if (value !== words[word - stride] || value !== words[word + stride]) return MIXED;
    return value === 0 ? 0 : value === ONES ? 1 : MIXED;
  };
  const last = width - margin;
  for (let y = margin; y < height - margin; y++) {
    const row = y * stride;
    let before = kindOf(row);
    let here = before;
    for (let c = 0; c < stride; c++) {
      const after = c + 1 < stride ? kindOf(row + c + 1) : here;
      if (here === MIXED || before !== here || after !== here) {
        const end = Math.min(last, 4 * c + 4);
        for (let x = Math.max(margin, 4 * c); x < end; x++)
          if (isAtEdge(plane, width, y * width + x)) found.push(y * width + x);
      }
      before = here;
      here = after;
    }
  }
  return Int32Array.from(found);
}

function isAtEdge(plane: Uint8Array, width: number, at: number): boolean {
  const total =
    plane[at - width - 1]! +
    plane[at - width]! +
    plane[at - width + 1]! +
    plane[at - 1]! +
    plane[at]! +
    plane[at + 1]! +
    plane[at + width - 1]! +
    plane[at + width]! +
    plane[at + width + 1]!;
  return total > 0 && total < 9;
}
