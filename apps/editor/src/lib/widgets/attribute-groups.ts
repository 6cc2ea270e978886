import type { AttributeSpec, GeneratorOptions, GeneratorSpec } from '@koma/core/plugin';
import { isConditionMet } from './condition.ts';

/** A group with the attributes of it that have something to show. */
export interface ShownGroup {
  readonly id: string;
  readonly label: GeneratorSpec['groups'][number]['label'];
  readonly attributes: readonly AttributeSpec[];
}

/**
 * What a panel of attributes shows, in the manifest's order.
 * @param only groups to show; absent: all
 * @param options the picture at hand, on which conditions depend; what depends on nothing known is shown
 */
export function shownGroups(
  spec: GeneratorSpec,
  options: GeneratorOptions | undefined,
  expert: boolean,
  only?: readonly string[],
): ShownGroup[] {
  return spec.groups
    .filter(({ id }) => !only || only.includes(id))
    .map(({ id, label }) => ({
      id,
      label,
      attributes: spec.attributes.filter(
        (attribute) =>
          attribute.group === id &&
          attribute.type !== 'hidden' &&
          (expert || !attribute.expert) &&
          isConditionMet(attribute.showIf, options),
      ),
    }))
    .filter(({ attributes }) => attributes.length > 0);
}
