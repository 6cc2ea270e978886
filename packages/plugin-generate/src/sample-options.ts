import {
  attributes,
  randomStream,
  readJointAngles,
  sampleCharacter,
  type AttributeName,
  type Character,
  type SamplingOptions,
} from '@koma/character';
import type { GeneratorOptions, Wish, Wishes } from '@koma/core/plugin';
import { attributeNames, FREE_POSE } from './groups.ts';
import { invalidOptions, orKomaError, toCharacter, toOptions } from './options.ts';

type CharacterWishes = NonNullable<SamplingOptions['wishes']>;

/**
 * A character of a seed under wishes. A wish for one attribute changes no other, except that boys and
 * girls differ in how often they have what. A pose set by hand counts only with its named pose.
 *
 * @throws KomaError `OPTIONS_INVALID` naming the wish that no character can have
 */
export function sampleOptions(seed: number, wishes: Wishes): GeneratorOptions {
  const { seed: keptSeed = seed, [FREE_POSE]: freePose, ...rest } = wishes;
  const asked: Record<string, unknown> = {};
  for (const [name, wish] of Object.entries(rest)) {
    if (!attributeNames.includes(name as AttributeName))
      throw invalidOptions(`There is no attribute "${name.slice(0, 40)}".`);
    const value = decided(seed, name as AttributeName, wish);
    if (value !== undefined) asked[name] = value;
  }
  const character = sampleCharacter(seed, { wishes: asked as CharacterWishes });
  const options = { ...toOptions(character), seed: keptSeed as number };
  if (typeof freePose !== 'string') return toOptions(toCharacter(options));
  return toOptions(withFreePose(toCharacter(options), freePose));
}

/** What of a wish is not left to chance, as the engine takes it. */
function decided(seed: number, name: AttributeName, wish: Wish): unknown {
  if (typeof wish !== 'object') return wish;
  if ('oneOf' in wish)
    return wish.oneOf.length === 0 ? undefined : randomStream(seed, `wish ${name}`).pick(wish.oneOf);
  const { min: low, max: high } = wish;
  if (attributes[name].kind !== 'number' || !(low <= high))
    throw invalidOptions(`"${name}" cannot be from ${low} to ${high}.`);
  return { low, high };
}

function withFreePose(character: Character, jointAngles: string): Character {
  const { pose } = orKomaError(() => readJointAngles(jointAngles));
  return pose === character.pose ? { ...character, jointAngles } : character;
}
