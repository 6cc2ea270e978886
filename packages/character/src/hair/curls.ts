import { depth as layer } from '../drawing/depth.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import { outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import { drawCurl } from './curl.ts';
import { innerMaterial } from './hair-accent.ts';
import { domeHalf } from './hang.ts';
import { maneField, type ManeShape } from './mane.ts';
import type { Scalp } from './scalp.ts';

/** A head full of curls: balls along the outline and below, lit ones in front of shaded ones. */
export function drawCurls(scene: Scene, scalp: Scalp, mane: ManeShape): Part[] {
  const { character, light } = scene;
  const random = scene.random('curls');
  const sheet = scene.sheet('hairBack', layer.hairBack);
  const unit = scalp.frame.scale;
  const dark = -light as 1 | -1;
  const field = maneField(scalp, mane);
  const size = 19 + character.hairVolume * 8 - character.hairWave * 3;
  const { bottom } = mane;
  // The mass between the curls.
  const rows = 7;
  const side = (sign: 1 | -1): Point[] =>
    Array.from({ length: rows }, (_, i) =>
      field(sign * 0.92, -46 + ((bottom - size * 0.5 + 46) * i) / (rows - 1)),
    );
  const floor = Array.from({ length: 5 }, (_, i) => field(0.92 - (1.84 * i) / 4, bottom - size * 0.5));
  sheet.flat(innerMaterial(character), outline(side(1), floor, side(-1).toReversed()), { tone: 'shade' });
  const ball = (across: number, y: number, r: number, beneath: boolean): void => {
    const inner = innerMaterial(character);
    const tip = character.hairAccent === 'tips' && y > bottom * 0.55;
    drawCurl(
      sheet,
      field(across, y),
      r * unit,
      {
        material: beneath ? inner : tip ? 'hairAccent' : 'hair',
        beneath,
        winding: across < 0 ? 1 : -1,
        dark,
        start: across < 0 ? -60 : -120,
      },
      random,
    );
  };
  const span = (domeHalf(scalp) * 2) / (size * 1.5);
  // Behind the neck, in shade; the lowest ones make the lower edge.
  for (let row = 0; row < 3; row++) {
    const y = bottom - size * (0.4 + (2 - row) * 1.25);
    const count = Math.max(3, Math.round(span * 0.8)) + (row % 2);
    for (let i = 0; i < count; i++)
      ball(
        ((i + 0.5) / count) * 1.7 - 0.85 + random.between(-0.03, 0.03),
        y + random.between(-6, 6),
        size * random.between(0.72, 0.95),
        true,
      );
  }
  // Both sides, from below upwards so that upper curls lie on top; smaller towards the ends.
  const steps = Math.max(4, Math.round((bottom + 40) / (size * 1.3)));
  for (let i = steps - 1; i >= 0; i--) {
    const t = i / (steps - 1);
    const y = -44 + (bottom + 44 - size * 0.3) * t;
    const r = size * (1.08 - 0.3 * t);
    for (const sign of [-1, 1] as const) {
      const open = 0.42 * scalp.frame.turn * -sign;
      if (y > 8)
        ball(
          sign * Math.max(0.28, 0.64 - Math.max(0, open)) + random.between(-0.04, 0.04),
          y + r * 0.5,
          r * random.between(0.78, 0.92),
          false,
        );
      ball(
        sign * (0.93 - (i % 2) * 0.05) + random.between(-0.02, 0.02),
        y + random.between(-4, 4),
        r * random.between(0.92, 1.1),
        false,
      );
    }
  }
  return [sheet.part(), drawCrownWaves(scene, scalp, size * 0.34)];
}

/** Round waves that the outline of the crown is made of; `height` in head units. They have no line towards the dome. */
function drawCrownWaves(scene: Scene, scalp: Scalp, height: number): Part {
  const sheet = scene.sheet('hairFront', layer.hairFront + 0.4);
  const random = scene.random('crown waves');
  const on = (angle: number, raise: number): Point => scalp.rim(angle, angle, 2, raise)[0] as Point;
  const dark = -scene.light;
  const bounds: number[] = [-190];
  while ((bounds.at(-1) as number) < 2) bounds.push((bounds.at(-1) as number) + random.between(15, 23));
  const waves = bounds.slice(1).map((to, i) => {
    const from = bounds[i] as number;
    const high = height * random.between(0.75, 1.2);
    const wave = (inset: number): Point[] =>
      Array.from({ length: 7 }, (_, k) =>
        on(from + ((to - from) * k) / 6, (high - inset) * Math.sin((Math.PI * k) / 6) ** 0.65 - inset * 0.4),
      );
    return { from, to, wave };
  });
  const inner = Array.from({ length: 15 }, (_, i) =>
    on(bounds.at(-1)! + ((-190 - bounds.at(-1)!) * i) / 14, -8 - (i % 2) * 6),
  );
  sheet.flat('hair', outline(...waves.map(({ wave }) => wave(0)), inner));
  for (const { from, to, wave } of waves) {
    const middle = (from + to) / 2;
    const right = middle > -90;
    if (Math.cos((middle * Math.PI) / 180) * dark > 0.25)
      sheet.shade('hair', outline(wave(0), wave(height * 0.7).toReversed()));
    sheet.line('hair', wave(0), 1.1, { start: 0.6, end: 0.6, taper: 0.35 });
    // Where two waves meet, the lower one tucks in under the upper one.
    const bound = right ? from : to;
    const way = right ? 1 : -1;
    sheet.line(
      'hair',
      [0, 0.3, 0.6, 1].map((t) => on(bound + way * 13 * t * t, -2 - 17 * t * (1.25 - 0.5 * t))),
      0.8,
      { start: 0.7, end: 0, taper: 0.8 },
    );
  }
  return sheet.part();
}
