/**
 * IEEE 754 binary16 and back. A half has 1 sign bit, 5 exponent bits (bias 15) and 10 fraction bits; the
 * exponent 0 means zero and subnormals (multiples of 2^-24), 31 means infinity and NaN.
 */

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** The value of a half's bit pattern (0-65535). */
export function halfToFloat(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 31;
  const fraction = half & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The bit pattern of the half nearest to the float32 of `value`; ties go to the even pattern. */
export function floatToHalf(value: number): number {
  float[0] = value;
  const word = bits[0] ?? 0;
  const sign = (word >>> 16) & 0x8000;
  // Float32 has bias 127 and 23 fraction bits: 112 and 13 more than a half.
  const exponent = ((word >>> 23) & 255) - 112;
  const fraction = word & 0x7fffff;
  if (exponent === 143) return sign | 0x7c00 | (fraction ? 0x200 : 0);
  if (exponent >= 31) return sign | 0x7c00;
  if (exponent < -10) return sign;
  if (exponent <= 0) return sign | roundShift(fraction | 0x800000, 14 - exponent);
  // A fraction that rounds up to 1024 carries into the exponent, which is what it should do.
  return sign | ((exponent << 10) + roundShift(fraction, 13));
}

/** The bit patterns of the halves nearest to `values`. */
export function floatsToHalves(values: ArrayLike<number>): Uint16Array {
  return Uint16Array.from(values, floatToHalf);
}

/** `value >> shift`, rounded to the nearest, ties to even. */
function roundShift(value: number, shift: number): number {
  const whole = value >> shift;
  const rest = value & ((1 << shift) - 1);
  const half = 1 << (shift - 1);
  return whole + (rest > half || (rest === half && (whole & 1) === 1) ? 1 : 0);
}
