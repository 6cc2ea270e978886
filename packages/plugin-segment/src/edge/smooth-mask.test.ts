import { describe, expect, it } from 'vitest';
import { disc, edgeError, plain, trueCoverage, WHITE, type Shape } from './scenes.test-helper.ts';
import { smoothMask } from './smooth-mask.ts';

const size = { width: 40, height: 36 };
const maskOf = (shape: Shape) => {
  const scene = { ...size, shape, line: 0, ink: WHITE, fill: plain(WHITE), ground: plain(WHITE) };
  return { ...size, data: Uint8Array.from(trueCoverage(scene, 'ridge'), Math.round) };
};

describe('smoothMask', () => {
  it('does not move straight edges, whatever their direction', () => {
    for (const angle of [0, 0.3, 0.785, 1.2])
      for (const radius of [0.8, 2, 4]) {
        const edge = maskOf((x, y) => (x - 20.3) * Math.cos(angle) + (y - 17.8) * Math.sin(angle));
        const smoothed = smoothMask(edge, radius);
        // Beyond the plane its outermost pixels go on: a slanting edge has a bend there.
        edge.data.forEach((value, at) => {
          const [x, y] = [at % size.width, Math.floor(at / size.width)];
          if (Math.min(x, y, size.width - 1 - x, size.height - 1 - y) < 12) return;
          expect(Math.abs(smoothed.data[at]! - value)).toBeLessThan(0.09 * 255);
        });
      }
  });

  it('takes bumps, notches and specks away', () => {
    const straight = maskOf((_, y) => y - 18);
    const wavy = maskOf((x, y) => y - 18 + 0.9 * Math.sin(x));
    const smoothed = smoothMask(wavy, 2);
    expect(edgeError(smoothed.data, straight.data).mean).toBeLessThan(
      0.4 * edgeError(wavy.data, straight.data).mean,
    );
    const speck = { width: 9, height: 9, data: new Uint8Array(81) };
    speck.data[40] = 255;
    expect(smoothMask(speck, 1).data.every((value) => value === 0)).toBe(true);
  });

  it('changes nothing at 0', () => {
    const mask = maskOf(disc(20, 18, 12));
    expect(smoothMask(mask, 0)).toBe(mask);
  });
});
