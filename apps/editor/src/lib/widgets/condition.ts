import type { AttributeSpec, GeneratorOptions } from '@koma/core/plugin';

/** Whether something is to be shown that depends on a value; it is where nothing is known of the value yet. */
export function isConditionMet(
  condition: AttributeSpec['showIf'],
  options: GeneratorOptions | undefined,
): boolean {
  const value = condition && options?.[condition.param];
  return value === undefined || condition!.is.includes(value);
}
