/** Weights of the boxes are whole multiples of 1 / UNIT, so that every sum is exact whatever it began with. */
const UNIT = 16;
/** Boxes in a row: three are within 3 % of a Gaussian. */
const PASSES = 3;
/** A box whose two outermost pixels count less: P. Gwosdek et al., "Theoretical Foundations of Gaussian Convolution
 * by Extended Box Filtering", SSVM 2011. */
interface Box {
  /** Pixels of full weight on each side of the middle. */
  readonly radius: number;
  /** Weight of the next one on each side, in 1 / UNIT. */
  readonly end: number;
}

/** How far a blur reaches, in px. */
export function blurReach(sigma: number): number {
  return sigma <= 0 ? 0 : PASSES * (boxOf(sigma).radius + 1);
}

/**
 * A Gaussian blur of coverage by three boxes. All sums are whole numbers, so a pixel's value depends on the pixels
 * within {@link blurReach} alone, down to the last bit, and not on the plane's size. Beyond the plane its outermost
 * pixels go on.
 * @param sigma px; 0 or less copies
 * @returns coverage from 0 to 65280 = 255 x 256
 */
export function blurPlane(data: Uint8Array, width: number, height: number, sigma: number): Uint16Array {
  const wide = new Uint16Array(data.length);
  for (let i = 0; i < data.length; i++) wide[i] = data[i]! * 256;
  if (sigma <= 0) return wide;
  const box = boxOf(sigma);
  const rows = blurRows(wide, width, height, box);
  return transpose(blurRows(transpose(rows, width, height), height, width, box), height, width);
}

function boxOf(sigma: number): Box {
  const variance = (sigma * sigma) / PASSES;
  // A plain box of radius m has the variance m (m + 1) / 3.
  const radius = Math.floor((Math.sqrt(1 + 12 * variance) - 1) / 2);
  const squares = (radius * (radius + 1) * (2 * radius + 1)) / 3;
  const share = (variance * (2 * radius + 1) - squares) / (2 * ((radius + 1) ** 2 - variance));
  return { radius, end: Math.round(UNIT * share) };
}

function blurRows(data: Uint16Array, width: number, height: number, box: Box): Uint16Array {
  const out = new Uint16Array(data.length);
  const margin = PASSES * (box.radius + 1);
  const weight = (UNIT * (2 * box.radius + 1) + 2 * box.end) ** PASSES;
  let line = new Float64Array(width + 2 * margin);
  let next = new Float64Array(width + 2 * margin);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    const first = data[start]!;
    const last = data[start + width - 1]!;
    let even = first === last;
    for (let x = 0; even && x < width; x++) even = data[start + x] === first;
    if (even) {
      out.fill(first, start, start + width);
      continue;
    }
    line.fill(first, 0, margin);
    for (let x = 0; x < width; x++) line[margin + x] = data[start + x]!;
    line.fill(last, margin + width);
    for (let pass = 1; pass <= PASSES; pass++) {
      addBoxes(line, next, box, pass * (box.radius + 1));
      [line, next] = [next, line];
    }
    for (let x = 0; x < width; x++) out[start + x] = line[margin + x]! / weight + 0.5;
  }
  return out;
}

/** Weighted sums around each element that lies `inset` or more from both ends. */
function addBoxes(from: Float64Array, to: Float64Array, { radius, end }: Box, inset: number): void {
  let sum = 0;
  for (let i = inset - radius; i <= inset + radius; i++) sum += from[i]!;
  const last = from.length - inset;
  for (let i = inset; i < last; i++) {
    to[i] = UNIT * sum + end * (from[i - radius - 1]! + from[i + radius + 1]!);
    sum += from[i + radius + 1]! - from[i - radius]!;
  }
}

function transpose(data: Uint16Array, width: number, height: number): Uint16Array {
  const out = new Uint16Array(data.length);
  const block = 32;
  for (let top = 0; top < height; top += block)
    for (let left = 0; left < width; left += block)
      for (let y = top; y < Math.min(height, top + block); y++)
        for (let x = left; x < Math.min(width, left + block); x++) out[x * height + y] = data[y * width + x]!;
  return out;
}

/** Full coverage as {@link blurPlane} gives it. */
export const FULL_BLUR = 65280;
