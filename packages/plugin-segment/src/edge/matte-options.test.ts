import { expect, it } from 'vitest';
import { DEFAULT_MATTE, MAX_FEATHER, MAX_GROW, matteReach, withinRanges } from './matte-options.ts';

it('withinRanges keeps lengths in their ranges', () => {
  const wild = { ...DEFAULT_MATTE, feather: 1e9, grow: -1e9, smooth: -3, lineWidth: 0 };
  expect(withinRanges(wild)).toEqual({
    ...DEFAULT_MATTE,
    feather: MAX_FEATHER,
    grow: -MAX_GROW,
    smooth: 0,
    lineWidth: 1,
  });
  expect(withinRanges(DEFAULT_MATTE)).toEqual(DEFAULT_MATTE);
});

it('matteReach grows with everything that reaches out, and is finite for the wildest', () => {
  const least = matteReach(DEFAULT_MATTE);
  for (const more of [{ feather: 9 }, { grow: 4 }, { grow: -4 }, { smooth: 2 }, { lineWidth: 8 }])
    expect(matteReach({ ...DEFAULT_MATTE, ...more })).toBeGreaterThan(least);
  expect(matteReach({ ...DEFAULT_MATTE, feather: 1e9, grow: 1e9, smooth: 1e9, lineWidth: 1e9 })).toBeLessThan(
    2000,
  );
});
