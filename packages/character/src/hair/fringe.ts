import { depth } from '../drawing/depth.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import type { PathData } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import { fringePlan } from './fringe-styles.ts';
import { domePath, drawDomeShade } from './dome.ts';
import { drawGloss } from './gloss.ts';
import { accentFrom, drawAccentTip, tuftMaterial } from './hair-accent.ts';
import { drawLock, inLock, lockPath, type Lock } from './lock.ts';
import type { Scalp } from './scalp.ts';
import { tuftLock, type Tuft } from './tuft.ts';

/** The front of the hair, and the shadow it throws on the face. */
export interface DrawnFringe {
  readonly part: Part;
  /** The fringe moved away from the light: paths to be clipped by the face. */
  readonly castShadow: readonly PathData[];
}

/** Draws the dome of the hair and the fringe on it. */
export function drawFringe(scene: Scene, scalp: Scalp): DrawnFringe {
  const { character, light } = scene;
  const sheet = scene.sheet('hairFront', depth.hairFront);
  const random = scene.random('fringe');
  const plan = fringePlan(
    character.fringe,
    random,
    (character.age === 'child' ? 0.03 : 0) - (character.gender === 'boy' ? 0.02 : 0),
  );
  const dome = domePath(scalp, plan.hairline);
  sheet.flat('hair', dome.path);
  drawDomeShade(scene, scalp, sheet, dome.path);
  // The line of the crown swells on the shaded side and fades into the side hair.
  sheet.line('hair', dome.rim, 1.25, { taper: 0.45, start: 0.3, end: 0.3 });
  const yaw = scalp.frame.yaw;
  const locks: Lock[] = [];
  const visible = plan.tufts.filter((tuft) => {
    const azimuth = tuft.azimuths[1] + yaw;
    return azimuth > -88 && azimuth < 88;
  });
  const middles = visible.map(({ azimuths }) => azimuths[1]);
  for (const [index, tuft] of visible.entries()) {
    const lock = tuftLock(scalp, clearFarEye(tuft, yaw));
    locks.push(lock);
    const blunt = (tuft.tipWidth ?? 0) > 0.3;
    const material = tuftMaterial(character, middles, index);
    drawLock(sheet, lock, {
      material,
      dark: -light as 1 | -1,
      shadeWidth: random.between(0.22, 0.4),
      lineFrom: blunt
        ? [random.between(0.5, 0.8), random.between(0.5, 0.8)]
        : [random.between(0.3, 0.52), random.between(0.3, 0.52)],
      weight: 1,
      strands: random.chance(0.45) ? 1 : 0,
    });
    if (material === 'hair') drawAccentTip(sheet, lock, accentFrom(character), -light as 1 | -1);
    if (blunt)
      sheet.line(material, [inLock(lock, 0, 1), inLock(lock, 0.5, 1.0), inLock(lock, 1, 1)], 1, {
        start: 0.6,
        end: 0.6,
        taper: 0.2,
      });
  }
  drawGloss(scene, scalp, sheet, plan.hairline, plan.tufts.length > 6);
  const offset: Point = [-light * 3.5 * scene.scale, 8.5 * scene.scale];
  const castShadow = locks.map((lock) =>
    lockPath({ left: shift(lock.left, offset), right: shift(lock.right, offset) }),
  );
  const band = domePath(scalp, [plan.hairline[0] + 0.1, plan.hairline[1] + 0.06]);
  return { part: sheet.part(), castShadow: [band.path, ...castShadow] };
}

/** A tuft that is seen nearly edge-on ends above the far eye, which it would hide otherwise. */
function clearFarEye(tuft: Tuft, yaw: number): Tuft {
  const edgeOn = Math.max(0, Math.abs(tuft.azimuths[2] + yaw) - 48);
  const far = Math.sign(tuft.azimuths[2] + yaw) === Math.sign(yaw) && Math.abs(yaw) > 8;
  if (!far || edgeOn === 0) return tuft;
  const shorter = Math.min(1, edgeOn / 22) * Math.min(1, (Math.abs(yaw) - 8) / 12);
  return {
    ...tuft,
    falls: [tuft.falls[0], tuft.falls[1] + (Math.min(tuft.falls[1], 0.93) - tuft.falls[1]) * shorter],
  };
}

const shift = (points: readonly Point[], [dx, dy]: Point): Point[] =>
  points.map(([x, y]): Point => [x + dx, y + dy]);
