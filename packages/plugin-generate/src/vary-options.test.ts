import { drawCharacter } from '@koma/character';
import { describe, expect, it } from 'vitest';
import { attributeNames, groupIds, groupOf } from './groups.ts';
import { toCharacter } from './options.ts';
import { optionsDistance } from './options-distance.test-helper.ts';
import { sampleOptions } from './sample-options.ts';
import { varyOptions } from './vary-options.ts';

const SEEDS = Array.from({ length: 40 }, (_, i) => i);

describe('varyOptions', () => {
  it('is the same at strength 0', () => {
    for (const seed of SEEDS) {
      const options = sampleOptions(seed, { framing: 'full' });
      expect(varyOptions(options, 0, 999, [])).toEqual(options);
    }
  });

  it('goes farther on average the stronger it is, up to a stranger', () => {
    const strengths = [0.1, 0.25, 0.5, 0.75, 1];
    const means = strengths.map((strength) => {
      const each = SEEDS.map((seed) => {
        const options = sampleOptions(seed, {});
        return optionsDistance(options, varyOptions(options, strength, seed + 5000, []));
      });
      return each.reduce((sum, value) => sum + value, 0) / each.length;
    });
    for (let i = 1; i < means.length; i++) expect(means[i]!).toBeGreaterThan(means[i - 1]! * 1.2);
    const strangers = SEEDS.map((seed) =>
      optionsDistance(sampleOptions(seed, {}), sampleOptions(seed + 9000, {})),
    );
    const apart = strangers.reduce((sum, value) => sum + value, 0) / strangers.length;
    expect(Math.abs(means.at(-1)! - apart)).toBeLessThan(apart * 0.15);
  });

  it('leaves kept groups, and the framing, as they are', () => {
    const options = sampleOptions(3, { framing: 'chibi', pose: 'waving', jointAngles: 'waving;lean=9' });
    for (const group of groupIds) {
      const varied = varyOptions(options, 1, 8, [group]);
      const kept = [...attributeNames, 'seed' as const, 'jointAngles' as const].filter(
        (name) => groupOf(name) === group,
      );
      for (const name of kept) expect(varied[name], name).toBe(options[name]);
      expect(varied['framing']).toBe('chibi');
    }
    expect(varyOptions(options, 1, 8, groupIds)).toEqual(options);
  });

  it('changes with the seed, and not otherwise', () => {
    const options = sampleOptions(3, {});
    expect(varyOptions(options, 0.5, 1, [])).toEqual(varyOptions(options, 0.5, 1, []));
    expect(varyOptions(options, 0.5, 1, [])).not.toEqual(varyOptions(options, 0.5, 2, []));
  });

  it('makes characters that can be drawn', () => {
    for (const seed of SEEDS.slice(0, 10))
      expect(
        drawCharacter(toCharacter(varyOptions(sampleOptions(seed, {}), 0.6, seed, []))).parts.length,
      ).toBeGreaterThan(3);
  });
});
