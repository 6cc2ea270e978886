import { describe, expect, it, test } from 'vitest';
import { attributes, valueSchemas } from './attribute-schema.ts';
import { boyWeights } from './boy-weights.ts';
import { catalogue, type AttributeName, type Character } from './catalogue.ts';
import { sampleCharacter, type SamplingOptions } from './sample-character.ts';

const COUNT = 3000;
const many = (options: SamplingOptions = {}, count = COUNT): Character[] =>
  Array.from({ length: count }, (_, seed) => sampleCharacter(seed, options));
const natural = many();
const share = (characters: readonly Character[], name: AttributeName, value: unknown): number =>
  characters.filter((character) => character[name] === value).length / characters.length;

describe('a sampled character', () => {
  it('is the same every time', () => {
    expect(sampleCharacter(77)).toEqual(sampleCharacter(77));
    expect(sampleCharacter(77)).not.toEqual(sampleCharacter(78));
  });

  it('has a valid value for every attribute, and a seed', () => {
    for (const spread of ['natural', 'balanced'] as const)
      for (const character of many({ spread }, 200)) {
        expect(Object.keys(character)).toEqual(['seed', ...Object.keys(catalogue)]);
        for (const [name, schema] of valueSchemas)
          expect(schema.safeParse(character[name as AttributeName]), name).toHaveProperty('success', true);
      }
  });

  it('is a bust unless another framing is wished', () => {
    expect(share(natural, 'framing', 'bust')).toBe(1);
    expect(sampleCharacter(1, { wishes: { framing: 'chibi' } }).framing).toBe('chibi');
  });
});

describe('a wish', () => {
  it('is fulfilled, and changes nothing else', () => {
    const { hat, ...wished } = sampleCharacter(5, { wishes: { hat: 'witch' } });
    const { hat: byChance, ...others } = sampleCharacter(5);
    expect(hat).toBe('witch');
    expect(byChance).not.toBe('witch');
    expect(wished).toEqual(others);
  });

  it('for a range is sampled from it', () => {
    const yaws = many({ wishes: { yaw: { low: 10, high: 20 } } }, 300).map(({ yaw }) => yaw);
    expect(Math.min(...yaws)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...yaws)).toBeLessThan(20);
    expect(Math.max(...yaws) - Math.min(...yaws)).toBeGreaterThan(9);
  });
});

// Half a percent and four standard deviations of a share.
const near = (wanted: number, count: number): number =>
  0.005 + 4 * Math.sqrt((wanted * (1 - wanted)) / count);

test('natural sampling follows the weights, those of boys for boys', () => {
  for (const gender of ['girl', 'boy'] as const) {
    const group = natural.filter((character) => character.gender === gender);
    for (const name of ['backHair', 'fringe', 'expression', 'hat'] as const) {
      const { options, weights } = catalogue[name];
      const own = gender === 'boy' ? (boyWeights[name] ?? {}) : {};
      const all = options.map((option, i) => own[option] ?? weights[i]!);
      const total = all.reduce((sum, weight) => sum + weight, 0);
      for (const [i, option] of options.entries()) {
        const wanted = all[i]! / total;
        expect(Math.abs(share(group, name, option) - wanted), `${gender} ${name} ${option}`).toBeLessThan(
          near(wanted, group.length),
        );
      }
    }
  }
});

test('natural sampling stays within what is usual', () => {
  for (const [name, attribute] of Object.entries(attributes) as [
    AttributeName,
    (typeof attributes)[AttributeName],
  ][]) {
    if (attribute.kind !== 'number' || attribute.usual === undefined) continue;
    const values = natural.map((character) => character[name] as number);
    expect(Math.min(...values), name).toBeGreaterThanOrEqual(attribute.usual[0]);
    expect(Math.max(...values), name).toBeLessThanOrEqual(attribute.usual[1]);
  }
});

test('balanced sampling takes every option equally often and the whole range of numbers', () => {
  const balanced = many({ spread: 'balanced' });
  for (const [name, attribute] of Object.entries(attributes) as [
    AttributeName,
    (typeof attributes)[AttributeName],
  ][]) {
    if (name === 'framing') continue;
    if (attribute.kind === 'number') {
      const values = balanced.map((character) => character[name] as number);
      const inset = (attribute.max - attribute.min) * 0.02;
      expect(Math.min(...values), name).toBeLessThan(attribute.min + inset);
      expect(Math.max(...values), name).toBeGreaterThan(attribute.max - inset);
      continue;
    }
    const options =
      attribute.kind === 'choice'
        ? attribute.options
        : attribute.kind === 'flag'
          ? [true, false]
          : Object.keys(attribute.swatches);
    for (const option of options)
      expect(
        Math.abs(share(balanced, name, option) - 1 / options.length),
        `${name} ${String(option)}`,
      ).toBeLessThan(near(1 / options.length, COUNT));
  }
});
