import { axisWeights } from './axis-weights.ts';
import { roundCode } from './image-rows.ts';
import type { ResampleFilter } from './resample-filter.ts';
import { separablePass } from './separable-pass.ts';

/** One channel of 8 bits, such as a mask: rows from the top, a byte a pixel, `width * height` bytes. */
export interface BytePlane {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array<ArrayBuffer>;
}

/**
 * A mask at another size, as `resample` does it with the alpha of a picture. The same mask comes back
 * where nothing changes.
 * @throws RangeError unless width and height are whole numbers of at least 1
 */
export function resampleMask(
  mask: BytePlane,
  width: number,
  height: number,
  { filter }: { readonly filter: ResampleFilter },
): BytePlane {
  if (width === mask.width && height === mask.height) return mask;
  const columns = axisWeights(filter, mask.width, width);
  const rows = axisWeights(filter, mask.height, height);
  const data = new Uint8Array(width * height);
  separablePass(columns, rows, {
    channels: 1,
    read(y, from, to, values) {
      const row = y * mask.width;
      for (let x = from, i = 0; x < to; x++, i++) values[i] = mask.data[row + x]!;
    },
    write(y, from, to, values) {
      for (let x = from, i = 0, p = y * width + from; x < to; x++, i++, p++) data[p] = roundCode(values[i]!);
    },
  });
  return { width, height, data };
}
