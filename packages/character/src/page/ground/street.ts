import { spline } from '../../geometry/curve.ts';
import { ink } from '../../geometry/ink.ts';
import { polygon } from '../../geometry/path.ts';
import { mix, type Point } from '../../geometry/point.ts';
import type { RandomStream } from '../../random/random-stream.ts';
import type { Box } from '../convex.ts';
import type { PageShape } from '../page.ts';
import { cloud, skyTone } from './outdoors.ts';
import { dots, outlined, straight, wedge } from './pen.ts';

/** A street between walls, with poles and wires, that runs to a vanishing point. */
export function street(box: Box, random: RandomStream): PageShape[] {
  const vanishing: Point = [box.x + box.width * random.between(0.35, 0.65), box.y + box.height * 0.5];
  const shapes = [
    ...skyTone({ ...box, height: box.height * 0.55 }, 0.3),
    ...cloud([box.x + box.width * 0.5, box.y + box.height * 0.3], box.width * 0.34, random),
  ];
  const below = box.y + box.height * 1.05;
  const [left, right] = [box.x - box.width * 0.15, box.x + box.width * 1.15];
  for (const [edge, density] of [
    [left, 0.2],
    [right, 0],
  ] as const) {
    // House front and garden wall of one side, both running to the vanishing point.
    const house = [
      mix([edge, box.y - box.height * 0.1], vanishing, 0),
      mix([edge, box.y - box.height * 0.1], vanishing, 0.62),
      mix([edge, below], vanishing, 0.62),
      [edge, below] as Point,
    ];
    shapes.push({ fill: density > 0 ? dots(density) : 'white', path: polygon(house) });
    let line = outlined(house, 2.6);
    let glass = '';
    for (let i = 0; i < 3; i++) {
      const [near, far] = [0.16 + i * 0.17, 0.27 + i * 0.15];
      const upper: Point = [edge, box.y + box.height * 0.16];
      const lower: Point = [edge, box.y + box.height * 0.38];
      const pane = [
        mix(upper, vanishing, near),
        mix(upper, vanishing, far),
        mix(lower, vanishing, far),
        mix(lower, vanishing, near),
      ];
      glass += polygon(pane);
      line += outlined(pane, 2);
    }
    for (const height of [0.66, 0.7])
      line += straight(
        mix([edge, box.y + box.height * height], vanishing, 0),
        mix([edge, box.y + box.height * height], vanishing, 0.62),
        2,
      );
    shapes.push({ fill: dots(0.45), path: glass }, { fill: 'line', path: line });
  }
  shapes.push({ fill: 'white', path: polygon([[left, below], [right, below], vanishing]) });
  let road = straight([left, below], vanishing, 3) + straight([right, below], vanishing, 3);
  road +=
    straight([left + box.width * 0.22, below], vanishing, 2) +
    straight([right - box.width * 0.22, below], vanishing, 2);
  const dashes = [0.02, 0.2, 0.36, 0.5, 0.62, 0.72].map((t) =>
    wedge(
      mix([box.x + box.width * 0.5, below], vanishing, t),
      mix([box.x + box.width * 0.5, below], vanishing, t + 0.1),
      12 * (1 - t),
    ),
  );
  shapes.push({ fill: 'line', path: road }, { fill: 'line', path: dashes.join('') });
  let poles = '';
  const tops: Point[] = [];
  for (const t of [0.1, 0.42, 0.62]) {
    const foot = mix([right - box.width * 0.16, below], vanishing, t);
    const top = mix([right - box.width * 0.16, box.y - box.height * 0.02], vanishing, t);
    poles += ink([foot, mix(foot, top, 0.5), top], { width: 13 * (1 - t), start: 1, end: 0.7 });
    poles += straight(
      [top[0] - 40 * (1 - t), top[1] + 14],
      [top[0] + 40 * (1 - t), top[1] + 14],
      5 * (1 - t),
    );
    tops.push([top[0], top[1] + 14]);
  }
  for (const [i, a] of tops.entries()) {
    const b = tops[i + 1];
    if (b !== undefined)
      poles += ink(spline([a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + 16], b], 5), {
        width: 2,
        start: 0.8,
        end: 0.8,
      });
  }
  return [...shapes, { fill: 'line', path: poles }];
}
