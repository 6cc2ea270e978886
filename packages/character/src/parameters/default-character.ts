import type { Attribute } from './attribute.ts';
import { catalogue, type Character } from './catalogue.ts';

/** The character whose every attribute has its default. */
export function defaultCharacter(seed = 0): Character {
  const values = Object.entries(catalogue as Record<string, Attribute>).map(([name, { default: value }]) => [
    name,
    value,
  ]);
  return { seed, ...Object.fromEntries(values) } as Character;
}
