import { linearToSrgb8, SRGB8_TO_LINEAR } from '../colour/index.ts';
import { isGrey, isOpaque } from '../image-content.ts';
import type { RasterImage } from '../raster-image.ts';
import type { SampleRows } from './separable-pass.ts';

/** Codes to numbers and back; `encode` rounds, and clamps what a filter's negative lobes throw over. */
interface Transfer {
  /** One for each of the 256 codes. */
  readonly decode: Readonly<ArrayLike<number>>;
  readonly encode: (value: number) => number;
}

const CODES: Transfer = { decode: Float64Array.from({ length: 256 }, (_, code) => code), encode: roundCode };
const LIGHT: Transfer = { decode: SRGB8_TO_LINEAR, encode: linearToSrgb8 };

/** Nearest code, halves up. What lies 1e-6 below a half counts as one: sums of fractions fall short. */
export function roundCode(value: number): number {
  const code = Math.floor(value + 0.5 + 1e-6);
  return code < 0 ? 0 : code > 255 ? 255 : code;
}

/**
 * Reads one picture and writes another. Opaque ones take three numbers a pixel, or one if they are also
 * grey; others take four, with colours weighted by alpha.
 * @param linear whether numbers are linear light instead of sRGB codes
 */
export function imageRows(source: RasterImage, result: RasterImage, linear: boolean): SampleRows {
  const transfer = linear ? LIGHT : CODES;
  if (!isOpaque(source)) return alphaRows(source, result, transfer);
  return isGrey(source) ? greyRows(source, result, transfer) : opaqueRows(source, result, transfer);
}

function greyRows(source: RasterImage, result: RasterImage, { decode, encode }: Transfer): SampleRows {
  return {
    channels: 1,
    read(y, from, to, values) {
      const row = y * source.width;
      for (let x = from, i = 0; x < to; x++, i++) values[i] = decode[source.data[(row + x) * 4]!]!;
    },
    write(y, from, to, values) {
      const { width, data } = result;
      for (let x = from, i = 0, p = (y * width + from) * 4; x < to; x++, i++, p += 4) {
        const code = encode(values[i]!);
        data[p] = code;
        data[p + 1] = code;
        data[p + 2] = code;
        data[p + 3] = 255;
      }
    },
  };
}

function opaqueRows(source: RasterImage, result: RasterImage, { decode, encode }: Transfer): SampleRows {
  return {
    channels: 3,
    read(y, from, to, values) {
      const { width, data } = source;
      for (let x = from, i = 0, p = (y * width + from) * 4; x < to; x++, i += 3, p += 4) {
        values[i] = decode[data[p]!]!;
        values[i + 1] = decode[data[p + 1]!]!;
        values[i + 2] = decode[data[p + 2]!]!;
      }
    },
    write(y, from, to, values) {
      const { width, data } = result;
      for (let x = from, i = 0, p = (y * width + from) * 4; x < to; x++, i += 3, p += 4) {
        data[p] = encode(values[i]!);
        data[p + 1] = encode(values[i + 1]!);
        data[p + 2] = encode(values[i + 2]!);
        data[p + 3] = 255;
      }
    },
  };
}

function alphaRows(source: RasterImage, result: RasterImage, { decode, encode }: Transfer): SampleRows {
  return {
    channels: 4,
    read(y, from, to, values) {
      const { width, data } = source;
      for (let x = from, i = 0, p = (y * width + from) * 4; x < to; x++, i += 4, p += 4) {
        const alpha = data[p + 3]!;
        values[i] = decode[data[p]!]! * alpha;
        values[i + 1] = decode[data[p + 1]!]! * alpha;
        values[i + 2] = decode[data[p + 2]!]! * alpha;
        values[i + 3] = alpha;
      }
    },
    write(y, from, to, values) {
      const { width, data } = result;
      for (let x = from, i = 0, p = (y * width + from) * 4; x < to; x++, i += 4, p += 4) {
        const alpha = values[i + 3]!;
        const code = roundCode(alpha);
        // Where nothing shows, transparent black, as everywhere: `result` is new and holds just that.
        if (code === 0) continue;
        data[p] = encode(values[i]! / alpha);
        data[p + 1] = encode(values[i + 1]! / alpha);
        data[p + 2] = encode(values[i + 2]! / alpha);
        data[p + 3] = code;
      }
    },
  };
}
