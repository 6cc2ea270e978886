import { describe, expect, it } from 'vitest';
import { OPTIONS, SPEC } from './fake-generator.test-helper.ts';
import { isFixed, keepAll, meetsWish, otherGroups, varyGroups } from './wishes.ts';

describe('wishes', () => {
  it('are fixed where they name one value', () => {
    expect([1, false, 'a'].map(isFixed)).toEqual([true, true, true]);
    expect([undefined, { min: 0, max: 1 }, { oneOf: ['a'] }].map(isFixed)).toEqual([false, false, false]);
  });

  it('are met by what they ask for', () => {
    expect(meetsWish(undefined, 'anything')).toBe(true);
    expect([meetsWish('a', 'a'), meetsWish('a', 'b'), meetsWish('a', undefined)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([0, 0.5, 1, 1.1, 'x'].map((value) => meetsWish({ min: 0.5, max: 1 }, value))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(['a', 'c'].map((value) => meetsWish({ oneOf: ['a', 'b'] }, value))).toEqual([true, false]);
  });

  it('that keep a picture name all of it, what has no control and the seed as well', () => {
    expect(keepAll(SPEC, OPTIONS)).toEqual(OPTIONS);
    const { angles: _, ...rest } = OPTIONS;
    expect(keepAll(SPEC, rest)).toEqual(rest);
  });
});

describe('varyGroups', () => {
  it('gives the same person another pose: nothing but the pose is left to chance', () => {
    const { stance: _stance, angles: _angles, ...kept } = OPTIONS;
    expect(varyGroups(SPEC, OPTIONS, SPEC.pose, {})).toEqual(kept);
  });

  it('gives another person the same pose: the seed is left to chance as well', () => {
    expect(varyGroups(SPEC, OPTIONS, SPEC.identity, {})).toEqual({ stance: 'up', angles: 'free' });
    expect(varyGroups(SPEC, OPTIONS, SPEC.identity, { seed: 3 })).toMatchObject({ seed: 3 });
  });

  it('keeps to what somebody decided within those groups, and to nothing else', () => {
    const wishes = { stance: { oneOf: ['up', 'down'] }, shape: 'square' } as const;
    expect(varyGroups(SPEC, OPTIONS, ['pose'], wishes)).toMatchObject({
      stance: wishes.stance,
      shape: 'round',
    });
  });
});

describe('otherGroups', () => {
  it('are those of the manifest that are not named', () => {
    expect(otherGroups(SPEC, ['colours'])).toEqual(['body', 'pose']);
  });
});
