import type { Character } from '../parameters/catalogue.ts';

/**
 * How long and wide a body is, in world units (a teenager's head is 223 from crown to chin). Shapes on
 * the torso are drawn in *torso units*, those of a teenage girl; `width` and `length` scale them.
 */
export interface Proportions {
  readonly age: Character['age'];
  readonly gender: Character['gender'];
  readonly chibi: boolean;
  /** World units a torso unit, across and along. */
  readonly width: number;
  readonly length: number;
  /** From the pit of the neck up to the chin, and half the neck's width. */
  readonly neckLength: number;
  readonly neckHalf: number;
  readonly upperArm: number;
  readonly forearm: number;
  readonly hand: number;
  readonly thigh: number;
  readonly calf: number;
  /** From the ankle down to the sole, and the length of the foot. */
  readonly ankle: number;
  readonly foot: number;
  /** Limb widths as multiples of a teenage girl's. */
  readonly armThickness: number;
  readonly legThickness: number;
  /** Half the distance of the hip joints, torso units. */
  readonly hipHalf: number;
  /** How round the chest is, 0 to 1. */
  readonly bust: number;
  /** Half widths of the torso at the heights of {@link torsoHeights}, torso units. */
  readonly profile: readonly number[];
  /** How far the head is carried forward and down, world units. */
  readonly stoop: number;
}

/** Heights on the torso (torso units below the pit of the neck) where its half widths are given. */
export const torsoHeights = [-40, 0, 40, 92, 130, 178, 258, 320, 385, 440] as const;

/** The head's size from the middle of the skull to the chin and to the crown, world units. */
export const chinBelowHead = 120;

const girlProfile = [34, 60, 100, 95, 93, 79, 65, 84, 101, 103];
const boyProfile = [34, 60, 100, 96, 95, 86, 75, 77, 81, 82];

interface AgeSize {
  readonly width: number;
  readonly length: number;
  readonly neck: number;
  readonly arm: number;
  readonly hand: number;
  readonly thigh: number;
  readonly calf: number;
  readonly ankle: number;
}

// Heads tall: child 4.8, teen 6.3, adult 7, elder 6.6.
const ages: Readonly<Record<Character['age'], AgeSize>> = {
  child: { width: 0.79, length: 0.79, neck: 34, arm: 0.72, hand: 80, thigh: 248, calf: 226, ankle: 28 },
  teen: { width: 1, length: 1, neck: 45, arm: 1, hand: 103, thigh: 372, calf: 334, ankle: 34 },
  adult: { width: 1.07, length: 1.09, neck: 51, arm: 1.13, hand: 112, thigh: 432, calf: 388, ankle: 37 },
  elder: { width: 1.03, length: 1.04, neck: 36, arm: 1.08, hand: 110, thigh: 394, calf: 360, ankle: 36 },
};

/** The proportions of a character by age, gender, build and framing (`chibi` = about 2.5 heads tall). */
export function bodyProportions(character: Character): Proportions {
  const { age, gender, build } = character;
  const boy = gender === 'boy';
  const chibi = character.framing === 'chibi';
  const size = ages[age];
  const child = age === 'child';
  const stout = build - 0.4;
  const broad = boy ? (child ? 1.06 : age === 'adult' ? 1.24 : 1.17) : 1;
  const thick = (child ? 0.86 : 1) * (1 + stout * 0.3);
  const profile = (boy ? boyProfile : girlProfile).map((value, index) => {
    // Children are straight; a heavy build shows at the waist first.
    const straight = child ? value + (86 - value) * (index > 3 ? 0.55 : 0) : value;
    return straight * (1 + stout * (index > 4 ? 0.3 : index > 2 ? 0.16 : 0.05));
  });
  const common = { age, gender, chibi, profile, stoop: age === 'elder' ? 16 : 0 };
  if (chibi) {
    const small = child ? 0.9 : age === 'teen' ? 1 : 1.06;
    return {
      ...common,
      width: 0.5 * (boy ? 1.06 : 1),
      length: 0.36 * small,
      neckLength: 6,
      neckHalf: 15,
      upperArm: 62 * small,
      forearm: 52 * small,
      hand: 36,
      thigh: 66 * small,
      calf: 58 * small,
      ankle: 17,
      foot: 34,
      armThickness: 0.58 * (1 + stout * 0.2),
      legThickness: 0.5 * (1 + stout * 0.2),
      hipHalf: 46,
      bust: boy || child ? 0 : 0.35,
      stoop: 0,
    };
  }
  return {
    ...common,
    width: size.width * broad * (1 + stout * 0.1),
    length: size.length * (boy ? 1.02 : 1),
    neckLength: size.neck + (boy && !child ? 2 : 0),
    neckHalf:
      (child ? 22 : 25.5) *
      (boy ? (child ? 1.05 : age === 'teen' ? 1.24 : 1.42) : age === 'teen' ? 1 : 1.06) *
      (1 + stout * 0.15),
    upperArm: 226 * size.arm * (boy ? 1.04 : 1),
    forearm: 196 * size.arm * (boy ? 1.04 : 1),
    hand: size.hand * (boy ? 1.12 : 1),
    thigh: size.thigh,
    calf: size.calf,
    ankle: size.ankle,
    foot: size.hand * 1.22 * (boy ? 1.1 : 1),
    armThickness: thick * (boy ? (child ? 1.05 : age === 'teen' ? 1.18 : 1.36) : age === 'teen' ? 1 : 1.05),
    legThickness: thick * (boy ? (child ? 1 : 1.04) : 1) * (age === 'adult' ? 1.08 : 1),
    hipHalf: boy ? 40 : 47,
    bust: boy || child ? 0 : (age === 'teen' ? 0.55 : 0.8) * (0.8 + build * 0.5),
  };
}
