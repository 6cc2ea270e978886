import type {
  AttributeSpec,
  GeneratorOptions,
  GeneratorSpec,
  OptionValue,
  Wish,
  Wishes,
} from '@koma/core/plugin';

/** Whether a wish names one value, so that nothing of the attribute is left to chance. */
export function isFixed(wish: Wish | undefined): wish is OptionValue {
  return wish !== undefined && typeof wish !== 'object';
}

/** Whether a value is what somebody asked for; anything is where nobody asked. */
export function meetsWish(wish: Wish | undefined, value: OptionValue | undefined): boolean {
  if (wish === undefined) return true;
  if (value === undefined) return false;
  if (isFixed(wish)) return wish === value;
  if ('oneOf' in wish) return wish.oneOf.includes(value);
  return typeof value === 'number' && value >= wish.min && value <= wish.max;
}

/** The attributes of some groups, hidden ones too. */
export function attributesIn(spec: GeneratorSpec, groups: readonly string[]): AttributeSpec[] {
  return spec.attributes.filter(({ group }) => groups.includes(group));
}

/** Wishes under which everything stays as it is in a picture, its seed too. */
export function keepAll(spec: GeneratorSpec, options: GeneratorOptions): Wishes {
  const seed = options['seed'];
  return { ...valuesOf(spec.attributes, options), ...(seed === undefined ? {} : { seed }) };
}

/**
 * Wishes under which only some groups are left to chance, and there only as far as nobody has decided; all others
 * stay as they are in a picture. Whoever stays the same person keeps the seed, which holds the strands of hair and
 * whatever else has no attribute.
 */
export function varyGroups(
  spec: GeneratorSpec,
  options: GeneratorOptions,
  groups: readonly string[],
  wishes: Wishes,
): Wishes {
  const kept = spec.attributes.filter(({ group }) => !groups.includes(group));
  const asked = attributesIn(spec, groups).flatMap(({ id }) => {
    const wish = wishes[id];
    return wish === undefined ? [] : [[id, wish] as const];
  });
  const staysSame = spec.identity.some((group) => !groups.includes(group));
  const seed = staysSame ? options['seed'] : wishes['seed'];
  return {
    ...valuesOf(kept, options),
    ...Object.fromEntries(asked),
    ...(seed === undefined ? {} : { seed }),
  };
}

/** The groups that are not among these, in the manifest's order. */
export function otherGroups(spec: GeneratorSpec, groups: readonly string[]): string[] {
  return spec.groups.map(({ id }) => id).filter((id) => !groups.includes(id));
}

function valuesOf(attributes: readonly AttributeSpec[], options: GeneratorOptions): Record<string, Wish> {
  const values: Record<string, Wish> = {};
  for (const { id } of attributes) {
    const value = options[id];
    if (value !== undefined) values[id] = value;
  }
  return values;
}
