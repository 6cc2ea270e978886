import { expect, it } from 'vitest';
import { borderPoints } from './border-points.ts';
import { edgeFrame } from './edge-frame.ts';

/** A frame whose subject is where `inside` is true. */
function frameWhere(inside: (x: number, y: number) => boolean) {
  const [width, height] = [60, 56];
  const labels = Uint8Array.from({ length: width * height }, (_, i) =>
    inside((i % width) + 0.5, Math.floor(i / width) + 0.5) ? 1 : 0,
  );
  const grey = { width, height, data: new Uint8Array(labels.length).fill(255) };
  return edgeFrame(grey, undefined, labels, { x: 0, y: 0, width, height }, 8);
}

it('borderPoints lie on the border and point outwards, in spite of the staircase', () => {
  const [cx, cy, radius] = [30.2, 27.6, 18];
  const frame = frameWhere((x, y) => Math.hypot(x - cx, y - cy) < radius);
  const points = borderPoints(frame);
  expect(points.count).toBeGreaterThan(90);
  for (let i = 0; i < points.count; i++) {
    const dx = points.x[i]! + frame.x - cx;
    const dy = points.y[i]! + frame.y - cy;
    const distance = Math.hypot(dx, dy);
    expect(Math.abs(distance - radius)).toBeLessThan(0.6);
    expect((dx * points.normalX[i]! + dy * points.normalY[i]!) / distance).toBeGreaterThan(0.97);
    expect(points.numbers[points.at[i]!]).toBe(i);
  }
});

it('borderPoints of the two sides of something narrow are not mixed up', () => {
  const frame = frameWhere((x, y) => x > 20 && x < 23 && y > 5 && y < 50);
  const points = borderPoints(frame);
  for (let i = 0; i < points.count; i++) {
    const y = Math.floor(points.at[i]! / frame.width) + frame.y;
    if (y < 12 || y > 42 || points.normalX[i] === 0) continue;
    const x = points.x[i]! + frame.x;
    expect(Math.min(Math.abs(x - 20), Math.abs(x - 23))).toBeLessThan(0.2);
  }
});
