import type { AttributeSpec, OptionValue } from '@koma/core/plugin';

/** Values of a colour attribute as colours; those that stand for none are left out. */
export function swatchesOf(
  spec: Extract<AttributeSpec, { type: 'colour' }>,
  values: readonly OptionValue[],
): string[] {
  const swatches = values.flatMap((value) => {
    const option = spec.options.find((candidate) => candidate.value === value);
    const swatch = option ? option.swatch : value;
    return typeof swatch === 'string' ? [swatch] : [];
  });
  return [...new Set(swatches)];
}
