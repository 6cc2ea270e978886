import { inRows, part, type Steps } from '../steps.ts';
import { LINE } from './ink-plane.ts';
import type { PageReading } from './read-page.ts';

/** Lines of this many work px stay whole where half a work pixel must be inked. */
const SOUND = 1.5;

/** What the regions are made from, at the size they are worked on. */
export interface WorkPlanes {
  readonly width: number;
  readonly height: number;
  /** 1 where half of the work pixel is line ink; where any is, if lines are too thin for that. */
  readonly line: Uint8Array;
  /** Mean grey, 0-255. */
  readonly shade: Uint8Array;
  /** Mean red, green and blue, 0-255, over white; only of colour pages. */
  readonly colours?: readonly [red: Uint8Array, green: Uint8Array, blue: Uint8Array];
}

/** A reading at a smaller size: lines stay whole, the rest is averaged. @param scale 1, 2 or 4 */
export function* workPlanes(reading: PageReading, scale: 1 | 2 | 4): Steps<WorkPlanes> {
  const { image, grey, ink, colour, lineWidth } = reading;
  const width = Math.ceil(grey.width / scale);
  const height = Math.ceil(grey.height / scale);
  const shift = scale >> 1;
  const line = new Uint8Array(width * height);
  const shade = new Uint8Array(width * height);
  const half = lineWidth >= SOUND * scale ? 0.5 : 0;
  const sums = new Uint32Array(width);
  const lines = new Uint32Array(width);
  const averaging = inRows(grey.width * scale, height, (first, end) => {
    for (let y = first; y < end; y++) {
      sums.fill(0);
      lines.fill(0);
      const bottom = Math.min(grey.height, (y + 1) * scale);
      for (let v = y * scale; v < bottom; v++)
        for (let x = 0, i = v * grey.width; x < grey.width; x++, i++) {
          sums[x >> shift]! += grey.data[i]!;
          if (ink[i] === LINE) lines[x >> shift]!++;
        }
      const rows = bottom - y * scale;
      for (let x = 0; x < width; x++) {
        const pixels = rows * Math.min(scale, grey.width - x * scale);
        shade[y * width + x] = sums[x]! / pixels;
        line[y * width + x] = lines[x] !== 0 && lines[x]! >= half * pixels ? 1 : 0;
      }
    }
  });
  yield* part(averaging, 0, colour ? 0.5 : 1);
  if (!colour) return { width, height, line, shade };
  const colours = [0, 1, 2].map(() => new Uint8Array(width * height)) as [Uint8Array, Uint8Array, Uint8Array];
  const channels = new Float64Array(3 * width);
  const colouring = inRows(grey.width * scale, height, (first, end) => {
    for (let y = first; y < end; y++) {
      channels.fill(0);
      const bottom = Math.min(grey.height, (y + 1) * scale);
      for (let v = y * scale; v < bottom; v++)
        for (let x = 0, i = 4 * v * grey.width; x < grey.width; x++, i += 4) {
          const alpha = image.data[i + 3]! / 255;
          const at = 3 * (x >> shift);
          for (let k = 0; k < 3; k++) channels[at + k]! += 255 + (image.data[i + k]! - 255) * alpha;
        }
      for (let x = 0; x < width; x++) {
        const pixels = (bottom - y * scale) * Math.min(scale, grey.width - x * scale);
        for (let k = 0; k < 3; k++) colours[k]![y * width + x] = channels[3 * x + k]! / pixels;
      }
    }
  });
  yield* part(colouring, 0.5, 1);
  return { width, height, line, shade, colours };
}
