import { blob, ellipse, polygon } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import type { RandomStream } from '../../random/random-stream.ts';
import { boxCorners, grow, type Box } from '../convex.ts';
import type { PageShape } from '../page.ts';
import { dots, toneStrips, wedge } from './pen.ts';

/** Parallel lines that rush past, in bundles, with a blank middle where the figure is. */
export function speedLines(box: Box, random: RandomStream): PageShape[] {
  const angle = random.between(-0.22, 0.22);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const reach = Math.hypot(box.width, box.height) / 2;
  const centre: Point = [box.x + box.width / 2, box.y + box.height / 2];
  const at = (u: number, v: number): Point => [centre[0] + u * cos - v * sin, centre[1] + u * sin + v * cos];
  let path = '';
  for (let v = -reach; v < reach; v += random.between(3, 11)) {
    if (random.chance(0.12)) v += random.between(10, 34);
    // Lines come from both sides and are shortest at half height.
    const calm = Math.max(0, 1 - (v / (box.height * 0.5)) ** 2);
    const side = random.pick([-1, 1] as const);
    const length = reach * (random.between(0.55, 1.5) - calm * 0.42);
    path += wedge(
      at(side * reach, v),
      at(side * (reach - length), v + random.between(-2, 2)),
      random.between(1.2, 4.6),
    );
  }
  return [{ fill: 'line', path }];
}

/** Lines from all around towards a point. `clear` is the half size of the blank middle. */
export function focusLines(
  box: Box,
  towards: Point,
  clear: Point,
  random: RandomStream,
  dense = 1,
): PageShape[] {
  const reach = Math.hypot(box.width, box.height);
  let path = '';
  let angle = random.between(0, 0.1);
  while (angle < Math.PI * 2) {
    const inner = random.between(0.92, 1.4) + (random.chance(0.2) ? random.between(0.2, 0.9) : 0);
    const tip: Point = [
      towards[0] + Math.cos(angle) * clear[0] * inner,
      towards[1] + Math.sin(angle) * clear[1] * inner,
    ];
    const far: Point = [towards[0] + Math.cos(angle) * reach, towards[1] + Math.sin(angle) * reach];
    path += wedge(far, tip, random.between(4, 17) * Math.sqrt(dense));
    angle += random.between(0.014, 0.05) / dense + (random.chance(0.1) ? random.between(0.02, 0.08) : 0);
  }
  return [{ fill: 'line', path }];
}

/** A white burst on black with a ragged edge. */
export function flash(box: Box, towards: Point, clear: Point, random: RandomStream): PageShape[] {
  const points: Point[] = [];
  const count = 84;
  for (let i = 0; i < count; i++) {
    const angle = ((i + random.between(-0.3, 0.3)) / count) * Math.PI * 2;
    const out = i % 2 === 0 ? random.between(1.0, 1.12) : random.between(1.3, 2.1);
    points.push([
      towards[0] + Math.cos(angle) * clear[0] * out,
      towards[1] + Math.sin(angle) * clear[1] * out,
    ]);
  }
  return [
    { fill: 'black', path: polygon(boxCorners(grow(box, 2))) },
    { fill: 'white', path: polygon(points) },
  ];
}

/** A dot tone whose dots grow from one end to the other. */
export function toneGradient(box: Box, random: RandomStream, from = 0.05, to = 0.55): PageShape[] {
  const upwards = random.chance(0.5);
  return toneStrips(box, (t) => from + (to - from) * (upwards ? 1 - t : t) ** 1.3);
}

/** A tone that is lightest around a point. */
export function toneGlow(box: Box, towards: Point, clear: Point, density: number): PageShape[] {
  const rings = 9;
  const shapes: PageShape[] = [{ fill: dots(density), path: polygon(boxCorners(grow(box, 2))) }];
  for (let i = 1; i <= rings; i++) {
    const share = 1 - i / rings;
    const path = ellipse(towards, clear[0] * (1 + share * 1.1), clear[1] * (1 + share * 1.1));
    const step = density * share;
    shapes.push({ fill: step < 0.04 ? 'white' : dots(Math.round(step * 100) / 100), path });
  }
  return shapes;
}

