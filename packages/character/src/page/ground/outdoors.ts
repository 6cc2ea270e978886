import { spline } from '../../geometry/curve.ts';
import { ink } from '../../geometry/ink.ts';
import { outline, polygon } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import type { RandomStream } from '../../random/random-stream.ts';
import { boxCorners, type Box } from '../convex.ts';
import type { PageShape } from '../page.ts';
import { dots, outlined, straight, toneStrips, wedge } from './pen.ts';
import { tree } from './tree.ts';

/** A sky whose tone fades towards the horizon. */
export function skyTone(box: Box, density: number): PageShape[] {
  return toneStrips(box, (t) => density * (1 - t));
}

/** A heap of cloud: round lobes over a flat foot, lined where they face the sky. */
export function cloud([x, y]: Point, width: number, random: RandomStream): PageShape[] {
  const lobes = random.whole(5, 8);
  const edge: Point[] = [];
  for (let i = 0; i < lobes; i++) {
    const from = Math.PI * (1 + i / lobes);
    const to = Math.PI * (1 + (i + 1) / lobes);
    const bulge = random.between(1.12, 1.34);
    for (let k = 0; k < 5; k++) {
      const t = k / 5;
      const angle = from + (to - from) * t;
      const r = 1 + (bulge - 1) * Math.sin(Math.PI * t);
      edge.push([x + (Math.cos(angle) * width * r) / 2, y + Math.sin(angle) * width * 0.34 * r]);
    }
  }
  edge.push([x + width / 2, y]);
  const foot: Point[] = [edge[edge.length - 1] as Point, [x, y + width * 0.05], edge[0] as Point];
  const body = outline(spline(edge, 2), spline(foot, 3));
  const shade = outline(
    spline(
      [
        [x - width * 0.48, y],
        [x - width * 0.2, y - width * 0.1],
        [x + width * 0.1, y - width * 0.05],
        [x + width * 0.34, y - width * 0.12],
        [x + width * 0.48, y],
      ],
      3,
    ),
    spline([...foot], 3),
  );
  return [
    { fill: 'white', path: body },
    { fill: dots(0.12), path: shade },
    { fill: 'line', path: ink(spline(edge, 2), { width: 2.4, taper: 0.6 }) },
  ];
}

/** Sky with clouds and birds. */
export function sky(box: Box, random: RandomStream): PageShape[] {
  const shapes = skyTone(box, 0.4);
  const size = Math.max(box.width, box.height);
  for (let i = 0; i < 5; i++) {
    const at: Point = [
      box.x + box.width * random.between(-0.05, 1.05),
      box.y + box.height * (0.3 + 0.18 * i),
    ];
    shapes.push(...cloud(at, size * random.between(0.22, 0.4) * (0.7 + i * 0.12), random));
  }
  let birds = '';
  for (let i = 0; i < 4; i++) {
    const [x, y] = [
      box.x + box.width * random.between(0.1, 0.9),
      box.y + box.height * random.between(0.08, 0.35),
    ];
    const r = random.between(7, 15);
    birds += ink(
      spline(
        [
          [x - r, y - r * 0.5],
          [x - r * 0.4, y - r * 0.6],
          [x, y],
          [x + r * 0.5, y - r * 0.7],
          [x + r, y - r * 0.4],
        ],
        4,
      ),
      { width: 3.4, taper: 0.8 },
    );
  }
  return [...shapes, { fill: 'line', path: birds }];
}

/** A front of windows. */
function facade(box: Box, columns: number, rows: number, width: number): { line: string; glass: string } {
  let line = outlined(boxCorners(box), width * 1.5);
  let glass = '';
  const [dx, dy] = [box.width / columns, box.height / rows];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const pane: Box = {
        x: box.x + dx * (column + 0.18),
        y: box.y + dy * (row + 0.22),
        width: dx * 0.64,
        height: dy * 0.52,
      };
      glass += polygon(boxCorners(pane));
      line += outlined(boxCorners(pane), width);
    }
  }
  return { line, glass };
}

/** Roofs and towers, the far ones as silhouettes of tone. */
export function city(box: Box, random: RandomStream): PageShape[] {
  const shapes = [
    ...skyTone(box, 0.25),
    ...cloud(
      [box.x + box.width * random.between(0.2, 0.8), box.y + box.height * 0.3],
      box.width * 0.4,
      random,
    ),
  ];
  let far = '';
  for (let x = box.x - 20; x < box.x + box.width;) {
    const width = box.width * random.between(0.05, 0.12);
    const height = box.height * random.between(0.34, 0.62);
    far += polygon(boxCorners({ x, y: box.y + box.height - height, width: width + 1, height: height + 4 }));
    x += width;
  }
  shapes.push({ fill: dots(0.25), path: far });
  for (let x = box.x - 30; x < box.x + box.width;) {
    const width = Math.max(60, box.width * random.between(0.12, 0.22));
    const height = box.height * random.between(0.2, 0.44);
    const front: Box = { x, y: box.y + box.height - height, width, height: height + 20 };
    const { line, glass } = facade(
      front,
      Math.max(2, Math.round(width / 34)),
      Math.max(2, Math.round(height / 36)),
      1.5,
    );
    // The side away from the light.
    const side = polygon([
      [x + width, front.y],
      [x + width + width * 0.16, front.y + 12],
      [x + width + width * 0.16, front.y + front.height],
      [x + width, front.y + front.height],
    ]);
    shapes.push(
      { fill: 'white', path: polygon(boxCorners(front)) },
      { fill: random.chance(0.35) ? 'black' : dots(0.3), path: glass },
      { fill: dots(0.45), path: side },
      { fill: 'line', path: line },
    );
    if (random.chance(0.4))
      shapes.push({
        fill: 'line',
        path: straight([x + width * 0.5, front.y], [x + width * 0.5, front.y - height * 0.3], 3),
      });
    x += width * random.between(1.05, 1.3);
  }
  return shapes;
}

