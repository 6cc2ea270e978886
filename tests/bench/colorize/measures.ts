import { rgbToLab, type RasterImage } from '@koma/core/raster';

/** CIELAB of every pixel: L, a and b one after the other. */
export type LabPlane = Float32Array;

/** @param image opaque; alpha is not looked at */
export function toLab({ data }: RasterImage): LabPlane {
  const lab = new Float32Array((data.length / 4) * 3);
  for (let i = 0, o = 0; i < data.length; i += 4, o += 3)
    lab.set(rgbToLab(data[i]! / 255, data[i + 1]! / 255, data[i + 2]! / 255), o);
  return lab;
}

/** Peak signal-to-noise ratio of the colour channels, dB. */
export function psnr(a: RasterImage, b: RasterImage): number {
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) if (i % 4 < 3) sum += (a.data[i]! - b.data[i]!) ** 2;
  return -10 * Math.log10(Math.max(sum / ((a.data.length / 4) * 3) / 255 ** 2, 1e-10));
}

/** CIE 1976 colour difference of pixel `i` of one and pixel `j` of another plane. */
export function deltaE(a: LabPlane, i: number, b: LabPlane, j: number): number {
  return Math.hypot(a[3 * i]! - b[3 * j]!, a[3 * i + 1]! - b[3 * j + 1]!, a[3 * i + 2]! - b[3 * j + 2]!);
}

/** Beyond this a colour is another one. */
const WRONG = 20;
/** Within this it is the same. */
const MATCH = 10;
const REACH = 24;
const DIRECTIONS = [-1, 0, 1]
  .flatMap((dy) => [-1, 0, 1].map((dx) => [dx, dy] as const))
  .filter(([dx, dy]) => dx !== 0 || dy !== 0);

/**
 * Share of the pixels inside whose colour has come from a neighbouring area: it is wrong and matches the truth of a
 * place 8, 16 or 24 px away that is of another colour. `training/common/metrics.py` measures the same.
 * @param inside 1 where a pixel counts
 */
export function leakRate(got: LabPlane, truth: LabPlane, inside: Uint8Array, width: number): number {
  const height = inside.length / width;
  const clamp = (value: number, limit: number): number => Math.min(limit - 1, Math.max(0, value));
  let leaks = 0;
  let count = 0;
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] === 0) continue;
    count++;
    if (deltaE(got, i, truth, i) <= WRONG) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    const leaked = [REACH / 3, (2 * REACH) / 3, REACH].some((radius) =>
      DIRECTIONS.some(([dx, dy]) => {
        const j = clamp(y + dy * radius, height) * width + clamp(x + dx * radius, width);
        return deltaE(got, i, truth, j) < MATCH && deltaE(truth, j, truth, i) > WRONG;
      }),
    );
    if (leaked) leaks++;
  }
  return leaks / Math.max(1, count);
}

/** Pearson's correlation of a* and b* over the pixels inside; NaN where there is no chroma to compare. */
export function chromaCorrelation(a: LabPlane, b: LabPlane, inside: Uint8Array): number {
  let [dot, first, second] = [0, 0, 0];
  for (const channel of [1, 2]) {
    const [meanA, meanB] = [meanOf(a, channel, inside), meanOf(b, channel, inside)];
    for (let i = 0; i < inside.length; i++) {
      if (inside[i] === 0) continue;
      const [p, q] = [a[3 * i + channel]! - meanA, b[3 * i + channel]! - meanB];
      dot += p * q;
      first += p * p;
      second += q * q;
    }
  }
  const norm = Math.sqrt(first * second);
  return norm > 1 ? dot / norm : NaN;
}

/** The mean of one channel (0 L*, 1 a*, 2 b*) over the pixels inside; 0 where there are none. */
export function meanOf(lab: LabPlane, channel: number, inside: Uint8Array): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] === 0) continue;
    sum += lab[3 * i + channel]!;
    count++;
  }
  return sum / Math.max(1, count);
}

/** Standard deviation of colour inside, CIE 1976: the root of the mean squared distance to the mean colour. */
export function colourSpread(lab: LabPlane, inside: Uint8Array): number {
  let [sum, count] = [0, 0];
  const mean = [0, 1, 2].map((channel) => meanOf(lab, channel, inside));
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] === 0) continue;
    count++;
    for (let c = 0; c < 3; c++) sum += (lab[3 * i + c]! - mean[c]!) ** 2;
  }
  return Math.sqrt(sum / Math.max(1, count));
}
