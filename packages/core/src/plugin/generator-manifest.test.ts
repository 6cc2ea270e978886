import { describe, expect, it } from 'vitest';
import { parseManifest } from './manifest.ts';
import { generatorManifest, tinyGeneratorJson, tinyManifest } from './tiny-plugin.test-helper.ts';

type Json = ReturnType<typeof tinyGeneratorJson>;

/** What is said about a manifest after a change, or an empty text where it is taken. */
function refusal(change: (json: Json) => void): string {
  const json = tinyGeneratorJson();
  change(json);
  try {
    generatorManifest(json);
    return '';
  } catch (error) {
    expect(error).toMatchObject({ code: 'PLUGIN_MANIFEST_INVALID' });
    return (error as Error).message;
  }
}

describe('generators in a manifest', () => {
  it('may be there or not', () => {
    expect(tinyManifest('blur').contributes.generators).toBeUndefined();
    expect(generatorManifest().contributes.generators![0]).toMatchObject({ id: 'doodle' });
  });

  it('need neither a wizard, nor poses, nor a keyword, but take one that PNGs take', () => {
    for (const field of ['wizard', 'poses'] as const)
      expect(refusal((json) => delete (json as Partial<Json>)[field])).toBe('');
    expect(refusal((json) => Object.assign(json, { keyword: 'koma doodle' }))).toBe('');
    for (const keyword of ['', ' a', 'a ', 'a\n', 'ä', 'x'.repeat(80)])
      expect(refusal((json) => Object.assign(json, { keyword }))).toContain('keyword');
  });

  it.each<[string, (json: Json) => void, string]>([
    ['a field that is not known', (json) => Object.assign(json, { html: '<b>' }), 'html'],
    ['a widget that is not there', (json) => json.widgets.push('iframe'), 'widgets.2'],
    ['a group named twice', (json) => json.groups.push(json.groups[0]!), 'names a group twice'],
    [
      'an attribute named twice',
      (json) => json.attributes.push(json.attributes[1]!),
      'names an attribute twice',
    ],
    ['an attribute called seed', (json) => (json.attributes[4]!['id'] = 'seed'), 'an attribute "seed"'],
    [
      'an attribute of no group',
      (json) => (json.attributes[2]!['group'] = 'texture'),
      'has no group texture',
    ],
    ['an identity of no group', (json) => json.identity.push('soul'), 'has no group soul'],
    ['a step of no group', (json) => json.wizard[0]!.vary.push('mood'), 'has no group mood'],
    ['a step named twice', (json) => json.wizard.push(json.wizard[0]!), 'names a wizard step twice'],
    ['poses that are no choice', (json) => (json.poses.attribute = 'width'), 'are no choice'],
    [
      'a condition on nothing',
      (json) => (json.attributes[1]!['showIf'] = { param: 'mode', is: ['a'] }),
      'has no attribute mode',
    ],
    ['an empty range', (json) => (json.attributes[1]!['max'] = 0), 'minimum that is not below'],
    [
      'an option named twice',
      (json) =>
        (json.attributes[3]!['options'] as unknown[]).push(...(json.attributes[3]!['options'] as unknown[])),
      'ink names an option twice',
    ],
    [
      'a swatch that is no colour',
      (json) => Object.assign((json.attributes[3]!['options'] as object[])[0]!, { swatch: 'red' }),
      'swatch',
    ],
    ['a size out of its range', (json) => (json.size.default = 8), 'default size'],
    ['a name that JavaScript uses', (json) => (json.attributes[0]!['id'] = 'constructor'), 'JavaScript'],
  ])('are refused with %s', (_, change, message) => {
    expect(refusal(change)).toContain(message);
  });

  it('have ids of their own', () => {
    const { contributes, ...rest } = generatorManifest();
    const generators = [...contributes.generators!, ...contributes.generators!];
    expect(() => parseManifest({ ...rest, contributes: { ...contributes, generators } })).toThrow(
      'two generators have the same id',
    );
  });
});
