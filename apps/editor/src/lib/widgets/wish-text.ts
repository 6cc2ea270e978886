import type { AttributeSpec, LocalizedText, Wish } from '@koma/core/plugin';

/** A wish that leaves something to chance, in words: "0.2 – 0.6", "Red, Blue". */
export function wishText(
  wish: Exclude<Wish, string | number | boolean>,
  spec: AttributeSpec,
  localize: (text: LocalizedText) => string,
): string {
  if (!('oneOf' in wish)) return `${wish.min} – ${wish.max}`;
  const options = spec.type === 'choice' || spec.type === 'colour' ? spec.options : [];
  return wish.oneOf
    .map((value) => {
      const option = options.find((candidate) => candidate.value === value);
      return option ? localize(option.label) : String(value);
    })
    .join(', ');
}
