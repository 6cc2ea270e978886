import { attributes, type AttributeName } from '@koma/character';
import type { GeneratorOptions } from '@koma/core/plugin';
import { attributeNames, groupOf } from './groups.ts';
import { hexOf } from './mix-values.ts';

/**
 * How unlike two characters are: a point for each choice that differs, and for numbers and colours what part
 * of the way they lie apart. Tests only.
 *
 * @param groups what is looked at; all by default
 */
export function optionsDistance(
  a: GeneratorOptions,
  b: GeneratorOptions,
  groups?: readonly string[],
): number {
  const names = attributeNames.filter((name) => groups?.includes(groupOf(name)) ?? true);
  return names.reduce((sum, name) => sum + apart(name, a[name]!, b[name]!), 0);
}

function apart(name: AttributeName, a: unknown, b: unknown): number {
  const attribute = attributes[name];
  if (a === b) return 0;
  if (attribute.kind === 'number')
    return Math.abs((a as number) - (b as number)) / (attribute.max - attribute.min);
  if (attribute.kind !== 'colour' || a === 'same' || b === 'same') return 1;
  const [from, to] = [hexOf(name, a as string), hexOf(name, b as string)];
  const channel = (hex: string, i: number): number => parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16);
  return Math.hypot(...[0, 1, 2].map((i) => (channel(from, i) - channel(to, i)) / 442));
}
