import type { PartName } from '../drawing/drawing.ts';

/** Parts that an arm or a trunk may be seen as. */
const upper = ['torso', 'top', 'collar', 'sleeve', 'arm', 'ribbon', 'neck', 'accessory'] as const;
const arm = ['sleeve', 'arm', 'hand', 'top', 'torso', 'accessory'] as const;
const hips = ['bottom', 'torso', 'top', 'leg', 'sock', 'accessory'] as const;
const leg = ['leg', 'sock', 'bottom', 'shoe', 'top', 'accessory'] as const;
const foot = ['shoe', 'foot', 'sock', 'leg', 'bottom', 'accessory'] as const;

const sided = {
  // Shut eyes are lines on the face.
  eye: ['eye', 'face'],
  eyeInner: ['eye', 'face'],
  eyeOuter: ['eye', 'face'],
  brow: ['brow'],
  ear: ['ear'],
  mouth: ['mouth'],
  shoulder: upper,
  elbow: arm,
  wrist: arm,
  hand: ['hand', 'sleeve', 'arm', 'accessory'],
  hip: hips,
  knee: leg,
  ankle: foot,
  toe: foot,
} as const satisfies Readonly<Record<string, readonly PartName[]>>;

const single = {
  head: ['face', 'hairFront'],
  chin: ['face'],
  nose: ['nose', 'face'],
  mouth: ['mouth'],
  neck: ['neck', ...upper],
  chest: upper,
  pelvis: hips,
} as const satisfies Readonly<Record<string, readonly PartName[]>>;

/**
 * The parts of which one has to be seen at a key point for it to count as visible. Names end in `Left` or
 * `Right`, the character's own sides; `Inner` and `Outer` come after the side.
 */
export const keyPointParts: Readonly<Record<string, readonly PartName[]>> = {
  ...single,
  ...Object.fromEntries(
    (['Right', 'Left'] as const).flatMap((side) =>
      Object.entries(sided).map(([name, parts]) => {
        const [, base, end] = /^([a-z]+)(Inner|Outer)?$/.exec(name)!;
        return [`${base}${side}${end ?? ''}`, parts];
      }),
    ),
  ),
};
