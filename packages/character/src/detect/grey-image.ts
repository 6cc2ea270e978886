/** A picture of one channel: `data.length === width * height`, rows from the top, 0 to 255. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * The luma of RGBA pixels as OpenCV's `cvtColor` computes it (BT.601 weights in 15-bit fixed point).
 * Alpha is ignored.
 */
export function toGrey(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): GreyImage {
  const data = new Uint8Array(width * height);
  for (let i = 0, p = 0; i < data.length; i++, p += 4)
    data[i] = (rgba[p]! * 9798 + rgba[p + 1]! * 19235 + rgba[p + 2]! * 3735 + (1 << 14)) >> 15;
  return { width, height, data };
}

/** The picture with its histogram spread over 0 to 255, as OpenCV's `equalizeHist` does it. */
export function equalize({ width, height, data }: GreyImage): GreyImage {
  const histogram = new Uint32Array(256);
  for (const value of data) histogram[value]!++;
  const first = histogram.findIndex((count) => count > 0);
  const table = new Uint8Array(256).fill(first);
  const rest = data.length - histogram[first]!;
  const scale = Math.fround(255 / rest);
  for (let value = first + 1, sum = 0; value < 256 && rest > 0; value++) {
    sum += histogram[value]!;
    table[value] = roundEven(Math.fround(sum * scale));
  }
  if (rest > 0) table[first] = 0;
  return { width, height, data: data.map((value) => table[value]!) };
}

/** The nearest whole number, halves to the even one, as the processor and OpenCV's `cvRound` do. */
export function roundEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/**
 * The picture at another size: bilinear interpolation between pixel centres in 8-bit fixed point, as
 * OpenCV's INTER_LINEAR_EXACT.
 */
export function resizeGrey(image: GreyImage, width: number, height: number): GreyImage {
  const columns = taps(image.width, width);
  const rows = taps(image.height, height);
  const data = new Uint8Array(width * height);
  // Two rows of the source at the new width are enough at any time.
  const lines = [new Int32Array(width), new Int32Array(width)];
  const held = [-1, -1];
  const lineOf = (y: number): Int32Array => {
    const slot = y & 1;
    if (held[slot] !== y) {
      fillLine(image, y, columns, lines[slot]!);
      held[slot] = y;
    }
    return lines[slot]!;
  };
  for (let y = 0, out = 0; y < height; y++) {
    const weight = rows.weights[y]!;
    const upper = lineOf(rows.starts[y]!);
    const lower = weight === 0 ? upper : lineOf(rows.starts[y]! + 1);
    for (let x = 0; x < width; x++)
      data[out++] = (upper[x]! * (256 - weight) + lower[x]! * weight + (1 << 15)) >>> 16;
  }
  return { width, height, data };
}

interface Taps {
  /** The first of two source pixels. */
  readonly starts: Int32Array;
  /** What the second counts, of 256. */
  readonly weights: Int32Array;
}

function taps(from: number, to: number): Taps {
  const starts = new Int32Array(to);
  const weights = new Int32Array(to);
  const scale = from / to;
  for (let i = 0; i < to; i++) {
    const position = scale * (i + 0.5) - 0.5;
    const start = Math.floor(position);
    // Beyond the centres of the outermost pixels those go on.
    starts[i] = Math.min(from - 1, Math.max(0, start));
    weights[i] = start < 0 || start >= from - 1 ? 0 : roundEven((position - start) * 256);
  }
  return { starts, weights };
}

function fillLine(image: GreyImage, y: number, { starts, weights }: Taps, line: Int32Array): void {
  const base = y * image.width;
  for (let x = 0; x < line.length; x++) {
    const at = base + starts[x]!;
    const weight = weights[x]!;
    line[x] = image.data[at]! * (256 - weight) + (weight === 0 ? 0 : image.data[at + 1]! * weight);
  }
}
