import { add, direction } from '../geometry/point.ts';
import type { Figure, Sign } from './figure.ts';
import { createLimb, widths, type Limb } from './limb.ts';
import type { LegAngles } from './pose-angles.ts';

/** The short, soft leg of a small figure. */
const chibiLegProfile = widths([0, 50], [1, 43], [1.4, 42], [2, 31]);

/** Half the width of a bare leg in torso units of a teenage girl: thigh, knee, calf, ankle. */
export const legProfile = widths(
  [0, 53],
  [0.3, 51],
  [0.84, 34],
  [1, 31],
  [1.1, 31],
  [1.34, 36.5],
  [1.72, 24.5],
  [1.93, 17],
  [2, 17],
);

/** The bones of a leg in drawing units with the limb round them. */
export function legLimb(figure: Figure, sign: Sign, room: (t: number) => number = () => 1): Limb {
  const { joints, proportions } = figure.skeleton;
  const suffix = sign === 1 ? 'Left' : 'Right';
  const place = figure.scene.place;
  const angles = legAngles(figure, sign);
  // A thigh that comes towards the viewer is nearer, so larger.
  const near = 1 + (1 - angles.thighReach) * 0.3;
  const unit = figure.scene.scale * proportions.legThickness;
  const shape = proportions.chibi ? chibiLegProfile : legProfile;
  const hip = place(joints[`hip${suffix}`]);
  const knee = place(joints[`knee${suffix}`]);
  const ankle = isFolded(angles)
    ? add(knee, direction(hip, knee), 12 * unit)
    : place(joints[`ankle${suffix}`]);
  return createLimb(
    [hip, knee, ankle],
    (t) => shape(t) * unit * room(t) * (t < 1 ? near : 1 + (near - 1) * Math.max(0, 2 - t)),
  );
}

const legAngles = ({ skeleton }: Figure, sign: Sign): LegAngles =>
  sign === 1 ? skeleton.pose.legLeft : skeleton.pose.legRight;

/** Whether a calf lies behind its thigh, out of sight, as when kneeling. */
function isFolded({ calfReach }: LegAngles): boolean {
  return calfReach < 0.3;
}

/** Whether the leg on a side ends at its knee for the viewer. */
export const endsAtKnee = (figure: Figure, sign: Sign): boolean => isFolded(legAngles(figure, sign));
