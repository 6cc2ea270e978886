import { catalogue, sampleCharacter } from '@koma/character';
import { LOCALES } from '@koma/core/plugin';
import { describe, expect, it } from 'vitest';
import { grammars, tellBlurb } from './tell-blurb.ts';

const SEEDS = Array.from({ length: 200 }, (_, i) => i * 13);

describe.each(LOCALES)('tellBlurb in %s', (locale) => {
  const grammar = grammars[locale];

  it('tells the same of the same character', () => {
    for (const seed of SEEDS.slice(0, 20))
      expect(tellBlurb(sampleCharacter(seed), locale)).toEqual(tellBlurb(sampleCharacter(seed), locale));
  });

  it('leaves no slot open and nothing out, whoever it tells of', () => {
    for (const seed of SEEDS) {
      const { name, plot } = tellBlurb(sampleCharacter(seed, { spread: 'balanced' }), locale);
      expect(name.length).toBeGreaterThan(1);
      expect(plot).toContain(name);
      expect(plot).not.toMatch(/[{}^]|undefined|\s\s/);
    }
  });

  it('fills every sentence from facts and lists that there are', () => {
    const sentences = [...grammar.openings, ...grammar.troubles, ...grammar.hooks];
    const known = new Set([
      'name',
      ...Object.keys(grammar.words),
      ...Object.keys(grammar.facts(sampleCharacter(1), 'pink', 'blue')),
    ]);
    const asked = sentences.flatMap((sentence) =>
      [...sentence.matchAll(/\{(\w+)\^?\}/g)].map(([, slot]) => slot!),
    );
    expect(asked.filter((slot) => !known.has(slot))).toEqual([]);
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.length).toBeGreaterThanOrEqual(60);
  });

  it('hardly ever tells two people the same', () => {
    const plots = SEEDS.map((seed) => tellBlurb(sampleCharacter(seed), locale).plot);
    expect(new Set(plots).size).toBeGreaterThan(SEEDS.length - 2);
    const names = SEEDS.map((seed) => tellBlurb(sampleCharacter(seed), locale).name);
    expect(new Set(names).size).toBeGreaterThan(SEEDS.length / 2);
  });

  it('has words for every outfit, expression, age and swatch', () => {
    for (const name of ['outfit', 'expression', 'age'] as const)
      for (const option of catalogue[name].options) {
        const facts = grammar.facts(sampleCharacter(1, { wishes: { [name]: option } }), 'pink', 'blue');
        expect(Object.values(facts).every((text) => typeof text === 'string' && text !== '')).toBe(true);
      }
    const hairs = Object.keys(catalogue.hairColor.swatches).map(
      (hair) => grammar.facts(sampleCharacter(1), hair, 'blue')['hair'],
    );
    expect(new Set(hairs).size).toBe(hairs.length);
    const eyes = Object.keys(catalogue.eyeColor.swatches).map(
      (eye) => grammar.facts(sampleCharacter(1), 'pink', eye)['eyes'],
    );
    expect(new Set(eyes).size).toBe(eyes.length);
  });

  it('keeps the name in another pose and other clothes', () => {
    const character = sampleCharacter(8);
    const { name } = tellBlurb(character, locale);
    expect(
      tellBlurb({ ...character, pose: 'jumping', outfit: 'armor', expression: 'angry' }, locale).name,
    ).toBe(name);
  });
});

it('tells of what is seen: hair, outfit and expression', () => {
  const plots = SEEDS.map((seed) => {
    const wishes = { hairColor: 'pink', outfit: 'armor', expression: 'sleepy' } as const;
    return tellBlurb(sampleCharacter(seed, { wishes }), 'en').plot;
  });
  for (const word of ['pink-haired', 'retired knight', 'ever-drowsy'])
    expect(plots.filter((plot) => plot.includes(word)).length, word).toBeGreaterThan(SEEDS.length / 8);
});

it('has its articles right in English', () => {
  for (const seed of SEEDS) expect(tellBlurb(sampleCharacter(seed), 'en').plot).not.toMatch(/\b[Aa] [aeiou]/);
});
