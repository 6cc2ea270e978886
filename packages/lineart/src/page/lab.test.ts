import { expect, it } from 'vitest';
import { labOf } from './lab.ts';

it.each([
  // Values of the CIE's own formulas, to two digits (B. Lindbloom's calculator, D65).
  [
    [255, 255, 255],
    [100, 0, 0],
  ],
  [
    [0, 0, 0],
    [0, 0, 0],
  ],
  [
    [255, 0, 0],
    [53.24, 80.09, 67.2],
  ],
  [
    [0, 0, 255],
    [32.3, 79.19, -107.86],
  ],
  [
    [119, 119, 119],
    [50.03, 0, 0],
  ],
])('is right for %j', ([red, green, blue], lab) => {
  const out = new Float32Array(4);
  labOf(red!, green!, blue!, out, 1);
  for (let k = 0; k < 3; k++) expect(Math.abs(out[k + 1]! - lab[k]!)).toBeLessThan(0.2);
});
