import type { Character } from '../parameters/catalogue.ts';
import { hatCovers } from './hats/hat-cover.ts';

/** How far things stand out above the hair, world units. */
const hats: Readonly<Record<Character['hat'], number>> = {
  none: 0,
  beret: 8,
  cap: 2,
  straw: 2,
  witch: 46,
  beanie: 40,
  sailor: 10,
  top: 32,
  hood: 10,
  crown: 24,
};
const horns: Readonly<Record<Character['horns'], number>> = {
  none: 0,
  oni: 14,
  ram: 18,
  demon: 22,
  unicorn: 22,
};
const ears: Readonly<Record<Character['ears'], number>> = { human: 0, elf: 0, cat: 38, fox: 58, rabbit: 88 };
const ahoges: Readonly<Record<Character['ahoge'], number>> = {
  none: 0,
  single: 20,
  double: 20,
  curl: 20,
  heart: 20,
};
const backHairs: Readonly<Partial<Record<Character['backHair'], number>>> = {
  spiky: 18,
  twinBuns: 28,
  bun: 36,
  ponytail: 20,
};
const ornaments: Readonly<Partial<Record<Character['hairOrnament'], number>>> = { bow: 34, frill: 6 };

/**
 * How much room a bust needs above its hair, so that nothing is cut off: for hats, horns, ears, a halo, a
 * bow, tied hair or a standing lock. World units.
 */
export function headroom(character: Character): number {
  const { hat, hairVolume, hairOrnament, jewellery, backHair } = character;
  const covered = hatCovers(hat);
  return (
    Math.max(
      hats[hat],
      covered.horns ? 0 : horns[character.horns],
      covered.animalEars ? 0 : ears[character.ears],
      covered.ahoge ? 0 : ahoges[character.ahoge],
      covered.hairOrnament.has(hairOrnament) ? 0 : (ornaments[hairOrnament] ?? 0),
      jewellery === 'halo' && hat === 'none' ? 22 : 0,
      covered.crown ? 0 : (backHairs[backHair] ?? 0),
    ) +
    hairVolume * 8
  );
}
