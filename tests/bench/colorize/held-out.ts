import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RasterImage } from '@koma/core/raster';

/** Seeds from here on are never trained on. */
export const HELD_OUT_SEED = 9_000_000;
/** Width and height of the pictures, pixels. */
export const SIZE = 512;

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FOLDER = join(ROOT, '.cache', 'bench', 'colorize');

/** A drawing of the character engine taken apart, and a picture to take colours from. All are SIZE px, RGBA8. */
export interface HeldOut {
  /** Ink on white paper. */
  readonly sketch: RasterImage;
  /** The true colours without lines. */
  readonly colours: RasterImage;
  /** 0-255 a pixel: how much of it is to be coloured. */
  readonly painted: Uint8Array;
  /** Index of the part of the body or cloth a pixel; 0 is the background. */
  readonly parts: Uint8Array;
  /** The same figure in another pose, or another one. */
  readonly style: RasterImage;
  readonly styleParts: Uint8Array;
}

/** Bytes of a pixel in a record, as `training/render/record-pixels.ts` lays them out. */
const LAYOUT = { line: 0, colour: 1, painted: 4, part: 5, style: 6, stylePart: 9, stride: 10 } as const;

/** Renders what is missing, by the command that renders training data, and reads it. */
export function heldOutPairs(count: number): HeldOut[] {
  const command = join(ROOT, 'training', 'render', 'render-pairs.ts');
  const options = { out: FOLDER, seed: HELD_OUT_SEED, count, size: SIZE, shard: count, workers: 2 };
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  execFileSync(process.execPath, [command, ...flags], { stdio: ['ignore', 'ignore', 'inherit'] });
  const bytes = readFileSync(join(FOLDER, `pairs-${SIZE}-${HELD_OUT_SEED}.bin`));
  const length = SIZE * SIZE * LAYOUT.stride;
  return Array.from({ length: count }, (_, i) => takeApart(bytes.subarray(i * length, (i + 1) * length)));
}

/** A record's planes. */
export function takeApart(record: Uint8Array): HeldOut {
  const side = Math.sqrt(record.length / LAYOUT.stride);
  const plane = (offset: number): Uint8Array =>
    Uint8Array.from({ length: side * side }, (_, i) => record[i * LAYOUT.stride + offset]!);
  const picture = (red: number, green: number, blue: number): RasterImage => {
    const data = new Uint8ClampedArray(4 * side * side).fill(255);
    for (let i = 0; i < side * side; i++) {
      data[4 * i] = record[i * LAYOUT.stride + red]!;
      data[4 * i + 1] = record[i * LAYOUT.stride + green]!;
      data[4 * i + 2] = record[i * LAYOUT.stride + blue]!;
    }
    return { width: side, height: side, data };
  };
  const { line, colour, painted, part, style, stylePart } = LAYOUT;
  return {
    sketch: picture(line, line, line),
    colours: picture(colour, colour + 1, colour + 2),
    painted: plane(painted),
    parts: plane(part),
    style: picture(style, style + 1, style + 2),
    styleParts: plane(stylePart),
  };
}
