import { Inflate } from 'fflate';

/** Packed bytes at a time: deflate makes at most 1032 of one, so no more than 17 MB come before the limit is looked at. */
const STEP = 2 ** 14;

/**
 * Unpacks deflate data (RFC 1951), and stops where more comes out than was said: a bomb costs no more than what it
 * declares, neither memory nor time.
 * @param size bytes that have to come out
 * @returns undefined where it is damaged, or more or less comes out
 */
export function inflateWithin(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> | undefined {
  const result = new Uint8Array(size);
  let length = 0;
  let isOver = false;
  const inflate = new Inflate((chunk, final) => {
    if (length + chunk.length <= size) result.set(chunk, length);
    length += chunk.length;
    isOver ||= final;
  });
  try {
    for (let at = 0; at < packed.length && length <= size; at += STEP)
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch {
    return undefined;
  }
  return isOver && length === size ? result : undefined;
}
