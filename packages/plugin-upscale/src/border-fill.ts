import type { RasterImage } from '@koma/core/raster';

/**
 * Spreads the colours of visible pixels into fully transparent ones, so that the network does not see
 * a false edge where transparency begins and no fringe of hidden colour comes out: `steps` times, each
 * unknown pixel takes the mean of the known ones among its 8 neighbours (nunif's
 * alpha_border_padding). Alpha itself stays as it is.
 *
 * Only the moving front is visited, so the cost is the area filled, not the picture times `steps`.
 * @returns the same picture where nothing is transparent, else a new one
 */
export function fillTransparentBorder(image: RasterImage, steps: number): RasterImage {
  const { width, height } = image;
  const known = new Uint8Array(width * height);
  let unknown = 0;
  for (let i = 0; i < known.length; i++) {
    if (image.data[i * 4 + 3] !== 0) known[i] = 1;
    else unknown++;
  }
  if (unknown === 0 || unknown === known.length) return image;
  const data = image.data.slice();
  let front = firstFront(known, width, height);
  for (let step = 0; step < steps && front.length > 0; step++) {
    const colours = new Float32Array(front.length * 3);
    front.forEach((i, n) => meanOfKnown(data, known, width, height, i, colours, n * 3));
    front.forEach((i, n) => {
      data[i * 4] = colours[n * 3]!;
      data[i * 4 + 1] = colours[n * 3 + 1]!;
      data[i * 4 + 2] = colours[n * 3 + 2]!;
      known[i] = 1;
    });
    front = nextFront(front, known, width, height);
  }
  return { width, height, data };
}

function firstFront(known: Uint8Array, width: number, height: number): number[] {
  const front: number[] = [];
  for (let i = 0; i < known.length; i++)
    if (known[i] === 0 && hasKnownNeighbour(known, width, height, i)) front.push(i);
  return front;
}

function nextFront(front: readonly number[], known: Uint8Array, width: number, height: number): number[] {
  const next = new Set<number>();
  for (const i of front) forNeighbours(i, width, height, (j) => known[j] === 0 && next.add(j));
  return [...next];
}

function hasKnownNeighbour(known: Uint8Array, width: number, height: number, i: number): boolean {
  let found = false;
  forNeighbours(i, width, height, (j) => (found ||= known[j] === 1));
  return found;
}

function meanOfKnown(
  data: Uint8ClampedArray,
  known: Uint8Array,
  width: number,
  height: number,
  i: number,
  target: Float32Array,
  at: number,
): void {
  let [r, g, b, count] = [0, 0, 0, 0];
  forNeighbours(i, width, height, (j) => {
    if (known[j] === 0) return;
    r += data[j * 4]!;
    g += data[j * 4 + 1]!;
    b += data[j * 4 + 2]!;
    count++;
  });
  target[at] = r / count;
  target[at + 1] = g / count;
  target[at + 2] = b / count;
}

function forNeighbours(i: number, width: number, height: number, visit: (j: number) => void): void {
  const x = i % width;
  const y = (i - x) / width;
  for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++)
    for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
      const j = ny * width + nx;
      if (j !== i) visit(j);
    }
}
