import { hsvToRgb, type RasterImage, type Rgb } from '@koma/core/raster';
import { seededRandom } from '@koma/core/plugin';

/** A picture with all hues turned about the grey axis of RGB. @param degrees counter-clockwise, seen from white */
export function rotateHue({ width, height, data }: RasterImage, degrees: number): RasterImage {
  const angle = (degrees * Math.PI) / 180;
  const c = Math.cos(angle);
  const s = Math.sin(angle) * Math.sqrt(1 / 3);
  const t = (1 - c) / 3;
  const matrix = [c + t, t - s, t + s, t + s, c + t, t - s, t - s, t + s, c + t];
  const out = data.slice();
  for (let i = 0; i < data.length; i += 4)
    for (let row = 0; row < 3; row++)
      out[i + row] =
        matrix[3 * row]! * data[i]! +
        matrix[3 * row + 1]! * data[i + 1]! +
        matrix[3 * row + 2]! * data[i + 2]!;
  return { width, height, data: out };
}

/** Spots inside, with strong colours that nothing suggests. */
export function hintSpots(
  inside: Uint8Array,
  width: number,
  seed: number,
  count = 4,
): { x: number; y: number; colour: Rgb }[] {
  const random = seededRandom(seed);
  const free = [...inside.keys()].filter((i) => inside[i] === 1);
  if (free.length === 0) return [];
  return Array.from({ length: count }, () => {
    const at = free[Math.floor(random() * free.length)]!;
    const colour = hsvToRgb({ h: 360 * random(), s: 0.5 + 0.5 * random(), v: 0.5 + 0.5 * random() });
    return { x: at % width, y: Math.floor(at / width), colour };
  });
}
