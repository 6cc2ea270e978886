/**
 * A plane with one more pixel on every side, which repeats the pixel beside it: loops over neighbours need no checks
 * for the edge then.
 */
export function padded(plane: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const wide = width + 2;
  const out = new Uint8Array(wide * (height + 2));
  for (let y = 0; y < height; y++) out.set(plane.subarray(y * width, (y + 1) * width), (y + 1) * wide + 1);
  repeatEdges(out, wide, height + 2);
  return out;
}

/** Makes the outermost pixels of a padded plane repeat their neighbours. @param width of the padded plane */
export function repeatEdges(plane: Uint8Array, width: number, height: number): void {
  for (let y = 1; y < height - 1; y++) {
    plane[y * width] = plane[y * width + 1]!;
    plane[(y + 1) * width - 1] = plane[(y + 1) * width - 2]!;
  }
  plane.copyWithin(0, width, 2 * width);
  plane.copyWithin((height - 1) * width, (height - 2) * width, (height - 1) * width);
}
