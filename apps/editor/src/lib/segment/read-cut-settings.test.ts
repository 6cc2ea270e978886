import { describe, expect, it } from 'vitest';
import { cutParams, DEFAULT_CUT, needsMask } from './cut-settings.ts';
import { readCutSettings } from './read-cut-settings.ts';

describe('readCutSettings', () => {
  it('gives the defaults for nothing and for nonsense', () => {
    for (const stored of [null, undefined, 7, [], { sizeShare: 'large', view: 'sideways', edge: 3 }])
      expect(readCutSettings(stored)).toEqual(DEFAULT_CUT);
  });

  it('brings back what was stored, and numbers into their limits', () => {
    const settings = {
      ...DEFAULT_CUT,
      output: 'hole',
      edge: { ...DEFAULT_CUT.edge, owner: 'ridge', feather: 2.5 },
    };
    expect(readCutSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
    expect(readCutSettings({ sizeShare: 1e9, edge: { grow: -1e9 } })).toMatchObject({
      sizeShare: 500,
      edge: { grow: -50 },
    });
  });
});

describe('needsMask', () => {
  it('leaves a plain border to the labels, and looks at the mask where it may differ', () => {
    expect(needsMask(DEFAULT_CUT)).toBe(false);
    expect(needsMask({ ...DEFAULT_CUT, view: 'outline' })).toBe(false);
    expect(needsMask({ ...DEFAULT_CUT, view: 'checker' })).toBe(true);
    expect(needsMask({ ...DEFAULT_CUT, invert: true })).toBe(true);
    expect(needsMask({ ...DEFAULT_CUT, edge: { ...DEFAULT_CUT.edge, grow: -1 } })).toBe(true);
  });
});

describe('cutParams', () => {
  it('are the border and whether it is turned about', () => {
    expect(cutParams(DEFAULT_CUT)).toEqual({ ...DEFAULT_CUT.edge, invert: false });
  });
});
