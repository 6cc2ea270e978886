import type { GeneratorSpec } from '@koma/core/plugin';
import { describe, expect, it } from 'vitest';
import { OPTIONS, SPEC } from '../generate/fake-generator.test-helper.ts';
import { shownGroups } from './attribute-groups.ts';

const withRules: GeneratorSpec = {
  ...SPEC,
  attributes: SPEC.attributes.map((attribute) => {
    if (attribute.id === 'size') return { ...attribute, expert: true };
    if (attribute.id === 'hat') return { ...attribute, showIf: { param: 'shape', is: ['round'] } };
    return attribute;
  }),
};
const idsOf = (...rest: [typeof OPTIONS | undefined, boolean, (readonly string[])?]) =>
  shownGroups(withRules, ...rest).map(({ id, attributes }) =>
    [id, ...attributes.map((attribute) => attribute.id)].join(' '),
  );

describe('shownGroups', () => {
  it('shows what has a control, and more to experts', () => {
    expect(idsOf(OPTIONS, false)).toEqual(['body shape hat', 'colours hue', 'pose stance']);
    expect(idsOf(OPTIONS, true)[0]).toBe('body shape size hat');
  });

  it('leaves out what the picture at hand makes meaningless, and empty groups', () => {
    expect(idsOf({ ...OPTIONS, shape: 'square' }, false)[0]).toBe('body shape');
    expect(idsOf(undefined, false)[0]).toBe('body shape hat');
    const onlyExperts = {
      ...SPEC,
      attributes: SPEC.attributes.map((attribute) => ({ ...attribute, expert: true })),
    };
    expect(shownGroups(onlyExperts, OPTIONS, false)).toEqual([]);
  });

  it('shows some groups only, where it is told to', () => {
    expect(idsOf(OPTIONS, false, ['pose'])).toEqual(['pose stance']);
  });
});
