import type { Character } from '../parameters/catalogue.ts';

/** The measures of a face in head units: what age, gender and face shape come down to. */
export interface FaceShape {
  /** Half the width at the cheek bones. */
  readonly halfWidth: number;
  /** Height of the chin below the origin. */
  readonly chin: number;
  /** 0 = a pointed lower face, 1 = a broad jaw. */
  readonly jaw: number;
  /** Half the width of the chin itself. */
  readonly chinWidth: number;
  /** How full the cheeks are, -1 to 1. */
  readonly cheek: number;
  readonly eyeY: number;
  readonly eyeX: number;
  /** Half the width and half the height of an eye. */
  readonly eyeWidth: number;
  readonly eyeHeight: number;
  readonly noseY: number;
  readonly mouthY: number;
  readonly browY: number;
}

/** Offsets by age: child, teen, adult, elder. */
const ages = {
  child: { chin: -9, jaw: 0.04, cheek: 0.5, eyeY: 5, eyeSize: 1.08, eyeHeight: 1.04, width: 1.02 },
  teen: { chin: 0, jaw: 0, cheek: 0, eyeY: 0, eyeSize: 1, eyeHeight: 1, width: 1 },
  adult: { chin: 5, jaw: 0.1, cheek: -0.3, eyeY: -3, eyeSize: 0.92, eyeHeight: 0.84, width: 0.975 },
  elder: { chin: 7, jaw: 0.26, cheek: -0.5, eyeY: -3, eyeSize: 0.84, eyeHeight: 0.68, width: 0.985 },
} as const;

const shapes = {
  oval: { width: 1, chin: 0, jaw: 0.3, chinWidth: 11 },
  round: { width: 1.035, chin: -4, jaw: 0.5, chinWidth: 14 },
  pointed: { width: 0.99, chin: 2, jaw: 0.1, chinWidth: 8 },
  square: { width: 1.01, chin: 1, jaw: 0.75, chinWidth: 17 },
  long: { width: 0.955, chin: 6, jaw: 0.32, chinWidth: 12 },
} as const;

/** Half width and half height of the open eye relative to the round one. */
const eyeShapes = {
  round: [1, 1],
  almond: [1.06, 0.88],
  droopy: [1.03, 0.93],
  sharp: [1.08, 0.84],
  narrow: [1.1, 0.66],
  wide: [1.04, 1.1],
} as const;

/** The measures of a character's face. */
export function faceShape(character: Character): FaceShape {
  const age = ages[character.age];
  const shape = shapes[character.faceShape];
  const boy = character.gender === 'boy';
  const grown = character.age === 'adult' || character.age === 'elder';
  const [wide, high] = eyeShapes[character.eyeShape];
  // Eyes of the 2000s are taller and set lower than today's.
  const era = 1 - character.year * 0.05;
  const size = character.eyeSize * age.eyeSize * (boy ? 0.93 : 1);
  const eyeHeight = 29.5 * size * high * age.eyeHeight * era * (boy ? (grown ? 0.78 : 0.87) : 1);
  const chin = 119 + age.chin + shape.chin + (character.chin - 0.5) * 9 + (boy ? 3 : 0);
  const eyeY = 29 + age.eyeY + (boy ? -2 : 0);
  return {
    halfWidth: 82 * age.width * shape.width,
    chin,
    jaw: Math.min(1, Math.max(0, shape.jaw + age.jaw + (boy ? (grown ? 0.2 : 0.1) : 0))),
    chinWidth: shape.chinWidth + (boy ? (grown ? 4 : 2) : 0),
    cheek: (character.cheeks - 0.5) * 1.2 + age.cheek + (boy ? -0.2 : 0),
    eyeY,
    eyeX: 41 * character.eyeGap,
    eyeWidth: Math.min(28, 25.5 * size * wide),
    // Above this eyes stop looking drawn and start to stare.
    eyeHeight: Math.min(32.5, eyeHeight),
    noseY: eyeY + (chin - eyeY) * 0.42,
    mouthY: eyeY + (chin - eyeY) * 0.665,
    browY: eyeY - 28.5 * size * (boy ? 0.95 : 1.04) - 17,
  };
}
