import { outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { RandomStream } from '../random/random-stream.ts';
import { rectangle, type Canvas } from './canvas.ts';

/** A sky that pales towards the horizon, with heaped clouds low on both sides and a wisp above. */
export function drawSky(canvas: Canvas): void {
  const { sheet, width, height, random } = canvas;
  sheet.flat('ground2', rectangle(0, 0, width, height), {
    gradient: {
      from: [0, 0],
      to: [0, height],
      stops: [
        { offset: 0, tone: 'shade', opacity: 0.9 },
        { offset: 0.55, tone: 'flat', opacity: 0.5 },
        { offset: 1, tone: 'light', opacity: 0 },
      ],
    },
  });
  const side = random.pick([-1, 1] as const);
  const middle = (k: number): number => width * (0.5 + side * k);
  drawCloud(canvas, random, [middle(-0.36), height * 0.26], width * 0.2, 0.55);
  drawCloud(canvas, random, [middle(0.4), height * 0.5], width * 0.3, 1);
  drawCloud(canvas, random, [middle(-0.42), height * 0.74], width * 0.34, 1);
}

/** A cloud with a flat foot: a row of bulges, its lower part in soft shade. */
function drawCloud(
  { sheet, light }: Canvas,
  random: RandomStream,
  [x, y]: Point,
  half: number,
  heap: number,
): void {
  const bulges = 6;
  const top: Point[] = [[x - half, y]];
  for (let i = 0; i < bulges; i++) {
    const from = -1 + (2 * i) / bulges;
    const to = -1 + (2 * (i + 1)) / bulges;
    const middle = (from + to) / 2;
    const rise = half * heap * 0.62 * (1 - middle * middle) ** 0.8 * random.between(0.75, 1.1) + half * 0.1;
    const width = half / bulges;
    top.push(
      [x + middle * half - width * 0.85, y - rise * 0.78],
      [x + middle * half, y - rise],
      [x + middle * half + width * 0.8, y - rise * 0.84],
    );
    // The notch between two bulges.
    if (i < bulges - 1) top.push([x + to * half, y - rise * 0.62]);
  }
  top.push([x + half, y]);
  const foot: Point[] = [
    [x + half, y],
    [x + half * 0.5, y + half * 0.05],
    [x, y + half * 0.01],
    [x - half * 0.5, y + half * 0.06],
    [x - half, y],
  ];
  sheet.flat('ground', outline(top, foot), { tone: 'highlight' });
  const lift = top.map(([px, py], i): Point => [
    px - light * half * 0.04,
    i === 0 || i === top.length - 1 ? py : y - (y - py) * 0.5,
  ]);
  sheet.shade('ground', outline(lift, foot), { tone: 'light', opacity: 0.85 });
}
