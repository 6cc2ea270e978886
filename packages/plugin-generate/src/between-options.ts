import { attributes, mixPoses, randomStream, type AttributeName, type Character } from '@koma/character';
import type { GeneratorOptions, OptionValue } from '@koma/core/plugin';
import { attributeNames, FREE_POSE, groupOf } from './groups.ts';
import { hexOf, mixColourValues, mixNumbers } from './mix-values.ts';
import { toCharacter, toOptions } from './options.ts';

/** Choices change within these parts of the way, so that both ends are seen for a while. */
const CHANGES: readonly [number, number] = [0.15, 0.85];

/**
 * The in-between of two characters. Numbers go straight, colours along the shorter arc of OKLCH, poses
 * joint by joint; every choice changes at a `t` of its own, the same for the same two ends.
 *
 * @param t 0 is exactly `a`; 1 is exactly `b` with the locked groups of `a`
 * @throws KomaError `OPTIONS_INVALID`
 */
export function betweenOptions(
  a: GeneratorOptions,
  b: GeneratorOptions,
  t: number,
  lock: readonly string[],
): GeneratorOptions {
  const from = toCharacter(a);
  const to = withLocked(from, toCharacter(b), lock);
  if (!(t > 0)) return toOptions(from);
  if (t >= 1) return toOptions(to);
  const isPast = (name: AttributeName | 'seed'): boolean =>
    t >= randomStream(endsSeed(from, to), `between ${name}`).between(...CHANGES);
  const mixed = (name: AttributeName): OptionValue => {
    const [first, second] = [from[name], to[name]];
    switch (attributes[name].kind) {
      case 'number':
        return mixNumbers(first as number, second as number, t);
      case 'colour':
        return mixColourValues(name, first, second, t, [otherEye(from), otherEye(to)]);
      default:
        return isPast(name) ? second : first;
    }
  };
  const options: Record<string, OptionValue> = { seed: isPast('seed') ? to.seed : from.seed };
  for (const name of attributeNames) options[name] = mixed(name);
  const samePose = from.pose === to.pose && from.jointAngles === to.jointAngles;
  if (!samePose) Object.assign(options, mixPoses(from, to, t));
  else if (from.jointAngles !== undefined) options[FREE_POSE] = from.jointAngles;
  return toOptions(toCharacter(options));
}

const otherEye = ({ eyeColor }: Character): string => hexOf('eyeColor', eyeColor);

/** A number of both ends, for what chance decides between them. */
const endsSeed = (a: Character, b: Character): number => a.seed + b.seed;

/** `b` with the groups of `a` that are locked. */
function withLocked(a: Character, b: Character, lock: readonly string[]): Character {
  const isLocked = (name: Parameters<typeof groupOf>[0]): boolean => lock.includes(groupOf(name));
  const names = attributeNames.filter(isLocked);
  const { jointAngles: _, ...rest } = b;
  const { jointAngles } = isLocked(FREE_POSE) ? a : b;
  return {
    ...rest,
    ...Object.fromEntries(names.map((name) => [name, a[name]])),
    ...(isLocked('seed') && { seed: a.seed }),
    ...(jointAngles !== undefined && { jointAngles }),
  };
}
