import { attributes, randomStream, type AttributeName } from '@koma/character';
import type { GeneratorOptions, OptionValue } from '@koma/core/plugin';
import { attributeNames, FREE_POSE, groupOf } from './groups.ts';
import { mixColourValues, mixNumbers } from './mix-values.ts';
import { toCharacter, toOptions } from './options.ts';

/** How much of `b` a group has that nobody gave a share. */
const EVEN = 0.5;
/** How far siblings lie apart: what numbers and colours stray from an even share, at most. */
const STRAY = 0.3;

/**
 * A child of two. Numbers and colours lie between the parents', near the share and a little elsewhere for
 * each sibling; choices are one parent's, as likely as the share.
 *
 * @param shares by group: 0 is all of `a`, 1 all of `b`
 * @throws KomaError `OPTIONS_INVALID`
 */
export function breedOptions(
  a: GeneratorOptions,
  b: GeneratorOptions,
  shares: Readonly<Record<string, number>>,
  seed: number,
): GeneratorOptions {
  const [mother, father] = [toCharacter(a), toCharacter(b)];
  const shareOf = (name: Parameters<typeof groupOf>[0]): number =>
    Math.min(1, Math.max(0, shares[groupOf(name)] ?? EVEN));
  const fromFather = (name: Parameters<typeof groupOf>[0]): boolean =>
    randomStream(seed, `breed ${name}`).chance(shareOf(name));
  const place = (name: AttributeName): number => {
    const share = shareOf(name);
    // No stray at the ends: all of one parent is all of one parent.
    const stray = randomStream(seed, `stray ${name}`).between(-STRAY, STRAY) * 4 * share * (1 - share);
    return Math.min(1, Math.max(0, share + stray));
  };
  const inherit = (name: AttributeName): OptionValue => {
    const [hers, his] = [mother[name], father[name]];
    switch (attributes[name].kind) {
      case 'number':
        return mixNumbers(hers as number, his as number, place(name));
      case 'colour':
        if (hers === 'same' || his === 'same') return fromFather(name) ? his : hers;
        return mixColourValues(name, hers, his, place(name));
      default:
        return fromFather(name) ? his : hers;
    }
  };
  const child: Record<string, OptionValue> = { seed: (fromFather('seed') ? father : mother).seed };
  for (const name of attributeNames) child[name] = inherit(name);
  const poser = fromFather('pose') ? father : mother;
  if (poser.jointAngles !== undefined) child[FREE_POSE] = poser.jointAngles;
  return toOptions(toCharacter(child));
}
