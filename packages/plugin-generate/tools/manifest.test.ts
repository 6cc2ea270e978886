import { readFileSync } from 'node:fs';
import { attributes, type AttributeName } from '@koma/character';
import { LOCALES, parseManifest } from '@koma/core/plugin';
import { describe, expect, it } from 'vitest';
import { labelled } from './labels.ts';
import { manifestText } from './manifest-text.ts';
import { manifest } from './manifest.ts';

const stored = readFileSync(new URL('../koma-plugin.json', import.meta.url), 'utf8');
const spec = manifest().contributes.generators![0]!;

/** All texts in a value that is to be shown. */
function texts(value: unknown): Record<string, string>[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value) return [value as Record<string, string>];
  return Object.values(value).flatMap(texts);
}

describe('koma-plugin.json', () => {
  it('is what tools/write-manifest.ts writes', async () => {
    expect(stored).toBe(await manifestText());
  });

  it('is a valid manifest', () => {
    expect(parseManifest(JSON.parse(stored))).toEqual(manifest());
  });

  it('has every attribute and option of the catalogue, once', () => {
    const shown = spec.attributes.filter(({ type }) => type !== 'hidden');
    expect(shown.map(({ id }) => id).sort()).toEqual(Object.keys(attributes).sort());
    for (const each of shown) {
      const known = attributes[each.id as AttributeName];
      if (known.kind === 'choice')
        expect(each).toMatchObject({ type: 'choice', options: known.options.map((value) => ({ value })) });
      if (known.kind === 'number') expect(each).toMatchObject({ min: known.min, max: known.max });
      if (known.kind === 'colour' && each.type === 'colour')
        expect(each.options.map(({ value }) => value)).toEqual(Object.keys(known.swatches));
    }
  });

  it('says everything in three languages', () => {
    const all = texts(JSON.parse(stored));
    expect(all.length).toBeGreaterThan(300);
    for (const text of all) expect(Object.keys(text).sort()).toEqual([...LOCALES].sort());
  });

  it('tells the options of one attribute apart in every language', () => {
    for (const each of spec.attributes) {
      if (each.type !== 'choice' && each.type !== 'colour') continue;
      for (const locale of LOCALES) {
        const names = each.options.map(({ label }) => label[locale]);
        expect(new Set(names).size, `${each.id} in ${locale}`).toBe(names.length);
      }
    }
  });

  it('has no label of something that is not there', () => {
    const there = new Set<string>();
    for (const [id, attribute] of Object.entries(attributes)) {
      there.add(id);
      if (attribute.kind === 'choice') for (const option of attribute.options) there.add(`${id}.${option}`);
    }
    expect(labelled().filter((name) => !there.has(name))).toEqual([]);
  });
});
