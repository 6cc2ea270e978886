import { describe, expect, it } from 'vitest';
import { breedOptions } from './breed-options.ts';
import { attributeNames, groupIds, groupOf } from './groups.ts';
import { optionsDistance } from './options-distance.test-helper.ts';
import { sampleOptions } from './sample-options.ts';

const a = sampleOptions(11, {
  framing: 'full',
  pose: 'waving',
  jointAngles: 'waving;lean=9',
  eyeColorLeft: 'red',
});
const b = sampleOptions(22, { framing: 'full', pose: 'shy', gender: 'boy', eyeColorLeft: 'same' });
const all = (share: number) => Object.fromEntries(groupIds.map((id) => [id, share]));

describe('breedOptions', () => {
  it('with shares of 0 is one parent and with shares of 1 the other', () => {
    for (const seed of [1, 2, 3]) {
      expect(breedOptions(a, b, all(0), seed)).toEqual(a);
      expect(breedOptions(a, b, all(1), seed)).toEqual(b);
    }
  });

  it('takes each group from the parent that it is given to', () => {
    for (const group of groupIds) {
      const child = breedOptions(a, b, { ...all(0), [group]: 1 }, 5);
      for (const name of [...attributeNames, 'seed' as const, 'jointAngles' as const])
        expect(child[name], name).toBe((groupOf(name) === group ? b : a)[name]);
    }
  });

  it('has choices of either parent and numbers between them', () => {
    for (let seed = 0; seed < 30; seed++) {
      const child = breedOptions(a, b, {}, seed);
      for (const name of attributeNames) {
        const [low, high] = [a[name], b[name]].sort() as [unknown, unknown];
        if (typeof child[name] === 'number') {
          expect(child[name]).toBeGreaterThanOrEqual(Math.min(a[name] as number, b[name] as number));
          expect(child[name]).toBeLessThanOrEqual(Math.max(a[name] as number, b[name] as number));
        } else if (groupOf(name) !== 'colours' && name !== 'backgroundColor')
          expect([low, high]).toContain(child[name]);
      }
      expect([a['seed'], b['seed']]).toContain(child['seed']);
      expect(child['jointAngles'] !== undefined).toBe(child['pose'] === 'waving');
    }
  });

  it('makes siblings, not copies, and ever more like the parent with the greater share', () => {
    const childrenOf = (share: number) =>
      Array.from({ length: 30 }, (_, seed) => breedOptions(a, b, all(share), seed));
    const even = childrenOf(0.5);
    expect(new Set(even.map((child) => JSON.stringify(child))).size).toBe(even.length);
    const toB = [0.2, 0.5, 0.8].map((share) =>
      childrenOf(share).reduce((sum, child) => sum + optionsDistance(child, b), 0),
    );
    expect(toB[0]!).toBeGreaterThan(toB[1]!);
    expect(toB[1]!).toBeGreaterThan(toB[2]!);
  });
});
