/** Size of the fixtures that `tests/fixtures/make-fixtures.ts` draws. Tests only. */
export const FIXTURE_SIZE = { width: 48, height: 32 } as const;

/** The colour fixture's pixels as its maker defines them, RGB. Tests only. */
export function fixturePixel(x: number, y: number): readonly [number, number, number] {
  const { width, height } = FIXTURE_SIZE;
  if (x > 8 && x < 14 && y > 4 && y < 24) return [20, 16, 24];
  return [x * 5, y * 8, x < width / 2 === y < height / 2 ? 200 : 60];
}

/** Mean and largest difference of R, G and B from what `expected` gives for every pixel. Tests only. */
export function difference(
  image: { readonly width: number; readonly height: number; readonly data: ArrayLike<number> },
  expected: (x: number, y: number) => readonly [number, number, number],
): { mean: number; max: number } {
  let [sum, max] = [0, 0];
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      for (const [channel, value] of expected(x, y).entries()) {
        const distance = Math.abs(image.data[(y * image.width + x) * 4 + channel]! - value);
        sum += distance;
        max = Math.max(max, distance);
      }
    }
  }
  return { mean: sum / (image.width * image.height * 3), max };
}
