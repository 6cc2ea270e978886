import { outline, polygon } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import { rectangle, type Canvas } from './canvas.ts';

/** A room's wall with a bright window, a curtain on each side, and the light that falls through. */
export function drawWindow({ sheet, width, height, light, random }: Canvas): void {
  const high = Math.min(height, width);
  const [left, right] = [width * 0.12, width * 0.88];
  const [top, bottom] = [high * 0.07, high * 0.72];
  const bar = width * 0.016;
  sheet.flat('ground2', rectangle(0, bottom + bar * 3, width, height), { opacity: 0.55 });
  sheet.flat('ground', rectangle(left, top, right, bottom), { tone: 'highlight' });
  // What is seen outside: hills and a tree line in two pale tones.
  const hill = (base: number, rise: number, phase: number): Point[] =>
    Array.from({ length: 11 }, (_, i): Point => [
      left + ((right - left) * i) / 10,
      base - rise * (0.5 + 0.5 * Math.sin(i * 0.9 + phase)),
    ]);
  const phase = random.between(0, 6);
  sheet.flat(
    'ground',
    outline(hill(bottom - high * 0.14, high * 0.09, phase), [
      [right, bottom],
      [left, bottom],
    ]),
    { tone: 'light' },
  );
  sheet.flat(
    'ground2',
    outline(hill(bottom - high * 0.05, high * 0.07, phase + 2), [
      [right, bottom],
      [left, bottom],
    ]),
    { opacity: 0.8 },
  );
  const pane = (a: number, b: number): string => {
    const slope = high * 0.16;
    const x = (k: number): number => left + (right - left) * k;
    const at = (k: number, y: number, shift: number): Point => [
      x(light === -1 ? k : 1 - k) - light * shift * -1,
      y,
    ];
    return polygon([at(a, top, slope), at(b, top, slope), at(b, bottom, 0), at(a, bottom, 0)]);
  };
  sheet.highlight('sparkle', pane(0.06, 0.16) + pane(0.2, 0.24), { opacity: 0.35 });
  const frames = [
    rectangle(left - bar, top - bar, right + bar, top + bar),
    rectangle(left - bar, bottom - bar, right + bar, bottom + bar),
    rectangle(left - bar, top, left + bar, bottom),
    rectangle(right - bar, top, right + bar, bottom),
    rectangle(width / 2 - bar * 0.8, top, width / 2 + bar * 0.8, bottom),
    rectangle(left, top + (bottom - top) * 0.36, right, top + (bottom - top) * 0.36 + bar * 1.1),
  ].join('');
  sheet.flat('linen', frames);
  sheet.shade(
    'linen',
    rectangle(left - bar, bottom + bar * 0.2, right + bar, bottom + bar) +
      rectangle(left + bar * 0.3, top + bar, left + bar, bottom - bar) +
      rectangle(right + bar * 0.3, top, right + bar, bottom),
  );
  sheet.flat('linen', rectangle(left - bar * 3, bottom + bar, right + bar * 3, bottom + bar * 2.4));
  sheet.shade('linen', rectangle(left - bar * 3, bottom + bar * 2.4, right + bar * 3, bottom + bar * 3));
  const foot = Math.min(height, bottom + high * 0.12);
  for (const side of [-1, 1] as const) {
    const edge = side === -1 ? left - bar * 4 : right + bar * 4;
    const at = (u: number, y: number): Point => [edge - side * u * width, y];
    const drape = [at(0.15, top - bar * 3), at(0.125, high * 0.3), at(0.075, bottom * 0.78), at(0.1, foot)];
    sheet.flat(
      'ground2',
      outline([at(-0.08, top - bar * 3), at(0.15, top - bar * 3)], drape, [at(0.1, foot), at(-0.08, foot)]),
      { tone: 'flat' },
    );
    for (const k of [0.15, 0.45, 0.72]) {
      const fold = (wide: number): Point[] =>
        drape.map(([x, y], i): Point => [
          x + (edge + side * 0.08 * width - x) * (k + (i === 2 ? 0.05 : 0) + wide),
          y,
        ]);
      sheet.shade('ground2', outline(fold(0), fold(0.1).toReversed()), { opacity: 0.8 });
    }
  }
  sheet.flat('ground2', rectangle(0, top - bar * 4.4, width, top - bar * 2.6), { tone: 'shade' });
}
