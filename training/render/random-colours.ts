import {
  attributes,
  randomStream,
  type AttributeName,
  type catalogue,
  type RandomStream,
} from '@koma/character';
import { clampChroma, formatHex, modeOklch, modeRgb, useMode } from 'culori/fn';

useMode(modeRgb);
useMode(modeOklch);

/** Attributes whose value is a colour. */
export type ColourName = {
  [Name in AttributeName]: (typeof catalogue)[Name]['kind'] extends 'colour' ? Name : never;
}[AttributeName];

/** OKLCH: lightness 0 to 1, chroma, hue in degrees. */
type Lch = readonly [l: number, c: number, h: number];

/** All attributes whose value is a colour, in the catalogue's order. */
export const colourNames = (Object.keys(attributes) as AttributeName[]).filter(
  (name): name is ColourName => attributes[name].kind === 'colour',
);

/** How often skin is of a hue that no human has. */
const FANTASY_SKIN = 0.12;
/** The hues of demons, goblins, ghosts and the like, degrees. */
const FANTASY_HUES = [15, 145, 195, 255, 305] as const;

function skin(random: RandomStream): Lch {
  if (random.chance(FANTASY_SKIN))
    return [
      random.between(0.6, 0.9),
      random.between(0.02, 0.09),
      random.pick(FANTASY_HUES) + random.between(-12, 12),
    ];
  // The lighter, the paler; most drawn skins are light.
  const l = 0.97 - 0.47 * random.next() ** 2;
  const c = Math.min(random.between(0.06, 0.1), (0.985 - l) * random.between(0.25, 0.5));
  return [l, Math.max(0.012, c), random.between(38, 72)];
}

function hair(random: RandomStream): Lch {
  const l = random.between(0.25, 0.95);
  if (random.chance(0.25)) return [l, random.between(0, 0.03), random.between(0, 360)];
  return [l, random.between(0.03, 0.19), random.between(0, 360)];
}

const eye = (random: RandomStream): Lch => [
  random.between(0.36, 0.82),
  random.chance(0.12) ? random.between(0, 0.03) : random.between(0.06, 0.22),
  random.between(0, 360),
];

const cloth = (random: RandomStream): Lch => [
  random.between(0.24, 0.97),
  random.chance(0.28) ? random.between(0, 0.025) : random.between(0.03, 0.2),
  random.between(0, 360),
];

const ground = (random: RandomStream): Lch => [
  random.between(0.35, 0.98),
  random.between(0, 0.14),
  random.between(0, 360),
];

const plausible: Readonly<Record<ColourName, (random: RandomStream) => Lch>> = {
  skinColor: skin,
  hairColor: hair,
  hairAccentColor: hair,
  eyeColor: eye,
  eyeColorLeft: eye,
  outfitColor: cloth,
  outfitColor2: cloth,
  trimColor: cloth,
  backgroundColor: ground,
};

/**
 * A colour that the attribute may well have, as `#rrggbb`. Drawn in OKLCH, whose lightness and hue are those
 * that eyes see; colours outside sRGB lose chroma.
 */
export function randomColour(name: ColourName, random: RandomStream): string {
  const [l, c, h] = plausible[name](random);
  return formatHex(clampChroma({ mode: 'oklch', l, c, h: (h + 360) % 360 }, 'oklch'));
}

/**
 * The colour attributes of a character, each replaced by a random colour with a probability: swatches are
 * few, and a network that sees only them learns their list. A left eye that is as the right one stays so.
 *
 * @param probability 0 to 1, for each attribute.
 */
export function replaceColours(
  colours: Readonly<Record<ColourName, string>>,
  seed: number,
  probability: number,
): Record<ColourName, string> {
  const replaced = { ...colours };
  for (const name of colourNames) {
    const random = randomStream(seed, `pair colour ${name}`);
    const drawn = random.chance(probability);
    if (!drawn || (name === 'eyeColorLeft' && colours[name] === 'same')) continue;
    replaced[name] = randomColour(name, random);
  }
  return replaced;
}
