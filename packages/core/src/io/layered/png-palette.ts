import type { RasterImage } from '../../raster/index.ts';

/** The colours of a picture and which pixel has which. */
export interface PngPalette {
  /** R, G, B, A, in the order in which they first appear. */
  readonly colours: readonly (readonly [number, number, number, number])[];
  /** Writes the palette index of each pixel of one row. @param row as many bytes as the picture is wide */
  indexRow(y: number, row: Uint8Array): void;
}

const MAX_COLOURS = 256;
/** A power of two, four times the colours, so that probing stays short. */
const SLOTS = 1024;
const HASH_SHIFT = 22;
/** Knuth's multiplicative hash: 2^32 over the golden ratio. */
const HASH_FACTOR = 0x9e3779b1;

/**
 * The picture's colours if there are at most 256, transparent ones counted as they are stored. Pages in
 * ink, flats and antialiased lines of one colour have that few; a painting is given up after a few rows.
 */
export function findPalette({ width, data }: RasterImage): PngPalette | undefined {
  const keys = new Uint32Array(SLOTS);
  const indices = new Int16Array(SLOTS).fill(-1);
  let count = 0;
  const slotOf = (colour: number): number => {
    let slot = Math.imul(colour, HASH_FACTOR) >>> HASH_SHIFT;
    while (indices[slot]! >= 0 && keys[slot] !== colour) slot = (slot + 1) & (SLOTS - 1);
    return slot;
  };

  let last = -1;
  const colours: [number, number, number, number][] = [];
  for (let p = 0; p < data.length; p += 4) {
    const colour = colourAt(data, p);
    if (colour === last) continue;
    last = colour;
    const slot = slotOf(colour);
    if (indices[slot]! >= 0) continue;
    if (count === MAX_COLOURS) return undefined;
    keys[slot] = colour;
    indices[slot] = count++;
    colours.push([data[p]!, data[p + 1]!, data[p + 2]!, data[p + 3]!]);
  }

  const indexRow = (y: number, row: Uint8Array): void => {
    let last = -1;
    let index = 0;
    for (let x = 0, p = y * width * 4; x < width; x++, p += 4) {
      const colour = colourAt(data, p);
      if (colour !== last) {
        last = colour;
        index = indices[slotOf(colour)]!;
      }
      row[x] = index;
    }
  };
  return { colours, indexRow };
}

function colourAt(data: Uint8ClampedArray, p: number): number {
  return (data[p]! | (data[p + 1]! << 8) | (data[p + 2]! << 16) | (data[p + 3]! << 24)) >>> 0;
}
