import type { AttributeSpec, GeneratorSpec, OptionValue, Wishes } from '@koma/core/plugin';

export type ColourAttribute = Extract<AttributeSpec, { type: 'colour' }>;

/** The attributes that take any colour, and so those of a palette. */
export function paletteAttributes(spec: GeneratorSpec): ColourAttribute[] {
  return spec.attributes.filter(
    (attribute): attribute is ColourAttribute => attribute.type === 'colour' && attribute.custom === true,
  );
}

/** Wishes under which some attributes have the colours of a palette, whichever chance takes; others stay as they are. */
export function paletteWishes(
  wishes: Wishes,
  attributes: readonly string[],
  colours: readonly OptionValue[],
): Wishes {
  const [only] = colours;
  if (only === undefined) return wishes;
  const wish = colours.length === 1 ? only : { oneOf: [...colours] };
  return { ...wishes, ...Object.fromEntries(attributes.map((id) => [id, wish])) };
}