/** A school behind its yard: a long front with a clock over the entrance. */
export function school(box: Box, random: RandomStream): PageShape[] {
  const shapes = [
    ...skyTone(box, 0.3),
    ...cloud([box.x + box.width * 0.2, box.y + box.height * 0.24], box.width * 0.34, random),
    ...cloud([box.x + box.width * 0.86, box.y + box.height * 0.18], box.width * 0.26, random),
  ];
  const ground = box.y + box.height * 0.82;
  const wing: Box = {
    x: box.x - 20,
    y: box.y + box.height * 0.4,
    width: box.width + 40,
    height: ground - box.y - box.height * 0.4,
  };
  const rows = 3;
  const columns = Math.max(6, Math.round(box.width / 52));
  const { line, glass } = facade(wing, columns, rows, 1.6);
  const middle: Box = {
    x: box.x + box.width * 0.5 - box.height * 0.13,
    y: box.y + box.height * 0.22,
    width: box.height * 0.26,
    height: ground - box.y - box.height * 0.22,
  };
  const clock: Point = [middle.x + middle.width / 2, middle.y + middle.width * 0.34];
  const r = middle.width * 0.2;
  const dial = spline(
    Array.from({ length: 13 }, (_, i): Point => [
      clock[0] + Math.cos((i / 12) * Math.PI * 2) * r,
      clock[1] + Math.sin((i / 12) * Math.PI * 2) * r,
    ]),
    2,
  );
  const door: Box = {
    x: middle.x + middle.width * 0.22,
    y: ground - middle.height * 0.24,
    width: middle.width * 0.56,
    height: middle.height * 0.24,
  };
  shapes.push(
    { fill: 'white', path: polygon(boxCorners(wing)) },
    { fill: dots(0.3), path: glass },
    { fill: 'line', path: line },
    { fill: 'white', path: polygon(boxCorners(middle)) },
    {
      fill: dots(0.15),
      path: polygon(boxCorners({ ...middle, x: middle.x + middle.width * 0.8, width: middle.width * 0.2 })),
    },
    {
      fill: 'line',
      path:
        outlined(boxCorners(middle), 3) +
        ink(dial, { width: 3, start: 1, end: 1 }) +
        wedge(clock, [clock[0], clock[1] - r * 0.8], 4) +
        wedge(clock, [clock[0] + r * 0.5, clock[1] + r * 0.2], 4) +
        outlined(boxCorners(door), 2.4),
    },
    { fill: 'black', path: polygon(boxCorners(door)) },
    {
      fill: 'white',
      path: polygon(boxCorners({ x: box.x - 5, y: ground, width: box.width + 10, height: box.height })),
    },
    { fill: 'line', path: straight([box.x - 5, ground], [box.x + box.width + 5, ground], 3) },
  );
  for (const x of [-0.02, 0.14, 0.88, 1.02])
    shapes.push(
      ...tree(
        [box.x + box.width * x, ground + box.height * 0.05],
        box.height * random.between(0.34, 0.5),
        random,
      ),
    );
  return shapes;
}

/** Trees on a path, with light between them. */
export function trees(box: Box, random: RandomStream): PageShape[] {
  const shapes = skyTone(box, 0.16);
  const horizon = box.y + box.height * 0.72;
  shapes.push({
    fill: 'white',
    path: polygon(boxCorners({ x: box.x - 4, y: horizon, width: box.width + 8, height: box.height })),
  });
  for (let i = 0; i < 6; i++) {
    const x = box.x + box.width * (i / 5);
    shapes.push(...tree([x, horizon + 6], box.height * random.between(0.42, 0.56), random));
  }
  let grass = '';
  for (let i = 0; i < 60; i++) {
    const x = box.x + box.width * random.next();
    const y = horizon + box.height * 0.28 * random.next();
    grass += wedge([x, y], [x + random.between(-5, 5), y - random.between(7, 15)], 3);
  }
  shapes.push({
    fill: 'line',
    path: straight([box.x - 4, horizon], [box.x + box.width + 4, horizon], 2.4) + grass,
  });
  shapes.push(
    ...tree(
      [box.x + box.width * (random.chance(0.5) ? -0.02 : 1.02), box.y + box.height * 1.02],
      box.height * 1.02,
      random,
    ),
  );
  return shapes;
}
