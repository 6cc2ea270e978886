import { ellipse, polygon } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import type { RandomStream } from '../../random/random-stream.ts';
import { boxCorners, type Box } from '../convex.ts';
import type { PageShape } from '../page.ts';
import { star } from './effect-lines.ts';
import { cloud } from './outdoors.ts';
import { dots, outlined, straight, toneStrips } from './pen.ts';

/** A black sky with a moon and stars over roofs with few lit windows. */
export function night(box: Box, random: RandomStream): PageShape[] {
  const shapes: PageShape[] = [];
  // Lighter towards the horizon.
  shapes.push(...toneStrips(box, (t) => (t < 0.36 ? 1 : 1 - (t - 0.36) * 1.25)));
  const moon: Point = [
    box.x + box.width * random.between(0.2, 0.42),
    box.y + box.height * random.between(0.22, 0.34),
  ];
  const r = Math.min(box.width, box.height) * 0.13;
  shapes.push(
    { fill: dots(0.6), path: ellipse(moon, r * 1.5, r * 1.5) },
    { fill: 'white', path: ellipse(moon, r, r) },
  );
  shapes.push({
    fill: dots(0.12),
    path:
      ellipse([moon[0] - r * 0.25, moon[1] + r * 0.2], r * 0.3, r * 0.24) +
      ellipse([moon[0] + r * 0.4, moon[1] - r * 0.3], r * 0.18, r * 0.14),
  });
  let stars = '';
  for (let i = 0; i < 46; i++) {
    const at: Point = [box.x + box.width * random.next(), box.y + box.height * 0.5 * random.next() ** 1.3];
    stars += random.chance(0.14)
      ? star(at, random.between(6, 11))
      : ellipse(at, random.between(0.9, 2), random.between(0.9, 2));
  }
  shapes.push({ fill: 'white', path: stars });
  shapes.push(...cloud([moon[0] + r * 1.4, moon[1] + r * 1.1], r * 3.4, random));
  return [...shapes, ...roofs(box, random)];
}

/** Gables and chimneys in black, edged with moonlight. */
function roofs(box: Box, random: RandomStream): PageShape[] {
  const shapes: PageShape[] = [];
  const foot = box.y + box.height + 6;
  for (let x = box.x - 40; x < box.x + box.width;) {
    const width = Math.max(90, box.width * random.between(0.16, 0.28));
    const eaves = box.y + box.height * random.between(0.68, 0.82);
    const ridge = eaves - box.height * random.between(0.06, 0.16);
    const flat = random.chance(0.3);
    const front: Point[] = flat
      ? [
          [x, eaves],
          [x + width, eaves],
          [x + width, foot],
          [x, foot],
        ]
      : [
          [x - 8, eaves],
          [x + width / 2, ridge],
          [x + width + 8, eaves],
          [x + width + 8, foot],
          [x - 8, foot],
        ];
    let windows = '';
    let bars = '';
    for (let row = 0; row < 4; row++) {
      for (let column = 0; column < 3; column++) {
        if (!random.chance(0.3)) continue;
        const pane: Box = {
          x: x + width * (0.14 + column * 0.27),
          y: eaves + 22 + row * 46,
          width: width * 0.18,
          height: 26,
        };
        windows += polygon(boxCorners(pane));
        bars += straight([pane.x + pane.width / 2, pane.y], [pane.x + pane.width / 2, pane.y + 26], 2.4);
      }
    }
    shapes.push(
      { fill: 'black', path: polygon(front) },
      { fill: 'white', path: outlined(front.slice(0, flat ? 2 : 3), 2.6) },
    );
    if (windows !== '') shapes.push({ fill: 'white', path: windows }, { fill: 'line', path: bars });
    x += width * random.between(0.9, 1.15);
  }
  return shapes;
}
