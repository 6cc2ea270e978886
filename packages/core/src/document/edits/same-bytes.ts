/**
 * Whether two tiles hold the same bytes.
 * @param a, b of the same length, which is a multiple of 4, as are their offsets in memory
 */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  const count = a.length >>> 2;
  const [x, y] = [
    new Uint32Array(a.buffer, a.byteOffset, count),
    new Uint32Array(b.buffer, b.byteOffset, count),
  ];
  for (let i = 0; i < count; i++) if (x[i] !== y[i]) return false;
  return true;
}
