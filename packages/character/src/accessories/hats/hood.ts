import { depth } from '../../drawing/depth.ts';
import { section, spline } from '../../geometry/curve.ts';
import { ellipse, outline } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import type { DrawAccessory } from '../stage.ts';

/** A hood drawn over the head and closed under the chin: its lining behind all hair, its edge around the face. */
export const drawHood: DrawAccessory = (stage) => {
  const { scene, head, far } = stage;
  const { scalp, frame, shape } = head;
  const { chin } = shape;
  // The opening: from under the chin along one side over the forehead to the other, and back.
  const opening = (raise: number): Point[] => {
    const side = (sign: 1 | -1): Point[] => [
      frame.at(sign * (30 + raise * 0.7), chin + 17, 48),
      frame.at(sign * (66 + raise), chin - 22, 36),
      frame.at(sign * (scalp.rx - 5 + raise), 44, 30 + raise * 0.4),
      frame.at(sign * (scalp.rx - 1 + raise), -12, 26 + raise * 0.4),
      scalp.at(sign * 60, 0.66, 5 + raise),
      scalp.at(sign * 36, 0.5, 8 + raise),
    ];
    return [
      frame.at(0, chin + 36 + raise * 0.4, 54),
      ...side(-1),
      scalp.at(0, 0.46, 10 + raise),
      ...side(1).toReversed(),
      frame.at(0, chin + 36 + raise * 0.4, 54),
    ];
  };
  const rim = scalp.rim(-197, 17, 15, 16).map((point, i): Point => {
    // A hood has a soft point where its seam is.
    const t = i / 14;
    return [point[0], point[1] - Math.exp(-(((t - 0.5 + frame.turn * 0.1) / 0.16) ** 2)) * 10 * frame.scale];
  });
  const side = (sign: 1 | -1): Point[] => [
    frame.flat(sign * 107, chin - 46),
    frame.flat(sign * 102, chin - 4),
    frame.flat(sign * 105, chin + 37),
  ];
  const outside = spline([...side(-1).toReversed(), ...rim, ...side(1)], 3);
  const hem = spline(
    [
      frame.flat(105, chin + 37),
      frame.flat(62, chin + 54),
      frame.flat(0, chin + 61),
      frame.flat(-62, chin + 54),
      frame.flat(-105, chin + 37),
    ],
    4,
  );
  const back = scene.sheet('hat', depth.hatBack);
  back.flat('hat', outline(outside, hem), { tone: 'deep' });
  const sheet = scene.sheet('hat', depth.hat);
  const inner = spline(opening(0), 4);
  const join: Point[] = [hem[8] as Point, inner[0] as Point];
  const path = outline(outside, hem.slice(0, 9), join, inner.toReversed(), join.toReversed(), hem.slice(8));
  sheet.flat('hat', path);
  // The side away from the light, and the folds under the chin.
  const middle = opening(24);
  const line = far === 1 ? section(middle, 0.54, 0.86, 8) : section(middle, 0.46, 0.14, 8);
  const outer = section(outside, far === 1 ? 1 : 0, 0.5 + far * 0.06, 14);
  const low = section(hem, far === 1 ? 0.2 : 0.8, far === 1 ? 0 : 1, 5);
  // When the head is turned the edge of the opening comes near the outline.
  sheet.shade('hat', outline(spline(line, 3), low, outer), { clip: path });
  for (const sign of [-1, 1] as const) {
    const under = (x: number, y: number): Point =>
      frame.flat(sign * x + frame.turn * 16 * (1 - x / 90), chin + y);
    sheet.line('hat', spline([under(86, 8), under(60, 26), under(30, 38)], 4), 0.6, { start: 0.6 });
    sheet.line('hat', spline([under(74, 28), under(52, 38), under(34, 45)], 4), 0.5, { start: 0.6 });
  }
  sheet.line('hat', spline(opening(9), 4), 0.5, { start: 0.4, end: 0.4 });
  sheet.line('hat', hem, 1.05, { start: 0.6, end: 0.6, taper: 0.2 });
  sheet.line('hat', outside, 1.2, { start: 0.6, end: 0.6, taper: 0.2 });
  sheet.line('hat', inner, 1.05, { start: 0.6, end: 0.6, taper: 0.2 });
  sheet.line('hat', join, 0.9, { start: 0.8, end: 0.8 });
  const button = frame.at(0, chin + 47, 54);
  const r = 6.5 * frame.scale;
  sheet.black('trim', ellipse(button, r * 1.18, r * 1.18));
  sheet.flat('trim', ellipse(button, r, r));
  sheet.highlight('trim', ellipse([button[0] - far * r * 0.3, button[1] - r * 0.3], r * 0.35, r * 0.35));
  const shadow = scene.sheet('hairFront', depth.hairOrnament - 0.5);
  const top = section(inner, 0.32, 0.68, 13);
  shadow.shade(
    'hair',
    outline(
      top,
      top
        .map(([x, y], i): Point => [
          x - scene.light * 3 * frame.scale,
          y + 13 * Math.sin((Math.PI * i) / 12) ** 0.5 * frame.scale,
        ])
        .toReversed(),
    ),
  );
  return [back.part(), sheet.part(), shadow.part()];
};
