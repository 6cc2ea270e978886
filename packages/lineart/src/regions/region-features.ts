import { labOf } from '../page/lab.ts';
import type { WorkPlanes } from '../page/work-planes.ts';
import { inRows, part, type Steps } from '../steps.ts';
import { Feature, FEATURES } from './region-map.ts';

/** Patterns fainter than this have no wavelength and no direction, standard deviation of the darkness. */
const FAINTEST = 0.03;

/**
 * {@link FEATURES} numbers of each region from its pixels that are not on lines; from all of them where there are no
 * others. The wavelength is that of a wave with as much variance in its slope as the pattern (Rice's formula), the
 * direction that of the structure tensor.
 */
export function* regionFeatures(
  planes: WorkPlanes,
  barrier: Uint8Array,
  labels: Uint16Array | Uint32Array,
  count: number,
): Steps<Float32Array> {
  const { width, height, shade, colours } = planes;
  // Pixels; sums of darkness and its squares; places with a gradient; sums of its square, and of that times cosine and
  // sine of twice its angle; L*, a*, b*.
  const SUMS = 10;
  const sums = new Float64Array(count * SUMS);
  const free = new Uint32Array(count);
  for (let i = 0; i < labels.length; i++) if (barrier[i] === 0) free[labels[i]!]!++;
  const lab = new Float32Array(3);
  const own = new Float64Array(SUMS);
  const adding = inRows(width, height, (first, end) => {
    for (let y = first; y < end; y++)
      for (let x = 0, i = y * width; x < width;) {
        // One run of a region's pixels after another.
        const label = labels[i]!;
        const takesLines = free[label] === 0;
        let [pixels, sum, squares, crosses, slopes, cosines, sines] = [0, 0, 0, 0, 0, 0, 0];
        if (colours) own.fill(0);
        for (; x < width && labels[i] === label; x++, i++) {
          if (barrier[i] === 1 && !takesLines) continue;
          const darkness = 255 - shade[i]!;
          pixels++;
          sum += darkness;
          squares += darkness * darkness;
          if (colours) {
            labOf(colours[0][i]!, colours[1][i]!, colours[2][i]!, lab, 0);
            for (let k = 0; k < 3; k++) own[k]! += lab[k]!;
          }
          if (x + 1 === width || y + 1 === height) continue;
          const below = i + width;
          if (barrier[i + 1]! + barrier[below]! + barrier[below + 1]! > 0) continue;
          if (labels[i + 1] !== label || labels[below] !== label || labels[below + 1] !== label) continue;
          // Roberts' cross: both differences belong to the middle of the four pixels.
          const u = shade[below + 1]! - shade[i]!;
          const v = shade[i + 1]! - shade[below]!;
          crosses++;
          slopes += (u * u + v * v) / 2;
          cosines += u * v;
          sines += (u * u - v * v) / 2;
        }
        const at = label * SUMS;
        sums[at]! += pixels;
        sums[at + 1]! += sum;
        sums[at + 2]! += squares;
        sums[at + 3]! += crosses;
        sums[at + 4]! += slopes;
        sums[at + 5]! += cosines;
        sums[at + 6]! += sines;
        if (colours) for (let k = 0; k < 3; k++) sums[at + 7 + k]! += own[k]!;
      }
  });
  yield* part(adding, 0, 0.9);
  const features = new Float32Array(count * FEATURES);
  for (let region = 0; region < count; region++) {
    const from = region * SUMS;
    const at = region * FEATURES;
    const pixels = sums[from]!;
    const mean = sums[from + 1]! / pixels;
    const variance = Math.max(0, sums[from + 2]! / pixels - mean * mean);
    const energy = Math.sqrt(variance) / 255;
    features[at + Feature.darkness] = mean / 255;
    features[at + Feature.energy] = energy;
    const crosses = sums[from + 3]!;
    const slopes = sums[from + 4]!;
    if (energy > FAINTEST && slopes > 0) {
      features[at + Feature.wavelength] = 2 * Math.PI * Math.sqrt((variance * crosses) / slopes);
      // Lines run across the gradient, which turns twice the angle by half a turn.
      features[at + Feature.directionX] = -sums[from + 5]! / slopes;
      features[at + Feature.directionY] = -sums[from + 6]! / slopes;
    }
    if (colours)
      for (let k = 0; k < 3; k++) features[at + Feature.lightness + k] = sums[from + 7 + k]! / pixels;
    else {
      const grey = Math.round(255 - mean);
      labOf(grey, grey, grey, lab, 0);
      features[at + Feature.lightness] = lab[0]!;
    }
  }
  yield 1;
  return features;
}
