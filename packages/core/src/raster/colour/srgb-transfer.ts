/**
 * The sRGB transfer function (IEC 61966-2-1): encoded value to linear light, both 0-1. Negative values
 * are mirrored, as CSS Color 4 does, so that out-of-gamut intermediates survive a round trip.
 */
export function srgbToLinear(encoded: number): number {
  const size = Math.abs(encoded);
  const linear = size <= 0.04045 ? size / 12.92 : ((size + 0.055) / 1.055) ** 2.4;
  return encoded < 0 ? -linear : linear;
}

/** The inverse of {@link srgbToLinear}: linear light to encoded value, both 0-1, negatives mirrored. */
export function linearToSrgb(linear: number): number {
  const size = Math.abs(linear);
  const encoded = size <= 0.0031308 ? size * 12.92 : 1.055 * size ** (1 / 2.4) - 0.055;
  return linear < 0 ? -encoded : encoded;
}

/** Linear light, 0-1, of each of the 256 codes. Shared: nobody writes to it. */
export const SRGB8_TO_LINEAR: Float64Array = Float64Array.from({ length: 256 }, (_, code) =>
  srgbToLinear(code / 255),
);

const BUCKETS = 4096;

// Where a code begins: the linear light of the middle between it and the code before.
const begins = Float64Array.from({ length: 257 }, (_, code) =>
  code === 256 ? Infinity : srgbToLinear((code - 0.5) / 255),
);

// The code at the start of each of 4096 equal parts of 0-1. The curve is nowhere steeper than 12.92, so
// codes are at least 1.24 parts wide and at most one begins inside a part.
const codeAtBucket = Uint8Array.from({ length: BUCKETS + 1 }, (_, bucket) => {
  let code = 0;
  while (begins[code + 1]! <= bucket / BUCKETS) code++;
  return code;
});

/**
 * The code, 0-255, nearest in sRGB to a linear light of 0-1; exact, by table, without a power. Values
 * outside 0-1 are clamped and NaN is 0.
 */
export function linearToSrgb8(linear: number): number {
  if (!(linear > 0)) return 0;
  if (linear >= 1) return 255;
  const code = codeAtBucket[(linear * BUCKETS) | 0]!;
  return linear >= begins[code + 1]! ? code + 1 : code;
}
