import { spline } from '../geometry/curve.ts';
import { ellipse, outline, polygon } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import { depth } from '../drawing/depth.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import type { FaceShape } from './face-shape.ts';
import { onFace } from './face-surface.ts';
import type { HeadFrame } from './head-frame.ts';

/** Draws the nose: as little as the style allows. */
export function drawNose(
  scene: Scene,
  frame: HeadFrame,
  shape: FaceShape,
): { readonly part: Part; readonly tip: Point } {
  const sheet = scene.sheet('nose', depth.nose);
  const { nose, age, gender } = scene.character;
  const grown = age === 'adult' || age === 'elder';
  // The side of the nose that is drawn: away from where the face looks, or away from the light.
  const away = Math.abs(frame.turn) > 0.25 ? Math.sign(frame.turn) : -scene.light;
  const on = (x: number, y: number, raise = 10): Point => onFace(frame, x * away, shape.noseY + y, raise);
  switch (nose) {
    case 'dot':
      sheet.black('skin', ellipse(on(1, 0), frame.scale * 1.5, frame.scale * 1.2));
      break;
    case 'button':
      sheet.line('skin', spline([on(-3.5, 1.2), on(0, 3), on(3.5, 1.2)], 4), 0.8);
      break;
    case 'shadow':
      sheet.shade('skin', polygon([on(0.5, -5), on(5.5, 2.4, 6), on(-1, 3.2)]), { tone: 'deep' });
      break;
    case 'tick':
      sheet.line('skin', spline([on(1.2, -5.5), on(2.6, -0.5), on(-0.6, 2.2)], 4), 0.9, { taper: 0.6 });
      break;
    case 'bridge':
      sheet.line('skin', spline([on(3.2, -24, 7), on(2.4, -14, 9), on(4.4, -3), on(1, 2.5)], 4), 0.75, {
        taper: 0.9,
      });
      break;
  }
  if (grown && nose !== 'dot' && nose !== 'shadow') {
    const wide = gender === 'boy' ? 7 : 5;
    sheet.shade(
      'skin',
      outline([on(1.5, -2), on(wide, 2.6, 5)], [on(wide, 2.6, 5), on(1, 4.4), on(-2, 3.2)]),
      { opacity: 0.8 },
    );
  }
  return { part: sheet.part(), tip: on(0, 0) };
}
