import type { RasterImage } from '@koma/core/raster';
import { lumaOf } from './signal.ts';

const WINDOW = 8;
const STEP = 4;
/** (0.01 · 255)² and (0.03 · 255)², as in the paper. */
const C1 = 6.5025;
const C2 = 58.5225;

/** The mean structural similarity of two opaque pictures of one size, of their luma (Wang et al. 2004). */
export function structuralSimilarity(a: RasterImage, b: RasterImage): number {
  const { width, height } = a;
  const [x, y] = [lumaPlane(a), lumaPlane(b)];
  let [sum, count] = [0, 0];
  for (let top = 0; top + WINDOW <= height; top += STEP)
    for (let left = 0; left + WINDOW <= width; left += STEP) {
      sum += windowSimilarity(x, y, top * width + left, width);
      count++;
    }
  return sum / count;
}

function windowSimilarity(x: Float32Array, y: Float32Array, start: number, stride: number): number {
  let [sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0];
  for (let row = 0; row < WINDOW; row++)
    for (let column = 0, p = start + row * stride; column < WINDOW; column++, p++) {
      const [u, v] = [x[p]!, y[p]!];
      sx += u;
      sy += v;
      sxx += u * u;
      syy += v * v;
      sxy += u * v;
    }
  const n = WINDOW * WINDOW;
  const [mx, my] = [sx / n, sy / n];
  const [vx, vy, cov] = [sxx / n - mx * mx, syy / n - my * my, sxy / n - mx * my];
  return ((2 * mx * my + C1) * (2 * cov + C2)) / ((mx * mx + my * my + C1) * (vx + vy + C2));
}

function lumaPlane({ width, height, data }: RasterImage): Float32Array {
  const plane = new Float32Array(width * height);
  for (let i = 0, p = 0; i < plane.length; i++, p += 4)
    plane[i] = lumaOf(data[p]!, data[p + 1]!, data[p + 2]!);
  return plane;
}
