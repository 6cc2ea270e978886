/**
 * Numbers in [0, 1), the same for the same seed everywhere: Chris Doty-Humphrey's sfc32, which passes
 * PractRand, seeded through 12 rounds so that neighbouring seeds have nothing in common.
 * @param seed any integer; only its lower 32 bits count
 */
export function seededRandom(seed: number): () => number {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}