/** Despair: dense upright strokes that hang from the top. */
export function gloom(box: Box, random: RandomStream): PageShape[] {
  let path = '';
  for (let x = box.x - 4; x < box.x + box.width; x += random.between(5, 12)) {
    const length = box.height * random.between(0.25, 0.72);
    path += wedge([x, box.y - 3], [x + random.between(-3, 3), box.y + length], random.between(1.6, 4.4));
  }
  const shade = toneStrips(box, (t) => 0.42 - t * 0.75);
  return [...shade, { fill: 'line', path }];
}

/** Soft round lights and four-pointed sparkles on a light tone. */
export function sparkles(box: Box, random: RandomStream): PageShape[] {
  const shapes: PageShape[] = toneGradient(box, random, 0.04, 0.3);
  const anywhere = (): Point => [box.x + box.width * random.next(), box.y + box.height * random.next()];
  for (let i = 0; i < 12; i++) {
    const r = random.between(8, 38);
    shapes.push({ fill: 'white', path: ellipse(anywhere(), r, r) });
  }
  for (let i = 0; i < 10; i++) {
    const [x, y] = anywhere();
    const r = random.between(10, 30);
    shapes.push({ fill: 'line', path: star([x, y], r * 1.16 + 3) }, { fill: 'white', path: star([x, y], r) });
  }
  return shapes;
}

/** A star with four points and hollow sides. */
export function star([x, y]: Point, r: number): string {
  const n = r * 0.14;
  return polygon([
    [x, y - r],
    [x + n, y - n],
    [x + r * 0.72, y],
    [x + n, y + n],
    [x, y + r],
    [x - n, y + n],
    [x - r * 0.72, y],
    [x - n, y - n],
  ]);
}

/** Blossoms in the corners, with petals that drift. */
export function flowers(box: Box, random: RandomStream): PageShape[] {
  const shapes: PageShape[] = toneGradient(box, random, 0.03, 0.22);
  const size = Math.min(box.width, box.height);
  for (let i = 0; i < 13; i++) {
    // Near the frame, where no faces are.
    const angle = random.between(0, Math.PI * 2);
    const out = random.between(0.8, 1.12);
    const centre: Point = [
      box.x + box.width * (0.5 + 0.5 * Math.cos(angle) * out),
      box.y + box.height * (0.5 + 0.5 * Math.sin(angle) * out),
    ];
    shapes.push(...blossom(centre, size * random.between(0.07, 0.17), random.between(0, 6)));
  }
  for (let i = 0; i < 14; i++) {
    const at: Point = [box.x + box.width * random.next(), box.y + box.height * random.next()];
    const turn = random.between(0, 180);
    const r = random.between(7, 14);
    shapes.push(
      { fill: 'line', path: ellipse(at, r + 1.6, r * 0.5 + 1.6, turn) },
      { fill: 'white', path: ellipse(at, r, r * 0.5, turn) },
    );
  }
  return shapes;
}

/** A five-petalled flower: white petals, each with a notch, and a small centre. */
function blossom([x, y]: Point, r: number, turn: number): PageShape[] {
  const petal = (index: number, grow: number): string => {
    const angle = turn + (index * Math.PI * 2) / 5;
    const at = (along: number, across: number): Point => [
      x + Math.cos(angle) * along * r - Math.sin(angle) * across * r,
      y + Math.sin(angle) * along * r + Math.cos(angle) * across * r,
    ];
    const g = grow / r;
    return blob([
      at(0.1 - g, 0),
      at(0.45, -0.34 - g),
      at(0.92 + g, -0.26 - g),
      at(0.88 + g, 0),
      at(0.92 + g, 0.26 + g),
      at(0.45, 0.34 + g),
    ]);
  };
  const shapes: PageShape[] = [];
  for (let i = 0; i < 5; i++)
    shapes.push({ fill: 'line', path: petal(i, 2) }, { fill: 'white', path: petal(i, 0) });
  let path = ellipse([x, y], r * 0.1, r * 0.1);
  for (let i = 0; i < 10; i++) {
    const angle = turn + (i * Math.PI) / 5;
    path += wedge([x, y], [x + Math.cos(angle) * r * 0.42, y + Math.sin(angle) * r * 0.42], 2.4);
  }
  return [...shapes, { fill: 'line', path }];
}
