import { outline } from '../geometry/path.ts';
import { rotate, type Point } from '../geometry/point.ts';
import type { Canvas } from './canvas.ts';

/** Cherry petals in the wind: small ones far off, a few large and pale ones near. */
export function drawPetals({ sheet, width, height, random, light }: Canvas): void {
  const sizes = [0.014, 0.021, 0.034];
  for (const [layer, size] of sizes.entries()) {
    const count = [26, 18, 7][layer] as number;
    let path = '';
    let shade = '';
    for (let i = 0; i < count; i++) {
      // Strewn evenly: one a column, heights by the golden ratio.
      const x = ((i + random.next()) / count) * width;
      const y = ((((i * 0.618 + random.between(-0.06, 0.06) + layer * 0.31) % 1) + 1) % 1) * height;
      const half = size * width * random.between(0.8, 1.15);
      const thin = random.between(0.35, 0.85);
      const turn = random.between(0, 360);
      const at = (u: number, v: number): Point => rotate([x + u * half * thin, y + v * half], [x, y], turn);
      path += outline(
        [at(0, 1), at(0.7, 0.45), at(0.85, -0.35), at(0.35, -1)],
        [at(0.35, -1), at(0, -0.72)],
        [at(0, -0.72), at(-0.35, -1)],
        [at(-0.35, -1), at(-0.85, -0.35), at(-0.7, 0.45), at(0, 1)],
      );
      shade += outline(
        [at(0, 0.95), at(0.3, 0.2), at(0.1, -0.6)],
        [at(0.1, -0.6), at(0.02 - light * 0.02, 0.1), at(0, 0.95)],
      );
    }
    if (layer === 2) sheet.flat('ground', path, { tone: 'highlight', opacity: 0.8 });
    else sheet.flat('ground2', path, layer === 0 ? {} : { tone: 'shade', opacity: 0.75 });
    if (layer > 0) sheet.shade('ground2', shade, { tone: 'shade', opacity: 0.6 });
  }
}
