import { BLEND_MODES } from '@koma/core/raster';
import { expect, it } from 'vitest';
import en from '#lib/i18n/en.json' with { type: 'json' };
import { BLEND_MODE_GROUPS } from './blend-mode-groups.ts';

const listed = BLEND_MODE_GROUPS.flatMap(({ modes }) => modes);

it('the groups hold every blend mode exactly once', () => {
  expect(listed.toSorted()).toEqual(BLEND_MODES.toSorted());
});

it('every blend mode and group has a name', () => {
  const keys = [...listed, 'pass-through'].map((mode) => `blend.${mode}`);
  const missing = [...keys, ...BLEND_MODE_GROUPS.map(({ label }) => label)].filter((key) => !(key in en));
  expect(missing).toEqual([]);
});
