import type { Sheet } from '../drawing/sheet.ts';
import { blob, outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';
import type { RandomStream } from '../random/random-stream.ts';

/** How a curl is drawn. */
export interface CurlStyle {
  readonly material: Material;
  readonly beneath: boolean;
  /** Which way it winds: 1 clockwise. */
  readonly winding: 1 | -1;
  /** The side that lies in shadow. */
  readonly dark: -1 | 1;
  /** Degrees at which its outline begins. */
  readonly start: number;
}

/** Draws a round curl: a ball that is not quite round, its shadow, the spiral of its strands. Drawing units. */
export function drawCurl(
  sheet: Sheet,
  centre: Point,
  radius: number,
  style: CurlStyle,
  random: RandomStream,
): void {
  const { material, beneath, winding, dark } = style;
  const start = style.start + random.between(-25, 25);
  const wobble = random.between(0.03, 0.08);
  const phase = random.between(0, 6);
  const at = (degrees: number, r: number): Point => {
    const angle = ((start + degrees * winding) * Math.PI) / 180;
    const round = r * radius * (1 + wobble * Math.sin(angle * 2 + phase));
    return [centre[0] + Math.cos(angle) * round, centre[1] + Math.sin(angle) * round * 1.05];
  };
  sheet.flat(
    material,
    blob(Array.from({ length: 10 }, (_, i) => at(i * 36, 1))),
    beneath ? { tone: 'shade' } : {},
  );
  const place = (degrees: number, r: number): Point => {
    const angle = (degrees * Math.PI) / 180;
    return [centre[0] + Math.cos(angle) * r * radius * dark, centre[1] + Math.sin(angle) * r * radius];
  };
  sheet.shade(
    material,
    outline(
      [-50, -20, 10, 45, 80, 115].map((d) => place(d, 0.92)),
      [115, 80, 45, 10, -50].map((d, i) => place(d, [0.92, 0.62, 0.48, 0.56, 0.92][i] as number)),
    ),
    beneath ? { tone: 'deep' } : {},
  );
  if (!beneath && radius > 8) {
    const light = (d: number, r: number): Point => place(180 + d, r);
    sheet.highlight(
      material,
      outline(
        [light(12, 0.74), light(38, 0.82), light(64, 0.74)],
        [light(64, 0.74), light(38, 0.64), light(12, 0.74)],
      ),
      {
        opacity: 0.85,
      },
    );
  }
  // One line: around the ball first, then inwards.
  const turns = beneath ? 1.3 : 1.75;
  const whole = Array.from({ length: 30 }, (_, i) => {
    const t = i / 29;
    const degrees = 360 * turns * t;
    const inwards = Math.max(0, (degrees - (beneath ? 120 : 250)) / (360 * turns - (beneath ? 120 : 250)));
    return at(degrees, 1 - 0.72 * inwards ** 0.9);
  });
  sheet.line(material, whole, beneath ? 0.7 : 0.9, { start: 0.4, end: 0, taper: 0.5 });
  if (!beneath)
    sheet.line(
      material,
      Array.from({ length: 8 }, (_, i) => at(40 + i * 20, 0.72)),
      0.42,
      { taper: 1 },
    );
}
