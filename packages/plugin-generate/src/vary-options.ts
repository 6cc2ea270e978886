import { attributes, randomStream, sampleCharacter, type AttributeName } from '@koma/character';
import type { GeneratorOptions, OptionValue } from '@koma/core/plugin';
import { attributeNames, FREE_POSE, groupOf } from './groups.ts';
import { mixColourValues, mixNumbers } from './mix-values.ts';
import { toCharacter, toOptions } from './options.ts';

/**
 * A near relative of somebody: everything goes part of the way to a stranger. Numbers and colours go
 * `strength` of it, choices change with a probability of its square, so that weak variation keeps shapes.
 * With the same seed a stronger one changes all that a weaker one does.
 *
 * @param strength 0 is the same, 1 a stranger in all groups that are not kept
 * @throws KomaError `OPTIONS_INVALID`
 */
export function varyOptions(
  options: GeneratorOptions,
  strength: number,
  seed: number,
  keep: readonly string[],
): GeneratorOptions {
  const character = toCharacter(options);
  const share = Math.min(1, Math.max(0, strength));
  const changes = (name: string): boolean => randomStream(seed, `vary ${name}`).chance(share ** 2);
  const varied: Record<string, OptionValue> = { ...toOptions(character) };
  const { gender } = character;
  const newGender = !keep.includes(groupOf('gender')) && changes('gender');
  const stranger = sampleCharacter(seed, { wishes: newGender ? {} : { gender } });
  const change = (name: AttributeName): OptionValue => {
    const [own, other] = [character[name], stranger[name]];
    switch (attributes[name].kind) {
      case 'number':
        return mixNumbers(own as number, other as number, share);
      case 'colour':
        // "As the other eye" is a choice, not a colour to mix.
        if (own === 'same' || other === 'same') return changes(name) ? other : own;
        return mixColourValues(name, own, other, share);
      default:
        return changes(name) ? other : own;
    }
  };
  for (const name of attributeNames) if (!keep.includes(groupOf(name))) varied[name] = change(name);
  // The framing is the person's decision; chance has only one for it.
  varied['framing'] = character.framing;
  if (!keep.includes(groupOf('seed')) && changes('seed')) varied['seed'] = seed;
  if (varied['pose'] !== character.pose) delete varied[FREE_POSE];
  return toOptions(toCharacter(varied));
}
