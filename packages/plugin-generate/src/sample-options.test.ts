import { attributes, sampleCharacter, type AttributeName } from '@koma/character';
import type { Wishes } from '@koma/core/plugin';
import { describe, expect, it } from 'vitest';
import { attributeNames, groupIds, groupOf } from './groups.ts';
import { sampleOptions } from './sample-options.ts';

const POSED = 'waving;lean=9';

describe('sampleOptions', () => {
  it('without wishes is the character of the seed', () => {
    for (const seed of [0, 1, 77, 2 ** 40]) expect(sampleOptions(seed, {})).toEqual(sampleCharacter(seed));
  });

  it('gives what is wished and changes nothing else', () => {
    const plain = sampleOptions(5, {});
    const wished = sampleOptions(5, { hairColor: '#123456', glasses: 'round', fang: true, yaw: -12 });
    expect(wished).toEqual({ ...plain, hairColor: '#123456', glasses: 'round', fang: true, yaw: -12 });
  });

  it('takes ranges and lists', () => {
    const seen = new Set();
    for (let seed = 0; seed < 60; seed++) {
      const { yaw, outfit } = sampleOptions(seed, {
        yaw: { min: 5, max: 6 },
        outfit: { oneOf: ['maid', 'suit'] },
      });
      expect(yaw).toBeGreaterThanOrEqual(5);
      expect(yaw).toBeLessThanOrEqual(6);
      seen.add(outfit);
    }
    expect([...seen].sort()).toEqual(['maid', 'suit']);
    expect(sampleOptions(3, { outfit: { oneOf: [] } })).toEqual(sampleOptions(3, {}));
  });

  it('keeps a wished seed and a pose set by hand with its named pose', () => {
    const options = sampleOptions(9, { seed: 4, pose: 'waving', jointAngles: POSED });
    expect(options).toEqual({ ...sampleOptions(9, { pose: 'waving' }), seed: 4, jointAngles: POSED });
    expect(sampleOptions(9, { pose: 'shy', jointAngles: POSED })).not.toHaveProperty('jointAngles');
  });

  it.each<[string, Wishes]>([
    ['an attribute that is not there', { wings: 'angel' }],
    ['a name of Object.prototype', { toString: 'a' }],
    ['a value that is not there', { hairColor: 'plaid' }],
    ['a number out of range', { yaw: 400 }],
    ['a range out of range', { yaw: { min: 300, max: 400 } }],
    ['a range upside down', { yaw: { min: 5, max: -5 } }],
    ['a range of a choice', { outfit: { min: 0, max: 1 } }],
    ['a list with a wrong value', { outfit: { oneOf: ['wings'] } }],
    ['a seed that is none', { seed: -1 }],
    ['a pose that is none', { pose: 'waving', jointAngles: 'waving;lean=x' }],
  ])('refuses %s', (_, wishes) => {
    expect(() => sampleOptions(1, wishes)).toThrow(expect.objectContaining({ code: 'OPTIONS_INVALID' }));
  });
});

describe('groupOf', () => {
  it('puts every attribute into a group, colours of a person into one of their own', () => {
    for (const name of attributeNames) expect(groupIds).toContain(groupOf(name));
    const colours = attributeNames.filter((name) => groupOf(name) === 'colours');
    const kinds = attributeNames.filter((name: AttributeName) => attributes[name].kind === 'colour');
    expect([...colours, 'backgroundColor'].sort()).toEqual([...kinds].sort());
  });
});
